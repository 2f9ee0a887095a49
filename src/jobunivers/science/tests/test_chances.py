# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.science.chances import (
    OTHER,
    STILL,
    WORK,
    Background,
    Choice,
    HazardModel,
    Histories,
    Number,
    Unreadable,
    fit,
    load,
    rule_profile,
    save,
)
from jobunivers.science.explain import total
from jobunivers.science.tests.chances_worlds import FEATURES, histories, people, true_chance


@cache
def learned() -> HazardModel:
    rng = np.random.default_rng(1)
    return fit(FEATURES, histories(rng, 4000), rng, version="chance-test", draws=8)


def one(age: float, months: float, education: str) -> Background:
    return Background(
        {
            "age": np.array([age]),
            "months_worked": np.array([months]),
            "weeks_out_before": np.array([np.nan]),
        },
        {"education": np.array([education])},
    )


NOW = np.zeros(1)


def test_the_true_chances_are_found_again() -> None:
    somebody = people(np.random.default_rng(2), 500)

    found = learned().chances(somebody, np.zeros(500))

    for column, weeks in enumerate((26, 52)):
        assert np.abs(found[:, column] - true_chance(somebody, weeks)).mean() < 0.03


def test_who_is_first_seen_in_the_midst_of_her_time_misleads_nobody() -> None:
    rng = np.random.default_rng(3)
    somebody = people(rng, 300)
    late = histories(rng, 9000, seen_late=True)
    naive = Histories(late.background, np.zeros(len(late)), late.left, late.end)
    truth = true_chance(somebody, 26).mean()

    right, wrong = (
        fit(FEATURES, one, rng, version="", draws=0).chances(somebody, np.zeros(300))[:, 0].mean()
        for one in (late, naive)
    )

    assert abs(right - truth) < 0.03
    assert truth - wrong > 0.08


def test_an_education_begun_is_no_work_and_no_one_still_seeking() -> None:
    many = 3000
    facts = Background({"age": np.linspace(20, 60, many)}, {})
    rng = np.random.default_rng(4)
    left = np.ceil(rng.exponential(10, many))
    end = np.where(rng.random(many) < 0.5, WORK, OTHER).astype(np.int64)
    seen = Histories(facts, np.zeros(many), left, end)

    chance = fit((Number("age"),), seen, rng, version="", draws=0).chances(facts, np.zeros(many))

    assert abs(chance[:, 1].mean() - 0.5) < 0.03


@given(st.floats(18, 66), st.floats(18, 66), st.floats(0, 60), st.floats(0, 150))
@settings(max_examples=40, deadline=None)
def test_nobody_has_a_better_chance_for_being_older(
    age: float, other: float, months: float, weeks: float
) -> None:
    young, old = sorted((age, other))
    chances = [
        learned().chances(one(years, months, "master"), np.array([weeks])) for years in (young, old)
    ]

    assert (chances[0] >= chances[1] - 1e-12).all()


@given(st.floats(18, 66), st.floats(0, 60), st.sampled_from(("primary", "")), st.floats(0, 200))
@settings(max_examples=40, deadline=None)
def test_reasons_add_up_to_the_log_hazard(
    age: float, months: float, education: str, weeks: float
) -> None:
    for model in (learned(), rule_profile()):
        her, out = one(age, months, education), np.array([weeks])

        reasons = model.reasons(her, out, 0)

        assert total(reasons) == pytest.approx(model.log_hazard(her, out)[0], abs=1e-9)
        assert {reason.code for reason in reasons} >= {"usual", "weeks", "age", "months_worked"}
        assert ("education" in {reason.code for reason in reasons}) == bool(education)


def test_what_two_facts_mean_together_is_shared_and_still_adds_up() -> None:
    rng = np.random.default_rng(5)
    many = 4000
    facts = Background({"pay": rng.uniform(0, 1, many)}, {"trade": rng.choice(["a", "b"], many)})
    better = np.where(facts.choices["trade"] == "a", facts.numbers["pay"], 1 - facts.numbers["pay"])
    left = np.ceil(rng.exponential(1 / (0.02 + 0.15 * better)))
    seen = Histories(facts, np.zeros(many), left, np.full(many, WORK))

    model = fit((Number("pay"), Choice("trade")), seen, rng, version="", draws=0)

    chance = model.chances(facts, np.zeros(many))[:, 0]
    assert np.corrcoef(chance, better)[0, 1] > 0.8
    weeks = np.full(many, 3.0)
    assert total(model.reasons(facts, weeks, 7)) == pytest.approx(model.log_hazard(facts, weeks)[7])


