# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What outreach holds: what was sent to whom and why, what she said no to, and the rules."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap import (
    About,
    Holding,
    by,
    confidential,
    free_text,
    hold,
    inner,
    ordinary,
    public,
    staff,
)
from jobunivers.foundation.ui import wording
from jobunivers.identity.models import ADVISING
from jobunivers.rooms.outreach.models import (
    ApprovalRule,
    EffectCount,
    NoMore,
    NoTrigger,
    Push,
    PushRecipient,
    Stand,
    Trigger,
    TriggerHit,
    TriggerOrder,
    TriggerTest,
    TriggerVersion,
)
from jobunivers.rooms.outreach.queries import conditions, effects, words
from jobunivers.rooms.outreach.queries.contents import WHATS
from jobunivers.rooms.segmentation.queries import course_word

_HELPERS = tuple(sorted(ADVISING))
_BOTH = (*_HELPERS, "manager")
_YOURSELF, _STAFF = _("Dig selv"), _("Kommunens medarbejdere")
_STANDS = {
    Stand.QUEUED: _("Venter på at blive sendt"),
    Stand.SENT: _("Sendt til dig"),
    Stand.HELD_BACK: _("Holdt tilbage"),
    Stand.HELD_OUT: _("Ikke sendt, efter lodtrækning, for at se om det virker"),
}
_HOWS = {
    "all": _("Alle"),
    "best": _("Dem, jobbet passer bedst til"),
    "lot": _("Efter lodtrækning"),
}


def _chance(share: float) -> str:
    return f"{wording.number(round(share * 100))} %"


def _fit(points: int) -> str:
    return f"{wording.number(round(points / 100))} %" if points else ""


def _facts(facts: Sequence[conditions.Fact]) -> str:
    """Return the facts a rule saw: days as people write them, and whatever else as it is."""
    return "; ".join(_fact(one) for one in facts if one is not None)


def _fact(one: str | int) -> str:
    try:
        return wording.day_year(date.fromisoformat(str(one)))
    except ValueError:
        return str(one)


def _asked(rules: Sequence[conditions.Said]) -> str:
    return "; ".join(conditions.said(rules, get_language() or "da"))


def _sent(row: PushRecipient) -> str:
    return row.push.title


def _rule(row: TriggerHit | NoTrigger) -> str:
    return row.trigger.name


