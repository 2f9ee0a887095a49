# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import linprog

from jobunivers.science.spreading import (
    Candidates,
    Lists,
    Prices,
    Spreading,
    capacity_of,
    exposure,
    first_come,
    first_state,
    gini,
    next_prices,
    report,
    select,
    shuffled,
    spread,
    total,
    tradeoff,
    uncapped,
)

SHORT = Spreading(list_length=3)
seeds = st.integers(0, 10_000)
few = settings(max_examples=8, deadline=None)


def people(seed: int, many: int, openings: int, each: int) -> Candidates:
    """Return people who like the same popular openings, each in her own degree."""
    rng = np.random.default_rng(seed)
    popular = rng.normal(4_000, 1_200, openings)
    scores = np.clip(popular + rng.normal(0, 900, (many, openings)), 1, 10_000).astype(np.int32)
    rows = np.argsort(-scores, axis=1, kind="stable")[:, :each].astype(np.int32)
    return Candidates(rows, np.take_along_axis(scores, rows, axis=1))


def slots(many: int, how: Spreading) -> float:
    return many * float(how.weights().sum()) / 65_536


def views(part: Candidates, lists: Lists, openings: int, how: Spreading) -> NDArray[np.int64]:
    there = lists.rows >= 0
    weights = np.broadcast_to(how.weights(), lists.rows.shape)
    found = np.zeros(openings, np.int64)
    np.add.at(found, lists.rows[there], weights[there])
    return found


def fit(lists: Lists, how: Spreading) -> float:
    return float((how.weights() * np.maximum(lists.scores, 0)).sum()) / 65_536


@few
@given(seeds, st.integers(1, 60), st.integers(3, 12), st.floats(0.05, 3))
def test_no_vacancy_is_shown_above_its_cap_whatever_the_prices(
    seed: int, many: int, openings: int, room: float
) -> None:
    part = people(seed, many, openings, min(openings, 6))
    rng = np.random.default_rng(seed)
    capacity = rng.uniform(0, 2, openings) * room * slots(many, SHORT) / openings
    prices = rng.integers(0, 5_000, openings).astype(np.int32)

    lists, left = select(part, prices, capacity, SHORT)

    shown = views(part, lists, openings, SHORT)
    assert (shown <= capacity * 65_536).all()
    assert (left >= 0).all()
    assert np.allclose(left + shown / 65_536, capacity, atol=1e-4)


@few
@given(seeds, st.floats(0.3, 2))
def test_a_list_names_each_vacancy_once_and_only_hers(seed: int, room: float) -> None:
    part = people(seed, 40, 8, 5)
    capacity = np.full(8, room * slots(40, SHORT) / 8)

    lists, _ = select(part, spread([part], capacity, SHORT).values, capacity, SHORT)

    for mine, allowed, scores, candidates in zip(
        lists.rows, part.rows, lists.scores, part.scores, strict=True
    ):
        shown = [row for row in mine if row >= 0]
        assert len(set(shown)) == len(shown)
        known = dict(zip(allowed.tolist(), candidates.tolist(), strict=True))
        assert [known[row] for row in shown] == [score for score in scores if score >= 0]


@few
@given(seeds, st.permutations(range(4)))
def test_neither_the_order_of_people_nor_of_parts_changes_a_price(
    seed: int, order: list[int]
) -> None:
    whole = people(seed, 80, 10, 6)
    capacity = np.full(10, 1.2 * slots(80, SHORT) / 10)
    mixed = np.random.default_rng(seed).permutation(80)
    pieces = [Candidates(whole.rows[mixed[at::4]], whole.scores[mixed[at::4]]) for at in range(4)]

    together = spread([whole], capacity, SHORT)
    apart = spread([pieces[at] for at in order], capacity, SHORT, threads=1)

    assert together.values.any()
    assert (together.values == apart.values).all()
    assert together.history == apart.history


