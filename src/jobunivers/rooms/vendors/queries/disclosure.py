# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What may be said of people in sums: nothing of fewer than ten, nor what tells it by subtraction.

Pure: counts in, what may be shown out. The rules:

1. A sum of fewer than ten people is not told.
2. A part of a sum is told only when it is all of it, or when the rest is ten people or more.
3. A kommune is named only with ten people or more; the kommuner that are not named have together
   none or ten: else the smallest named one goes in among them, until they have.
4. Only months that are over are told, once (`actions.figures`): a number that is told again with
   one person more tells of that person.
5. Stars are of everybody until now, so two of them are ten people apart or the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Self

FEWEST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One kommune's numbers of one solution in one month; `starts` are acts, the others people."""

    kommune: str
    users: int
    starts: int
    completers: int


@dataclass(frozen=True, slots=True)
class Rated:
    """How many have rated until now, and the sum of their stars."""

    raters: int
    stars: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a firm reads of a month; None: fewer than ten.

    Attributes:
        kommuner: code → people, those that may be named, most first.
        others: people in kommuner that are not named.
        raters, average: of everybody until a month not later than this one.
    """

    users: int | None = None
    starts: int | None = None
    completers: int | None = None
    kommuner: tuple[tuple[str, int], ...] = ()
    others: int = 0
    raters: int | None = None
    stars: int | None = None

    @property
    def average(self) -> float | None:
        """Return the average of the stars."""
        return self.stars / self.raters if self.stars and self.raters else None

    def as_json(self) -> dict[str, Any]:
        """Return it as it is kept."""
        return asdict(self)

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> Self:
        """Return what was kept."""
        named = tuple((str(code), int(people)) for code, people in kept.get("kommuner", ()))
        numbers = {
            name: kept.get(name) for name in ("users", "starts", "completers", "raters", "stars")
        }
        return cls(**numbers, kommuner=named, others=int(kept.get("others", 0)))


def month_shown(counted: Sequence[Counted], rated: Rated | None) -> Shown:
    """Return what may be said of a month; `rated` is what may be said of stars."""
    users = sum(one.users for one in counted)
    raters, stars = (rated.raters, rated.stars) if rated else (None, None)
    if users < FEWEST:
        return Shown(raters=raters, stars=stars)
    named = _named(counted)
    return Shown(
        users=users,
        starts=sum(one.starts for one in counted),
        completers=part(sum(one.completers for one in counted), users),
        kommuner=named,
        others=users - sum(people for _code, people in named) if named else 0,
        raters=raters,
        stars=stars,
    )


def part(some: int, everyone: int) -> int | None:
    """Return a part of a sum that is told, or None where it or the rest is too few."""
    rest = abs(everyone - some)
    return some if some >= FEWEST and (rest == 0 or rest >= FEWEST) else None


def batched(before: Rated | None, now: Rated) -> Rated | None:
    """Return the stars that may be told: the new ones when ten more have rated, else the old."""
    known = before.raters if before else 0
    return now if now.raters - known >= FEWEST else before


def _named(counted: Sequence[Counted]) -> tuple[tuple[str, int], ...]:
    named = sorted(
        ((one.kommune, one.users) for one in counted if one.users >= FEWEST),
        key=lambda line: (-line[1], line[0]),
    )
    rest = sum(one.users for one in counted) - sum(people for _code, people in named)
    while named and 0 < rest < FEWEST:
        rest += named.pop()[1]
    return tuple(named)
