# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Beside each advertisement stands what tells it from the others, and what hardly counts never."""

from typing import Any

import pytest

from jobunivers.rooms.tailored.queries.telling import main_reasons
from jobunivers.rooms.tailored.queries.words import ReasonWords, in_words

CARE = "Du har erfaring som sosu-hjælper"


def experience(weight: float, label: str = CARE) -> ReasonWords:
    return ReasonWords("occupation.same", label, "", weight, label[:1].lower() + label[1:])


def near(km: int, weight: float) -> ReasonWords:
    return ReasonWords("distance.near", f"{km} km fra dig", "", weight, f"der er {km} km")


def skills(named: str, weight: float) -> ReasonWords:
    label = f"De søger noget, du kan: {named}"
    return ReasonWords("skills.stated", label, "", weight, label[:1].lower() + label[1:])


def new(weight: float) -> ReasonWords:
    return ReasonWords("freshness.new", "Slået op inden for den sidste uge", "", weight)


def test_the_strongest_reason_is_shown_where_it_differs_from_row_to_row() -> None:
    rows = [
        [experience(0.3), near(4, 0.2)],
        [skills("omsorg", 0.3), near(5, 0.2)],
        [near(1, 0.3), new(0.1)],
    ]
    assert main_reasons(rows) == [CARE, "De søger noget, du kan: omsorg", "1 km fra dig"]


def test_what_most_rows_would_say_is_followed_by_what_is_the_rows_own() -> None:
    rows = [[experience(0.3), near(km, 0.12)] for km in (4, 9, 17)]
    assert main_reasons(rows) == [f"{CARE}, og der er {km} km" for km in (4, 9, 17)]


def test_a_reason_that_hardly_counts_is_not_put_forward_for_being_different() -> None:
    rows = [[experience(0.3), near(km, 0.05)] for km in (4, 9, 17)]
    assert main_reasons(rows) == [CARE] * 3


def test_a_weaker_reason_may_follow_but_not_stand_alone() -> None:
    rows = [[experience(0.3), near(km, 0.1)] for km in (4, 9, 17)]
    assert main_reasons(rows) == [f"{CARE}, og der er {km} km" for km in (4, 9, 17)]
    lists = [[skills("a, b og c", 0.3), near(km, 0.1)] for km in (4, 9, 17)]
    assert main_reasons(lists) == ["De søger noget, du kan: a, b og c"] * 3


def test_what_is_about_the_work_comes_before_how_near_it_is() -> None:
    wish = ReasonWords("wish.skills", "Det ligger tæt på dit ønske: tjener", "", 0.03)
    assert main_reasons([[near(8, 0.04), wish]]) == [wish.label]
    assert main_reasons([[near(8, 0.2), wish]]) == ["8 km fra dig"]


def test_what_she_did_and_wishes_for_is_not_said_twice() -> None:
    wish = ReasonWords("wish.group", "Det ligner dit ønske: sosu", "", 0.2, "det ligner dit ønske")
    rows = [[experience(0.3), wish], [experience(0.3)], [experience(0.3)]]
    assert main_reasons(rows) == [CARE] * 3


def told(code: str, weight: float, **facts: Any) -> dict[str, Any]:
    return {"code": code, "weight": weight, "facts": facts}


def test_her_own_work_is_never_called_another_trade_and_the_sum_stays() -> None:
    skill = told("skills.stated", 0.1, matched=["a"], asked=2, brought=1)
    stored = [told("occupation.same", 0.3, mine="o"), skill, told("bridge", 0.001)]
    said = in_words(stored, {"o": "smed", "a": "svejsning"}, place="profile")
    assert [one.code for one in said] == ["occupation.same", "skills.stated"]
    assert sum(one.weight for one in said) == pytest.approx(0.401)
    stored[0] = told("occupation.skills", 0.1, mine="o")
    assert "bridge" in {one.code for one in in_words(stored, {}, place="profile")}


def test_how_the_advertisement_was_read_is_said_once() -> None:
    facts = {"mine": "o", "occupation": "o", "confidence": 1.0}
    stored = [told("occupation.same", 0.3, **facts), told("wish.group", 0.2, digits=4, **facts)]
    first, second = in_words(stored, {"o": "smed"}, place="profile")
    assert first.detail == "Vi læser jobbet som smed."
    assert second.detail == "Det er næsten samme slags arbejde."


def test_nobody_is_said_to_have_what_she_has_nothing_of() -> None:
    stored = [told("skills.stated", 0.01, matched=[], akin=["a"], asked=7, brought=0)]
    (said,) = in_words(stored, {"a": "samarbejde"}, place="profile")
    assert said.label == "Du kan noget, der ligner det, de søger"
    assert said.detail == "Du kan noget, der ligner: samarbejde."


def test_how_new_the_advertisement_is_never_stands_for_the_person() -> None:
    rows = [[experience(0.3), new(0.29)], [experience(0.3), new(0.28)]]
    assert main_reasons(rows) == [CARE] * 2


def test_two_long_sentences_are_not_made_one() -> None:
    long = skills("personlig pleje, dokumentation og forflytning af borgere", 0.25)
    rows = [[experience(0.3), long], [experience(0.3), near(4, 0.2)], [experience(0.3)]]
    assert main_reasons(rows) == [long.label, f"{CARE}, og der er 4 km", CARE]


def test_a_list_of_competences_is_followed_by_nothing() -> None:
    rows = [[skills("a, b og c", 0.3), near(km, 0.2)] for km in (4, 9)]
    assert main_reasons(rows) == ["4 km fra dig", "9 km fra dig"]


def test_one_row_says_its_strongest_reason() -> None:
    assert main_reasons([[experience(0.3), near(4, 0.29)]]) == [CARE]
    assert main_reasons([[]]) == [""]


def test_a_distance_from_the_middle_of_the_kommune_is_never_said_to_be_hers() -> None:
    stored = [{"code": "distance.near", "weight": 0.2, "facts": {"km": 4.0}}]
    (said,) = in_words(stored, {}, place="kommune")
    assert said.continued == "der er 4 km fra midten af kommunen"
