# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which kinds of work new skills brought nearer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobunivers.science.gaps import occupations_near
from jobunivers.science.matching import Vocabulary

SKILLS = [f"s{number}" for number in range(6)]
NEEDS = [
    ("baker", "s0", True), ("baker", "s1", True), ("cook", "s0", True), ("cook", "s2", True),
    ("guard", "s3", True), ("clerk", "s4", True), ("clerk", "s5", False),
]  # fmt: skip


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return _vocabulary()


def _vocabulary() -> Vocabulary:
    names = ("baker", "clerk", "cook", "guard")
    return Vocabulary.build(
        version="t",
        occupations=[(name, str(1111 + place), place + 1) for place, name in enumerate(names)],
        groups=[],
        skills=[(uri, place + 1) for place, uri in enumerate(SKILLS)],
        relations=NEEDS,
        broader=[],
    )


VOCABULARY = _vocabulary()


def test_what_needs_the_new_skill_comes_nearer_and_the_nearest_first(
    vocabulary: Vocabulary,
) -> None:
    found = occupations_near(vocabulary, {"s1"}, {"s0"})
    assert [one.uri for one in found] == ["baker", "cook"]
    assert found[0].after == pytest.approx(1.0)
    assert found[0].before < found[0].after
    assert found[0].skills == ("s0",)


def test_what_she_has_or_wishes_already_is_not_told(vocabulary: Vocabulary) -> None:
    assert [one.uri for one in occupations_near(vocabulary, (), {"s0"}, without={"baker"})] == [
        "cook"
    ]


def test_a_skill_nobody_knows_brings_nothing_nearer(vocabulary: Vocabulary) -> None:
    assert occupations_near(vocabulary, {"s1"}, {"unknown"}) == []


@given(st.sets(st.sampled_from(SKILLS)), st.sets(st.sampled_from(SKILLS)))
def test_each_that_is_told_gained_and_names_what_it_gained_by(
    skills: set[str], new: set[str]
) -> None:
    found = occupations_near(VOCABULARY, skills, new)
    for one in found:
        assert 0 <= one.before < one.after <= 1.0 + 1e-9
        assert one.skills
        assert set(one.skills) <= new
        assert set(one.skills) == {s for o, s, _ in NEEDS if o == one.uri} & new
    assert [one.after for one in found] == sorted((one.after for one in found), reverse=True)
