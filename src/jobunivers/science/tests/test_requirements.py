# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.science.matching.licences import LICENCES
from jobunivers.science.requirements import (
    LANGUAGES,
    Requirement,
    find,
    licence_codes,
    required,
    working_language,
)
from jobunivers.testing import shared_data


def _asked(text: str) -> set[tuple[str, str]]:
    return {(one.code, one.level) for one in find(text)}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Du har gyldigt kørekort.", {"B"}),
        ("Antal ledige stillinger: 1 Kørekort: B Lignende jobannoncer", {"B"}),
        ("Det er nødvendigt med kørekort til bil (kategori B).", {"B"}),
        ("Du skal have kørekort kategori C/E", {"C", "E"}),
        ("Kørekort C og D", {"C", "D"}),
        ("Du har CE-kørekort", {"C", "E"}),
        ("Stort kørekort er et krav", {"C"}),
        ("Kørekort til bil og trailer (kategori B/E) er et krav", {"B", "E"}),
        ("kørekort kategori C eller CE", {"C"}),
        ("KØREKORT ER NØDVENDIGT", {"B"}),
        ("You have a driver’s license for a standard motor vehicle", {"B"}),
        ("A category C+E driving licence is required", {"C", "E"}),
        ("Du har truckcertifikat (kategori B)", {"truck"}),
        ("Certifikat til gaffeltruck", {"truck"}),
        ("Have a truck certificate", {"truck"}),
        ("do you have a forklift licence?", {"truck"}),
        ("Du skal have krancertifikat", {"crane"}),
        ("Du har erhvervskørekort", {"taxi"}),
        ("Gyldigt EU-kvalifikationsbevis og kørekort til bus", {"cpc", "D"}),
        ("Du skal have ADR-bevis", {"adr"}),
        ("Gyldigt svejsecertifikat", {"welding"}),
        ("Hygiejnecertifikat er et krav", {"food_hygiene"}),
        ("Du har vagtkort", {"guard"}),
        ("Vejen som arbejdsplads", {"road_work"}),
        ("Du er autoriseret sygeplejerske", {"health"}),
        ("Dansk autorisation som læge er en forudsætning", {"health"}),
        ("Autorisation fra Styrelsen for Patientsikkerhed", {"health"}),
        ("Du er autoriseret elinstallatør", {"electrical"}),
    ],
)
def test_a_licence_that_is_asked_for_is_found(text: str, codes: set[str]) -> None:
    assert set(required(find(text), "licence")) == codes


@pytest.mark.parametrize(
    "text",
    [
        "Stillingen er på fuld tid i kort afstand fra stationen.",
        "Truckcertifikat betalt af os, når du har været her i tre måneder",
        "Vi tilbyder:\n• truckcertifikat\n• frugt",
        "Du får mulighed for at tage kørekort.",
        "Forklift licence is not a demand.",
        "Kørekort er ikke et krav.",
        "Har du ikke kørekort, finder vi ud af det.",
        "Kørekort: Nej",
        "Support with gaining your driving license",
        "English speakers are equally welcome to apply",
        "Vi er en autoriseret VVS-virksomhed.",
        "Som autoriseret forhandler af biler",
        "Ansøgning med CV og eksamensbevis",
        "den højeste antibestikkelsescertificering",
        "Holde styr på materialer og svejsecertifikater",
        "",
    ],
)
def test_what_is_not_asked_for_is_no_licence(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Det er en fordel, hvis du har kørekort.", "B"),
        ("Kørekort er en fordel.", "B"),
        ("Gerne kørekort", "B"),
        ("Har du kørekort, er det en fordel.", "B"),
        ("Hvis du har truckkort er det er plus, dog ikke et krav.", "truck"),
        ("Det er en fordel, hvis du har:\n• erfaring\n• truckcertifikat", "truck"),
        ("A driver's license is an advantage", "B"),
        ("Danish is a plus, but not a requirement", "da"),
        ("Det er en fordel, hvis du også kan tysk.", "de"),
        ("Vi ser gerne, at: Du taler engelsk", "en"),
        ("proficiency in Spanish is an asset", "es"),
    ],
)
def test_what_is_liked_is_no_must(text: str, code: str) -> None:
    assert (code, "nice") in _asked(text)
    assert (code, "must") not in _asked(text)


def test_a_wish_reaches_no_further_than_its_own_part_of_the_sentence() -> None:
    text = "Du behersker dansk i skrift og tale, hertil vil det være en fordel hvis du kan tysk"
    assert _asked(text) == {("da", "must"), ("de", "nice")}
    assert _asked("Truckkort er en fordel, men du skal have kørekort") >= {("B", "must")}


