# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the pages of retention show."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.paginator import Page, Paginator
from django.db.models import Count, Sum
from django.utils import timezone
from django.utils.functional import Promise

from jobunivers.foundation.datamap import holding
from jobunivers.foundation.datamap.holdings import Unmapped
from jobunivers.foundation.datamap.rules import RETENTIONS, Retention, Then
from jobunivers.identity import queries as identity
from jobunivers.rooms.retention.models import (
    OPEN,
    Batch,
    Choice,
    Ended,
    Hold,
    HoldKind,
    LedgerLine,
    Plan,
    PlanLine,
    PlanState,
    Told,
)
from jobunivers.rooms.retention.queries import choices, words

_ON_A_PAGE = 50
_SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Rule:
    """A retention, the days that hold here, and what is decided for later."""

    term: Retention
    days: int
    own: bool
    later: Choice | None
    anonymises: bool


@dataclass(frozen=True, slots=True)
class Chosen:
    """A number of the kommune's, such as above what a second person must say yes."""

    number: choices.Number
    value: int


@dataclass(frozen=True, slots=True)
class PlanShown:
    """A plan, what it takes by rule, and whether the reader may say yes to it."""

    plan: Plan
    state: Promise | str
    by_rule: "list[tuple[Promise | str, list[PlanRow]]]"
    may_approve: bool
    by: str
    failed: int


@dataclass(frozen=True, slots=True)
class PlanRow:
    """What a plan takes from one model, in words."""

    line: PlanLine
    what: Promise | str


@dataclass(frozen=True, slots=True)
class HoldShown:
    """A hold, whom it is about and who set it."""

    row: Hold
    kind: Promise | str
    name: str
    by: str
    late: bool


@dataclass(frozen=True, slots=True)
class RulesPage:
    """The page of rules: what is kept how long, what waits, and what has gone."""

    rules: list[Rule]
    numbers: list[Chosen]
    plan: PlanShown | None
    earlier: list[PlanShown]
    holds: int
    ended: int
    told: int
    gone: "list[tuple[datetime, Promise | str, int, int]]"


def rules_page(*, reader_id: int, at: datetime) -> RulesPage:
    """Return the page of rules."""
    today = timezone.localdate(at)
    held = choices.in_force(today)
    later = {
        one.code: one
        for one in Choice.objects.filter(from_on__gt=today).order_by("-from_on", "-pk")
    }
    plans = list(Plan.objects.order_by("-pk")[:6])
    names = _names({one for row in plans for one in (row.made_by_id, row.decided_by_id)})
    shown = [_plan(row, reader_id, names) for row in plans]
    return RulesPage(
        rules=[_rule(one, held, later) for one in choices.choosable().values()],
        numbers=[Chosen(one, held.get(code, one.value)) for code, one in choices.NUMBERS.items()],
        plan=next((one for one in shown if one.plan.state in OPEN), None),
        earlier=[one for one in shown if one.plan.state not in OPEN],
        holds=Hold.objects.filter(lifted_at=None).count(),
        ended=Ended.objects.filter(is_citizen=True).count(),
        told=Told.objects.filter(goes_on__range=(today, today + _SOON)).count(),
        gone=_gone(),
    )


def _rule(term: Retention, held: dict[str, int], later: dict[str, Choice]) -> Rule:
    code = choices.DAYS + term.code
    return Rule(
        term=term,
        days=held.get(code, term.days),
        own=code in held,
        later=later.get(code),
        anonymises=term.then is Then.ANONYMISE,
    )


def _plan(row: Plan, reader_id: int, names: dict[int, str]) -> PlanShown:
    by_rule: dict[str, list[PlanRow]] = {}
    for line in PlanLine.objects.filter(plan=row).order_by("code", "-rows", "label"):
        by_rule.setdefault(line.code, []).append(PlanRow(line, what(line.label)))
    return PlanShown(
        plan=row,
        state=words.STATES[PlanState(row.state)],
        by_rule=[(words.CODES.get(code, code), rows) for code, rows in by_rule.items()],
        may_approve=row.state == PlanState.WAITING and row.made_by_id != reader_id,
        by=names.get(row.decided_by_id or 0, ""),
        failed=Batch.objects.filter(plan=row, state="failed").count(),
    )


