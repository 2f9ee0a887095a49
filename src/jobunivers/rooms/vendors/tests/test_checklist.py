# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the checklist asks for, and when answers no longer do."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobunivers.rooms.vendors.models import GroundFall
from jobunivers.rooms.vendors.queries import Answers, ProcessorAnswer, is_cvr, usual_answers
from jobunivers.rooms.vendors.queries.answers import answers_of
from jobunivers.rooms.vendors.queries.checklist import Solution, missing
from jobunivers.rooms.vendors.queries.grounds import countries, grounds, is_inside

TODAY = date(2026, 11, 26)
USUAL = usual_answers("Nordlys ApS", on=TODAY)
PLAIN = Solution(hands_over=False, cvr="13585628", fictitious=False)
HANDING = replace(PLAIN, hands_over=True)


def lacking(answers: Answers, solution: Solution = PLAIN, on: date = TODAY) -> set[str]:
    return {one.code for one in missing(answers, solution, on=on, fallen={})}


def test_nothing_answered_is_missing_on_every_line() -> None:
    assert lacking(Answers(), replace(HANDING, cvr=None)) == {
        "cvr", "dpa", "transfer", "security", "accessibility", "support",
    }  # fmt: skip


def test_complete_answers_lack_nothing() -> None:
    assert lacking(USUAL) == set()
    assert lacking(replace(USUAL, dpa_file=7), HANDING) == set()


def test_an_agreement_is_asked_for_only_where_data_are_handed_over() -> None:
    bare = replace(USUAL, dpa_with="", dpa_on=None)
    assert lacking(bare) == set()
    assert lacking(bare, HANDING) == {"dpa"}
    assert lacking(USUAL, HANDING) == {"dpa"}  # the signed document is not there


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"dpa_until": TODAY - timedelta(days=1)}, "dpa"),
        ({"dpa_on": TODAY + timedelta(days=1)}, "dpa"),
        ({"statement_until": TODAY - timedelta(days=1)}, "accessibility"),
        ({"statement_on": TODAY - timedelta(days=400)}, "accessibility"),
        ({"statement_on": TODAY + timedelta(days=1)}, "accessibility"),
        ({"statement_url": ""}, "accessibility"),
        ({"nsis_needed": "high", "nsis_used": "substantial"}, "security"),
        ({"nsis_used": "ukendt"}, "security"),
        ({"incident_email": "", "incident_phone": ""}, "security"),
        ({"support_email": "", "support_phone": ""}, "support"),
        ({"answer_hours": None}, "support"),
        ({"processors": ()}, "transfer"),
    ],
)
def test_what_has_run_out_or_is_not_enough_is_missing(change: dict[str, object], code: str) -> None:
    answers = replace(USUAL, dpa_file=7)
    assert lacking(replace(answers, **change), HANDING) == {code}  # type: ignore[arg-type]


def test_an_answer_that_ends_today_holds_today_and_not_tomorrow() -> None:
    answers = replace(USUAL, dpa_file=7, dpa_until=TODAY)
    assert lacking(answers, HANDING) == set()
    assert lacking(answers, HANDING, TODAY + timedelta(days=1)) == {"dpa"}


@pytest.mark.parametrize(
    ("country", "ground", "assessment", "holds"),
    [
        ("DK", "eu", "", True),
        ("US", "eu", "", False),
        ("DK", "scc", "Vurderet", False),
        ("US", "adequacy:US", "", True),
        ("IN", "adequacy:US", "", False),
        ("IN", "scc", "", False),
        ("IN", "scc", "Krypteret, og nøglen er i Danmark", True),
        ("IN", "ukendt", "", False),
    ],
)
def test_a_ground_must_fit_the_country(
    country: str,
    ground: str,
    assessment: str,
    holds: bool,
) -> None:
    one = ProcessorAnswer(
        name="X", country=country, ground=ground, assessment=assessment, assessed_on=TODAY
    )
    assert (lacking(replace(USUAL, processors=(one,))) == set()) == holds


def test_whoever_leans_on_a_ground_that_fell_is_missing_one_with_the_reason() -> None:
    leans = ProcessorAnswer(name="Cloud Inc.", country="US", ground="adequacy:US")
    fall = GroundFall(ground="adequacy:US", from_on=TODAY, why="Domstolen har sagt nej.")
    answers = replace(USUAL, processors=(*USUAL.processors, leans))
    (one,) = missing(answers, PLAIN, on=TODAY, fallen={"adequacy:US": fall})
    assert one.code == "transfer"
    assert "Domstolen har sagt nej." in one.words
    assert missing(USUAL, PLAIN, on=TODAY, fallen={"adequacy:US": fall}) == []


def test_a_made_up_firm_has_no_number_and_a_foreign_one_has_its_own() -> None:
    assert lacking(USUAL, replace(PLAIN, cvr=None)) == {"cvr"}
    assert lacking(USUAL, replace(PLAIN, cvr=None, fictitious=True)) == set()
    assert lacking(replace(USUAL, abroad="DE HRB 1"), replace(PLAIN, cvr=None)) == set()


@pytest.mark.parametrize("number", ["13585628", "25063864", "10150817"])
def test_numbers_of_real_firms_fit(number: str) -> None:
    assert is_cvr(number)


@pytest.mark.parametrize("number", ["", "1358562", "135856280", "13585629", "0000000", "1358562x"])
def test_numbers_of_nobody_do_not(number: str) -> None:
    assert not is_cvr(number)


@given(st.integers(10_000_000, 99_999_999), st.integers(0, 7), st.integers(1, 9))
def test_one_wrong_digit_is_always_found(number: int, place: int, off: int) -> None:
    right = str(number)
    digit = (int(right[place]) + off) % 10
    wrong = f"{right[:place]}{digit}{right[place + 1 :]}"
    assert not (is_cvr(right) and is_cvr(wrong))


def test_every_adequacy_is_of_a_country_outside_that_is_known() -> None:
    known = dict(countries())
    of_one = [one for one in grounds().values() if one.country]
    assert of_one
    assert all(one.country in known and not is_inside(one.country) for one in of_one)
    assert len(known) == len(set(known.values()))


@given(
    st.builds(
        Answers,
        dpa_on=st.none() | st.dates(),
        faults=st.text(max_size=20),
        answer_hours=st.none() | st.integers(1, 720),
        processors=st.lists(
            st.builds(
                ProcessorAnswer,
                name=st.text(max_size=5),
                country=st.just("DK"),
                ground=st.just("eu"),
                assessed_on=st.none() | st.dates(),
            ),
            max_size=3,
        ).map(tuple),
    )
)
def test_answers_come_back_as_they_were_kept(answers: Answers) -> None:
    assert answers_of(answers.as_json()) == answers
