# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray

from jobunivers.science.chances import (
    OTHER,
    STILL,
    WORK,
    Background,
    Histories,
    Limits,
    Quality,
    doubt_of,
    evaluate,
    fit,
    may_be_used,
    measure,
    out_of_fold,
)
from jobunivers.science.chances.seen import auc, concordance, outcome, share
from jobunivers.science.tests.chances_worlds import (
    AUSTRIAN,
    DISPLACED,
    FEATURES,
    Doubles,
    austrian_women,
    displaced_workers,
    histories,
    true_chance,
)
from jobunivers.testing import shared_data


def lived(left: Sequence[float], end: Sequence[int], entered: Sequence[float] = ()) -> Histories:
    many = len(left)
    facts = Background({"age": np.full(many, 40.0)}, {})
    return Histories(
        facts,
        np.array(entered or [0.0] * many),
        np.array(left, dtype=np.float64),
        np.array(end, dtype=np.int64),
    )


def test_concordance_counts_the_pairs_that_can_be_told_in_order() -> None:
    seen = lived([3, 5, 5, 8, 9, 4], [WORK, WORK, STILL, WORK, STILL, OTHER])
    chances = np.array([0.9, 0.4, 0.6, 0.4, 0.1, 0.4])
    order = {0: 3.0, 1: 5.0, 3: 8.0}
    last = [3, 5, 5, 8, 9, np.inf]
    told = won = 0.0
    for one, other in combinations(range(6), 2):
        for first, second in ((one, other), (other, one)):
            later = last[second] > order.get(first, np.inf) or (
                last[second] == order.get(first) and second not in order
            )
            if first in order and later:
                told += 1
                won += (chances[first] > chances[second]) + 0.5 * (
                    chances[first] == chances[second]
                )

    assert concordance(chances, seen).value == pytest.approx(won / told)


def test_a_share_is_that_of_those_who_were_watched() -> None:
    # Of ten, four find work in week 1; of the six left three are lost from view; two of three work.
    seen = lived([1] * 4 + [2] * 3 + [3] * 3, [WORK] * 4 + [STILL] * 3 + [WORK, WORK, OTHER])

    assert share(seen, 2).value == pytest.approx(0.4)
    assert share(seen, 3).value == pytest.approx(0.4 + 0.6 * 2 / 3)
    low, high = share(seen, 3)[1:]
    assert 0.4 < low < 0.8 < high <= 1


def test_intervals_hold_the_truth_about_as_often_as_they_say() -> None:
    rng = np.random.default_rng(1)
    held = 0
    for _ in range(200):
        left, until = np.ceil(rng.exponential(20, 150)), np.ceil(rng.uniform(5, 60, 150))
        end = np.where(left <= until, WORK, STILL)
        _, low, high = share(lived(np.minimum(left, until).tolist(), end.tolist()), 26)
        held += low <= 1 - np.exp(-26 / 20) <= high

    assert 0.90 <= held / 200 <= 0.99


def test_who_is_lost_from_view_does_not_move_the_auc() -> None:
    rng = np.random.default_rng(2)
    chances = rng.random(6000)
    left = np.ceil(rng.exponential(60 * (1.2 - chances)))
    whole = lived(left.tolist(), [WORK] * 6000)
    until = np.ceil(rng.uniform(1, 80, 6000))
    cut = lived(np.minimum(left, until).tolist(), np.where(left <= until, WORK, STILL).tolist())

    true, found = (auc(chances, outcome(one, 26)) for one in (whole, cut))

    assert found.value == pytest.approx(true.value, abs=0.02)
    assert found.low < true.value < found.high
    assert found.high - found.low > true.high - true.low


def test_quality_counts_from_when_each_was_first_seen() -> None:
    late = lived([30, 40, 80], [WORK, STILL, WORK], [20, 20, 20])
    plain = lived([10, 20, 60], [WORK, STILL, WORK])
    chances = np.array([[0.8, 0.9], [0.4, 0.5], [0.1, 0.3]])

    assert measure(chances, late) == measure(chances, plain)


def test_a_good_model_may_be_used_and_its_doubt_is_small() -> None:
    rng = np.random.default_rng(3)
    quality, _ = _good(rng)

    assert may_be_used(quality) == []
    assert doubt_of(quality) < 0.2
    assert quality.concordance.low > 0.57


def _good(rng: np.random.Generator) -> tuple[Quality, Histories]:
    seen, held = histories(rng, 3000), histories(rng, 4000)
    model = fit(FEATURES, seen, rng, version="", draws=0)
    return evaluate(model, held, {"age": _decades(held)}), held


def _decades(held: Histories) -> NDArray[np.str_]:
    return np.char.add((held.background.numbers["age"] // 10).astype(int).astype(str), "0")


def test_each_limit_refuses_by_name() -> None:
    rng = np.random.default_rng(4)
    held = histories(rng, 4000)
    truth = np.stack([true_chance(held.background, weeks) for weeks in (26, 52)], axis=1)
    ages = {"age": _decades(held)}

    def codes(chances: Doubles, limits: Limits | None = None) -> set[str]:
        return {one.code for one in may_be_used(measure(chances, held, ages), limits)}

    assert codes(truth) == set()
    assert codes(np.clip(truth + 0.12, 0, 1)) >= {"calibration", "overall"}
    assert codes(rng.permutation(truth)) >= {"concordance"}
    unfair = np.where(ages["age"] == "60", 0.15, 0.0)[:, None]
    assert codes(np.clip(truth - unfair, 0.01, 1)) >= {"group", "between"}
    assert codes(truth, Limits(people=9000, found_work=9000)) == {"people", "found_work"}
    assert codes(truth, Limits(kinds=("age", "sex"))) == {"not_measured"}


def test_nobody_is_judged_by_a_model_that_saw_another_of_her_times() -> None:
    rng = np.random.default_rng(5)
    seen = histories(rng, 400)
    twice = seen.at(np.repeat(np.arange(200), 2))
    people = np.repeat(np.arange(200), 2)

    together = out_of_fold(FEATURES, twice, people, np.random.default_rng(6))

    # Two equal times of one person are told by the same model, so they get the same chance.
    assert np.array_equal(together[::2], together[1::2])


def test_displaced_workers_are_told_apart_better_than_by_chance() -> None:
    seen = displaced_workers(shared_data("causal", "UnempDur_dev70.csv"))
    found = out_of_fold(DISPLACED, seen, np.arange(len(seen)), np.random.default_rng(7))

    quality = measure(found, seen)

    assert quality.concordance.value > 0.68
    assert quality.horizons[0].auc.value > 0.65
    assert quality.horizons[0].error < 0.05


def test_austrian_women_are_told_apart_and_told_right() -> None:
    seen, groups = austrian_women(shared_data("causal", "ubduration_dev70.csv"))
    found = out_of_fold(AUSTRIAN, seen, np.arange(len(seen)), np.random.default_rng(8))

    quality = measure(found, seen, groups)

    assert quality.horizons[0].auc.value > 0.76
    assert quality.horizons[1].auc.value > 0.81
    assert all(horizon.error < 0.03 for horizon in quality.horizons)
    assert {group.kind for group in quality.groups} == {"age", "origin", "married", "education"}
