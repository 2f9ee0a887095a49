# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import json
import random
import re
from collections import Counter
from datetime import date

import pytest

from jobunivers.integrations.jobads.records import VacancyRecord
from jobunivers.science import requirements
from jobunivers.simulator import words
from jobunivers.simulator.employers import passes_modulus
from jobunivers.simulator.vacancies import advertisements, source_of
from jobunivers.simulator.world import World, all_places, leaning_towards

TODAY = date(2026, 11, 23)
LETTERS = re.compile(r"[\n A-Za-zÆØÅæøåéÉ0-9.,:;!?()/+#&%–…'|<>=\"\-]*")
# Nouns of the texts that are easily given the wrong article.
NEUTER = "job team arbejde opslag vikariat cv hold sted spørgsmål netværk fællesskab firma hus"
COMMON = "stilling kollega hverdag ansøgning vagtplan opgave arbejdsplads leder plan fordel mentor"
REAL_FIRMS = (
    "Novo", "Maersk", "Mærsk", "Arla", "Grundfos", "Danfoss", "Vestas", "Lego", "Carlsberg",
    "Coop", "Netto", "Bilka", "Føtex", "Rema", "Lidl", "Salling", "DSV", "ISS", "Coloplast",
    "Jysk", "Bestseller", "Falck", "Matas", "Rambøll", "Cowi", "Niras", "Nykredit", "Tryg",
)  # fmt: skip


@pytest.fixture(scope="module")
def many() -> list[VacancyRecord]:
    return list(advertisements(random.Random(11), 6_000, today=TODAY))


def tidy(many: list[VacancyRecord]) -> list[VacancyRecord]:
    return [one for one in many if "&lt;" not in one.description]


def test_the_same_seed_writes_the_same_advertisements() -> None:
    first = list(advertisements(random.Random(3), 300, today=TODAY))
    again = list(advertisements(random.Random(3), 300, today=TODAY))
    other = list(advertisements(random.Random(4), 300, today=TODAY))

    assert first == again
    assert first != other


def test_exactly_as_many_as_asked_for_with_ids_of_their_own(many: list[VacancyRecord]) -> None:
    assert len(many) == 6_000
    assert len({one.source_id for one in many}) == 6_000


@pytest.mark.parametrize("body", ["full", "short"])
def test_no_two_advertisements_have_the_same_text(body: str) -> None:
    world = World(body="short" if body == "short" else "full")
    ads = advertisements(random.Random(5), 8_000, today=TODAY, world=world)

    assert len({one.description for one in ads}) == 8_000


