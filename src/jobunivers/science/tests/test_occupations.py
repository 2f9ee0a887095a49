# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path

import pytest

from jobunivers.science.answer_sheets import answer_sheet, occupation_entries, ranking_quality
from jobunivers.science.danish import Compounds
from jobunivers.science.first_line import profile_from_line
from jobunivers.science.occupations import Label, OccupationEntry, TitleIndex
from jobunivers.science.senses import head
from jobunivers.science.skills import SkillEntry, SkillFinder
from jobunivers.science.titles import clean, variants
from jobunivers.testing import shared_data


def entry(name: str, isco: str, *alternatives: str) -> OccupationEntry:
    labels = (Label(name, "da", preferred=True), *(Label(text) for text in alternatives))
    return OccupationEntry(f"urn:jobunivers:occupation:{name}", isco, labels)


ENTRIES = [
    entry("sygeplejerske", "2221", "nurse"),
    entry("lagermedarbejder", "4321", "warehouse worker"),
    entry("lægesekretær", "3344", "sygeplejerske på kontor"),
    entry("lager- og logistikchef", "1324"),
    entry("multimediedesigner", "2166"),
    entry("kok", "5120"),
    entry("bager", "7512"),
]
INDEX = TitleIndex.build(ENTRIES, noise=["Horsens", "Nordvind"])


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Sygeplejersker søges til nattevagt på OUH", "sygeplejerske"),
        ("Erfaren og initiativrig multimediedesigner søges", "multimediedesigner"),
        ("Lagermedarbejdere til pakkeopgaver i Horsens / Warehouse worker", "lagermedarbejder"),
        ("LAGERMEDARBEJDER (m/k) 37 timer", "lagermedarbejder"),
        ("Nordvind søger bager", "bager"),
    ],
)
def test_the_occupation_is_found_in_a_title_as_people_write_it(title: str, name: str) -> None:
    [[best, *_]] = INDEX.guess([title])

    assert best.uri.endswith(f":{name}")
    assert best.confidence >= 0.5
    assert best.isco


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Kokkeelev", "kok"),
        ("Lagerarbejder", "lagermedarbejder"),
        ("Logistikdirektør", "lager- og logistikchef"),
        ("Hospital nurse", "sygeplejerske"),
    ],
)
def test_an_apprentice_and_a_word_that_means_the_same_lead_there_too(title: str, name: str) -> None:
    [[best, *_]] = INDEX.guess([title])

    assert best.uri.endswith(f":{name}")


def test_a_word_that_is_noise_elsewhere_may_be_part_of_a_name() -> None:
    index = TitleIndex.build([entry("chef", "1120"), entry("kreativ chef", "2431")])

    assert index.guess(["Kreativ chef"])[0][0].uri.endswith(":kreativ chef")
    assert index.guess(["Erfaren chef"])[0][0].uri.endswith(":chef")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Matematiklærer", "Lærer i matematik"),
        ("Lærer, matematik", "underviser"),
        ("butikschef", "Leder af en butik"),
        ("Head of department", "Manager"),
        ("???", ""),
    ],
)
def test_what_a_title_is_a_kind_of(title: str, kind: str) -> None:
    words = Compounds.learn(["matematik lærer butik chef"])

    assert head(title, words) == head(kind, words)


def test_a_unit_group_is_as_near_as_its_occupations_make_it() -> None:
    group = OccupationEntry("urn:group", "5120", (Label("Køkkenarbejde"),), group=True)
    other = OccupationEntry("urn:other", "7512", (Label("Køkkenarbejde"),), group=True)
    [found] = TitleIndex.build([*ENTRIES, group, other]).guess(["Kok"])

    assert [guess.uri for guess in found[:2]] == ["urn:jobunivers:occupation:kok", "urn:group"]


def test_an_alternative_name_is_trusted_where_few_are_shared() -> None:
    shared = [entry(f"leder {i}", "1120", "chef") for i in range(5)]
    [[alone]] = TitleIndex.build([entry("kok", "5120", "køkkenkunstner")]).guess(["køkkenkunstner"])
    among = TitleIndex.build([entry("kok", "5120", "køkkenkunstner"), *shared])

    assert alone.confidence >= 0.9
    assert among.guess(["køkkenkunstner"])[0][0].confidence < 0.6


