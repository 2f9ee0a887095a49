# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The demo's market: enough of it, whole, plain, and loaded once however often it is filled."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from jobunivers.foundation.taxonomy.starter import ensure
from jobunivers.foundation.tenancy import working_for, writing_shared
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.library import queries as library
from jobunivers.rooms.marketplace import actions, queries
from jobunivers.rooms.marketplace.models import Offer, OfferVersion, ShelfEntry
from jobunivers.rooms.marketplace.queries.words import CATEGORIES, DATA, LANGUAGES, STATEMENTS
from jobunivers.simulator import market, market_words
from jobunivers.simulator.employers import passes_modulus
from jobunivers.simulator.market_words import Goods, firms, goods, sayings

THEN = datetime(2026, 10, 29, 9, tzinfo=UTC)
NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
LESSONS = [one for one in goods() if one.kind == "lesson"]


def questions_of(told: Goods) -> list[dict[str, object]]:
    return [dict(step) for step in told.steps if "question_da" in step]


def texts_of(told: Goods, language: str) -> list[str]:
    """Return everything a citizen reads of an offer in a language."""
    names = {"da": told.da, "en": told.en}, {"da": told.sum_da, "en": told.sum_en}
    found = [one[language] for one in names]
    found.append(told.about_da if language == "da" else told.about_en)
    for step in told.steps:
        found += [str(text) for name, text in step.items() if name.endswith(f"_{language}")]
        for choice in step.get("choices", ()):
            found += [choice[language], choice[f"say_{language}"]]
    return [text for text in found if text]


def lix(texts: Sequence[str]) -> float:
    """Return Björnsson's readability index of texts in Markdown."""
    plain = [re.sub(r"[*`#]", "", text) for text in texts]
    parts = [part for text in plain for part in re.split(r"[.:?!]\s|\n", text)]
    found = [re.findall(r"[\wæøåÆØÅ’-]+", part) for part in parts]
    words = [word for sentence in found for word in sentence]
    long = sum(len(word) > 6 for word in words)
    return len(words) / sum(1 for sentence in found if sentence) + 100 * long / len(words)


def test_there_are_sixty_solutions_of_fifteen_firms_and_a_hundred_and_twenty_of_content() -> None:
    solutions = [one for one in goods() if one.vendor]

    assert len(solutions) >= 60
    assert len({one.vendor for one in solutions}) >= 15
    assert len(goods()) - len(solutions) >= 120
    assert len({one.key for one in goods()}) == len(goods())
    assert {one.kind for one in goods()} >= {"tool", "course", "lesson", "article", "event"}
    assert {one.kind for one in goods()} >= {"job_board", "network", "mentor"}


def test_three_job_boards_of_three_firms_tell_the_same_things_so_that_one_can_compare() -> None:
    boards = [one for one in goods() if one.kind == "job_board"]

    assert len({one.vendor for one in boards}) == len(boards) == 3
    for one in boards:
        assert one.price
        assert one.about_da
        assert {"accessibility", "processing", "transfer", "support"} <= set(one.statements)


def test_forty_lessons_have_three_to_eight_steps_and_questions_that_answer_kindly() -> None:
    assert len(LESSONS) >= 40
    for one in LESSONS:
        asked = questions_of(one)
        assert 3 <= len(one.steps) - len(asked) <= 8, one.key
        assert 2 <= len(asked) <= 5, one.key
        assert one.minutes, one.key
        for question in asked:
            choices = question["choices"]
            assert isinstance(choices, list)
            assert sum(choice["right"] for choice in choices) == 1
            assert all(len(choice["say_da"]) > 10 for choice in choices), one.key


def test_no_two_steps_say_the_same() -> None:
    texts = [step["text_da"] for one in goods() for step in one.steps if "text_da" in step]
    words = [one.words for one in sayings()]

    assert [text for text, many in Counter(texts).items() if many > 1] == []
    assert min(len(text) for text in texts) > 60
    assert len(set(words)) == len(words) >= 30


@pytest.mark.parametrize("told", goods(), ids=lambda one: one.key)
def test_what_is_written_is_plain_and_stands_in_both_languages(told: Goods) -> None:
    danish, english = texts_of(told, "da"), texts_of(told, "en")

    assert lix(danish) <= 35
    assert len(danish) == len(english)
    assert len(told.sum_da) <= 400
    assert len(told.da) <= 150
    assert set(told.categories) <= set(CATEGORIES)
    assert set(told.data) <= set(DATA)
    assert set(told.languages) <= set(LANGUAGES)
    for code in told.statements:
        assert code.removesuffix("_en") in STATEMENTS
        assert code.endswith("_en") or f"{code}_en" in told.statements