hold(
    Holding(
        model=PushRecipient,
        about=About.CITIZEN,
        subject="citizen_id",
        group="talks",
        what=_("Job, læring og beskeder, medarbejdere har valgt at sende dig, eller valgte fra"),
        source=_("Kommunens medarbejdere og deres regler"),
        purpose="journey",
        retention="journey",
        seen_by=_BOTH,
        at="at",
        title=_sent,
        fields={
            "id": inner(),
            "municipality": inner(),
            "push": ordinary(_("Hvad der blev sendt"), lambda push: push.title),
            "citizen_id": inner(),
            "state": ordinary(_("Hvad der er sket med det"), by(_STANDS)),
            "reason": confidential(_("Hvorfor du ikke fik det"), by(words.HELD)),
            "fit": confidential(_("Hvor godt det passer til dig"), _fit),
            "chance": ordinary(_("Chancen for at få det ved lodtrækning"), _chance),
            "at": ordinary(_("Hvornår")),
            "answered_at": ordinary(_("Du sagde, at det ikke passede")),
        },
    ),
    Holding(
        model=TriggerHit,
        about=About.CITIZEN,
        subject="citizen_id",
        group="computed",
        what=_("Gange, en fast regel valgte dig, og det, reglen så"),
        source=_("Regnet ud af siden efter en regel, en medarbejder har skrevet"),
        purpose="journey",
        retention="journey",
        seen_by=_BOTH,
        at="at",
        title=_rule,
        fields={
            "id": inner(),
            "municipality": inner(),
            "trigger": ordinary(_("Regel"), lambda rule: rule.name),
            "trigger_version": ordinary(_("Udgave af reglen"), lambda one: str(one.number)),
            "citizen_id": inner(),
            "occurrence": inner(),
            "facts": confidential(_("Det, reglen så"), _facts),
            "push": ordinary(_("Hvad der blev sendt"), lambda push: push.title),
            "held_out": ordinary(_("Ikke sendt, efter lodtrækning, for at se om det virker")),
            "at": ordinary(_("Hvornår")),
        },
    ),
    Holding(
        model=NoMore,
        about=About.CITIZEN,
        subject="citizen_id",
        group="consents",
        what=_("Den slags, du har sagt nej tak til at få fra medarbejdere"),
        source=_YOURSELF,
        purpose="journey",
        retention="journey",
        seen_by=_BOTH,
        at="at",
        title=lambda row: by(WHATS)(row.what),
        fields={
            "id": inner(),
            "municipality": inner(),
            "citizen_id": inner(),
            "what": ordinary(_("Hvad du ikke vil have"), by(WHATS)),
            "at": ordinary(_("Hvornår")),
        },
    ),
    Holding(
        model=NoTrigger,
        about=About.CITIZEN,
        subject="citizen_id",
        group="consents",
        what=_("Faste regler, du har sagt nej tak til"),
        source=_YOURSELF,
        purpose="journey",
        retention="journey",
        seen_by=_BOTH,
        at="at",
        title=_rule,
        fields={
            "id": inner(),
            "municipality": inner(),
            "citizen_id": inner(),
            "trigger": ordinary(_("Regel"), lambda rule: rule.name),
            "at": ordinary(_("Hvornår")),
        },
    ),
    Holding(
        model=Push,
        about=About.STAFF,
        subject="sender_id",
        group="work",
        what=_("Det, du har sendt eller vil sende til borgere"),
        source=_YOURSELF,
        purpose="work",
        retention="log",
        seen_by=_BOTH,
        at="created_at",
        title=lambda row: row.title,
        change="outreach:pushes",
        fields={
            "id": inner(),
            "municipality": inner(),
            "sender_id": inner(),
            "version": inner(),
            "state": ordinary(_("Hvor langt den er"), by(words.STATES)),
            "what": ordinary(_("Slags"), by(WHATS)),
            "thing": inner(),
            "title": ordinary(_("Overskrift")),
            "path": ordinary(_("Side")),
            "words": free_text(_("Teksten")),
            "because": free_text(_("Grunden, borgerne læser")),
            "positions": ordinary(_("Stillinger")),
            "group_kind": inner(),
            "group_key": inner(),
            "group_name": ordinary(_("Gruppe")),
            # Others' keys: whose they are is told to each of them.
            "picked": inner(),
            "how": ordinary(_("Hvem der får den"), by(_HOWS)),
            "number": ordinary(_("Højst så mange")),
            "held_out": ordinary(_("Holdt ude ved lodtrækning, procent")),
            "seed": inner(),
            "reach": inner(),
            "reached_at": inner(),
            "send_at": ordinary(_("Sendes tidligst")),
            "despite": free_text(_("Hvorfor flere, end jobbet bærer")),
            "rule": inner(),
            "approved_by_id": staff(_("Godkendt af")),
            "approved_at": ordinary(_("Godkendt")),
            "refused_by_id": staff(_("Sendt tilbage af")),
            "refused_why": free_text(_("Hvorfor den blev sendt tilbage")),
            "begun_at": ordinary(_("Begyndte")),
            "over_at": ordinary(_("Sluttede")),
            "over_why": ordinary(_("Hvorfor den sluttede"), by(words.OVER)),
            "over_by_id": staff(_("Afsluttet af")),
            "key": inner(),
            "urgent": ordinary(_("Sendes først")),
            "trigger_version": inner(),
            "created_at": ordinary(_("Skrevet")),
            "changed_at": ordinary(_("Sidst ændret")),
        },
    ),
    Holding(
        model=Trigger,
        about=About.NOBODY,
        what=_("Faste regler, der sender noget, når det passer på en borger"),
        source=_STAFF,
        purpose="work",
        retention="forever",
        seen_by=_BOTH,
        at="created_at",
        fields={
            "id": inner(),
            "municipality": inner(),
            "name": public(),
            "owner_id": staff(_("Hvem der har ansvar for den")),
            "state": public(words=by(words.TRIGGER_STATES)),
            "live": inner(),
            "draft": inner(),
            "paused_why": public(words=by(words.PAUSED)),
            "paused_at": public(),
            "paused_by_id": staff(_("Sat på pause af")),
            "ran_at": public(),
            "key": inner(),
            "version": inner(),
            "created_at": public(),
            "changed_at": public(),
        },
    ),
    Holding(
        model=TriggerVersion,
        about=About.NOBODY,
        what=_("Hvad en fast regel spørger om og sender, i hver udgave"),
        source=_STAFF,
        purpose="work",
        retention="forever",
        seen_by=_BOTH,
        at="made_at",
        fields={
            "id": inner(),
            "municipality": inner(),
            "trigger": inner(),
            "number": public(),
            "conditions": public(words=_asked),
            "what": public(words=by(WHATS)),
            "thing": inner(),
            "title": public(),
            "path": public(),
            "words": public(),
            "because": public(),
            "cool_days": public(),
            "per_day": public(),
            "from_now": public(),
            "held_out": public(),
            "why": public(),
            "digest": inner(),
            "made_by_id": staff(_("Skrevet af")),
            "made_at": public(),
            "submitted_at": public(),
            "submitted_by_id": staff(_("Sat i gang af")),
            "rule": inner(),
            "approved_at": public(),
            "approved_by_id": staff(_("Godkendt af")),
            "refused_why": public(),
            "refused_by_id": staff(_("Sendt tilbage af")),
            "live_from": public(),
            "live_to": public(),
        },
    ),
    Holding(
        model=TriggerTest,
        about=About.NOBODY,
        what=_("Prøver af faste regler: hvor mange de ville nå. Intet blev sendt"),
        source=_("Regnet ud af siden"),
        purpose="work",
        # It names a few people as examples, so it goes long before they may be erased.
        retention="computed",
        seen_by=_BOTH,
        at="at",
        fields={
            "id": inner(),
            "municipality": inner(),
            "trigger_version": inner(),
            "digest": inner(),
            "at": public(),
            "by_id": staff(_("Prøvet af")),
            "seekers": public(),
            "fits": public(),
            "reached": public(),
            "week": public(),
            "month": public(),
            "held": public(),
            "courses": public(),
            # Keys of a few whom the rule would have reached; a page looks each of them up.
            "examples": inner(),
        },
    ),
    Holding(
        model=EffectCount,
        about=About.NOBODY,
        what=_("Hvor mange der gjorde noget efter en udsendelse, og hvor mange af de holdt ude"),
        source=_("Regnet ud af siden"),
        purpose="work",
        retention="forever",
        seen_by=_BOTH,
        at="counted_at",
        fields={
            "id": inner(),
            "municipality": inner(),
            "push": inner(),
            "outcome": public(words=by(effects.WORDS)),
            "given": public(),
            "given_did": public(),
            "held_out": public(),
            "held_out_did": public(),
            "settled": public(),
            "counted_at": public(),
        },
    ),
    Holding(
        model=TriggerOrder,
        about=About.NOBODY,
        what=_("Hvilken fast regel der går først, når en borger kun må få én"),
        source=_STAFF,
        purpose="work",
        retention="forever",
        seen_by=_BOTH,
        at="at",
        fields={
            "id": inner(),
            "municipality": inner(),
            "course": public(words=course_word),
            "triggers": public(),
            "rest_days": public(),
            "by_id": staff(_("Besluttet af")),
            "at": public(),
        },
    ),
    Holding(
        model=ApprovalRule,
        about=About.NOBODY,
        what=_("Hvornår to skal være enige, før noget bliver sendt til mange"),
        source=_STAFF,
        purpose="work",
        retention="forever",
        at="at",
        fields={
            "id": inner(),
            "municipality": inner(),
            "number": public(),
            "effective_from": public(),
            "above": public(),
            "staff_may": public(),
            "decided_by": public(),
            "why": public(),
            "at": public(),
            "by_id": staff(_("Skrevet af")),
        },
    ),
)
