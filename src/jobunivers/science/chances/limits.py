# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a learned model must hold before anybody's chance is told by it."""

from dataclasses import dataclass
from itertools import combinations
from math import isfinite
from typing import NamedTuple

from jobunivers.science.chances.measuring import GroupQuality, Quality


@dataclass(frozen=True, slots=True)
class Limits:
    """Each limit, with the reason it stands where it stands.

    `people`, `found_work`: with fewer, the intervals are wider than the limits themselves.
    `concordance`: below it, the whole interval included, the rules do as well and are plainer.
    `calibration`: at .05 a chance told as 60 % is on the whole 55 to 65 %, which is as fine as
    it is told. `overall`: the same for everybody together. `group`: no group may be told more than
    this beyond what happens to it, or less, where that is beyond doubt: it is what a person would
    call wrong by a step. `between`: nor may two groups of a kind be told apart by more than they
    are. `kinds`: what must have been looked at.
    """

    people: int = 500
    found_work: int = 200
    concordance: float = 0.55
    calibration: float = 0.05
    overall: float = 0.03
    group: float = 0.05
    between: float = 0.08
    kinds: tuple[str, ...] = ("age",)


class Refusal(NamedTuple):
    """Why a model may not be used: a code, what was found, what is the limit, and of whom."""

    code: str
    found: float
    limit: float
    whom: str = ""


def may_be_used(quality: Quality, limits: Limits | None = None) -> list[Refusal]:
    """Return every reason why the model may not be used; none when it may."""
    held = limits or Limits()
    found = [
        Refusal("people", quality.people, held.people),
        Refusal("found_work", quality.found_work, held.found_work),
        Refusal("concordance", quality.concordance.low, held.concordance),
    ]
    reasons = [one for one in found if not one.found >= one.limit]
    for horizon in quality.horizons:
        if not horizon.error <= held.calibration:
            whom = f"{horizon.weeks}"
            reasons.append(Refusal("calibration", horizon.error, held.calibration, whom))
        said, (value, low, high) = horizon.said, horizon.happened
        if not isfinite(value) or max(said - high, low - said) > held.overall:
            reasons.append(Refusal("overall", said - value, held.overall, f"{horizon.weeks}"))
    measured = {group.kind for group in quality.groups}
    reasons += [Refusal("not_measured", 0, 1, kind) for kind in held.kinds if kind not in measured]
    return reasons + _of_groups(quality, held)


def _of_groups(quality: Quality, held: Limits) -> list[Refusal]:
    reasons = [
        Refusal("group", group.gap.value, held.group, f"{group.kind}:{group.group}@{group.weeks}")
        for group in quality.groups
        if max(group.gap.low, -group.gap.high) > held.group
    ]
    for one, two in combinations(quality.groups, 2):
        if (one.kind, one.weeks) == (two.kind, two.weeks):
            apart = abs(one.gap.value - two.gap.value)
            if apart - 1.96 * _error_of_both(one, two) > held.between:
                whom = f"{one.kind}:{one.group},{two.group}@{one.weeks}"
                reasons.append(Refusal("between", apart, held.between, whom))
    return reasons


def _error_of_both(one: GroupQuality, two: GroupQuality) -> float:
    errors = [(group.gap.high - group.gap.low) / (2 * 1.96) for group in (one, two)]
    return float((errors[0] ** 2 + errors[1] ** 2) ** 0.5)
