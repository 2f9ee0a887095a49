# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The two aims of BEK 760/2025 § 5: definition, counts, what is not known here, trend and dates."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from jobunivers.rooms.casework.models import FocusDay, FocusReport, Measure
from jobunivers.rooms.law import queries as law

RULES = {Measure.OFFER: "supervision.offer", Measure.TALKS: "supervision.talks"}
"""The rule of the register that each aim stands under."""
# So many points below the limit it is said that it is near.
NEAR = 5.0
_YEAR = timedelta(days=366)
_MOST_REPORTS = 12


@dataclass(frozen=True, slots=True)
class Point:
    """An aim on a day; `share` is per cent, None where the platform does not know."""

    day: date
    people: int
    without: int | None

    @property
    def share(self) -> float | None:
        """Return how many per cent lack what the aim asks for."""
        if self.without is None or not self.people:
            return None
        return 100.0 * self.without / self.people


@dataclass(frozen=True, slots=True)
class Report:
    """An aim as it was measured elsewhere."""

    point: Point
    source: str


@dataclass(frozen=True, slots=True)
class Aim:
    """One of the aims.

    `says`, `limit`, `citation` and `path` come from the rule in force; without one `limit` is None.
    `state` is "" (not known), "met", "near" or "over", by the newest report, else by our count.
    """

    measure: str
    name: str
    says: str
    limit: float | None
    citation: str
    path: str
    now: Point | None
    met: int  # of `now.people`, how many the platform knows something of
    trend: tuple[Point, ...]
    reports: tuple[Report, ...]
    state: str

    @property
    def deciding(self) -> Point | None:
        """Return what the state is told by."""
        return self.reports[0].point if self.reports else self.now


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day of the supervision's year."""

    day: date
    code: str  # measured | published | told | answered


@dataclass(frozen=True, slots=True)
class SupervisionPage:
    """Both aims and the days to come."""

    aims: tuple[Aim, ...]
    dates: tuple[Milestone, ...]


def supervision_page(*, today: date, language: str) -> SupervisionPage:
    """Return the aims as they stand, and what comes when (BEK 760/2025 §§ 2, 6 and 7)."""
    counted = list(FocusDay.objects.filter(day__gt=today - _YEAR, day__lte=today).order_by("day"))
    told = list(FocusReport.objects.filter(day__gt=today - 3 * _YEAR).order_by("-day", "-pk"))
    return SupervisionPage(
        aims=tuple(
            _aim(
                measure,
                [one for one in counted if one.measure == measure],
                [one for one in told if one.measure == measure],
                today,
                language,
            )
            for measure in Measure
        ),
        dates=tuple(_dates(today)),
    )


def _aim(
    measure: Measure, days: list[FocusDay], told: list[FocusReport], today: date, language: str
) -> Aim:
    name, says, limit, citation, path = _rule(measure, today, language)
    newest: dict[date, FocusReport] = {}
    for one in told:
        newest.setdefault(one.day, one)
    reports = tuple(
        Report(Point(one.day, one.people, one.without), one.source)
        for one in list(newest.values())[:_MOST_REPORTS]
    )
    last = days[-1] if days else None
    now = Point(last.day, last.people, last.without) if last else None
    deciding = reports[0].point if reports else now
    return Aim(
        measure=measure.value,
        name=name,
        says=says,
        limit=limit,
        citation=citation,
        path=path,
        now=now,
        met=last.met if last else 0,
        trend=tuple(_by_month(days)),
        reports=reports,
        state=_state(deciding.share if deciding else None, limit),
    )


def _rule(measure: Measure, day: date, language: str) -> tuple[str, str, float | None, str, str]:
    try:
        rule = law.rule(RULES[measure], on=day)
    except (law.NoRuleOn, law.UnknownRule):
        return measure.value, "", None, "", ""
    return (
        rule.name(language),
        rule.says(language),
        float(str(rule.values["less_than_percent"])),
        rule.citation,
        rule.address,
    )


def _state(share: float | None, limit: float | None) -> str:
    if share is None or limit is None:
        return ""
    # "Skal være mindre end": at the limit the aim is not met.
    if share >= limit:
        return "over"
    return "near" if share >= limit - NEAR else "met"


def _by_month(days: list[FocusDay]) -> Iterator[Point]:
    """Yield the last counted day of each month, the newest first."""
    last: dict[tuple[int, int], FocusDay] = {(one.day.year, one.day.month): one for one in days}
    for one in sorted(last.values(), key=lambda row: row.day, reverse=True):
        yield Point(one.day, one.people, one.without)


def _dates(today: date) -> list[Milestone]:
    """Return what comes in the supervision's year: it measures a calendar year."""
    found = []
    for year in (today.year - 1, today.year):
        found += [
            Milestone(date(year, 12, 31), "measured"),
            Milestone(date(year + 1, 4, 1), "published"),
            Milestone(date(year + 1, 4, 30), "told"),
            Milestone(date(year + 1, 7, 31), "answered"),
        ]
    return [one for one in found if one.day >= today]


def rows_for_file(*, today: date) -> Iterator[tuple[str, str, int, str, str, str]]:
    """Yield day, aim, people, without, per cent and source of a year's counts, oldest first."""
    since = today - _YEAR
    for day in FocusDay.objects.filter(day__gt=since).order_by("day", "measure"):
        point = Point(day.day, day.people, day.without)
        yield _row(point, day.measure, "Jobunivers")
    for told in FocusReport.objects.filter(day__gt=since).order_by("day", "measure", "pk"):
        yield _row(Point(told.day, told.people, told.without), told.measure, told.source)


def _row(point: Point, measure: str, source: str) -> tuple[str, str, int, str, str, str]:
    share = point.share
    return (
        point.day.isoformat(),
        measure,
        point.people,
        "" if point.without is None else str(point.without),
        "" if share is None else f"{share:.1f}",
        source,
    )
