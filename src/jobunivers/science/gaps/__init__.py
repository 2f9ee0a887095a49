# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What would open more: skills to learn, courses to take, openings that new skills brought nearer.

`gaps` counts over all open vacancies, `next_learning` ranks offers, `because_completed` says what
a course was good for, `occupations_near` which kinds of work it brought nearer, `similar` finds
openings like an opening. The formulas are in README.md of science.
"""

from jobunivers.science.gaps.asking import (
    Gap,
    Gaps,
    Learning,
    Raised,
    because_completed,
    gaps,
    next_learning,
    reach_of,
)
from jobunivers.science.gaps.finding import Offer
from jobunivers.science.gaps.near import NearOccupation, occupations_near
from jobunivers.science.gaps.reach import THRESHOLD, Reach
from jobunivers.science.gaps.similar import Alike, similar

VERSION = "gaps-2"

__all__ = [
    "THRESHOLD",
    "VERSION",
    "Alike",
    "Gap",
    "Gaps",
    "Learning",
    "NearOccupation",
    "Offer",
    "Raised",
    "Reach",
    "because_completed",
    "gaps",
    "next_learning",
    "occupations_near",
    "reach_of",
    "similar",
]
