# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What came of something that lots gave to some and kept from others.

People stay in the group that lots put them in, whether or not they opened what they got (intention
to treat): only then are the groups alike but for what was sent.
"""

from dataclasses import dataclass
from typing import Literal

from jobunivers.science.shares import wilson

FEWEST = 5
"""No number of fewer people is told, nor one that lets it be worked out."""

Verdict = Literal["more", "fewer", "chance"]


@dataclass(frozen=True, slots=True)
class Arm:
    """How many people lots put in a group, and how many of them did what is asked about."""

    people: int
    did: int

    @property
    def share(self) -> float:
        """Return the share that did it."""
        return self.did / self.people


@dataclass(frozen=True, slots=True)
class Effect:
    """How much larger the share is among those it was given to, with the 95 % interval.

    `verdict`: "chance" when the interval holds 0, so that lots alone may have made the difference.
    """

    given: float
    kept_from: float
    size: float
    low: float
    high: float
    verdict: Verdict


def effect(given: Arm, kept_from: Arm) -> Effect | None:
    """Return the difference of two shares; None where a cell has fewer than five people.

    The interval is Newcombe's (1998, method 10): Wilson's intervals of the two shares put together.
    It keeps within -1 and 1, and holds for few people and for shares near 0 or 1, where the usual
    one is too narrow.
    """
    for arm in (given, kept_from):
        if not 0 <= arm.did <= arm.people:
            raise ValueError(f"{arm.did} of {arm.people} people cannot have done it")
        if min(arm.did, arm.people - arm.did) < FEWEST:
            return None
    size = given.share - kept_from.share
    (low1, high1), (low2, high2) = (wilson(one.share, one.people) for one in (given, kept_from))
    low = size - ((given.share - low1) ** 2 + (high2 - kept_from.share) ** 2) ** 0.5
    high = size + ((high1 - given.share) ** 2 + (kept_from.share - low2) ** 2) ** 0.5
    verdict: Verdict = "more" if low > 0 else "fewer" if high < 0 else "chance"
    return Effect(given.share, kept_from.share, size, low, high, verdict)
