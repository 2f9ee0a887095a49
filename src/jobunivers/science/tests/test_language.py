# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobunivers.science.danish import Compounds, normalise, stem, tokens, variants
from jobunivers.science.language import detect
from jobunivers.testing import shared_data

COMPOUNDS = Compounds.learn(
    [
        "lager",
        "butiksmedarbejder i en butik",
        "lagermedarbejder",
        "skole",
        "skolemedarbejder",
        "arbejde",
        "arbejdsformidling",
        "formidling",
        "konsulent",
        "sundhed",
        "pleje",
        "sygeplejerske",
        "barn",
        "plejekonsulent",
    ]
)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("lagermedarbejder", ("lager", "medarbejder")),
        ("lagermedarbejdere", ("lager", "medarbejdere")),
        ("sundhedskonsulent", ("sundhed", "konsulent")),
        ("sygeplejersker", ("sygeplejersker",)),
        ("barnepleje", ("barn", "pleje")),
        ("xyz", ("xyz",)),
    ],
)
def test_a_compound_is_taken_apart_with_learned_words(word: str, parts: tuple[str, ...]) -> None:
    assert COMPOUNDS.split(word) == parts


def test_one_spelling_for_what_people_write_differently() -> None:
    assert normalise("Aarhus Café") == normalise("ÅRHUS cafe")
    assert normalise("Møller") == normalise("möller")
    assert normalise("e\u0301\u00ad") == "e"


def test_inflections_share_a_stem() -> None:
    assert stem("sygeplejersker") == stem("sygeplejerske") == stem("sygeplejerskerne")


def test_a_searched_compound_is_also_searched_in_parts() -> None:
    assert {"lagermedarbejdere", "lager", "medarbejdere"} <= set(
        variants("Lagermedarbejdere", COMPOUNDS)
    )


def test_names_of_programming_languages_are_whole_words() -> None:
    assert tokens("C++, C# og R&D") == ["c++", "c#", "og", "r&d"]


@given(st.text(max_size=60))
def test_any_text_can_be_normalised_and_taken_apart(text: str) -> None:
    for word in tokens(text):
        assert COMPOUNDS.split(word)
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "Vi søger en dygtig kollega, der kan lide at arbejde med børn og unge i vores hus.",
            "da",
        ),
        ("Vi søker en dyktig kollega som kan jobbe med barn og unge i barnehagen vår.", "no"),
        ("Vi söker en duktig kollega som kan arbeta med barn och unga på vår förskola.", "sv"),
        ("We are looking for a skilled colleague to work with children in our kindergarten.", "en"),
        (
            "Wir suchen für unseren Kindergarten eine Erzieherin oder einen Erzieher in Vollzeit.",
            "de",
        ),
    ],
)
def test_the_language_of_a_sentence_is_told(text: str, code: str) -> None:
    assert detect(text)[0] == code


@pytest.mark.parametrize("text", ["", "   ", "12 34", "PhD", "https://example.org"])
def test_where_nothing_can_be_told_nothing_is_said(text: str) -> None:
    assert detect(text)[0] == ""


def test_real_danish_and_english_advertisements_are_told_apart() -> None:
    """Six of the 140 are English by reading them."""
    lines = shared_data("ads", "jobtrend_da.jsonl").read_text(encoding="utf-8").splitlines()
    codes = [detect(json.loads(line)["text"])[0] for line in lines]

    assert codes.count("da") == 134
    assert codes.count("en") == 6


def test_real_norwegian_advertisements_are_not_danish() -> None:
    folder = shared_data("ads", "eures_nav")
    texts = [
        json.loads((folder / name).read_text(encoding="utf-8"))["properties"]["adtext"]
        for name in ("ad_1.json", "ad_2.json")
    ]

    assert [detect(text)[0] for text in texts] == ["no", "no"]