@few
@given(seeds)
def test_rounds_computed_apart_are_the_rounds_of_one_machine(seed: int) -> None:
    how = Spreading(list_length=3, rounds=4)
    whole = people(seed, 60, 8, 6)
    pieces = [Candidates(whole.rows[at::3], whole.scores[at::3]) for at in range(3)]
    capacity = np.full(8, 1.2 * slots(60, how) / 8)
    state = first_state(8, how)
    over = []
    for _ in range(4):
        shown = total([exposure(piece, state.values(), how) for piece in pieces], 8)
        over.append(int((shown.weighted > capacity).sum()))
        state = next_prices(state, shown, capacity)

    assert over == [each.over_cap for each in spread([whole], capacity, how).history]


@few
@given(seeds, st.integers(1, 30), st.integers(2, 10))
def test_without_crowding_nothing_changes(seed: int, many: int, openings: int) -> None:
    part = people(seed, many, openings, min(openings, 6))
    capacity = np.full(openings, float(many))

    prices = spread([part], capacity, SHORT)
    lists, _ = select(part, prices.values, prices.capacity, SHORT)

    assert not prices.values.any()
    assert prices.rounds == 1
    assert (lists.rows == uncapped(part, SHORT).rows).all()


@few
@given(seeds)
def test_a_vacancy_that_can_hold_all_who_may_see_it_costs_nothing(seed: int) -> None:
    part = people(seed, 60, 10, 5)
    capacity = np.full(10, 0.8 * slots(60, SHORT) / 10)
    capacity[::3] = 60.0

    prices = spread([part], capacity, SHORT)

    assert prices.values.any()
    assert not prices.values[::3].any()


@settings(max_examples=6, deadline=None)
@given(seeds, st.integers(1, 3), st.floats(1.3, 3))
def test_the_loss_is_within_two_per_cent_of_the_best_possible(
    seed: int, length: int, room: float
) -> None:
    how = Spreading(list_length=length, rounds=60)
    part = people(seed, 200, 10, 6)
    capacity = np.full(10, np.floor(room * slots(200, how) / 10))

    prices = spread([part], capacity, how)
    lists, _ = select(part, prices.values, prices.capacity, how)

    best = best_possible(part, prices.capacity, how)
    assert fit(lists, how) <= best * (1 + 1e-9)
    assert fit(lists, how) >= 0.98 * best
    assert best * (1 - 1e-6) <= prices.bound * 10_000 <= best * 1.01


def best_possible(part: Candidates, capacity: NDArray[np.float64], how: Spreading) -> float:
    """Solve the linear programme exactly: who sees what in which place."""
    many, each = part.rows.shape
    weights = how.weights() / 65_536
    person, candidate, place = np.indices((many, each, len(weights))).reshape(3, -1)
    at = np.arange(len(person))
    rules = [
        (person * each + candidate, np.ones(len(at)), np.ones(many * each)),
        (person * len(weights) + place, np.ones(len(at)), np.ones(many * len(weights))),
        (part.rows[person, candidate], weights[place], capacity),
    ]
    matrix = sparse.vstack(
        [sparse.csr_matrix((v, (r, at)), shape=(len(b), len(at))) for r, v, b in rules]
    )
    value = weights[place] * part.scores[person, candidate]
    found = linprog(-value, A_ub=matrix, b_ub=np.concatenate([b for *_, b in rules]))
    return float(-found.fun)


@few
@given(seeds)
def test_the_looser_the_cap_the_smaller_the_loss(seed: int) -> None:
    part = people(seed, 300, 12, 8)
    capacity = np.full(12, 1.1 * slots(300, SHORT) / 12)

    curve = tradeoff([part], capacity, (1.0, 0.7, 0.4, 0.0), SHORT)

    kept = [point.report.mean_fit_kept for point in curve]
    assert all(before <= after + 0.002 for before, after in pairwise(kept))
    assert kept[-1] == 1.0
    assert kept[0] < 1.0
    assert curve[0].report.gini < curve[-1].report.gini
    assert all(point.report.over_cap == 0 for point in curve)


def test_where_the_openings_cannot_hold_the_lists_it_is_said_and_scaled() -> None:
    part = people(1, 50, 6, 6)
    capacity = np.full(6, 0.25 * slots(50, SHORT) / 6)

    prices = spread([part], capacity, SHORT)

    assert prices.scale == pytest.approx(4.0, rel=1e-3)
    assert np.allclose(prices.capacity, capacity * prices.scale)


