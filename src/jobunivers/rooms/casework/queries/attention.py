# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Points as people see them: the work list, one citizen's, her own page, how often they are wrong.

Read from prepared points; no page asks the rules or the log of events.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, overload

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet
from django.utils.functional import Promise

from jobunivers.foundation import together
from jobunivers.foundation.counted import counted, how_many
from jobunivers.foundation.prepared import Prepared, prepared
from jobunivers.identity import queries as identity
from jobunivers.identity.models import Role
from jobunivers.rooms.casework.models import WAITING, AttentionPoint, PointState
from jobunivers.rooms.casework.queries.attention_words import (
    HOW,
    Way,
    fact_lines,
    her_way,
    rule_of,
    ways_of,
)
from jobunivers.rooms.casework.queries.counting import counted_on
from jobunivers.rooms.casework.queries.pressing import (
    ORDER,
    pressing_names,
    what_first,
    whom_first,
)
from jobunivers.rooms.segmentation import queries as segmentation
from jobunivers.science.attention import RULES, Owner, Rule
from jobunivers.trust import opening

# Each has all her points with their acts: more would be slower to make than to read.
ON_A_PAGE = 12
_PAST = 25
MOST_COUNTED = 1_000
_PAGE = re.compile("[0-9]{1,4}")
_KEPT_FOR = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class PointLine:
    """A point as staff read it."""

    pk: int
    code: str
    name: str
    text: str
    facts: Sequence[tuple[str, str]]
    ways: Sequence[Way]
    opened_at: datetime
    objection: str
    objected: bool


@dataclass(frozen=True, slots=True)
class CitizenBlock:
    """A citizen with the points that wait."""

    citizen_id: int
    name: str
    points: Sequence[PointLine]


@dataclass(frozen=True, slots=True)
class KindChoice:
    """A kind to filter by, with how many wait."""

    code: str
    name: str
    many: int


@dataclass(frozen=True, slots=True)
class WorkList:
    """A page of the work list."""

    blocks: Sequence[CitizenBlock]
    sheet: Page[Any]
    kinds: Sequence[KindChoice]
    whose: str  # mine | team
    kind: str
    waiting_mine: int
    more: bool  # there are more than could be counted
    pressing: Sequence[str]  # what cannot wait, by name
    order: Promise = ORDER


def waiting(today: date) -> QuerySet[AttentionPoint]:
    """Return the points that wait today: open ones, and postponed ones whose day has come."""
    return AttentionPoint.objects.filter(
        Q(state=PointState.OPEN) | Q(state=PointState.POSTPONED, until__lte=today)
    )


@dataclass(frozen=True, slots=True)
class Asker:
    """The member of staff who asks, and the day."""

    staff_id: int
    role: str
    today: date


def waiting_for(asker: Asker, *, whose: str) -> QuerySet[AttentionPoint]:
    """Return what waits for a member of staff.

    "mine" are those whose personal consultant she is, or stands in for today. "team" are, for a
    consultant, those of her colleagues; for others what is theirs by the rule, of citizens without
    a consultant.
    """
    mine, found = segmentation.mine_today(asker.staff_id, asker.today), _owned(asker, whose)
    if whose == "mine":
        return found.filter(citizen_id__in=mine)
    helped = segmentation.with_consultant()
    if asker.role == Role.CONSULTANT:
        return found.filter(citizen_id__in=helped).exclude(citizen_id__in=mine)
    return found.exclude(citizen_id__in=helped)


def _owned(asker: Asker, whose: str) -> QuerySet[AttentionPoint]:
    """Return what waits of the kinds that are hers to see, of any citizen."""
    found = waiting(asker.today)
    if whose == "mine":
        return found
    if asker.role == Role.CONSULTANT:
        return found.exclude(owner=Owner.HERSELF.value)
    return found.filter(owner=asker.role)


