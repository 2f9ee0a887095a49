# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Of what a source tells of interests, the fields of a list are read and nothing else."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobunivers.integrations.profiles.interests import (
    MOST,
    InterestTold,
    Unreadable,
    never_used,
    read_akasse,
    read_file,
    read_social,
)

SENSITIVE = ("helbred", "Helbredsoplysninger", "diagnoses", "fagforening", "unionMember",
             "religion", "politicalViews", "etnicitet", "seksualitet", "straffeattest", "cpr",
             "CPRnummer", "dagpengesats")  # fmt: skip
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner),
    max_leaves=12,
)


def test_the_fields_of_the_list_are_read() -> None:
    told = read_akasse({
        "kravTilJobsoegning": {"stillingsbetegnelser": ["Kok", "kok", " Bager "]},
        "jobmaal": [{"stillingsbetegnelse": "Køkkenchef"}],
        "kurser": [{"navn": "Hygiejnebevis"}, {"dato": "2026"}],
        "beskaeftigelse": [{"stilling": "Opvasker"}],
    })  # fmt: skip
    assert set(told.items) == {
        InterestTold("wish", "Kok"),
        InterestTold("wish", "Bager"),
        InterestTold("wish", "Køkkenchef"),
        InterestTold("course", "Hygiejnebevis"),
    }
    assert told.left_out == ()


@pytest.mark.parametrize("name", SENSITIVE)
def test_a_sensitive_field_is_never_kept_and_said_by_its_kind(name: str) -> None:
    told = read_social({"interests": ["heste"], name: ["heste og hunde"], "a": {name: ["x"]}})
    assert told.items == (InterestTold("interest", "heste"),)
    assert told.left_out
    assert set(told.left_out) <= {never_used(name), "other"}


@pytest.mark.parametrize(
    "words", ["min menighed", "fagforeningsarbejde", "depression", "010190-1234", "dagpenge"]
)
def test_a_sensitive_interest_is_never_kept(words: str) -> None:
    told = read_social({"interests": [words, "heste"]})
    assert told.items == (InterestTold("interest", "heste"),)
    assert len(told.left_out) == 1


def test_a_job_in_a_church_may_be_wished_for_but_no_number_stands_in_it() -> None:
    told = read_akasse({"jobmaal": ["Kirketjener", "Kok 010190-1234"]})
    assert told.items == (InterestTold("wish", "Kirketjener"),)
    assert told.left_out == ("number",)


@given(json_values)
def test_whatever_is_told_is_read_without_a_fall_and_kept_within_bounds(value: Any) -> None:
    for read in (read_akasse, read_social):
        told = read(value)
        assert len(told.items) <= MOST
        for one in told.items:
            assert 0 < len(one.words) <= 120
            assert one.words == one.words.strip()


@given(st.dictionaries(st.sampled_from(SENSITIVE), json_values, min_size=1))
def test_nothing_is_ever_kept_from_sensitive_fields(fields: dict[str, Any]) -> None:
    allowed = {"interests", "skills", "topics", "courses", "jobmaal", "kurser", "desiredJobs"}

    def without(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: without(v) for k, v in value.items() if k not in allowed}
        return value

    assert read_social(fields).items == ()
    assert read_akasse({"x": without(fields)}).items == ()


@pytest.mark.parametrize(
    ("data", "why"),
    [(b"", "empty"), (b"[]", "wrong_type"), (b"{", "wrong_type"), (b"{}", "nothing_found"),
     (b" " * 2_000_000 + b"{}", "too_large")],
)  # fmt: skip
def test_a_file_that_says_nothing_says_why(data: bytes, why: str) -> None:
    with pytest.raises(Unreadable) as raised:
        read_file(data)
    assert raised.value.why == why


def test_a_file_is_read_like_an_answer() -> None:
    whole = {"name": "-", "skills": [{"name": "Truck"}]}
    assert read_file(json.dumps(whole).encode()).items == (InterestTold("skill", "Truck"),)