def test_prices_of_last_night_are_a_head_start() -> None:
    part = people(2, 400, 30, 20)
    how = Spreading(list_length=8)
    capacity = np.full(30, 1.3 * slots(400, how) / 30)
    known = spread([part], capacity, how).values

    def after(start: NDArray[np.int32] | None) -> Prices:
        return spread([part], capacity, Spreading(list_length=8, rounds=2), known=start)

    assert after(known).bound < after(None).bound


def test_what_was_dear_last_night_and_is_not_crowded_now_costs_nothing() -> None:
    part = people(2, 60, 10, 5)
    capacity = np.full(10, 0.8 * slots(60, SHORT) / 10)
    capacity[::3] = 60.0
    known = np.full(10, 9_000, np.int32)

    prices = spread([part], capacity, Spreading(list_length=3, rounds=3), known=known)

    assert not prices.values[::3].any()


def test_spreading_keeps_more_fit_than_chance_or_arrival_and_shows_more_than_no_cap() -> None:
    part = people(3, 2_000, 60, 30)
    how = Spreading(list_length=10)
    capacity = np.full(60, 1.3 * slots(2_000, how) / 60)
    prices = spread([part], capacity, how)

    def figures(lists: Lists) -> tuple[float, float, int]:
        told = report([part], [lists], prices.capacity, how, prices=prices)
        return told.mean_fit_kept, told.gini, told.over_cap

    kept, unequal, over = figures(select(part, prices.values, prices.capacity, how)[0])
    by_chance = figures(shuffled(part, np.random.default_rng(0), how))
    in_order = figures(first_come(part, prices.capacity, how))
    free = figures(uncapped(part, how))

    assert over == in_order[2] == 0
    assert kept > in_order[0]
    assert kept > by_chance[0]
    assert unequal < free[1]
    assert free[2] > 0


@few
@given(seeds)
def test_greed_in_order_of_arrival_is_never_above_the_bound(seed: int) -> None:
    part = people(seed, 100, 8, 6)
    capacity = np.full(8, 1.2 * slots(100, SHORT) / 8)
    bound = spread([part], capacity, SHORT).bound

    arrival = np.random.default_rng(seed).permutation(100)
    assert fit(first_come(part, capacity, SHORT, arrival), SHORT) <= bound * 10_000 * (1 + 1e-9)


def test_a_job_with_more_positions_holds_more() -> None:
    held = capacity_of(np.array([1, 3, 0]), applicants_per_position=8, application_rate=0.05)

    assert held.tolist() == [160.0, 480.0, 160.0]
    with pytest.raises(ValueError, match="rate"):
        capacity_of(np.array([1]), application_rate=0)


def test_gini_knows_equal_and_one_sided() -> None:
    ones = np.ones(100)
    one_has_all = np.zeros(100)
    one_has_all[7] = 5.0

    assert gini(ones, ones) == 0.0
    assert gini(one_has_all, ones) == pytest.approx(0.99)


def test_candidates_out_of_order_are_refused() -> None:
    rows = np.array([[1, 2]], np.int32)
    with pytest.raises(ValueError, match="best first"):
        Candidates(rows, np.array([[5, 9]], np.int32))
    with pytest.raises(ValueError, match="After the last"):
        Candidates(np.array([[-1, 2]], np.int32), np.array([[-1, 9]], np.int32))
    with pytest.raises(ValueError, match="int32"):
        Candidates(rows.astype(np.int64), rows)


def test_nobody_and_nothing_are_spread_too() -> None:
    nobody = Candidates(np.empty((0, 5), np.int32), np.empty((0, 5), np.int32))
    nothing = Candidates(np.full((4, 5), -1, np.int32), np.full((4, 5), -1, np.int32))

    prices = spread([nobody, nothing], np.ones(3), SHORT)
    lists, _ = select(nothing, prices.values, prices.capacity, SHORT)

    assert not prices.values.any()
    assert (lists.rows == -1).all()
    assert len(select(nobody, prices.values, prices.capacity, SHORT)[0].rows) == 0
