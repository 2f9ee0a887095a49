# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who should be looked at, and why."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.science.attention import (
    FACT_WORDS,
    RULES,
    USUAL,
    BadTuning,
    CitizenFacts,
    Tuned,
    findings,
    read_tuning,
)

TODAY = date(2026, 11, 26)
# Nothing of her asks for anything.
CALM: dict[str, Any] = {
    "citizen": 1,
    "today": TODAY,
    "out_since": TODAY - timedelta(days=5),
    "days_inactive": 1,
    "requirements_fixed": True,
    "goals_open": 1,
}


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def codes(**said: Any) -> list[str]:
    return [one.code for one in findings(CitizenFacts(**CALM | said))]


def test_nobody_is_pointed_out_without_an_occasion() -> None:
    assert codes() == []


@pytest.mark.parametrize(
    ("code", "said", "almost"),
    [
        ("inactive", {"days_inactive": 7}, {"days_inactive": 6}),
        (
            "no_application",
            {"out_since": ago(40), "last_applied": ago(21)},
            {"out_since": ago(40), "last_applied": ago(20)},
        ),
        (
            "no_interview",
            {"applications90": 5, "first_applied": ago(90)},
            {"applications90": 4, "first_applied": ago(90)},
        ),
        (
            "no_offer",
            {"interviews180": 3, "first_interview": ago(30)},
            {"interviews180": 3, "first_interview": ago(30), "last_offer": ago(2)},
        ),
        ("no_next_step", {"finished_on": ago(3)}, {"finished_on": ago(3), "activities_ahead": 1}),
        (
            "unanswered",
            {"unanswered": 2, "unanswered_since": ago(7)},
            {"unanswered": 2, "unanswered_since": ago(6)},
        ),
        ("deadline", {"overdue": 1, "overdue_since": ago(1)}, {"overdue": 0}),
        ("plan_empty", {"goals_open": 0, "out_since": ago(7)}, {"goals_open": 0}),
        (
            "requirements",
            {"requirements_fixed": False, "out_since": ago(14)},
            {"requirements_fixed": False, "out_since": ago(13)},
        ),
        ("found_job", {"open_offer": TODAY}, {"last_offer": TODAY}),
        (
            "absence_ends",
            {"absent": True, "absent_until": ago(-3)},
            {"absent": True, "absent_until": ago(-4)},
        ),
    ],
)
def test_each_rule_holds_from_its_own_day_on(
    code: str, said: dict[str, Any], almost: dict[str, Any]
) -> None:
    assert code in codes(**said)
    assert code not in codes(**almost)


def test_a_talk_begins_the_count_of_applications_anew() -> None:
    many = {"applications90": 9, "first_applied": ago(200), "out_since": ago(5)}
    assert "no_interview" in codes(**many)
    assert "no_interview" not in codes(**many, last_interview=ago(10))


def test_whoever_is_away_is_left_in_peace() -> None:
    said = {"days_inactive": 90, "goals_open": 0, "out_since": ago(90), "overdue": 2}
    assert len(codes(**said)) > 1
    assert codes(**said, absent=True) == []


def test_what_is_unknown_holds_no_rule() -> None:
    assert "inactive" not in codes(days_inactive=None)


def test_a_kommune_may_turn_a_rule_off_or_wait_longer() -> None:
    facts = CitizenFacts(**CALM | {"days_inactive": 10})
    assert [one.code for one in findings(facts)] == ["inactive"]
    assert not findings(facts, read_tuning({"inactive": {"on": False}}))
    assert not findings(facts, read_tuning({"inactive": {"days": 11}}))


@pytest.mark.parametrize(
    "body", [{"moon": {"on": True}}, {"inactive": {"days": -1}}, {"inactive": {"cool_down": 366}}]
)
def test_a_bad_tuning_is_refused(body: dict[str, Any]) -> None:
    with pytest.raises(BadTuning):
        read_tuning(body)


def test_a_kommune_that_has_said_nothing_uses_every_rule() -> None:
    assert read_tuning({}) == USUAL
    assert all(one == Tuned(on=True, days=one.days, cool_down=one.cool_down) for one in
               USUAL.values())  # fmt: skip


_SOON = st.dates(min_value=ago(400), max_value=TODAY)
_PERHAPS = st.none() | _SOON


@settings(max_examples=80, deadline=None)
@given(
    out=_SOON, inactive=st.none() | st.integers(0, 400), first=_PERHAPS, last=_PERHAPS,
    many=st.integers(0, 60), talks=st.integers(0, 9), talk=_PERHAPS, finished=_PERHAPS,
    overdue=_PERHAPS, asked=_PERHAPS, offer=_PERHAPS, away=st.booleans(),
)  # fmt: skip
def test_every_text_can_be_said_of_everybody(
    *, out: date, inactive: int | None, first: date | None, last: date | None, many: int,
    talks: int, talk: date | None, finished: date | None, overdue: date | None,
    asked: date | None, offer: date | None, away: bool,
) -> None:  # fmt: skip
    facts = CitizenFacts(
        citizen=1, today=TODAY, out_since=out, days_inactive=inactive, first_applied=first,
        last_applied=last, applications90=many, interviews180=talks, first_interview=talk,
        last_interview=talk, finished_on=finished, overdue_since=overdue, overdue=2,
        unanswered=1, unanswered_since=asked, open_offer=offer, absent=away,
        absent_until=TODAY + timedelta(days=2),
    )  # fmt: skip
    for one in findings(facts):
        rule = RULES[one.code]
        for language in ("da", "en"):
            said = [w.said(language, one.facts) for w in (rule.staff, rule.citizen, rule.can_do)]
            assert all(text and "{" not in text for text in said)
        assert set(one.facts) <= set(FACT_WORDS)
