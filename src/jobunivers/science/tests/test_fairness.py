# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.science.fairness import by_group


def test_each_group_has_its_mean_and_the_largest_gap_is_between_the_ends() -> None:
    rng = np.random.default_rng(1)
    groups = ["Aarhus"] * 200 + ["Odense"] * 200 + ["Samsø"] * 200
    values = rng.normal(0, 1, 600) + np.repeat([0.0, 0.1, 2.0], 200)

    found = by_group(values, groups)

    assert [g.group for g in found.groups] == ["Aarhus", "Odense", "Samsø"]
    assert all(g.low <= truth <= g.high for g, truth in zip(found.groups, (0, 0.1, 2), strict=True))
    assert found.largest is not None
    assert found.largest.above == "Samsø"
    assert found.largest.low <= 2.0 <= found.largest.high
    assert found.largest.beyond_chance


def test_among_many_like_groups_chance_is_not_taken_for_a_gap() -> None:
    alarms = 0
    for seed in range(60):
        values = np.random.default_rng(seed).normal(0, 1, 400)
        largest = by_group(values, [str(i % 20) for i in range(400)]).largest
        alarms += largest is not None and largest.beyond_chance

    assert alarms <= 6


def test_a_group_of_four_is_not_told() -> None:
    found = by_group(np.arange(9.0), ["few"] * 4 + ["enough"] * 5)

    assert [g.group for g in found.groups] == ["enough"]
    assert found.untold == 4
    assert found.largest is None


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(st.floats(-1e3, 1e3), st.sampled_from("abcd")), max_size=60),
    st.randoms(use_true_random=False),
)
def test_the_order_of_people_says_nothing(people: list[tuple[float, str]], chance: Random) -> None:
    mixed = list(people)
    chance.shuffle(mixed)

    one, two = (by_group([v for v, _ in p], [g for _, g in p]) for p in (people, mixed))

    assert one.untold == two.untold
    assert [(g.group, g.people) for g in one.groups] == [(g.group, g.people) for g in two.groups]
    assert np.allclose([g.mean for g in one.groups], [g.mean for g in two.groups])


def test_what_is_not_known_is_left_out_and_uneven_input_refused() -> None:
    found = by_group([1.0, float("nan"), 1.0, 1.0, 1.0, 1.0], ["a"] * 6)

    assert found.groups[0].people == 5
    assert found.groups[0].mean == 1.0
    with pytest.raises(ValueError, match="as many groups"):
        by_group([1.0], [])
