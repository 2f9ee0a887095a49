# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobunivers.science.answer_sheets import overlap_quality, skill_entries, tagged_spans
from jobunivers.science.skills import SkillEntry, SkillFinder
from jobunivers.testing import shared_data


def skill(slug: str, *danish: str, english: str = "") -> SkillEntry:
    labels = {"da": danish, "en": (english,)} if english else {"da": danish}
    return SkillEntry(f"urn:jobunivers:skill:{slug}", labels)


FINDER = SkillFinder.build(
    [
        skill("customers", "kundeservice", english="customer service"),
        skill("sql", "SQL"),
        skill("go", "Go (programmering)"),
        skill("law", "aftaleret"),
        skill("danish", "dansk"),
        skill("team", "arbejde i teams"),
        skill("video", "udføre videoredigering"),
        skill("lead", "lede et team af medarbejdere"),
        skill("staff", "lede et team"),
        skill("work", "arbejde"),
        skill("alone", "arbejde på egen hånd", english="work independently"),
        skill("money", "økonomistyring"),
        skill("project", "projektledelse"),
        skill("transport", "koordinere transport"),
        skill("pensions", "udvikle pensionsordninger"),
    ]
)


@pytest.mark.parametrize(
    ("text", "slug", "words"),
    [
        ("Du har flair for kundeservice.", "customers", "kundeservice"),
        ("Erfaring med SQL-databaser og SQL", "sql", "SQL"),
        ("Du kan arbejde godt i et team", "", ""),
        ("Du arbejder i teamet", "team", "arbejder i teamet"),
        ("god til videoredigering", "video", "videoredigering"),
        ("du skal lede et team af dygtige", "staff", "lede et team"),
        ("du skal lede et team af medarbejdere", "lead", "lede et team af medarbejdere"),
        ("du har en aftale", "", ""),
        ("Vi koder i Go", "go", "Go"),
        ("let's go", "", ""),
        ("den danske model", "", ""),
        ("du taler dansk", "danish", "dansk"),
        ("glad for at arbejde", "", ""),
        ("arbejde, teams", "", ""),
        ("Dansk Journalistforbund holder møde", "", ""),
        ("Du er selvstændig", "alone", "selvstændig"),
        ("du står for koordineringen af transporten", "transport", "koordineringen af transporten"),
        ("økonomi- og personaleledelse", "", ""),
        ("økonomi- eller risikostyring", "money", "økonomi-"),
        ("en god pensionsordning", "", ""),
    ],
)
def test_a_skill_is_found_where_the_text_names_it(text: str, slug: str, words: str) -> None:
    found = FINDER.find(text)

    assert [(s.uri, s.words) for s in found] == (
        [(f"urn:jobunivers:skill:{slug}", words)] if slug else []
    )


def test_an_english_text_is_read_with_english_names() -> None:
    assert [s.words for s in FINDER.find("great customer services", "en")] == ["customer services"]


def test_what_a_list_leaves_half_unsaid_is_found_beside_what_it_says() -> None:
    found = FINDER.find("Erfaring med økonomi- og projektstyring, projekt- og teamledelse")

    assert [s.words for s in found] == ["økonomi-", "projekt-"]


def test_what_people_write_instead_of_a_label_is_less_sure_than_the_label() -> None:
    [phrase] = FINDER.find("self-motivated", "en")
    [label] = FINDER.find("work independently", "en")

    assert phrase.uri == label.uri
    assert phrase.confidence < label.confidence


def test_no_phrase_is_for_a_skill_that_the_taxonomy_has_not() -> None:
    assert SkillFinder.build([skill("sql", "SQL")]).find("Du er selvstændig og kreativ") == []


def test_a_skill_named_twice_is_kept_once_where_it_is_surest() -> None:
    [once] = FINDER.find_once("kundeservicen og kundeservice")

    assert once.words == "kundeservice"


@given(
    st.text(max_size=80)
    | st.sampled_from(["kundeservice\n", "ĳSQL ", "team \u0130 "]).flatmap(
        lambda s: st.text(max_size=20).map(lambda t: t + s + t)
    )
)
def test_the_offsets_are_those_of_the_given_text(text: str) -> None:
    for found in FINDER.find(text):
        assert text[found.start : found.end] == found.words
        assert 0 < found.confidence <= 1


def test_skills_in_real_danish_advertisements() -> None:
    """Half of the tagged spans are said in words that no list has ("få ting til at ske")."""
    finder = SkillFinder.build(skill_entries(shared_data("taxonomy")))
    text, spans = tagged_spans(
        shared_data("benchmarks", "kompetencer", "kompetencer_danish_train.conll")
    )

    quality = overlap_quality(spans, [(s.start, s.end) for s in finder.find(text)])

    assert quality["precision"] >= 0.6
    assert quality["recall"] >= 0.45


def test_no_label_floods_real_advertisements() -> None:
    """A skill found in nearly all advertisements is a word, not a skill."""
    finder = SkillFinder.build(skill_entries(shared_data("taxonomy")))
    lines = shared_data("ads", "jobtrend_da.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    seen: dict[str, int] = {}
    for text in texts:
        for found in finder.find_once(text):
            seen[found.uri] = seen.get(found.uri, 0) + 1

    assert max(seen.values()) < len(texts) * 0.6
    assert sum(seen.values()) / len(texts) >= 3
