# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What availability holds: possible sanction cases, their facts and their log."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext
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
from jobunivers.rooms.availability.models import Case, CaseEntry, CaseFact, CaseRules, CaseState
from jobunivers.rooms.availability.queries import words
from jobunivers.rooms.availability.queries.pages import LOG

_HELPERS = tuple(sorted(ADVISING))
_STAFF = _("Kommunens medarbejdere")
_DRAFT = _(
    "Et udkast. Du kan læse det, når det er sendt eller underskrevet (forvaltningsloven § 12)."
)
_SIGNED = ("outcome", "days", "rate", "rate_source", "reasons", "text")
_KEPT = {
    "group": _("Ydelse"),
    "before": _("Før stod der"),
    "set": _("Skrevet"),
    "facts": _("Oplysninger"),
    "due": _("Frist"),
    "outcome": _("Afgørelse"),
    "days": _("Dage"),
    "rate": _("Sats"),
    "procedure": _("Udgave af reglerne"),
    "text": _("Afgørelsen"),
    "reasons": _("Begrundelse"),
}

_EMPTY: tuple[object, ...] = (None, "", [])
_CODES = {"group": words.GROUPS, "outcome": words.OUTCOMES, "source": words.SOURCES}


def _case(row: Case) -> str:
    return f"{words.KINDS.get(row.kind, row.kind)}, {wording.day_year(row.event_on)}"


def _fact_code(code: str) -> Promise | str:
    """Return a fact in words; the two that are asked differently in each kind of case, shortly."""
    shortly = {"happened": _("Det skete"), "duty": _("Du havde pligt til det")}
    return shortly.get(code) or words.fact_words(code, "")


def _causes(codes: Sequence[str]) -> str:
    return ", ".join(str(by(words.CAUSES)(code)) for code in codes)


def _said(name: str, value: object) -> str:
    """Return one thing the log kept in words: a code by its name, a fact with what shows it."""
    if isinstance(value, Mapping):
        kept = {code: one for code, one in value.items() if one not in _EMPTY}
        return ", ".join(f"{_name(code)}: {_said(code, one)}" for code, one in kept.items())
    if isinstance(value, list):
        return " ".join(_said("source", one) for one in value if one not in _EMPTY)
    if isinstance(value, bool):
        return gettext("ja") if value else gettext("nej")
    if name == "due":
        return wording.day_year(date.fromisoformat(str(value)))
    return str(by(_CODES.get(name, {}))(value))


def _name(code: str) -> Promise | str:
    return _KEPT.get(code) or _fact_code(code)


def _entry(data: Mapping[str, object]) -> str:
    """Return what a line of the log kept, as far as it says something by itself."""
    return "; ".join(
        f"{_KEPT[name]}: {_said(name, value)}"
        for name, value in data.items()
        if name in _KEPT and value
    )


def _drafts(row: Case) -> Mapping[str, Promise]:
    """Return what of a case is still a draft, that only staff work with."""
    found: dict[str, Promise] = {}
    if row.hearing_text and row.hearing_sent_at is None:
        found["hearing_text"] = _DRAFT
    if row.state != CaseState.DECIDED:
        found.update({name: _DRAFT for name in _SIGNED if getattr(row, name)})
    return found


def _draft_of(row: CaseEntry) -> Mapping[str, Promise]:
    """Return the earlier words of drafts as what nobody shows her."""
    drafts = row.what in {"hearing_written", "decision_drafted"}
    return {"data": _DRAFT} if drafts and row.data.get("before") else {}


