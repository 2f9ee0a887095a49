# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where the values of a prepared question go in its SQL: as they are, or as far away as they lay.

A value of the SQL is compared in two questions made of different stand-ins; see `prepared`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any, NamedTuple

from django.utils import timezone


class CannotBePrepared(TypeError):  # noqa: N818 - it reads as what happened
    """A question looks at its values, so that it cannot be kept for others."""


class Place(NamedTuple):
    """Where a value goes: its number among the values, and what makes it the driver's."""

    value: int
    kind: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Away:
    """A moment or a day that lies a fixed time from the one given."""

    by: timedelta

    def __call__(self, value: Any) -> Any:
        return value + self.by


@dataclass(frozen=True, slots=True)
class _DayAway:
    """A day that lies a fixed number of days from the Danish day of the moment given."""

    by: timedelta

    def __call__(self, value: datetime) -> date:
        return timezone.localdate(value) + self.by


@dataclass(frozen=True, slots=True)
class _ClockOn:
    """The moment at which Danish clocks show a time, a fixed number of days from the day given."""

    by: timedelta
    clock: time
    zone: tzinfo | None  # in which it was written: the same moment is another text in another

    def __call__(self, value: date) -> datetime:
        shown = datetime.combine(value + self.by, self.clock)
        return timezone.make_aware(shown).astimezone(self.zone)


def place_of(one: Any, other: Any, pairs: list[tuple[Any, Any]], name: str) -> Any:
    """Return where a value of the SQL comes from; itself when it is always the same."""
    if type(one) is type(other) and one == other:
        return one
    for number, pair in enumerate(pairs):
        if (one, other) == pair and isinstance(one, datetime) == isinstance(pair[0], datetime):
            return Place(number, _kind(one))
    found = [
        Place(number, away)
        for number, pair in enumerate(pairs)
        if (away := _away(one, other, *pair)) is not None
    ]
    if len(found) != 1:
        raise CannotBePrepared(f"{name} reckons with its values: {one!r} was not given.")
    return found[0]


def _away(one: Any, other: Any, stand: Any, other_stand: Any) -> _Away | _DayAway | _ClockOn | None:
    """Return how far from a stand-in a value lies, if it is as far from both."""
    if not isinstance(one, date) or not isinstance(stand, date):
        return None
    if isinstance(one, datetime) == isinstance(stand, datetime):
        by = one - stand
        return _Away(by) if by == other - other_stand else None
    if isinstance(one, datetime):
        return _clock_on(one, other, stand, other_stand)
    by = one - timezone.localdate(stand)  # type: ignore[arg-type]  # a moment here
    return _DayAway(by) if by == other - timezone.localdate(other_stand) else None


def _clock_on(one: datetime, other: datetime, stand: date, other_stand: date) -> _ClockOn | None:
    """Return which clock, how many days from both stand-ins, two moments are."""
    shown, other_shown = timezone.localtime(one), timezone.localtime(other)
    by, clock = shown.date() - stand, shown.time()
    same = (by, clock) == (other_shown.date() - other_stand, other_shown.time())
    return _ClockOn(by, clock, one.tzinfo) if same else None


def _kind(one: Any) -> Callable[[Any], Any]:
    """Return what the driver is given the value as: it has whole numbers of several widths."""
    return type(one) if isinstance(one, int) else _as_it_is


def _as_it_is(value: Any) -> Any:
    return value
