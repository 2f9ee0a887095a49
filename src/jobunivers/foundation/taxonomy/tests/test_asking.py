# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest

from jobunivers.foundation.taxonomy import actions, asking, meaning
from jobunivers.foundation.taxonomy.remembered import Asked, Remembered
from jobunivers.foundation.taxonomy.tests.cast import (
    COOK,
    MONDAY,
    NURSE,
    SOUP,
    empty_the_taxonomy,
    make_esco,
)

GROUP = "http://data.europa.eu/esco/isco/C2221"


@pytest.fixture
def esco(db: None) -> Iterator[None]:
    empty_the_taxonomy()
    actions.import_esco(esco=make_esco(), at=MONDAY)
    held = (meaning.concepts, meaning.names, meaning.titles, meaning.skills)
    for model in held:
        model.forget()
    yield
    for model in held:
        model.forget()


def lines(*asked: object) -> list[bytes]:
    return [one if isinstance(one, bytes) else json.dumps(one).encode() for one in asked]


def answers(answering: asking.Answering, *asked: object) -> list[dict[str, Any]]:
    return [json.loads(line) for line in answering.answer(lines(*asked))]


@pytest.mark.usefixtures("esco")
def test_a_title_is_answered_with_occupations_and_groups_best_first() -> None:
    [answer] = answers(asking.titles(top=10), {"id": 7, "text": "Sygeplejerske", "lang": "da"})

    assert answer["id"] == 7
    assert [concept["uri"] for concept in answer["concepts"]] == [NURSE, GROUP]
    assert answer["concepts"][0]["label"] == "sygeplejerske"
    scores = [concept["score"] for concept in answer["concepts"]]
    assert scores == sorted(scores, reverse=True)
    assert len(answers(asking.titles(top=1), {"text": "Sygeplejerske"})[0]["concepts"]) == 1


@pytest.mark.usefixtures("esco")
@pytest.mark.parametrize("lang", [None, "", "en", "xx", "DA", 3])
def test_the_language_may_be_missing_or_wrong(lang: object) -> None:
    [answer] = answers(asking.titles(top=1), {"id": "a", "text": "Kok", "lang": lang})

    assert answer["concepts"][0]["uri"] == COOK
    assert answer["concepts"][0]["label"] == ("cook" if lang == "en" else "kok")


@pytest.mark.usefixtures("esco")
@pytest.mark.parametrize(
    ("line", "number"),
    [
        (b"no json", None),
        (b"", None),
        (b'["kok"]', None),
        (b'{"id": 5}', 5),
        (b'{"id": 5, "text": "  "}', 5),
        (b'{"id": 5, "text": 12}', 5),
        (b'{"id": NaN, "text": "Kok"}', None),
        (b'{"id": 5, "text": "K\xf8kken"}', None),
        (b"[" * 100_000, None),
    ],
)
def test_a_bad_line_is_answered_in_its_place_and_harms_no_other(
    line: bytes, number: object
) -> None:
    answering = asking.titles(top=1)
    kok = {"id": 1, "text": "Kok"}

    first, bad, last = answers(answering, kok, line, kok)

    assert first == last
    assert first["concepts"][0]["uri"] == COOK
    assert bad["id"] == number
    assert bad["error"]
    assert answering.failed == 1


@pytest.mark.usefixtures("esco")
def test_skills_are_answered_with_their_place_in_the_text_as_it_was_given() -> None:
    text = "Velkommen 🍲 Du skal koge suppe hver dag"
    [answer] = answers(asking.skills(), {"id": 1, "text": text, "lang": "da"})

    [skill] = answer["skills"]
    assert (skill["uri"], skill["label"]) == (SOUP, "koge suppe")
    assert text[skill["start"] : skill["end"]] == skill["words"] == "koge suppe"
    assert 0 < skill["confidence"] <= 1


@pytest.mark.usefixtures("esco")
def test_half_a_character_in_the_question_is_given_back() -> None:
    [answer] = asking.titles(top=1).answer([b'{"id": "\\ud83c", "text": "Kok \\ud83c"}'])

    assert json.loads(answer)["id"] == "\ud83c"


class Model:
    """Answers with its version; counts what it was asked."""

    def __init__(self) -> None:
        self.version = 1
        self.broken = False
        self.asked: list[str] = []
        self.later: list[Callable[[], None]] = []

    def compute(self, asked: Sequence[Asked]) -> list[str]:
        if self.broken:
            raise ZeroDivisionError
        self.asked += [one.text for one in asked]
        return [f"{one.text}{self.version}" for one in asked]

    def remembered(self, most: int = 100) -> Remembered[str]:
        return Remembered(self.compute, lambda: self.version, most=most, later=self.later.append)


def test_what_is_asked_again_is_not_computed_again() -> None:
    model = Model()
    kept = model.remembered()

    assert kept.get([Asked("a"), Asked("b"), Asked("a")]) == ["a1", "b1", "a1"]
    assert kept.get([Asked("b"), Asked("c")]) == ["b1", "c1"]
    assert model.asked == ["a", "b", "c"]


def test_a_language_makes_another_question() -> None:
    model = Model()
    kept = model.remembered()
    kept.get([Asked("a", "da"), Asked("a", "en")])

    assert model.asked == ["a", "a"]


def test_an_older_model_s_answer_serves_until_the_new_one_is_there() -> None:
    model = Model()
    kept = model.remembered()
    kept.get([Asked("a")])
    model.version = 2

    assert kept.get([Asked("a"), Asked("b")]) == ["a1", "b2"]
    assert kept.get([Asked("a")]) == ["a1"]
    [work] = model.later  # asked twice meanwhile, understood again once
    work()

    assert kept.get([Asked("a")]) == ["a2"]
    assert model.asked == ["a", "b", "a"]
    assert len(model.later) == 1


def test_only_so_many_answers_are_kept_the_latest_asked_for() -> None:
    model = Model()
    kept = model.remembered(most=2)
    for text in "abac":
        kept.get([Asked(text)])
    kept.get([Asked("a")])

    assert model.asked == ["a", "b", "c"]
    kept.get([Asked("b")])
    assert model.asked == ["a", "b", "c", "b"]


def test_work_that_fails_in_the_background_is_tried_again() -> None:
    model = Model()
    kept = model.remembered()
    kept.get([Asked("a")])
    model.version = 2
    kept.get([Asked("a")])
    model.broken = True
    with pytest.raises(ZeroDivisionError):
        model.later.pop()()
    model.broken = False

    assert kept.get([Asked("a")]) == ["a1"]
    model.later.pop()()
    assert kept.get([Asked("a")]) == ["a2"]