hold(
    Holding(
        model=Case,
        about=About.CITIZEN,
        subject="citizen_id",
        group="availability",
        what=_("Sager om, hvorvidt du har holdt en aftale eller en regel"),
        source=_STAFF,
        purpose="availability",
        retention="case",
        seen_by=_HELPERS,
        at="opened_at",
        title=_case,
        shields=_drafts,
        change="availability:own",
        fields={
            "id": inner(),
            "municipality": inner(),
            "citizen_id": inner(),
            "kind": confidential(_("Hvad sagen handler om"), by(words.KINDS)),
            "group": confidential(_("Ydelse"), by(words.GROUPS)),
            "event_on": confidential(_("Dagen, det drejer sig om")),
            "why": free_text(_("Hvorfor sagen blev åbnet")),
            "procedure": public(_("Udgave af reglerne")),
            "state": confidential(_("Hvor langt den er"), by(words.STATES)),
            "opened_by_id": staff(_("Åbnet af")),
            "opened_at": confidential(_("Åbnet")),
            "staff_id": staff(_("Hvem der arbejder med den")),
            "hearing_text": free_text(_("Høringsbrevet til dig")),
            "hearing_due_on": confidential(_("Du kan svare til og med")),
            "hearing_sent_at": confidential(_("Høringsbrevet er sendt")),
            "hearing_sent_by_id": staff(_("Høringsbrevet er sendt af")),
            "answer": free_text(_("Dit svar")),
            "answered_at": confidential(_("Besvaret")),
            "answered_by_id": staff(_("Svaret er skrevet af")),
            "causes": confidential(_("Grunde, der er vurderet"), _causes),
            "outcome": confidential(_("Afgørelse"), by(words.OUTCOMES)),
            "days": confidential(_("Dage")),
            "rate": confidential(_("Sats i kroner")),
            "rate_source": public(_("Hvor satsen står")),
            "reasons": free_text(_("Begrundelse")),
            "text": free_text(_("Afgørelsen")),
            "drafted_by_id": staff(_("Skrevet af")),
            "draft_holds": inner(),
            "reviewed_by_id": staff(_("Læst igennem af")),
            "reviewed_at": confidential(_("Læst igennem")),
            "decided_by_id": staff(_("Underskrevet af")),
            "decided_at": confidential(_("Underskrevet")),
            "withdrawn_by_id": staff(_("Trukket tilbage af")),
            "withdrawn_at": confidential(_("Trukket tilbage")),
            "withdrawn_why": free_text(_("Hvorfor den blev trukket tilbage")),
            "version": inner(),
            "changed_at": ordinary(_("Sidst ændret")),
            "changed_by_id": staff(_("Sidst ændret af")),
        },
    ),
    Holding(
        model=CaseFact,
        about=About.CITIZEN,
        subject="case__citizen_id",
        group="availability",
        what=_("Oplysninger i en sag, og hvad der viser dem"),
        source=_STAFF,
        purpose="availability",
        retention="case",
        seen_by=_HELPERS,
        at="set_at",
        title=lambda row: _fact_code(row.code),
        fields={
            "id": inner(),
            "municipality": inner(),
            "case": inner(),
            "code": confidential(_("Oplysning"), _fact_code),
            "value": confidential(_("Passer det")),
            "source": confidential(_("Hvor det står"), by(words.SOURCES)),
            "evidence": free_text(_("Hvad der viser det")),
            "set_by_id": staff(_("Skrevet af")),
            "set_at": confidential(_("Skrevet")),
        },
    ),
    Holding(
        model=CaseEntry,
        about=About.CITIZEN,
        subject="citizen_id",
        group="availability",
        what=_("Hvem der gjorde hvad i en sag, trin for trin"),
        source=_("Skrevet af siden, da det skete"),
        purpose="case",
        retention="case",
        seen_by=_HELPERS,
        at="at",
        title=lambda row: by(LOG)(row.what),
        shields=_draft_of,
        fields={
            "id": inner(),
            "municipality": inner(),
            "case_id": inner(),
            "citizen_id": inner(),
            "at": confidential(_("Hvornår")),
            "actor_id": staff(_("Af hvem")),
            "what": confidential(_("Hvad der skete"), by(LOG)),
            "data": free_text(_("Hvad der stod"), _entry),
        },
    ),
    Holding(
        model=CaseRules,
        about=About.STAFF,
        subject="changed_by_id",
        group="work",
        what=_("Hvad du har besluttet om, hvordan sager om rådighed bliver læst igennem"),
        source=_("Dig selv"),
        purpose="work",
        retention="log",
        at="changed_at",
        fields={
            "id": inner(),
            "municipality": inner(),
            "four_eyes": public(_("To skal læse en afgørelse")),
            "why": free_text(_("Hvorfor")),
            "changed_by_id": inner(),
            "changed_at": ordinary(_("Hvornår")),
        },
    ),
)
