# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The flow between courses over time, for a manager: sums of prepared rows, nobody by name."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, F, IntegerField, Sum, Value, When

from jobunivers.rooms.segmentation.models import FlowDay
from jobunivers.rooms.segmentation.queries.drawing import Drawing, Flows, draw

NEW, LEFT = "+", "-"
"""Codes of the two bars that are no courses: who came since the day before, and who left."""
PERIODS = (1, 4, 12, 26, 52)
"""Weeks a manager may look back."""
_WIDE_COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Stock:
    """How many were in a course at the beginning and at the end."""

    code: str
    before: int
    after: int

    @property
    def change(self) -> int:
        """Return how many more there are now."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class FlowPage:
    """The flow of some weeks, as pictures and as the same numbers."""

    weeks: int
    order: tuple[str, ...]  # the courses, least help first
    days: tuple[date, ...]  # of the columns of the wide picture; empty: nothing is counted yet
    wide: Drawing
    narrow: Drawing
    moves: tuple[tuple[str, str, int], ...]  # from, to, people; most first, who stayed left out
    stocks: tuple[Stock, ...]
    closer: int  # moves to a course with closer help
    further: int
    new: int
    left: int


def flow_page(*, weeks: int, closeness: Mapping[str, int], today: date) -> FlowPage:
    """Return what the last weeks changed.

    Args:
        weeks: how far to look back, one of `PERIODS`.
        closeness: code of each course → how close its help is, from the policy in effect.
        today: the Danish day.
    """
    columns = _columns(today - timedelta(weeks=weeks), today)
    stocks, moved = _at_end_of(columns), _moved(columns)
    order = (*sorted(closeness, key=lambda code: (closeness[code], code)), NEW, LEFT)
    steps = [_with_stayers(moved[n], stocks[n]) for n in range(len(moved))]
    whole: Counter[tuple[str, str]] = sum(moved, Counter())
    way = {pair: _way(pair, closeness) for pair in whole}
    return FlowPage(
        weeks=weeks,
        order=order[:-2],
        days=tuple(columns) if moved else (),
        wide=draw(steps, order, width=960, tallest=300),
        narrow=draw(
            [_with_stayers(whole, stocks[0])] if moved else [], order, width=340, tallest=260
        ),
        moves=tuple(
            (start, end, many)
            for (start, end), many in sorted(whole.items(), key=lambda one: (-one[1], one[0]))
        ),
        stocks=_stocks(stocks, order),
        closer=sum(many for pair, many in whole.items() if way[pair] > 0),
        further=sum(many for pair, many in whole.items() if way[pair] < 0),
        new=sum(many for (start, _end), many in whole.items() if start == NEW),
        left=sum(many for (_start, end), many in whole.items() if end == LEFT),
    )


def _columns(since: date, today: date) -> list[date]:
    """Return some counted days far apart, the first and the last of them among these."""
    found = FlowDay.objects.filter(day__gte=since, day__lte=today)
    days = list(found.order_by("day").values_list("day", flat=True).distinct())
    last = len(days) - 1
    places = {round(last * step / (_WIDE_COLUMNS - 1)) for step in range(_WIDE_COLUMNS)}
    return [days[place] for place in sorted(places)] if days else []


def _at_end_of(days: Sequence[date]) -> list[dict[str, int]]:
    """Return how many were in each course when each of the days was over."""
    found = FlowDay.objects.filter(day__in=days).exclude(to_course="")
    counted = found.values_list("day", "to_course").annotate(many=Sum("people"))
    there: dict[date, dict[str, int]] = {day: {} for day in days}
    for day, course, many in counted.order_by("day", "to_course"):
        there[day][course] = many
    return [there[day] for day in days]


def _moved(columns: Sequence[date]) -> list[Counter[tuple[str, str]]]:
    """Return the moves after each column's day and up to the next's; who moved twice is two."""
    moved: list[Counter[tuple[str, str]]] = [Counter() for _ in columns[1:]]
    if not moved:
        return moved
    found = FlowDay.objects.filter(day__gt=columns[0], day__lte=columns[-1])
    steps = [When(day__lte=day, then=Value(step)) for step, day in enumerate(columns[1:])]
    counted = (
        found.exclude(from_course=F("to_course"))
        .annotate(step=Case(*steps, output_field=IntegerField()))
        .values_list("step", "from_course", "to_course")
        .annotate(many=Sum("people"))
    )
    for step, start, end, many in counted.order_by("step", "from_course", "to_course"):
        if many:
            moved[step][start or NEW, end or LEFT] = many
    return moved


def _with_stayers(moved: Flows, before: Mapping[str, int]) -> Flows:
    """Return the moves and, for each course, those who were in it before and did not leave it."""
    left: Counter[str] = Counter()
    for (start, _end), many in moved.items():
        left[start] += many
    staying = {code: many - left[code] for code, many in before.items()}
    return {**moved, **{(code, code): many for code, many in staying.items() if many > 0}}


def _stocks(stocks: Sequence[Mapping[str, int]], order: Sequence[str]) -> tuple[Stock, ...]:
    if not stocks:
        return ()
    before, after = stocks[0], stocks[-1]
    codes = [*order[:-2], *sorted((before.keys() | after.keys()) - set(order))]
    return tuple(Stock(code, before.get(code, 0), after.get(code, 0)) for code in codes)


def _way(pair: tuple[str, str], closeness: Mapping[str, int]) -> int:
    """Return 1 for a move to closer help, -1 for one to less close help, else 0."""
    if {NEW, LEFT} & set(pair):
        return 0
    start, end = (closeness.get(code, 0) for code in pair)
    return (end > start) - (end < start)