def test_what_no_label_knows_takes_from_the_confidence() -> None:
    [[known], [unknown]] = INDEX.guess(["Kok", "Kok zxqvw"], top=1)

    assert unknown.uri == known.uri
    assert unknown.confidence < known.confidence


def test_english_words_of_a_hospital_are_no_occupation() -> None:
    [[best, *_]] = INDEX.guess(["Bank - Band 5 Staff Nurse &amp; Ward"])

    assert best.matched_label == "nurse"
    assert clean("Band 5 Staff Nurse") == "nurse"


def test_a_title_that_says_nothing_gives_no_sure_guess() -> None:
    for guesses in INDEX.guess(["", "???", "Ny kollega", "12345"]):
        assert all(g.confidence < 0.5 for g in guesses)


def test_guesses_come_best_first_and_not_more_than_asked_for() -> None:
    [found] = INDEX.guess(["lager sygeplejerske"], top=2)

    assert len(found) == 2
    assert found[0].score >= found[1].score


def test_the_text_around_a_title_helps() -> None:
    [plain], [helped] = (
        INDEX.guess(["Medarbejder"], context=c, top=1) for c in (None, ["på vores lager"])
    )

    assert helped[0].uri.endswith("lagermedarbejder")
    assert helped[0].score >= plain[0].score


def test_a_batch_gives_what_one_at_a_time_gives() -> None:
    titles = [f"{name} {i}" for i in range(120) for name in ("kok", "bager", "lager")]

    assert INDEX.guess(titles)[-3:] == [INDEX.guess([t])[0] for t in titles[-3:]]


def test_the_order_of_the_entries_changes_nothing() -> None:
    turned = TitleIndex.build(ENTRIES[::-1], noise=["Nordvind", "Horsens"])

    assert turned.digest == INDEX.digest
    assert turned.guess(["lagerchef"]) == INDEX.guess(["lagerchef"])


def test_a_saved_index_answers_as_before(tmp_path: Path) -> None:
    INDEX.save(tmp_path / "titles.npz")
    loaded = TitleIndex.load(tmp_path / "titles.npz")

    assert loaded.digest == INDEX.digest
    assert loaded.guess(["sygeplejersker i Horsens"]) == INDEX.guess(["sygeplejersker i Horsens"])


def test_another_name_makes_another_digest() -> None:
    assert TitleIndex.build([*ENTRIES, entry("smed", "7221")]).digest != INDEX.digest


def test_an_index_of_nothing_guesses_nothing() -> None:
    assert TitleIndex.build([]).guess(["Kok"]) == [[]]


def test_a_title_is_never_cleaned_to_nothing() -> None:
    assert clean("Fuldtidsstilling") == "fuldtidsstilling"
    assert len(variants("a / b, c / d / e / f / g / h")) <= 5


def test_one_line_is_enough_for_a_first_profile() -> None:
    sql = SkillEntry("urn:jobunivers:skill:sql", {"da": ("SQL",)})
    profile = profile_from_line(
        "sygeplejerske med SQL", titles=INDEX, skills=SkillFinder.build([sql])
    )

    assert profile.wanted_occupations[0].isco == "2221"
    assert profile.skills == {"urn:jobunivers:skill:sql"}


def test_danish_titles_find_their_esco_occupation_better_than_letters_alone() -> None:
    """Character TF-IDF (2–5) reaches MRR .577 and accuracy@1 .479 on the same titles."""
    taxonomy, sheet = shared_data("taxonomy"), shared_data("benchmarks", "melo_da_da")
    index = TitleIndex.build(occupation_entries(taxonomy))
    titles, right = answer_sheet(sheet)

    quality = ranking_quality(right, index.guess(titles, top=100))

    assert quality["mrr"] >= 0.67
    assert quality["accuracy_at_1"] >= 0.61
    assert quality["precision_when_sure"] >= 0.75
    assert quality["share_sure"] >= 0.5
