# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from jobunivers.foundation.taxonomy import actions, queries, starter
from jobunivers.foundation.taxonomy.models import Occupation, Skill
from jobunivers.foundation.taxonomy.tests.cast import (
    CARE,
    MONDAY,
    NURSE,
    OCCUPATIONS,
    SKILLS,
    TUESDAY,
    make_esco,
)
from jobunivers.integrations.taxonomy.records import OccupationRecord, SkillRecord
from jobunivers.integrations.taxonomy.starter import read_starter

pytestmark = pytest.mark.django_db

STARTER_NURSE = "urn:jobunivers:occupation:sygeplejerske"


def successor_of(label: str, record: OccupationRecord) -> str:
    actions.import_esco(esco=make_esco((*OCCUPATIONS, record)), at=MONDAY)
    return Occupation.objects.get(source="starter", label_da=label).successor_uri


def test_a_starter_occupation_hands_over_to_esco_of_the_same_name() -> None:
    actions.import_esco(esco=make_esco(), at=MONDAY)

    nurse = Occupation.objects.get(uri=STARTER_NURSE)
    assert (nurse.successor_uri, nurse.retired_at) == (NURSE, MONDAY)
    assert queries.current_uris([STARTER_NURSE, "x"]) == {STARTER_NURSE: NURSE, "x": "x"}


def test_a_profile_that_holds_the_old_address_keeps_its_words() -> None:
    actions.import_esco(esco=make_esco(), at=MONDAY)

    assert queries.labels([STARTER_NURSE]) == {STARTER_NURSE: "sygeplejerske"}
    assert CARE in {skill.uri for skill in queries.skills_of_occupation(STARTER_NURSE)}


def test_what_esco_does_not_say_stays_in_use() -> None:
    actions.import_esco(esco=make_esco(), at=MONDAY)

    smith = Occupation.objects.get(uri="urn:jobunivers:occupation:smed")
    assert (smith.retired_at, smith.successor_uri) == (None, "")
    licence = Skill.objects.get(label_da="kørekort C")
    assert licence.retired_at is None


def test_the_starters_skills_go_along_to_the_successor() -> None:
    before = {s.uri for s in queries.skills_of_occupation(STARTER_NURSE)}
    actions.import_esco(esco=make_esco(), at=MONDAY)

    after = {s.uri for s in queries.skills_of_occupation(NURSE)}
    pairs = {(o, s) for o, s, _essential in queries.relations()}

    assert before < after
    assert {(NURSE, uri) for uri in after} <= pairs
    assert STARTER_NURSE not in {o for o, _s in pairs}


def test_people_find_the_successor_by_the_starters_words() -> None:
    other_name = Occupation.objects.get(uri=STARTER_NURSE).alts["da"][0]
    actions.import_esco(esco=make_esco(), at=MONDAY)

    found = queries.suggest_occupations(other_name)

    assert (found[0].uri, found[0].label) == (NURSE, "sygeplejerske")
    assert (NURSE, other_name) in {(e.uri, e.text) for e in queries.title_entries()}


def test_one_of_escos_other_names_is_enough_within_the_unit_group() -> None:
    record = OccupationRecord(
        uri=f"{NURSE}/smith", isco="7221", labels={"da": "grovsmed"}, alts={"da": ("Smed",)}
    )

    expected = record.uri if Occupation.objects.get(label_da="smed").isco == "7221" else ""
    assert successor_of("smed", record) == expected


def test_an_example_among_the_starters_other_names_is_no_successor() -> None:
    smith = Occupation.objects.get(label_da="smed", source="starter")
    record = OccupationRecord(
        uri=f"{NURSE}/example", isco=smith.isco, labels={"da": smith.alts["da"][0]}
    )

    assert successor_of("smed", record) == ""


def test_two_that_fit_equally_are_not_guessed_between() -> None:
    isco = Occupation.objects.get(label_da="smed", source="starter").isco
    twins = tuple(
        OccupationRecord(uri=f"{NURSE}/{n}", isco=isco, labels={"da": "smed"}) for n in (1, 2)
    )
    actions.import_esco(esco=make_esco((*OCCUPATIONS, *twins)), at=MONDAY)

    assert Occupation.objects.get(label_da="smed", source="starter").successor_uri == ""


def test_escos_explanation_in_brackets_is_looked_past() -> None:
    python = SkillRecord(
        uri=f"{CARE}/python", kind="knowledge", labels={"da": "Python (computerprogrammering)"}
    )

    actions.import_esco(esco=make_esco(skills=(*SKILLS, python)), at=MONDAY)

    assert Skill.objects.get(label_da="Python").successor_uri == python.uri


def test_loading_the_starter_again_does_not_bring_the_handed_over_back() -> None:
    actions.import_esco(esco=make_esco(), at=MONDAY)

    report = actions.import_starter(starter=read_starter(starter.FOLDER), at=TUESDAY)

    assert Occupation.objects.get(uri=STARTER_NURSE).retired_at is not None
    assert report.counts["occupations"].touched is False
    assert report.adds_up


def test_the_starter_is_loaded_once() -> None:
    assert starter.ensure(at=TUESDAY) is False


def test_the_starter_is_in_use_before_anything_is_imported() -> None:
    assert queries.occupations().count() == 322
    assert queries.suggest_occupations("sygepl")[0].uri == STARTER_NURSE
    area = queries.area_of("2221")
    assert area is not None
    assert area.slug == "sundhed-og-omsorg"
    assert queries.area_of("") is None