def work_list(asker: Asker, *, whose: str, kind: str, language: str, page: str | None) -> WorkList:
    """Return a page of citizens with something to look at, the most pressing first.

    Where the address says whose they are, all is asked in one journey, and what stands about those
    on the page in another.
    """
    said: dict[str, Any] = {
        "staff_id": asker.staff_id,
        "role": str(asker.role),
        "today": asker.today,
    }
    own = _own_count(**said)
    if whose not in ("mine", "team"):
        whose = "mine" if how_many(own) else "team"
    kind = kind if kind in RULES else ""
    kinds = _kinds_that_wait(whose=whose, **said)
    firsts = _Firsts(page or "", {"whose": whose, "kind": kind, **said})
    together.ask([own, kinds, firsts.number, firsts.question])
    sheet: Page[int] = Paginator(firsts, ON_A_PAGE).get_page(page)
    ids = list(sheet.object_list)
    rows = _points_on(ids=ids, whose=whose, kind=kind, **said)
    blocks = _blocks(rows, ids, language, asker)
    more = sheet.paginator.count >= MOST_COUNTED
    return WorkList(
        blocks, sheet, _kind_choices(kinds, language), whose, kind, how_many(own), more,
        pressing_names(language),
    )  # fmt: skip


@prepared
def _own_count(*, staff_id: int, role: str, today: date) -> QuerySet[AttentionPoint, int]:
    return counted(waiting_for(Asker(staff_id, role, today), whose="mine"), most=MOST_COUNTED)


@prepared
def _kinds_that_wait(
    *, staff_id: int, role: str, today: date, whose: str
) -> QuerySet[AttentionPoint, tuple[str, int]]:
    """Return the question how many of each kind wait."""
    found = waiting_for(Asker(staff_id, role, today), whose=whose).order_by()
    return found.values_list("code").annotate(many=Count("*")).order_by("code")


def _of_kind(
    staff_id: int, role: str, today: date, whose: str, kind: str
) -> QuerySet[AttentionPoint]:
    found = waiting_for(Asker(staff_id, role, today), whose=whose)
    return found.filter(code=kind) if kind else found


@prepared
def _firsts_counted(
    *, staff_id: int, role: str, today: date, whose: str, kind: str
) -> QuerySet[AttentionPoint, int]:
    rows = _of_kind(staff_id, role, today, whose, kind)
    return counted(rows, most=MOST_COUNTED, each="citizen_id")


@prepared
def _firsts_from(
    *, staff_id: int, role: str, today: date, whose: str, kind: str, first: str
) -> "QuerySet[Any, int]":
    """Return the question for a page; where it begins is a text, since it stands in the SQL."""
    rows = whom_first(_of_kind(staff_id, role, today, whose, kind))
    return rows[int(first) : int(first) + ON_A_PAGE]


@prepared
def _points_on(
    *, staff_id: int, role: str, today: date, whose: str, kind: str, ids: Sequence[int]
) -> QuerySet[AttentionPoint]:
    """Return the question for all that waits of the same kinds for those on a page."""
    rows = _of_kind(staff_id, role, today, whose, kind).filter(citizen_id__in=ids)
    return what_first(rows)


class _Firsts(Sequence[int]):
    """A list for the paginator that is counted no further than somebody reads.

    The page that the address names is asked for beside the number.
    """

    def __init__(self, page: str, said: dict[str, Any]) -> None:
        self._said = said
        self._expected = ON_A_PAGE * (max(int(page), 1) - 1) if _PAGE.fullmatch(page) else 0
        self.number = _firsts_counted(**said)
        self.question = self._from(self._expected)

    def _from(self, first: int) -> Prepared[Any]:
        return _firsts_from(first=str(first), **self._said)

    def __len__(self) -> int:
        return how_many(self.number)

    @overload
    def __getitem__(self, part: int) -> int: ...

    @overload
    def __getitem__(self, part: slice) -> list[int]: ...

    def __getitem__(self, part: int | slice) -> int | list[int]:
        if isinstance(part, int):
            return int(self._from(part)[0])
        again = part.start != self._expected
        found = self._from(part.start) if again else self.question
        return list(found.rows()[: part.stop - part.start])


def _kind_choices(rows: Iterable[tuple[str, int]], language: str) -> list[KindChoice]:
    waiting_of = dict(rows)
    return [
        KindChoice(code, rule.name.said(language, {}), waiting_of[code])
        for code, rule in RULES.items()
        if code in waiting_of
    ]