def what(label: str) -> Promise | str:
    """Return what a model holds in plain words; its name, where nobody has said it."""
    try:
        return holding(label).what
    except Unmapped:
        return label


def _gone() -> "list[tuple[datetime, Promise | str, int, int]]":
    rows = (
        LedgerLine.objects.order_by()
        .values("plan_id", "at__date", "code")
        .annotate(many=Sum("rows"), people=Count("batch_id", distinct=True))
        .order_by("-at__date", "-plan_id", "code")[:20]
    )
    return [
        (row["at__date"], words.CODES.get(row["code"], row["code"]), row["many"], row["plan_id"])
        for row in rows
    ]


@dataclass(frozen=True, slots=True)
class Decided:
    """A choice of the kommune's, and who made it."""

    row: Choice
    by: str
    holds: bool


def decisions(code: str, *, today: date) -> list[Decided]:
    """Return every choice of a number, newest first, and which of them holds today."""
    rows = list(Choice.objects.filter(code=code).order_by("-from_on", "-pk"))
    names = _names({row.by_id for row in rows})
    now = next((row.pk for row in rows if row.from_on <= today), None)
    return [Decided(row, names.get(row.by_id, ""), row.pk == now) for row in rows]


def holds(*, page: str | None, today: date) -> "tuple[list[HoldShown], Page[Hold]]":
    """Return a page of open holds: those to be looked at again first."""
    found = Hold.objects.filter(lifted_at=None).order_by("review_on", "pk")
    sheet = Paginator(found, _ON_A_PAGE).get_page(page)
    rows = list(sheet.object_list)
    names = _names({one for row in rows for one in (row.person_id, row.set_by_id)})
    return [
        HoldShown(
            row=row,
            kind=words.KINDS[HoldKind(row.kind)],
            name=names.get(row.person_id, ""),
            by=names.get(row.set_by_id or 0, ""),
            late=row.review_on is not None and row.review_on <= today,
        )
        for row in rows
    ], sheet


def _names(ids: set[int | None]) -> dict[int, str]:
    wanted = {one for one in ids if one is not None}
    return {one: name for one, (name, _) in identity.names(ids=wanted).items()} if wanted else {}


@dataclass(frozen=True, slots=True)
class Going:
    """Something of hers that goes: what, when, and whether she may keep it longer."""

    row: Told
    name: Promise | str
    what: list[Promise | str]
    may_keep: bool


@dataclass(frozen=True, slots=True)
class MinePage:
    """What of hers goes when, and what is kept how long otherwise."""

    going: list[Going]
    ended_on: date | None
    held: list[Hold]
    rules: list[tuple[Retention, int]]


def mine_page(*, citizen_id: int, at: datetime) -> MinePage:
    """Return what a citizen reads of how long her data is kept."""
    today = timezone.localdate(at)
    ended = Ended.objects.filter(person_id=citizen_id).order_by("pk").first()
    told = (
        Told.objects.filter(citizen_id=citizen_id, ended_on=ended.ended_on, goes_on__gte=today)
        if ended
        else Told.objects.none()
    )
    days = choices.days_on(today)
    return MinePage(
        going=[
            Going(
                row=row,
                name=words.CODES.get(row.code, row.code),
                what=_whats(row.code),
                may_keep=row.kept_at is None and row.goes_on > today,
            )
            for row in told.order_by("goes_on", "pk")
        ],
        ended_on=ended.ended_on if ended else None,
        held=list(Hold.objects.filter(person_id=citizen_id, lifted_at=None).order_by("pk")),
        rules=[(one, days[code]) for code, one in RETENTIONS.items() if one.then is not Then.KEEP],
    )


def _whats(code: str) -> list[Promise | str]:
    """Return what goes by a step, in the words of the data map, each once."""
    from jobunivers.foundation.datamap import About, holdings_about

    own = "retention"
    found: dict[str, Promise | str] = {}
    for one in holdings_about(About.CITIZEN):
        if one.owner != own and code in {one.retention, "end"}:
            found.setdefault(str(one.what), one.what)
    return list(found.values())


def find_person(*, name: str, born_on: date | None) -> int | None:
    """Return the one citizen of a full name, and a birthday where it is known; None: not one."""
    found = identity.exactly(name=name)
    rows = [pk for pk, born in found if born_on is None or born is None or born == born_on]
    return rows[0] if len(rows) == 1 else None