@pytest.mark.parametrize(
    "told", [one for one in goods() if one.way == "own"], ids=lambda one: one.key
)
def test_bodies_can_be_shown_in_danish_and_english(told: Goods) -> None:
    body = {"steps": list(told.steps)}

    assert library.check_body(body, kind=told.kind) == []
    assert {step.language for step in library.steps_of(body, "en")} == {"en"}


def test_no_company_has_the_numbers_of_the_firms_and_no_address_leads_anywhere() -> None:
    assert all(len(one.cvr) == 8 and not passes_modulus(one.cvr) for one in firms())
    assert len({one.cvr for one in firms()}) == len(firms())


def test_what_is_said_is_said_of_offers_that_are_there() -> None:
    keys, kinds = {one.key for one in goods()}, {one.kind for one in goods()}

    for one in sayings():
        assert one.of <= keys
        assert one.kinds <= kinds
        assert one.of or one.kinds
        assert 1 <= one.stars <= 5


@pytest.mark.django_db
def test_all_competences_are_those_of_the_starter_taxonomy() -> None:
    ensure(at=NOW)
    labels = sorted({label for one in goods() for label in one.skills})

    assert len(labels) > 60
    assert len(market.skill_uris(labels)) == len(labels)


@pytest.mark.django_db
def test_the_market_stands_on_the_shelves_and_filling_it_again_changes_nothing(
    aarhus: Municipality,
) -> None:
    assert market.fill(at=THEN, today=NOW) > 150
    with working_for(aarhus.pk):
        before = list(OfferVersion.objects.order_by("pk").values_list("pk", "made_at"))
        entries = ShelfEntry.objects.count()

    assert market.fill(at=NOW, today=NOW + timedelta(days=2)) == 0

    with working_for(aarhus.pk):
        assert list(OfferVersion.objects.order_by("pk").values_list("pk", "made_at")) == before
        assert ShelfEntry.objects.count() == entries
        shelves = queries.shelves_for(None, at=NOW)
        assert all(len(shelf.cards) >= 4 for shelf in shelves)
        assert len(shelves) >= 10
        first = next(shelf for shelf in shelves if shelf.key == "samtalen").cards[0]
        assert (first.offer.key, first.featured) == ("forbered-jobsamtalen", True)
        standing = {one.key for one in market.offers_standing(None, at=NOW)}
    # Hidden here by the kommune's own word; another kommune's own things are not seen.
    assert "skiftehold-vagter" not in standing
    assert {"naerjob-kort", "jobmesse-moellegade"} <= standing
    assert "mentor-koekken" not in standing


@pytest.mark.django_db
def test_what_says_otherwise_becomes_a_new_version_and_what_was_withdrawn_stays_away(
    aarhus: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = [one for one in goods() if one.key in {"naerjob-kort", "sov-bedre", "webinar-loen"}]
    monkeypatch.setattr(market, "goods", lambda: tuple(few))
    monkeypatch.setattr(market, "_SAID", {})
    market.fill(at=THEN, today=NOW)
    with working_for(aarhus.pk):
        gone = queries.offer_by_key("naerjob-kort")
        assert gone is not None
        with writing_shared():
            actions.withdraw(offer=gone, why="Den er lukket.", at=NOW)
    monkeypatch.setattr(
        market, "goods", lambda: tuple(replace(one, sum_da="Noget andet.") for one in few)
    )

    assert market.fill(at=NOW, today=NOW) == 2

    with working_for(aarhus.pk):
        told = {one.key: one for one in Offer.objects.select_related("current")}
    assert told["naerjob-kort"].state == "withdrawn"
    assert told["sov-bedre"].current is not None
    assert told["sov-bedre"].current.number == 2
    assert told["sov-bedre"].current.summary_da == "Noget andet."


def test_an_event_is_on_a_weekday_after_the_day_it_is_loaded() -> None:
    days = [one.in_days for one in market_words.goods() if one.kind == "event"]

    assert len(days) >= 12
    assert all(day and day > 0 for day in days)
