# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jobunivers.foundation.search import Circle, Lexicon, Reader, Search, rebuild
from jobunivers.foundation.search.text import Analyser
from jobunivers.foundation.search.vacancies import VACANCIES

from .ads import AARHUS, LEXICON, TODAY, ad, ask, index

TITLES = {
    1: "Sygeplejersker til medicinsk afdeling",
    2: "Lager- og logistikmedarbejder",
    3: "Lagermedarbejder i Ålborg",
    4: "C#-udvikler med .NET",
    5: "C++ programmør",
    6: "Warehouse worker, night shift",
    7: "Social- og sundhedsassistent",
    8: "Sundhedsplejerske",
    9: "Pædagog til børnehave",
    10: "Buschauffører søges",
    11: "C-konsulent, 37 timer",
    12: "Rengøringsassistent til natarbejde",
    13: "Nurse for a private clinic",
    14: "Tømrer og maler",
    15: "It-supporter",
}


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    folder = tmp_path_factory.mktemp("words")
    extra = {7: "Vi søger en dygtig leder af afdelingen.", 12: "Du er leder i en ny afdeling."}
    return index(folder, [ad(k, v, body=extra.get(k, "Velkommen.")) for k, v in TITLES.items()])


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("sygeplejerske", 1),
        ("SYGEPLEJERSKERNE", 1),
        ("lagermedarbejder", 2),
        ("lagermedarbejder", 3),
        ("lager- og logistikmedarbejder", 2),
        ("lager- og logistikmedarbejder", 3),
        ("lager medarbejder", 3),
        ("medarbejder", 2),
        ("logistik", 2),
        ("aalborg", 3),
        ("ålborg", 3),
        ("c#", 4),
        (".net", 4),
        ("c++", 5),
        ("warehouse workers", 6),
        ("sosu-assistent", 7),
        ("sosu assistent", 7),
        ("plejerske", 8),
        ("paedagog", 9),
        ("buschauffør", 10),
        ("chauffør", 10),
        ("37", 11),
        ("rengøring", 12),
        ("nurses", 13),
        ("it", 15),
        ("itsupporter", 15),
    ],
)
def test_people_find_what_they_mean(reader: Reader, typed: str, found: int) -> None:
    assert found in ask(reader, typed, correct=False)


def test_synonyms_go_one_way(reader: Reader) -> None:
    assert 1 in ask(reader, "nurse")
    assert 13 not in ask(reader, "sygeplejerske")


@pytest.mark.parametrize(
    ("typed", "meant", "found"),
    [
        ("sygeplejesker", "sygeplejersker", 1),
        ("sygeplejeske", "sygeplejersker", 1),
        ("pedagog", "pædagog", 9),
        ("tømmrer", "tømrer", 14),
        ("buschafører", "buschauffører", 10),
        ("rengørnigsassistent", "rengøringsassistent", 12),
        ("social- og sundhesassistent", "social- og sundhedsassistent", 7),
    ],
)
def test_a_misspelt_word_finds_what_was_meant_and_says_so(
    reader: Reader, typed: str, meant: str, found: int
) -> None:
    answer = reader.search(Search(text=typed, at_day=TODAY, owner=AARHUS))

    assert found in [hit.id for hit in answer.hits]
    assert answer.corrected == meant


def test_a_person_can_insist_on_the_word_as_typed(reader: Reader) -> None:
    assert ask(reader, "sygeplejesker", correct=False) == []


def test_a_word_that_is_spelt_right_is_not_corrected(reader: Reader) -> None:
    assert reader.search(Search(text="maler", at_day=TODAY, owner=AARHUS)).corrected == ""


def test_quotes_ask_for_a_phrase_and_minus_leaves_out(reader: Reader) -> None:
    assert ask(reader, '"leder af afdelingen"') == [7]
    assert set(ask(reader, "leder afdeling")) == {7, 12}
    assert set(ask(reader, "medarbejder -logistik")) == {3}
    assert set(ask(reader, "medarbejder -lagermedarbejder")) < {2, 3}
    assert 7 not in ask(reader, 'leder -"leder af afdelingen"')