def test_of_several_that_would_do_none_is_a_must() -> None:
    assert _asked("Traktorkørekort eller kørekort til bil er et krav") == {("B", "either")}
    assert _asked("You speak English or Danish.") == {("en", "either"), ("da", "either")}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Du taler og skriver dansk flydende.", {"da"}),
        ("Gode dansk- og engelskkundskaber – både i skrift og tale", {"da", "en"}),
        ("Kommunikerer flydende på dansk og engelsk", {"da", "en"}),
        ("Dansk på modersmålsniveau.", {"da"}),
        ("Vores koncernsprog er engelsk.", {"en"}),
        ("Tysk er et krav.", {"de"}),
        ("You are fluent in English, both spoken and written", {"en"}),
        ("Danish- and English-speaking at a reasonable level", {"da", "en"}),
        ("Good English communication skills are expected.", {"en"}),
        ("Sprog: Dansk, Engelsk", {"da", "en"}),
    ],
)
def test_a_language_that_is_asked_for_is_found(text: str, codes: set[str]) -> None:
    assert set(required(find(text), "language")) == codes


@pytest.mark.parametrize(
    "text",
    [
        "X-Mile er en velkonsolideret dansk virksomhed.",
        "løn efter overenskomst med Dansk Journalistforbund",
        "Kendskab til dansk lovgivning",
        "The application must be submitted in English.",
        "Ansøgningen skal være på engelsk.",
        "undervise i dansk, matematik eller engelsk",
        "A Danish world success!",
        "English version below the Danish",
        "den danske model og engelske kunder",
    ],
)
def test_a_language_that_is_only_named_is_not_asked_for(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "written", "spoken"),
    [
        ("Vi søger en kok.", "da", "da"),
        ("Du taler tysk flydende.", "da", "da"),
        ("Vores arbejdssprog er engelsk.", "da", "en"),
        ("Our office language is English, and a little Danish goes a long way.", "en", "en"),
        ("Du taler dansk eller engelsk.", "da", ""),
        ("Du taler tysk eller engelsk.", "da", "da"),
        ("Du taler dansk flydende.", "en", "en"),
        ("", "", ""),
    ],
)
def test_the_language_it_is_written_in_is_likely_spoken_unless_it_says_otherwise(
    text: str, written: str, spoken: str
) -> None:
    assert working_language(find(text), written) == spoken


def test_each_is_said_once_where_it_is_surest_and_refusal_is_heard() -> None:
    [once] = find("Gerne kørekort. Du skal have kørekort til bil. Kørekort: B")
    assert (once.level, once.words) == ("must", "kørekort til bil")
    [softened] = find("Du har truckkort. Forklift licence is not a demand.")
    assert softened.level == "nice"


def test_every_code_has_its_place_in_the_table_of_licences() -> None:
    assert licence_codes() <= set(LICENCES)
    assert all(len(code) == len("da") for code in LANGUAGES)


PIECES = st.sampled_from(
    ["kørekort ", "til B", "C/E", " eller ", "İ", "engelsk ", "truckcertifikat\n• ", "fluent in ",
     "English, ", "er en fordel", ". ", "autoriseret læge", "\ud800", "ikke et krav ", "gerne:"]
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(PIECES | st.text(max_size=8), max_size=14).map("".join))
def test_the_offsets_are_those_of_the_given_text(text: str) -> None:
    found = find(text)

    assert all(text[one.start : one.end] == one.words for one in found)
    assert len({(one.kind, one.code) for one in found}) == len(found)
    assert all(0 < one.confidence <= 1 for one in found)


def test_reading_goes_on_after_many_repetitions() -> None:
    assert len(find("kørekort til " * 20_000)) == 1
    assert isinstance(find("engelsk " * 12_000), list)


def test_licences_in_real_advertisements() -> None:
    """Read by eye: each of the eleven is right, and none of the 180 has another."""
    found: list[Requirement] = []
    for name in ("jobtrend_da.jsonl", "jobnet_da.jsonl"):
        for line in shared_data("ads", name).read_text(encoding="utf-8").splitlines():
            found += [one for one in find(json.loads(line)["text"]) if one.kind == "licence"]

    assert sorted((one.code, one.level) for one in found) == (
        [("B", "must")] * 7 + [("truck", "must")] * 3 + [("truck", "nice")]
    )
