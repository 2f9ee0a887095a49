# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.science.counterfactual import (
    DRAWN,
    EMPTY,
    Design,
    Logs,
    estimate,
    examined,
    learn_weights,
    naive,
    placement,
    plan,
    plan_many,
    position_bias,
    propensity,
)
from jobunivers.science.counterfactual.simulation import (
    Shown,
    Truth,
    happened,
    policy_of,
    true_value,
)

few = settings(max_examples=12, deadline=None)
designs = st.builds(Design, share=st.floats(0, 0.5), swap=st.floats(0, 1))
lengths = st.integers(1, 8)
pools = st.integers(0, 12)

PRESENT, LIKED = np.array([0.5, 0.1, 0.3, 0.1]), np.array([0.1, 0.5, 0.2, 0.2])
TRUTH = Truth(PRESENT, LIKED, shown=8, pool=16)
DESIGN = Design(share=0.1, swap=0.3)


def everything_in(
    design: Design, length: int, pool: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the chance of each of hers and of one of the pool to stand in each place."""
    table = np.tile(np.arange(length, dtype=np.int32)[:, None], (1, length))
    many, drawn = np.full(length, length), np.full(length, pool)
    beside = np.abs(table - np.arange(length)) <= 1
    own = np.where(beside, propensity(design, table, many, drawn), 0.0)
    one = propensity(
        design, np.full((1, length), DRAWN, np.int32), np.array([length]), np.array([pool])
    )
    return own, one[0] * (pool > 0), table


@few
@given(designs, lengths, pools)
def test_in_each_place_stands_exactly_one_thing(design: Design, length: int, pool: int) -> None:
    own, one, _ = everything_in(design, length, pool)

    assert np.allclose(own.sum(axis=0) + pool * one, 1.0, atol=1e-5)


@few
@given(designs, lengths, pools, st.integers(0, 1_000))
def test_nothing_stands_twice_in_a_list(design: Design, length: int, pool: int, seed: int) -> None:
    made = plan_many(design, np.full(50, length), np.full(50, pool), np.random.default_rng(seed))

    for ranks, drawn in zip(made.ranks, made.drawn, strict=True):
        hers, others = ranks[ranks >= 0], drawn[drawn >= 0]
        assert len(set(hers)) == len(hers)
        assert len(set(others)) == len(others)
        assert len(hers) + len(others) == length
        assert (others < pool).all()
    assert (made.propensity > 0).all()


@pytest.mark.parametrize(("length", "pool"), [(5, 9), (5, 3), (4, 0), (1, 4)])
def test_things_stand_where_they_stand_as_often_as_it_is_said(length: int, pool: int) -> None:
    design, many = Design(share=0.2, swap=0.4), 20_000
    made = plan_many(design, np.full(many, length), np.full(many, pool), np.random.default_rng(7))
    own, one, _ = everything_in(design, length, pool)

    def near(share: float, chance: float) -> bool:
        return bool(abs(share - chance) <= 5 * np.sqrt(chance * (1 - chance) / many) + 1e-6)

    for place in range(length):
        for rank in range(length):
            assert near((made.ranks[:, place] == rank).mean(), own[rank, place])
        for which in range(pool):
            assert near((made.drawn[:, place] == which).mean(), one[place])


@few
@given(designs, lengths, pools)
def test_what_was_examined_is_the_sum_over_places(design: Design, length: int, pool: int) -> None:
    own, one, _ = everything_in(design, length, pool)
    bias = np.linspace(1.0, 0.2, length)
    ranks = np.arange(length, dtype=np.int32)[None, :]
    many, drawn = np.array([length]), np.array([pool])

    assert np.allclose(examined(design, ranks, many, drawn, bias)[0], own @ bias, atol=1e-5)
    from_pool = examined(design, np.full_like(ranks, DRAWN), many, drawn, bias)
    assert pool == 0 or np.allclose(from_pool, one @ bias, atol=1e-5)
    where = placement(design, ranks[0], np.full(length, length), length)
    assert np.allclose(where.sum(axis=1), 1.0)


def test_without_chance_the_list_is_her_own() -> None:
    made = plan(5, np.random.default_rng(0), 0.0, 100, swap=0.0)

    assert made.ranks.tolist() == [[0, 1, 2, 3, 4]]
    assert made.propensity.tolist() == [[1.0] * 5]


def test_an_empty_list_has_no_places() -> None:
    assert plan(0, np.random.default_rng(0)).ranks.shape == (1, 0)


def test_a_shorter_list_ends_earlier() -> None:
    made = plan_many(DESIGN, np.array([2, 4]), np.array([3, 3]), np.random.default_rng(1))

    assert (made.ranks[0] == EMPTY).tolist() == [False, False, True, True]
    assert (made.propensity[0, 2:] == 0).all()


def seen(seed: int, lists: int = 2_000) -> Shown:
    return happened(TRUTH, DESIGN, lists, np.random.default_rng(seed))


def test_the_bias_of_places_is_found_within_its_interval() -> None:
    truth = TRUTH.bias()
    found = [position_bias(seen(seed).logs) for seed in range(6)]
    one_number = [position_bias(seen(seed).logs, "power") for seed in range(6)]

    inside = [(b.low <= truth) & (truth <= b.high) for b in found]
    assert np.mean([i[1:] for i in inside]) >= 0.85
    assert sum(b.low[5] <= truth[5] <= b.high[5] for b in one_number) >= 5
    assert all(0.05 < b.high[5] - b.low[5] < 0.5 for b in found)


def test_what_another_ranking_would_give_is_inside_the_interval_nine_times_in_ten() -> None:
    other = 0.5 * PRESENT + 0.5 * LIKED
    inside = {"ips": 0, "snips": 0, "dr": 0}
    seeds = range(30)
    for seed in seeds:
        shown = seen(seed, 800)
        bias = position_bias(shown.logs, "power").theta
        policy = policy_of(TRUTH, shown, other, believed=PRESENT)
        truth = true_value(TRUTH, shown.candidates, other)
        for method in ("ips", "snips", "dr"):
            low, high = estimate(shown.logs, policy, bias, method).interval
            inside[method] += low <= truth <= high

    assert min(inside.values()) >= 0.9 * len(seeds)


def test_who_does_not_think_of_places_is_wrong_on_the_same_data() -> None:
    shown = seen(1)
    other = 0.5 * PRESENT + 0.5 * LIKED
    bias = position_bias(shown.logs, "power").theta
    policy = policy_of(TRUTH, shown, other)
    truth = true_value(TRUTH, shown.candidates, other)

    careful = estimate(shown.logs, policy, bias)

    assert not careful.interval[0] <= naive(shown.logs, policy) <= careful.interval[1]
    assert careful.interval[0] <= truth <= careful.interval[1]
    assert careful.value > shown.logs.acts.sum(axis=1).mean() > naive(shown.logs, policy)
    flat = estimate(shown.logs, policy, np.ones(TRUTH.shown))
    assert not flat.interval[0] <= truth <= flat.interval[1]


def test_the_ranking_in_use_is_estimated_as_what_it_gives() -> None:
    still = happened(TRUTH, Design(0.0, 0.0), 2_000, np.random.default_rng(3))

    found = estimate(still.logs, policy_of(TRUTH, still, PRESENT), TRUTH.bias(), "ips")

    assert found.value == pytest.approx(still.logs.acts.sum(axis=1).mean())
    assert found.support == pytest.approx(1.0)
    assert found.effective_sample == pytest.approx(2_000)


def test_what_was_never_shown_is_said_to_have_no_support() -> None:
    never = happened(TRUTH, Design(0.0, 0.3), 500, np.random.default_rng(3))
    policy = policy_of(TRUTH, never, LIKED)

    assert estimate(never.logs, policy, TRUTH.bias()).support < 0.7


def test_one_persons_many_lists_make_the_interval_wider_not_narrower() -> None:
    shown = seen(4, 400)
    policy = policy_of(TRUTH, shown, PRESENT)
    twice = Logs(
        shown.logs.design,
        *(
            np.concatenate([getattr(shown.logs, name)] * 2)
            for name in ("ranks", "propensity", "acts", "lengths", "pools", "people")
        ),
    )
    doubled = replace(
        policy,
        places=np.concatenate([policy.places] * 2),
        lengths=np.concatenate([policy.lengths] * 2),
    )

    once = estimate(shown.logs, policy, TRUTH.bias())
    copied = estimate(twice, doubled, TRUTH.bias())

    assert copied.standard_error == pytest.approx(once.standard_error)


def test_learned_weights_give_more_acts_than_the_present_ones() -> None:
    shown = seen(5)
    bias = position_bias(shown.logs, "power").theta
    parts = shown.parts.astype(np.float32)

    learned = learn_weights(shown.logs, parts, PRESENT, bias)
    careless = learn_weights(shown.logs, parts, PRESENT, np.ones(TRUTH.shown))

    fresh = seen(99, 1_000).candidates
    gives = [true_value(TRUTH, fresh, w) for w in (PRESENT, careless.weights, learned.weights)]
    assert gives == sorted(gives)
    assert gives[2] > 0.97 * true_value(TRUTH, fresh, LIKED)
    assert learned.worth_trying
    assert learned.after > learned.before


@settings(max_examples=4, deadline=None)
@given(st.integers(0, 1_000), st.lists(st.floats(0, 1), min_size=4, max_size=4))
def test_learned_weights_are_never_negative_and_add_up_to_one(
    seed: int, start: list[float]
) -> None:
    shown = seen(seed, 60)
    begin = np.array(start) + 0.01

    learned = learn_weights(shown.logs, shown.parts.astype(np.float32), begin, TRUTH.bias())

    assert (learned.weights >= 0).all()
    assert learned.weights.sum() == pytest.approx(1.0)


def test_few_acts_hardly_move_the_weights() -> None:
    little, much = (
        learn_weights(s.logs, s.parts.astype(np.float32), PRESENT, TRUTH.bias())
        for s in (seen(6, 10), seen(6))
    )

    assert np.abs(little.weights - PRESENT).max() < np.abs(much.weights - PRESENT).max() / 4


def test_acts_without_logs_of_chance_are_refused() -> None:
    shown = seen(7, 5).logs

    with pytest.raises(ValueError, match="no chance"):
        replace(shown, propensity=np.zeros_like(shown.propensity))
    with pytest.raises(ValueError, match="not those of this design"):
        replace(shown, design=Design(share=0.2, swap=0.3))
    with pytest.raises(ValueError, match="probabilities"):
        Design(share=1.0)
    silent = replace(shown, acts=np.zeros_like(shown.acts))
    with pytest.raises(ValueError, match="single act"):
        position_bias(silent)
