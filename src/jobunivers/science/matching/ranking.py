# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The answer for one person: matches with reasons, and what was kept away and why."""

from collections.abc import Mapping
from dataclasses import dataclass

from jobunivers.science.explain import Reason


@dataclass(frozen=True, slots=True)
class Match:
    """An opening that may be shown, its score in 1/10,000, and reasons that add up to it."""

    id: int
    score: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Excluded:
    """An opening that a hard constraint keeps away, and the constraint's name.

    One of "expired", "hidden", "applied", "language", "licence", "too_far", "hours".
    """

    id: int
    reason: str


@dataclass(frozen=True, slots=True)
class Ranking:
    """Matches, best first; how many each constraint kept from being among them; how many compared.

    What is another kommune's is neither counted nor compared.
    """

    matches: tuple[Match, ...]
    kept_away: Mapping[str, int]
    considered: int
