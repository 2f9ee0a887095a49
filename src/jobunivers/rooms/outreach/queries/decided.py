# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was sent to a citizen, as choices: by staff with or without lots, and by rules."""

import calendar
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

import numpy as np
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui import wording
from jobunivers.rooms.outreach.models import How, PushRecipient, Stand, TriggerHit
from jobunivers.rooms.outreach.queries import conditions, holding
from jobunivers.rooms.outreach.queries.card import MODEL
from jobunivers.science.lots import How as Lot
from jobunivers.science.lots import draw
from jobunivers.trust import decided
from jobunivers.trust.decided import Choice, Compared, Reproduction, Said, Shown

_LOTS: Mapping[str, Lot] = {How.ALL: "all", How.BEST: "best", How.LOT: "lot"}
HOWS: Mapping[str, Promise] = {
    How.ALL: _("Alle, der kunne få det, fik det"),
    How.BEST: _("Dem, som jobbet lignede mest, fik det"),
    How.LOT: _("Der blev trukket lod"),
}
OUTCOMES: Mapping[str, Promise] = {
    Stand.SENT: _("Du fik det"),
    Stand.HELD_OUT: _("Lodtrækningen gjorde, at du ikke fik det"),
}


def offer() -> None:
    """Offer both kinds; said once, in `apps.py`."""
    decided.offer(
        decided.Decided(
            code="sent",
            name=_("Det, medarbejdere har sendt dig"),
            about=_("En medarbejder vælger en gruppe. En fast regel finder, hvem der er i den."),
            models=(MODEL,),
            rows=_received,
            tell=lambda rows, _language: [_sent(row) for row in rows],
            show=_show_sent,
            reproduce=_draw_again,
            looks="messages",
        )
    )
    decided.offer(
        decided.Decided(
            code="rule",
            name=_("Det, en regel har sendt dig"),
            about=_("En medarbejder har skrevet reglen. Passer den på dig, sender den noget."),
            models=(MODEL,),
            rows=_hits,
            tell=lambda rows, language: [_chosen(row, language) for row in rows],
            show=_show_hit,
            reproduce=_hold_again,
            looks="messages",
        )
    )


def _received(citizen_id: int | None) -> QuerySet[PushRecipient]:
    found = PushRecipient.objects.filter(
        state__in=list(OUTCOMES), push__trigger_version=None
    ).select_related("push")
    return found if citizen_id is None else found.filter(citizen_id=citizen_id)


def _hits(citizen_id: int | None) -> QuerySet[TriggerHit]:
    found = TriggerHit.objects.select_related("trigger", "trigger_version", "push")
    return found if citizen_id is None else found.filter(citizen_id=citizen_id)


def _sent(row: PushRecipient) -> Choice:
    if row.state == Stand.HELD_OUT:
        what = gettext("Der blev trukket lod om “%(title)s”, og du fik det ikke")
    else:
        what = gettext("Du fik tilsendt “%(title)s”")
    return Choice(
        pk=row.pk,
        at=row.at,
        what=what % {"title": row.push.title},
        why=row.push.because,
        model=gettext("en medarbejders valg"),
        by_id=row.push.sender_id,
    )


def _show_sent(row: PushRecipient, language: str) -> Shown:
    del language
    push = row.push
    inputs = [Said(gettext("Gruppen"), push.group_name or gettext("valgt en for en"))]
    if push.how != How.ALL:
        inputs.append(
            Said(gettext("Så meget ligner jobbet dig"),
                 gettext("%(points)s af 100 point") % {"points": wording.number(row.fit / 100)})
        )  # fmt: skip
    chance = gettext("%(share)s procent") % {"share": wording.number(100 * row.chance)}
    reasons = [
        Said(gettext("Grunden, medarbejderen skrev"), push.because),
        Said(gettext("Sådan blev der valgt"), str(HOWS[push.how])),
        Said(gettext("Så stor var chancen for at få det"), chance),
    ]
    versions = [Said(gettext("Regel for godkendelse"), wording.number(push.rule or 0))]
    if push.held_out:
        out = gettext("%(share)s procent, ved lodtrækning") % {"share": push.held_out}
        versions.append(Said(gettext("Holdt uden for, for at måle, om det hjælper"), out))
    sent = row.state == Stand.SENT
    return Shown(
        choice=_sent(row),
        inputs=inputs,
        reasons=reasons,
        versions=versions,
        last_word=gettext("En medarbejder valgte, hvad der skulle sendes, og til hvilken gruppe."),
        model_code=MODEL,
        page=reverse("outreach:hers", args=[push.pk]) if sent else "",
        page_words=gettext("Se det, du fik") if sent else "",
        object_path=reverse("outreach:hers", args=[push.pk]) if sent else "",
    )


