# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is said of shelves and of what stands on them, and who asks."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

EVERYWHERE = "*"
"""The key of no shelf: what is said under it is said of every shelf."""

LEVELS = range(1, 6)
"""The levels of the vision that a kommune can run at."""


class Tier(IntEnum):
    """Who speaks; the higher number is nearer to the citizen."""

    COUNTRY = 0
    CLUSTER = 1
    KOMMUNE = 2


class Stance(StrEnum):
    """What is said of an item on a shelf."""

    SHOW = "show"
    FEATURE = "feature"
    HIDE = "hide"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfSaid:
    """A shelf as one tier has it."""

    key: str
    tier: Tier
    order: int = 100
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EntrySaid:
    """One tier's word on one item of one shelf.

    Attributes:
        shelf: the shelf's key, or `EVERYWHERE`.
        courses: codes of the courses the word is for; empty: for all.
        least_level: the word holds where the kommune runs at this level or higher.
        first, last: the days it holds from and to, both in it; None: no limit.
    """

    shelf: str
    item: int
    tier: Tier
    stance: Stance = Stance.SHOW
    order: int = 1000
    courses: frozenset[str] = frozenset()
    least_level: int = 1
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Whom the shelves are shown to: her course (None: she has none), the day, the level."""

    course: str | None
    day: date
    level: int = LEVELS[-1]
