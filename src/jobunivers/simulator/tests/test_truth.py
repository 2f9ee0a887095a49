# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobunivers.simulator.truth import (
    Traits,
    Truth,
    UnknownKnob,
    advice_factor,
    baseline,
    changed,
    draw_ends,
    read_truth,
    weekly_hazard,
)


def _usual(n: int = 1) -> Traits:
    return Traits(
        age=np.full(n, 38.0),
        education=np.full(n, 2),
        trade=np.full(n, 6),
        earlier_spells=np.zeros(n, dtype=np.int64),
        readiness=np.full(n, 0.7),
        danish=np.full(n, 2),
        tightness=np.ones(n),
        frailty=np.zeros(n),
        ill_for_long=np.zeros(n, dtype=np.bool_),
    )


def test_the_usual_person_has_the_baseline_chance() -> None:
    weeks = np.array([0, 3, 4, 12, 13, 25, 26, 51, 52, 103, 104, 500])

    assert np.allclose(weekly_hazard(Truth(), _usual(12), weeks), baseline(Truth(), weeks))


def test_about_half_are_out_of_work_after_a_quarter_and_fewer_after_a_year() -> None:
    left = np.cumprod(1 - baseline(Truth(), np.arange(53)))

    assert 0.45 < left[12] < 0.60
    assert 0.15 < left[51] < 0.30


@given(age=st.floats(18, 66), older=st.floats(0.5, 20), weeks=st.integers(0, 200))
def test_older_people_wait_longer(age: float, older: float, weeks: int) -> None:
    one = replace(_usual(), age=np.array([age]))
    other = replace(_usual(), age=np.array([age + older]))
    after = np.array([weeks])

    assert weekly_hazard(Truth(), other, after) < weekly_hazard(Truth(), one, after)


@given(share=st.floats(0, 1))
def test_advice_works_while_fewer_than_half_get_it_and_not_when_all_do(share: float) -> None:
    factor = advice_factor(Truth(), share, spread=False)

    assert 1.0 <= factor <= 1.08
    assert (factor == pytest.approx(1.08)) == (share <= 0.5 or share == pytest.approx(0.5))
    assert advice_factor(Truth(), share, spread=True) >= factor
    assert advice_factor(Truth(), 1.0, spread=False) == pytest.approx(1.0)


def test_most_spells_end_with_a_job() -> None:
    ends = np.bincount(draw_ends(Truth(), 10_000, np.random.default_rng(1)), minlength=4)

    assert ends[0] > 7_500
    assert (ends > 100).all()


def test_a_file_changes_what_it_names_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "knobs.toml"
    file.write_text("[effects]\nhelp = 1.5\nhelp_days = 7\n[behaviour]\nlogins = 1\n")

    truth = read_truth(file)

    assert (truth.effects.help, truth.effects.help_days, truth.behaviour.logins) == (1.5, 7, 1.0)
    assert truth.effects.advice == Truth().effects.advice
    assert truth.leaving == Truth().leaving


@pytest.mark.parametrize(
    ("knobs", "complaint"),
    [
        ({"weather": {}}, r"\[weather\] is none of"),
        ({"effects": {"luck": 1}}, "has no luck"),
        ({"effects": {"help": "much"}}, "takes a number"),
        ({"leaving": {"ends": [1, 2]}}, "a list of 4 numbers"),
    ],
)
def test_a_knob_that_is_not_there_is_refused(knobs: dict[str, object], complaint: str) -> None:
    with pytest.raises(UnknownKnob, match=complaint):
        changed(knobs)
