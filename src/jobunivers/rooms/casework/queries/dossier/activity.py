# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What she did over 30, 90 or 365 days: a chart that says its finding, and the table behind it.

From prepared rows (days of activity, talks with employers), never from the log of events.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from jobunivers.identity.models import Person
from jobunivers.rooms.casework.queries.dossier.codes import ACTIVITY
from jobunivers.rooms.casework.queries.dossier.drawing import Strip, height_of, strips
from jobunivers.rooms.segmentation.queries.dossier import activity_counted, activity_days
from jobunivers.rooms.vacancies.queries.dossier import talks_between
from jobunivers.trust.dossier import Showing

CHOICES = (30, 90, 365)
USUAL = 30
_BIN_DAYS = {30: 1, 90: 7, 365: 28}
_DAY = timedelta(days=1)
KINDS: Mapping[str, Promise] = {
    "applications": gettext_lazy("Ansøgninger"),
    "talks": gettext_lazy("Jobsamtaler"),
    "logins": gettext_lazy("Dage logget ind"),
    "learning": gettext_lazy("Læring"),
}


@dataclass(frozen=True, slots=True)
class Bin:
    """Some days and what was done on them; `known` is false for days before she came."""

    first: date
    last: date
    known: bool
    counts: Mapping[str, int]

    @property
    def row(self) -> list[int]:
        """Return the counts in the order of the kinds."""
        return [self.counts[kind] for kind in KINDS]


@dataclass(frozen=True, slots=True)
class Chart:
    """The chart and what stands around it."""

    days: int
    choices: Sequence[int]
    finding: str
    strips: Sequence[Strip]
    bins: Sequence[Bin]
    kinds: Sequence[str]
    first: date
    last: date
    came_on: date | None  # where she came within the days shown
    counted_at: datetime | None
    bin_days: int
    nothing: bool

    @property
    def height(self) -> float:
        """Return how high the picture is."""
        return height_of(len(self.strips))


def days_asked(text: str) -> int:
    """Return how many days an address asks for; what is no choice is the usual."""
    return int(text) if text in {str(one) for one in CHOICES} else USUAL


def ask(showing: Showing) -> "list[QuerySet[Any, Any]]":
    """Ask for the days shown and as many before them, to compare with."""
    last = timezone.localdate(showing.at)
    first = last - (2 * showing.days - 1) * _DAY
    return [
        activity_days(citizen_id=showing.citizen_id, first=first, last=last),
        talks_between(citizen_id=showing.citizen_id, first=first, after=last + _DAY),
        activity_counted(),
        Person.objects.filter(pk=showing.citizen_id).order_by("pk"),
    ]


def load(showing: Showing) -> dict[str, Any]:
    """Return the chart of the days asked for."""
    days, talks, counted, person = showing.answers[ACTIVITY]
    last = timezone.localdate(showing.at)
    first = last - (showing.days - 1) * _DAY
    came = next((timezone.localdate(one.created_at) for one in person), None)
    read_at = next((one.read_at for one in counted), None)
    by_day = _by_day(days, talks)
    bins = _bins(by_day, first, last, _BIN_DAYS[showing.days], came)
    now = _sums(by_day, first, last)
    before_first = first - showing.days * _DAY
    comparable = came is not None and came <= before_first
    before = _sums(by_day, before_first, first - _DAY) if comparable else None
    chart = Chart(
        days=showing.days,
        choices=CHOICES,
        finding=finding(now, before, showing.days),
        strips=strips(
            [(kind, str(words), now[kind]) for kind, words in KINDS.items()],
            [one.row for one in bins],
            [one.known for one in bins],
        ),
        bins=bins,
        kinds=[str(words) for words in KINDS.values()],
        first=first,
        last=last,
        came_on=came if came is not None and came > first else None,
        counted_at=read_at,
        bin_days=_BIN_DAYS[showing.days],
        nothing=not any(now.values()),
    )
    return {"chart": chart}


def _by_day(days: Iterable[Any], talks: Iterable[date]) -> dict[date, dict[str, int]]:
    found: dict[date, dict[str, int]] = {}
    for row in days:
        found[row.day] = {
            "applications": row.applications,
            "talks": 0,
            "logins": min(row.logins, 1),
            "learning": row.learning,
        }
    for day in talks:
        found.setdefault(day, dict.fromkeys(KINDS, 0))["talks"] += 1
    return found


def _sums(by_day: Mapping[date, Mapping[str, int]], first: date, last: date) -> dict[str, int]:
    there = [counts for day, counts in by_day.items() if first <= day <= last]
    return {kind: sum(counts[kind] for counts in there) for kind in KINDS}


def _bins(
    by_day: Mapping[date, Mapping[str, int]], first: date, last: date, size: int, came: date | None
) -> list[Bin]:
    """Return the days in groups that end today; the first group may be shorter."""
    found: list[Bin] = []
    end = last
    while end >= first:
        start = max(first, end - (size - 1) * _DAY)
        known = came is None or end >= came
        found.append(Bin(start, end, known, _sums(by_day, start, end)))
        end = start - _DAY
    return found[::-1]


def finding(now: Mapping[str, int], before: Mapping[str, int] | None, days: int) -> str:
    """Return what the chart says, in a sentence that blames nobody.

    Args:
        now: how often each kind was done in the days.
        before: the same in as many days before them; None when she was not here then.
        days: how many days.
    """
    sent = now["applications"]
    if not any(now.values()):
        return _("Ingen aktivitet på siden de seneste %(days)s dage") % {"days": days}
    said = ngettext(
        "%(count)s ansøgning på %(days)s dage",
        "%(count)s ansøgninger på %(days)s dage",
        sent,
    ) % {"count": sent, "days": days}
    if before is not None and (sent or before["applications"]):
        said += ", " + _against(sent, before["applications"])
    elif not sent:
        said += ", " + ngettext(
            "og logget ind på %(count)s dag", "og logget ind på %(count)s dage", now["logins"]
        ) % {"count": now["logins"]}
    return said


def _against(sent: int, before: int) -> str:
    if sent == before:
        return _("lige så mange som perioden før")
    if sent > before:
        return _("flere end perioden før (%(before)s)") % {"before": before}
    return _("færre end perioden før (%(before)s)") % {"before": before}
