# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is read, refused and understood of a statement, whatever is sent."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.science.xapi import (
    DEEPEST,
    Unreadable,
    check,
    is_iri,
    moment,
    read,
    said_of,
    voided_by,
)

ADL = "http://adlnet.gov/expapi/verbs/"
PER_CENT = "https://w3id.org/xapi/cmi5/result/extensions/progress"
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "actor", "objectType", "account", "member", "score"])
            | st.text(max_size=4),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


def told(verb: str = "completed", /, **more: Any) -> dict[str, Any]:
    said = {
        "actor": {"account": {"homePage": "https://a.example/oidc", "name": "n1"}},
        "verb": {"id": ADL + verb},
        "object": {"id": "https://cv.example/start"},
    }
    return said | more


def code_of(body: bytes) -> str:
    with pytest.raises(Unreadable) as refused:
        read(body)
    return refused.value.problem.code


def wrongs(statement: Any, spoken: str = "2.0") -> list[tuple[str, str]]:
    return [(one.place, one.code) for one in check(statement, spoken=spoken)]


@settings(max_examples=80, deadline=None)
@given(_VALUES)
def test_whatever_is_sent_gets_a_verdict_and_no_exception(value: Any) -> None:
    for problem in check(value, spoken="2.0") + check(told(result=value), spoken="1.0"):
        assert problem.words


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["actor", "verb", "object", "result", "context", "timestamp"]), _VALUES)
def test_a_statement_found_right_is_still_right_when_it_was_written_and_read(
    name: str, value: Any
) -> None:
    statement = told() | {name: value}
    if not check(statement, spoken="2.0"):
        assert check(read(json.dumps(statement).encode()), spoken="2.0") == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=20))
def test_a_property_that_xapi_does_not_have_is_refused(name: str) -> None:
    known = {"id", "actor", "verb", "object", "result", "context", "timestamp", "stored",
             "authority", "version", "attachments"}  # fmt: skip
    if name not in known:
        assert wrongs(told(**{name: 1})) == [("?", "unknown")]


def test_a_body_that_cannot_be_kept_is_refused_with_its_reason() -> None:
    assert code_of(b"{") == "json"
    assert code_of(b"\xff{}") == "json"
    assert code_of(b'{"a": 1, "a": 2}') == "twice"
    assert code_of(b'{"x": {"a": 1, "b": 2, "a": 1}}') == "twice"
    for number in (b"NaN", b"Infinity", b"-Infinity", b"1e999", b"9" * 5_000):
        assert code_of(b'{"a": %s}' % number) == "number"
    assert code_of(b'{"a": "\\u0000"}') == "text"
    assert code_of(b'{"\\ud800": 1}') == "text"
    assert code_of(b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1)) == "depth"
    assert code_of(b"[" * 1_000_000) in {"depth", "json"}
    assert code_of(b'{"a":' * 500_000 + b"1" + b"}" * 500_000) == "depth"
    assert read(b"[" * DEEPEST + b"]" * DEEPEST)


def test_null_is_allowed_in_extensions_alone() -> None:
    assert wrongs(told(result={"response": None})) == [("result.response", "null")]
    assert wrongs(told(actor=None)) == [("actor", "null")]
    assert wrongs(told(result={"extensions": {"https://a.example/x": None}})) == []
    assert wrongs(told(result={"extensions": {"x": 1}})) == [("result.extensions", "iri")]


@pytest.mark.parametrize(
    ("score", "problems"),
    [
        ({"scaled": 1}, []),
        ({"scaled": 1.01}, [("result.score.scaled", "range")]),
        ({"scaled": True}, [("result.score.scaled", "kind")]),
        ({"raw": 5, "min": 0, "max": 10}, []),
        ({"raw": 11, "min": 0, "max": 10}, [("result.score", "range")]),
        ({"min": 3, "max": 3}, [("result.score", "range")]),
    ],
)
def test_a_score_lies_within_its_bounds(
    score: dict[str, Any], problems: list[tuple[str, str]]
) -> None:
    assert wrongs(told(result={"score": score})) == problems


@pytest.mark.parametrize(
    "text",
    ["2026-11-26T08:00:00Z", "2026-11-26T09:00:00+01:00", "2026-11-26T08:00:00.0000000Z",
     "2026-11-26T08:00Z", "2026-11-26T09:00:00+0100", "2026-11-26T08:00:00"],
)  # fmt: skip
def test_the_same_moment_may_be_written_in_many_ways(text: str) -> None:
    assert moment(text) == datetime(2026, 11, 26, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    ["", "2026-11-26", "26-11-2026T08:00:00Z", "2026-02-30T08:00:00Z", "2026-11-26T25:00:00Z",
     "2026-11-26T08:00:00-00:00", "0001-01-01T00:00:00+10:00", "2026-11-26T08:00:00+99:00"],
)  # fmt: skip
def test_what_is_no_moment_is_refused(text: str) -> None:
    assert moment(text) is None
    assert wrongs(told(timestamp=text)) == [("timestamp", "timestamp")]


def test_an_address_is_absolute() -> None:
    assert is_iri("https://a.example/æ?x=1#y")
    for text in ("", "a.example/x", "https://a example", "ab=c://x", "https:", "x" * 5_000):
        assert not is_iri(text)


def test_a_verb_says_how_far_she_has_come() -> None:
    half = {"extensions": {PER_CENT: 50}, "score": {"scaled": -0.5}}

    middle = said_of(told("progressed", result=half))
    assert middle is not None
    assert (middle.share, middle.score, middle.through) == (0.5, 0.0, False)
    for verb in ("completed", "passed"):
        assert (done := said_of(told(verb))) is not None
        assert (done.share, done.through) == (1.0, True)
    failed = said_of(told("failed", result={"score": {"raw": 2, "min": 0, "max": 8}}))
    assert failed is not None
    assert (failed.score, failed.through) == (0.25, False)
    not_yet = said_of(told("completed", result={"completion": False}))
    assert not_yet is not None
    assert not not_yet.through
    assert said_of(told("attended")) is None


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["progressed", "completed", "failed", "scored"]),
    st.floats(-1, 1),
    st.floats(allow_nan=False, allow_infinity=False),
)
def test_what_is_understood_lies_between_none_and_all(
    verb: str, scaled: float, share: float
) -> None:
    result = {"score": {"scaled": scaled}, "extensions": {PER_CENT: share}}

    said = said_of(told(verb, result=result))

    assert said is not None
    assert 0 <= said.share <= 1
    assert said.score is not None
    assert 0 <= said.score <= 1


def test_voiding_names_another_statement() -> None:
    number = "8F87CCDE-bb56-4c2e-ab83-44982ef22df0"
    right = told("voided", object={"objectType": "StatementRef", "id": number})

    assert wrongs(right) == []
    assert voided_by(right) == number.lower()
    assert wrongs(told("voided")) == [("object", "object")]
