# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Readiness is added up in the open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobunivers.science.readiness import FEWEST_ANSWERS, MOST, QUESTIONS, outcome

ANSWERS = st.dictionaries(st.sampled_from(QUESTIONS), st.integers(0, MOST))


@given(ANSWERS)
def test_the_reasons_add_up_to_the_score(answers: dict[str, int]) -> None:
    found = outcome(answers)

    assert sum(points for _, points in found.reasons) == found.points
    if answers:
        assert found.score == found.points / (MOST * len(answers))
    else:
        assert found.score is None


@given(ANSWERS.filter(bool), st.data())
def test_a_better_answer_never_lowers_the_score(
    answers: dict[str, int], data: st.DataObject
) -> None:
    question = data.draw(st.sampled_from(sorted(answers)))
    better = {**answers, question: min(MOST, answers[question] + 1)}

    before, after = outcome(answers).score, outcome(better).score

    assert before is not None
    assert after is not None
    assert after >= before


def test_with_few_answers_nothing_is_concluded() -> None:
    few = dict.fromkeys(QUESTIONS[: FEWEST_ANSWERS - 1], MOST)
    enough = dict.fromkeys(QUESTIONS[:FEWEST_ANSWERS], MOST)

    assert outcome(few).level == ""
    assert outcome(enough).level == "alone"


@pytest.mark.parametrize(
    ("points", "level"),
    [([2, 2, 2, 0], "alone"), ([2, 2, 1, 0], "some_help"), ([1, 1, 0, 0], "together")],
)
def test_the_levels_begin_where_the_page_says(points: list[int], level: str) -> None:
    assert outcome(dict(zip(QUESTIONS, points, strict=False))).level == level


@pytest.mark.parametrize("answers", [{"age": 1}, {"phone": 3}, {"phone": -1}])
def test_an_answer_that_cannot_be_is_refused(answers: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="cannot be answered"):
        outcome(answers)