def test_lengths_are_those_of_real_advertisements(many: list[VacancyRecord]) -> None:
    lengths = sorted(len(one.description) for one in many)

    assert lengths[0] >= 500
    assert lengths[len(lengths) // 20] >= 600
    assert lengths[-1] <= 4_500
    assert 1_200 <= lengths[len(lengths) // 2] <= 2_600


def test_nothing_reads_as_if_a_machine_had_slipped(many: list[VacancyRecord]) -> None:
    for one in tidy(many):
        text = f"{one.title}\n{one.description}"
        assert not re.search(
            r"[{}]|None|nan\b| {2}|\.\.|,,| ,| \.(?!NET)| at at |\bog og\b", text
        ), text
        assert LETTERS.fullmatch(text), set(LETTERS.sub("", text)) or text


def test_articles_agree_with_their_nouns(many: list[VacancyRecord]) -> None:
    wrong = re.compile(
        rf"\b(?:en (?:{'|'.join(NEUTER.split())})|et (?:{'|'.join(COMMON.split())}))\b"
    )
    for one in many:
        found = wrong.search(one.description)
        assert found is None, found and one.description[found.start() - 40 : found.end() + 20]


def test_tags_are_closed(many: list[VacancyRecord]) -> None:
    for one in tidy(many):
        for tag in ("p", "ul", "li", "h2", "h3", "h4", "b", "strong"):
            opened = len(re.findall(rf"<{tag}>", one.description))
            assert opened == len(re.findall(rf"</{tag}>", one.description)), one.description


def test_about_one_in_twelve_is_in_english(many: list[VacancyRecord]) -> None:
    english = sum(" you " in one.description and " du " not in one.description for one in many)

    assert 0.06 <= english / len(many) <= 0.10


def test_no_cvr_number_can_belong_to_anybody(many: list[VacancyRecord]) -> None:
    given = {one.employer_cvr for one in many} - {""}

    assert len(given) > 500
    assert all(re.fullmatch(r"\d{8}", cvr) and not passes_modulus(cvr) for cvr in given)


def test_the_modulus_check_knows_a_real_number() -> None:
    assert passes_modulus("61056416")  # Carlsberg A/S, on every can
    assert not passes_modulus("61056417")


def test_no_employer_is_called_like_a_company_everyone_knows(many: list[VacancyRecord]) -> None:
    for name in {one.employer_name for one in many}:
        assert not set(re.split(r"[ &]+", name)) & set(REAL_FIRMS), name


def test_duplicates_expired_and_messy_ones_come_as_often_as_the_world_says(
    many: list[VacancyRecord],
) -> None:
    told = [json.loads(one.original) for one in many]
    kinds = Counter(one.get("kind", "") for one in told)
    expired = sum(one.deadline is not None and one.deadline < TODAY for one in many)

    assert 0.02 <= kinds["copy"] / 6_000 <= 0.04
    assert 0.012 <= kinds["repost"] / 6_000 <= 0.028
    assert 0.06 <= expired / 6_000 <= 0.10
    assert 0.001 <= sum(not one.city for one in many) / 6_000 <= 0.012
    assert 0.001 <= sum(one.title.isupper() for one in many) / 6_000 <= 0.012


def test_a_copy_comes_from_the_other_source_and_says_the_same(many: list[VacancyRecord]) -> None:
    by_id = {one.source_id: one for one in many}
    copies = [one for one in many if "copy" in one.original and source_of(one) == "samlesiden"]

    for copy in copies:
        first = by_id[json.loads(copy.original)["same_as"]]
        said = set(re.findall(r"\w{4,}", first.description.lower()))
        again = set(re.findall(r"\w{4,}", copy.description.lower()))
        assert len(said & again) >= 0.85 * len(said)
        assert copy.description != first.description


def test_places_are_drawn_by_population(many: list[VacancyRecord]) -> None:
    known = [one for one in many if one.municipality]
    aarhus = sum(one.municipality == "Aarhus" for one in known) / len(known)
    total = sum(place.weight for place in all_places())
    people = sum(p.weight for p in all_places() if p.municipality == "Aarhus") / total

    assert len({place.municipality_code for place in all_places()}) == 98
    assert abs(aarhus - people) < 0.03


def test_a_demo_can_lean_towards_its_kommuner() -> None:
    places = leaning_towards({"0751": 0.4, "0740": 0.2})
    ads = list(advertisements(random.Random(8), 1_000, today=TODAY, places=places))
    near = {p.postal_code for p in places if p.municipality_code in {"0751", "0740"}}

    assert 0.5 <= sum(one.postal_code in near for one in ads) / 1_000 <= 0.7


def test_occupations_come_by_their_weights(many: list[VacancyRecord]) -> None:
    said = Counter(json.loads(one.original)["occupation"] for one in many)

    assert set(said) == {one.slug for one in words.occupations()}
    assert said["sygeplejerske"] > said["jurist"]


def test_a_share_outside_zero_to_one_is_refused() -> None:
    with pytest.raises(ValueError, match="english_share"):
        World(english_share=1.2)


def test_the_licences_that_advertisements_name_are_found_in_them(many: list[VacancyRecord]) -> None:
    # A clean record is no licence, and the course of one trade has no code.
    unknown = {
        "ren straffeattest", "en tilfredsstillende børneattest", "kloakrørlæggerbevis",
    }  # fmt: skip
    named = {licence for one in words.occupations() for licence in one.licences} - unknown
    met: Counter[str] = Counter()
    for record in tidy(many):
        text = re.sub("<[^>]+>", "\n", record.description)
        found = {one.words.lower() for one in requirements.find(text) if one.kind == "licence"}
        for licence in named:
            if f"med {licence}" in text or f"forudsætter {licence}" in text:
                met[licence] += 1
                assert any(said in licence.lower() for said in found), licence
    assert set(met) == named