def _draw_again(row: PushRecipient, language: str) -> Reproduction:
    """Choose among the same people again: the same fits and the same seed give the same lots."""
    del language
    push = row.push
    # Who could not get it when the group was looked through had no part in the draw: chance 0.
    apart = Q(state=Stand.HELD_BACK, chance=0.0) & ~Q(reason=holding.CROWDED)
    found = push.recipients.exclude(apart).order_by("citizen_id")
    people = list(found.values_list("citizen_id", "fit"))
    reached = push.reach.get("reached")
    if reached is None or reached != len(people):
        gone = gettext("Nogle af dem, der var med i valget, er ikke gemt mere")
        return Reproduction(missing=[gone])
    fits = np.array([fit for _, fit in people], dtype=np.int64)
    how = _LOTS[push.how]
    drawn = draw(fits, how=how, number=push.number, held_out=push.held_out, seed=push.seed)
    place = [one for one, _ in people].index(row.citizen_id)
    state = Stand.SENT if drawn.chosen[place] else Stand.HELD_BACK
    state = Stand.HELD_OUT if drawn.held_out[place] else state
    not_chosen = gettext("Du kom ikke med")
    return Reproduction(
        compared=[
            Compared(
                gettext("Udfald"), str(OUTCOMES[row.state]), str(OUTCOMES.get(state, not_chosen))
            ),
            Compared(
                gettext("Chance"),
                wording.number(row.chance, 4),
                wording.number(float(drawn.chance[place]), 4),
            ),
        ]
    )


def _chosen(row: TriggerHit, language: str) -> Choice:
    told = conditions.told(row.trigger_version.conditions, row.facts, language)
    return Choice(
        pk=row.pk,
        at=row.at,
        what=(
            gettext("Du kunne have fået “%(title)s”, men lodtrækningen gav dig det ikke")
            if row.held_out
            else gettext("Du fik tilsendt “%(title)s”")
        )
        % {"title": row.trigger_version.title},
        why=told[0] if told else row.trigger_version.because,
        model=_version(row),
        by_id=row.trigger_version.approved_by_id or row.trigger_version.made_by_id,
    )


def _version(row: TriggerHit) -> str:
    return gettext("regel %(rule)s, udgave %(number)s") % {
        "rule": row.trigger_id,
        "number": row.trigger_version.number,
    }


def _show_hit(row: TriggerHit, language: str) -> Shown:
    version = row.trigger_version
    said = conditions.said(version.conditions, language)
    told = conditions.told(version.conditions, row.facts, language)
    path = "" if row.held_out else reverse("outreach:hers", args=[row.push_id])
    lots = []
    if version.held_out:
        out = gettext("%(share)s procent, ved lodtrækning") % {"share": version.held_out}
        lots.append(Said(gettext("Holdt uden for, for at måle, om det hjælper"), out))
    return Shown(
        choice=_chosen(row, language),
        inputs=[
            Said(gettext("Reglen"), row.trigger.name),
            *(Said(gettext("Det, reglen så"), one) for one in told),
        ],
        reasons=[
            *(Said(gettext("Reglen spørger, om du"), one) for one in said),
            Said(gettext("Grunden, medarbejderen skrev"), version.because),
        ],
        versions=[
            Said(gettext("Regel og udgave"), _version(row)),
            Said(gettext("Udgavens fingeraftryk"), version.digest[:12]),
            Said(gettext("I brug fra"), wording.day_year(timezone.localdate(version.live_from)))
            if version.live_from
            else Said(gettext("I brug fra"), "–"),
            *lots,
        ],
        last_word=gettext("En medarbejder har skrevet reglen, og en anden kan have godkendt den."),
        model_code=MODEL,
        page=path,
        page_words=gettext("Se det, du fik, eller sig nej til reglen") if path else "",
        object_path=path,
    )


def _hold_again(row: TriggerHit, language: str) -> Reproduction:
    """Ask each condition of the version again, of the day it was asked and the facts it saw.

    A condition on an area or an offer takes that the fact was of it from what was kept: the
    fact was read with it.
    """
    asked = row.trigger_version.conditions
    if len(asked) != len(row.facts):
        return Reproduction(missing=[gettext("Det, reglen så dengang, er ikke gemt")])
    unknown = [one["code"] for one in asked if one.get("code") not in _HOLDS]
    if unknown:
        gone = gettext("Betingelsen “%(code)s” findes ikke mere") % {"code": unknown[0]}
        return Reproduction(missing=[gone])
    today = timezone.localdate(row.at)
    holds, not_holds = gettext("passer"), gettext("passer ikke")
    said = conditions.said(asked, language)
    return Reproduction(
        compared=[
            Compared(words, holds, holds if _holds(one, fact, today) else not_holds)
            for words, one, fact in zip(said, asked, row.facts, strict=True)
        ]
    )


def _holds(one: Mapping[str, Any], fact: conditions.Fact, today: date) -> bool:
    day = date.fromisoformat(fact) if isinstance(fact, str) else None
    return day is not None and _HOLDS[one["code"]](one, day, today)


def _out_of_work(one: Mapping[str, Any], began: date, today: date) -> bool:
    until = one.get("until")
    return _months_after(began, one["months"]) <= today and (
        until is None or _months_after(began, until) > today
    )


def _months_after(day: date, months: int) -> date:
    """Return the same day so many months later, or that month's last: as PostgreSQL counts."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _lately(one: Mapping[str, Any], day: date, today: date) -> bool:
    return today - timedelta(days=one["days"]) < day <= today


_HOLDS: Mapping[str, Callable[[Mapping[str, Any], date, date], bool]] = {
    "out_of_work": _out_of_work,
    "in_course": lambda one, day, today: day + timedelta(weeks=one["weeks"]) <= today,
    "applied_in": _lately,
    "applied_as": _lately,
    "goal_in": lambda _one, day, today: day <= today,
    "plan_changed": _lately,
    "completed": _lately,
}
"""Each condition as arithmetic on the day it saw; the SQL of the rooms says the same."""