def test_what_is_not_known_adds_nothing_and_whether_it_is_known_does_not_count() -> None:
    rng = np.random.default_rng(6)
    many = 3000
    known = rng.random(many) < 0.5
    # Who says nothing finds work at once: a model that looks at silence would see it.
    left = np.where(known, np.ceil(rng.exponential(40, many)), 1.0)
    facts = Background({"months_worked": np.where(known, rng.uniform(0, 60, many), np.nan)}, {})
    seen = Histories(facts, np.zeros(many), left, np.full(many, WORK))

    model = fit((Number("months_worked", "rises"),), seen, rng, version="", draws=0)

    silent = Background({"months_worked": np.array([np.nan])}, {})
    middle = Background(
        {"months_worked": np.array([float(np.nanmean(facts.numbers["months_worked"]))])}, {}
    )
    assert model.chances(silent, NOW) == pytest.approx(model.chances(middle, NOW), abs=0.02)


def test_a_range_holds_the_chance_and_doubt_makes_it_wider() -> None:
    her = one(58, 4, "primary")
    ((near,),) = learned().with_doubt(0.05).ranges(her, NOW, (26,))
    ((wide,),) = learned().with_doubt(0.5).ranges(her, NOW, (26,))

    assert wide.low < near.low < near.chance < near.high < wide.high
    assert near.chance == pytest.approx(learned().chances(her, NOW)[0, 0])


def test_a_model_is_the_same_after_it_was_kept() -> None:
    model = learned().with_doubt(0.12)
    somebody = people(np.random.default_rng(7), 50)
    weeks = np.linspace(0, 300, 50)

    again = load(save(model))

    assert np.array_equal(again.chances(somebody, weeks), model.chances(somebody, weeks))
    assert again.ranges(somebody, weeks) == model.ranges(somebody, weeks)
    assert again.reasons(somebody, weeks, 3) == model.reasons(somebody, weeks, 3)
    assert (again.version, again.doubt) == ("chance-test", 0.12)
    assert save(again) == save(model)


@pytest.mark.parametrize("content", [b"", b"no model", save(rule_profile())[:-40]])
def test_other_bytes_are_no_model(content: bytes) -> None:
    with pytest.raises(Unreadable):
        load(content)


@pytest.mark.parametrize("code", ["sex", "origin", "name", "foreign"])
def test_what_may_never_be_an_input_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="Never an input"):
        Background({code: np.zeros(3)}, {})


def test_histories_that_cannot_be_are_refused() -> None:
    facts = Background({"age": np.array([30.0, 40.0])}, {})
    two, ends = np.array([1.0, 5.0]), np.array([WORK, STILL])
    for entered, left in ((two, two), (-two, two), (two - 1, np.array([np.nan, 6.0]))):
        with pytest.raises(ValueError, match=r"seen|numbers"):
            Histories(facts, entered, left, ends)
    with pytest.raises(ValueError, match="Nobody"):
        fit(
            (Number("age"),),
            Histories(facts, two - 1, two, ends * 0),
            np.random.default_rng(0),
            version="",
        )


def test_the_rules_say_less_the_longer_the_older_and_the_less_worked() -> None:
    rules = rule_profile()
    usual = rules.chances(one(38, 36, ""), NOW)[0, 0]

    assert 0.45 < usual < 0.55
    assert rules.chances(one(np.nan, np.nan, ""), NOW)[0, 0] == pytest.approx(usual)
    for her, weeks in (
        (one(60, 36, ""), 0),
        (one(38, 2, ""), 0),
        (one(38, 36, ""), 60),
        (one(38, 36, "primary"), 0),
    ):
        assert rules.chances(her, np.array([float(weeks)]))[0, 0] < usual


def test_the_longer_the_horizon_the_greater_the_chance() -> None:
    somebody = people(np.random.default_rng(8), 200)
    chances = learned().chances(somebody, np.linspace(0, 150, 200), (1, 13, 26, 52, 104))

    assert (np.diff(chances, axis=1) > 0).all()
    assert (chances > 0).all()
    assert (chances < 1).all()
