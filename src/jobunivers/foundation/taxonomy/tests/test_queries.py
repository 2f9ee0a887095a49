# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from jobunivers.foundation.taxonomy import actions, queries
from jobunivers.foundation.taxonomy.suggest import Entry, Suggester
from jobunivers.foundation.taxonomy.tests.cast import (
    CARE,
    COOK,
    MONDAY,
    NURSE,
    SOUP,
    empty_the_taxonomy,
    make_esco,
)
from jobunivers.integrations.taxonomy.classifications import read_disco, read_industries
from jobunivers.testing import shared_data


def suggester(*names: str) -> Suggester:
    return Suggester.of(
        Entry(f"uri:{name}", name, "da", preferred=True, label=name, place="") for name in names
    )


def found(names: Suggester, text: str, limit: int = 8) -> list[str]:
    return [suggestion.label for suggestion in names.suggest(text, limit)]


def test_beginnings_come_before_words_and_words_before_parts_of_words() -> None:
    names = suggester("hjemmeplejer", "leder af pleje", "plejehjælper", "pleje", "kok")

    assert found(names, "pleje") == ["pleje", "plejehjælper", "leder af pleje", "hjemmeplejer"]


def test_all_words_must_fit_in_any_order() -> None:
    names = suggester("social- og sundhedshjælper", "sundhedsplejerske", "socialrådgiver")

    assert found(names, "sund soc") == ["social- og sundhedshjælper"]


@pytest.mark.parametrize("typed", ["", " ", "-", "\n"])
def test_nothing_typed_suggests_nothing(typed: str) -> None:
    assert found(suggester("kok"), typed) == []


def test_an_accent_or_another_spelling_is_no_hindrance() -> None:
    assert found(suggester("gørtler"), "Goertler") == ["gørtler"]


def test_a_concept_is_suggested_once_and_says_which_name_fitted() -> None:
    names = Suggester.of(
        [
            Entry("uri:1", "kok", "da", preferred=True, label="kok", place="5120"),
            Entry("uri:1", "køkkenchef", "da", preferred=False, label="kok", place="5120"),
        ]
    )

    [hit] = names.suggest("kø", 8)
    assert (hit.label, hit.matched, hit.place) == ("kok", "køkkenchef", "5120")
    assert len(names.suggest("k", 8)) == 1


def test_no_more_than_asked_for_are_suggested() -> None:
    assert len(suggester("kok", "kokkeelev", "kokkepige").suggest("kok", 2)) == 2


@pytest.fixture
def esco(db: None) -> None:
    empty_the_taxonomy()
    actions.import_esco(esco=make_esco(), at=MONDAY)


@pytest.mark.usefixtures("esco")
def test_names_of_all_kinds_are_fetched_in_one_question(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    group = "http://data.europa.eu/esco/isco/C2221"

    with django_assert_num_queries(1):
        labels = queries.labels([NURSE, CARE, group, "unknown"], "en")

    assert labels == {NURSE: "nurse", CARE: "give care", group: "Sygeplejearbejde"}
    with django_assert_num_queries(0):
        assert queries.labels([]) == {}


@pytest.mark.usefixtures("esco")
def test_an_occupations_essential_skills_come_first() -> None:
    needed = queries.skills_of_occupation(NURSE)

    assert [(skill.uri, skill.essential) for skill in needed] == [(CARE, True), (SOUP, False)]


@pytest.mark.usefixtures("esco")
def test_suggestions_speak_the_readers_language() -> None:
    assert queries.suggest_occupations("coo", "en")[0].label == "cook"
    assert queries.suggest_occupations("coo", "da") == []
    assert queries.suggest_skills("suppe")[0].uri == SOUP


@pytest.mark.usefixtures("esco")
def test_relations_are_addresses_in_order() -> None:
    assert queries.relations() == [
        (COOK, SOUP, True),
        (NURSE, CARE, True),
        (NURSE, SOUP, False),
    ]


@pytest.mark.usefixtures("esco")
def test_the_about_page_thanks_esco_in_both_languages() -> None:
    [credit] = queries.credits_due()

    with translation.override("da"):
        assert "ESCO-klassifikation" in str(credit.attribution)
    with translation.override("en"):
        assert "uses the ESCO classification" in str(credit.attribution)


@pytest.mark.usefixtures("esco")
def test_every_import_gives_the_taxonomy_another_version() -> None:
    before = queries.version()
    actions.import_esco(esco=make_esco(relations=(), checksum="two"), at=MONDAY)

    assert queries.version() > before


@pytest.mark.django_db
def test_the_real_classifications_are_imported_once() -> None:
    disco = read_disco(shared_data("taxonomy"))
    industries = read_industries(shared_data("taxonomy"))

    first = actions.import_disco(parsed=disco, at=MONDAY)
    again = actions.import_disco(parsed=disco, at=MONDAY)
    nace = actions.import_industries(parsed=industries, at=MONDAY)

    assert first.counts["disco"].added == 1_171
    assert (again.counts["disco"].unchanged, again.touched) == (1_171, False)
    assert nace.counts["nace"].added == 996
    assert queries.industries(1).count() == 21
    assert [code.code for code in queries.disco_codes("2221")] == [
        *("2221", "222110", "222120", "222130"),
    ]


@pytest.mark.usefixtures("esco")
def test_the_kinds_of_skills_are_asked_for_at_once(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(1):
        assert queries.skill_kinds([CARE, NURSE, "unknown"]) == {CARE: "skill"}
    with django_assert_num_queries(0):
        assert queries.skill_kinds([]) == {}