def test_when_nothing_has_every_word_the_answer_has_some_and_says_so(reader: Reader) -> None:
    answer = reader.search(Search(text="tømrer sundhedsplejerske", at_day=TODAY, owner=AARHUS))

    assert answer.relaxed
    assert {hit.id for hit in answer.hits} == {8, 14}


def test_the_title_counts_most(tmp_path: Path) -> None:
    reader = index(
        tmp_path,
        [
            ad(1, "Kontorassistent", body="Du hjælper vores tømrer. " * 3),
            ad(2, "Tømrer", body="Velkommen til os."),
        ],
    )

    assert ask(reader, "tømrer") == [2, 1]


def test_a_rare_misspelling_in_an_advertisement_does_not_hide_the_right_word(
    tmp_path: Path,
) -> None:
    ads = [ad(number, "Sygeplejerske") for number in range(1, 8)] + [ad(9, "Sygeplejeske")]
    answer = index(tmp_path, ads).search(Search(text="sygeplejeske", at_day=TODAY, owner=AARHUS))

    assert answer.total == 8
    assert answer.corrected == "sygeplejerske"


def test_compounds_come_apart_at_a_linking_s() -> None:
    analyser = Analyser(LEXICON)

    assert analyser.split("sundhedsplejerske") == ("sundhed", "plejerske")
    assert analyser.split("lagermedarbejderne") == ("lager", "medarbejderne")
    assert analyser.split("elefant") == ()


def test_frequent_words_of_the_corpus_become_parts_of_compounds() -> None:
    lexicon = Lexicon.build([], ["en flaskehals på flaske og hals"] * 3, least=3)

    assert Analyser(lexicon).split("flaskehals") == ("flaske", "hals")


@pytest.mark.parametrize(
    "garbage",
    [
        "",
        " ",
        '"',
        '""',
        "-",
        "--",
        '-"',
        '"-"',
        "*",
        "title:x AND (",
        "[1 TO",
        "a" * 10_000,
        "ord " * 2_500,
        '"' * 10_000,
        "- " * 5_000,
        "lager-, " * 1_000 + "medarbejder",
        "\ud800",
        "\x00\x1f",
        "İ" * 100,
        "ﷺ" * 500,
        "🦄 👩‍⚕️",
        "\u202e\u0301",
        "c#" * 50,
        "og",
    ],
)
def test_no_text_is_a_mistake(reader: Reader, garbage: str) -> None:
    reader.search(Search(text=garbage, at_day=TODAY, owner=AARHUS))
    reader.suggest(garbage, "da", AARHUS)
    reader.candidates([], text=garbage, owner=AARHUS, at_day=TODAY)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.one_of(
        st.text(max_size=200),
        st.text(alphabet="-\"lagero medarbjd#+.'*()[]:~^æøå\\", max_size=80),
        st.text(alphabet=st.characters(), max_size=60),
    )
)
def test_no_text_ever_raises(reader: Reader, text: str) -> None:
    reader.search(Search(text=text, at_day=TODAY, owner=AARHUS, circle=Circle(56, 10, 5)))
    reader.suggest(text, "da", AARHUS)


def test_no_document_text_ever_raises(tmp_path: Path) -> None:
    wild = ["\x00", "a" * 300_000, "🦄" * 5_000, "-" * 10_000, "ord-, " * 5_000, "\x1f", "İß"]
    with rebuild(tmp_path, VACANCIES, LEXICON) as writer:
        writer.put(ad(at + 1, text, body=text, employer=text) for at, text in enumerate(wild))
        writer.commit(change=1)

    assert len(ask(Reader(tmp_path, VACANCIES))) == len(wild)
