# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What lots gave to some and kept from others is compared without fooling anybody."""

import numpy as np
import pytest
from scipy import stats

from jobunivers.science.effects import Arm, effect
from jobunivers.science.shares import wilson


def test_the_interval_is_that_of_the_published_example() -> None:
    # Newcombe 1998, table II, column (a), method 10.
    found = effect(Arm(70, 56), Arm(80, 48))
    assert found is not None
    assert found.size == pytest.approx(0.2)
    assert (found.low, found.high) == pytest.approx((0.0524, 0.3339), abs=5e-5)
    assert found.verdict == "more"


def test_wilsons_interval_is_that_of_the_library() -> None:
    for did, people in ((5, 10), (7, 300), (290, 300)):
        other = stats.binomtest(did, people).proportion_ci(method="wilson")
        assert wilson(did / people, people) == pytest.approx((other.low, other.high))


def test_the_interval_holds_the_truth_nineteen_times_of_twenty() -> None:
    rng = np.random.default_rng(6)
    for given, kept_from, people, out in ((0.30, 0.20, 400, 100), (0.10, 0.10, 900, 100)):
        held = told = 0
        for one, other in zip(
            rng.binomial(people, given, 2000), rng.binomial(out, kept_from, 2000), strict=True
        ):
            found = effect(Arm(people, int(one)), Arm(out, int(other)))
            if found:
                told += 1
                held += found.low <= given - kept_from <= found.high
        assert 0.93 < held / told < 0.975


def test_what_does_nothing_is_called_chance() -> None:
    rng = np.random.default_rng(7)
    draws = zip(rng.binomial(400, 0.3, 1000), rng.binomial(200, 0.3, 1000), strict=True)
    found = [effect(Arm(400, int(one)), Arm(200, int(other))) for one, other in draws]
    assert sum(one.verdict != "chance" for one in found if one) < 70


def test_it_is_the_same_seen_from_the_other_side() -> None:
    here, there = effect(Arm(90, 30), Arm(40, 25)), effect(Arm(40, 25), Arm(90, 30))
    assert here is not None
    assert there is not None
    assert (here.verdict, there.verdict) == ("fewer", "more")
    assert (here.low, here.high) == pytest.approx((-there.high, -there.low))


@pytest.mark.parametrize(
    ("given", "kept_from"),
    [(Arm(100, 4), Arm(50, 20)), (Arm(100, 96), Arm(50, 20)), (Arm(100, 40), Arm(50, 4)),
     (Arm(100, 40), Arm(50, 46)), (Arm(0, 0), Arm(0, 0)), (Arm(100, 0), Arm(50, 20))],
)  # fmt: skip
def test_a_cell_of_fewer_than_five_is_not_told(given: Arm, kept_from: Arm) -> None:
    assert effect(given, kept_from) is None


def test_more_than_all_cannot_have_done_it() -> None:
    with pytest.raises(ValueError, match="11 of 10"):
        effect(Arm(10, 11), Arm(50, 20))