def _blocks(
    found: Iterable[AttentionPoint],
    ids: Sequence[int],
    language: str,
    asker: Asker,
) -> list[CitizenBlock]:
    points: dict[int, list[PointLine]] = {}
    for one in found:
        line = line_of(one, language, asker.today)
        if line is not None:
            points.setdefault(one.citizen_id, []).append(line)
    names = opening.names_to(asker.staff_id, ids, today=asker.today)
    return [CitizenBlock(pk, names[pk], points[pk]) for pk in ids if pk in names and pk in points]


def line_of(point: AttentionPoint, language: str, today: date) -> PointLine | None:
    """Return a point as staff read it; None for a rule that is no longer in the table."""
    rule = rule_of(point.code)
    if rule is None:
        return None
    facts = counted_on(point.facts, point.facts_on, today)
    return PointLine(
        pk=point.pk,
        code=point.code,
        name=rule.name.said(language, {}),
        text=rule.staff.said(language, facts),
        facts=fact_lines(facts, language),
        ways=ways_of(rule, citizen_id=point.citizen_id, point_id=point.pk),
        opened_at=point.opened_at,
        objection=point.objection,
        objected=point.objected_at is not None,
    )


def points_of(*, citizen_id: int, language: str, today: date) -> list[PointLine]:
    """Return a citizen's points that wait, for staff who opened her."""
    rows = what_first(waiting(today).filter(citizen_id=citizen_id))
    return [line for one in rows if (line := line_of(one, language, today)) is not None]


@dataclass(frozen=True, slots=True)
class HerLine:
    """A point as she reads it."""

    pk: int
    text: str
    can_do: str
    closes: str
    facts: Sequence[tuple[str, str]]
    way: Way | None
    since: datetime
    objected: bool
    objection: str


@dataclass(frozen=True, slots=True)
class HerPast:
    """A point that is over, and how."""

    text: str
    how: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class HerPage:
    """What we have noticed about her, what she can do, and what came of earlier points."""

    now: Sequence[HerLine]
    past: Sequence[HerPast]
    helper: str


def her_page(*, citizen_id: int, language: str, at: datetime, today: date) -> HerPage:
    """Return her points: those that wait for anybody, and those of the last 90 days."""
    rows = AttentionPoint.objects.filter(citizen_id=citizen_id)
    open_rows = rows.filter(state__in=WAITING).order_by("opened_at", "pk")
    past = rows.filter(closed_at__gte=at - _KEPT_FOR).order_by("-closed_at", "-pk")[:_PAST]
    helper = segmentation.consultants_of([citizen_id]).get(citizen_id)
    return HerPage(
        now=[_hers(one, rule, language, today) for one in open_rows if (rule := rule_of(one.code))],
        past=[
            HerPast(rule.name.said(language, {}), str(HOW.get(one.how, "")), one.closed_at)
            for one in past
            if (rule := rule_of(one.code))
        ],
        helper=identity.names(ids=[helper]).get(helper, ("",))[0] if helper else "",
    )


def _hers(point: AttentionPoint, rule: Rule, language: str, today: date) -> HerLine:
    facts = counted_on(point.facts, point.facts_on, today)
    return HerLine(
        pk=point.pk,
        text=rule.citizen.said(language, facts),
        can_do=rule.can_do.said(language, facts),
        closes=rule.closes.said(language, facts),
        facts=fact_lines(facts, language),
        way=her_way(point.code),
        since=point.opened_at,
        objected=point.objected_at is not None,
        objection=point.objection,
    )


def open_codes(*, ids: Iterable[int] | None = None) -> dict[int, list[str]]:
    """Return the codes of the points that wait, by citizen, for the overview's rows."""
    rows = AttentionPoint.objects.filter(state__in=WAITING)
    if ids is not None:
        rows = rows.filter(citizen_id__in=list(ids))
    found: dict[int, list[str]] = {}
    for citizen, code in rows.order_by("citizen_id", "code").values_list("citizen_id", "code"):
        found.setdefault(citizen, []).append(code)
    return found
