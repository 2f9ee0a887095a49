# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A case on its page: guided, with names, log and texts; and the cases of a citizen."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.identity import queries as identity
from jobunivers.rooms.availability.models import (
    Case,
    CaseEntry,
    CaseFact,
    CaseState,
    Outcome,
)
from jobunivers.rooms.availability.queries import letters, words
from jobunivers.rooms.availability.queries.guiding import Guide, StepLine, guide

LOG: dict[str, Promise] = {
    "case_opened": _("Sagen blev åbnet"),
    "facts_set": _("Oplysninger blev skrevet"),
    "hearing_written": _("Høringsbrevet blev skrevet"),
    "hearing_sent": _("Høringsbrevet blev sendt"),
    "hearing_answered": _("Et svar blev skrevet"),
    "decision_drafted": _("Et udkast til afgørelse blev skrevet"),
    "decision_reviewed": _("En kollega læste udkastet"),
    "case_decided": _("Afgørelsen blev underskrevet"),
    "case_withdrawn": _("Sagen blev trukket tilbage"),
    "case_taken_over": _("En anden overtog sagen"),
}


@dataclass(frozen=True, slots=True)
class LogLine:
    """A line of a case's log, in words."""

    at: datetime
    what: Promise | str
    by: str


@dataclass(frozen=True, slots=True)
class CasePage:
    """A case with all that its page shows."""

    case: Case
    kind: Promise | str
    group: Promise | str
    state: Promise | str
    outcome: Promise | str
    causes: list[Promise | str]
    guide: Guide
    names: dict[int, str]
    log: list[LogLine]
    amount: str
    law: str

    @property
    def is_open(self) -> bool:
        """Say whether something of it may still change."""
        return self.case.state == CaseState.OPEN

    @property
    def old_draft(self) -> Promise | str:
        """Return what is to be done with a draft of what was known before; "" where it holds."""
        old = self.is_open and bool(self.case.text) and not self.case.draft_holds
        return words.OLD_DRAFT if old else ""

    @property
    def worker(self) -> str:
        """Return the name of whoever works on it now."""
        return self.names.get(self.case.staff_id, "")

    @property
    def has_money(self) -> bool:
        """Say whether what may be decided in this kind of case has an amount."""
        return bool({Outcome.DAYS, Outcome.THREE_RATES} & set(words.outcomes_of(self.case.kind)))

    @property
    def stopped(self) -> list[StepLine]:
        """Return what may not be decided now, each with its reason."""
        closed = {"forbidden", "unknown", "no_rule"}
        decides = [one for one in self.guide.steps if one.code.startswith("decide_")]
        return [one for one in decides if one.state in closed]


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case in the list of a citizen's."""

    pk: int
    kind: Promise | str
    event_on: date
    state: Promise | str
    outcome: Promise | str
    is_open: bool
    waits_for_her: bool


def case_page(case: Case, *, on: date) -> CasePage:
    """Return a case with its guide, log and names of those who worked on it."""
    rows = list(case.facts.order_by("pk"))
    log = list(CaseEntry.objects.filter(case_id=case.pk).order_by("-at", "-pk"))
    ids = {one.actor_id for one in log} | {one.set_by_id for one in rows} | {case.staff_id}
    names = {pk: name for pk, (name, _role) in identity.names(ids=ids).items()}
    return CasePage(
        case,
        words.KINDS[case.kind],
        words.GROUPS[case.group],
        words.STATES[case.state],
        words.OUTCOMES.get(case.outcome, ""),
        [words.CAUSES[one] for one in case.causes if one in words.CAUSES],
        guide(case, on=on, rows=rows, names=names),
        names,
        [LogLine(one.at, LOG.get(one.what, one.what), names.get(one.actor_id, "")) for one in log],
        letters.amount(case) if case.outcome in {"days", "three_rates"} else "",
        letters.law_of(case),
    )


def facts_of_case(case: Case) -> list[CaseFact]:
    """Return the facts of a case in the order they were first set."""
    return list(case.facts.order_by("pk"))


def cases_of(*, citizen_id: int) -> list[CaseLine]:
    """Return a citizen's cases, the newest first."""
    return lines_of(question(citizen_id=citizen_id))


def question(*, citizen_id: int) -> QuerySet[Case]:
    """Return the question for a citizen's cases, the newest first."""
    return Case.objects.filter(citizen_id=citizen_id).order_by("-opened_at", "-pk")[:50]


def lines_of(rows: Iterable[Case]) -> list[CaseLine]:
    """Return cases as lines of a list."""
    return [
        CaseLine(
            one.pk,
            words.KINDS[one.kind],
            one.event_on,
            words.STATES[one.state],
            words.OUTCOMES.get(one.outcome, "") if one.state == CaseState.DECIDED else "",
            one.state == CaseState.OPEN,
            one.state == CaseState.OPEN
            and one.hearing_sent_at is not None
            and one.answered_at is None,
        )
        for one in rows
    ]
