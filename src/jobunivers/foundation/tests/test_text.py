# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from jobunivers.foundation.text import danish_sort_key, fold


def test_names_sort_as_danes_sort_them() -> None:
    names = ["Aarhus", "Ærø", "Ølstykke", "Zealand", "Albertslund", "Åbyhøj", "Odense", "aalborg"]

    assert sorted(names, key=danish_sort_key) == [
        *("Albertslund", "Odense", "Zealand", "Ærø", "Ølstykke", "Åbyhøj", "aalborg", "Aarhus"),
    ]


def test_foreign_letters_sort_with_their_danish_kin() -> None:
    assert sorted(
        ["Zoo", "Ärla", "Müller", "Mygind", "André", "Andersen"], key=danish_sort_key
    ) == [
        *("Andersen", "André", "Mygind", "Müller", "Zoo", "Ärla"),
    ]


def test_a_word_comes_before_the_phrase_it_begins() -> None:
    assert sorted(["kok i storkøkken", "kokke", "kok"], key=danish_sort_key) == [
        *("kok", "kok i storkøkken", "kokke"),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Århus", "aarhus"),
        ("Sønderborg", "SOENDERBORG"),
        ("café", "cafe"),
        ("social- og sundhedshjælper", "Social og sundhedshjælper"),
        ("A\u030arhus", "Århus"),
    ],
)
def test_spellings_that_mean_the_same_are_folded_together(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_programming_languages_stay_apart() -> None:
    assert len({fold("C"), fold("C++"), fold("C#")}) == 3


def test_other_alphabets_keep_their_letters() -> None:
    assert fold("Кухар, су-шеф") == "кухар су шеф"
