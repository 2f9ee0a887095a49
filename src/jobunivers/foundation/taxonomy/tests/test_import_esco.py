# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest
from django.core.management import CommandError, call_command

from jobunivers.foundation.taxonomy import actions, queries
from jobunivers.foundation.taxonomy.models import Dataset, Occupation, OccupationGroup, Skill
from jobunivers.foundation.taxonomy.sync import Counts, TooMuchWouldGoError
from jobunivers.foundation.taxonomy.tests.cast import (
    CARE,
    COOK,
    MONDAY,
    NURSE,
    OCCUPATIONS,
    RELATIONS,
    SOUP,
    TUESDAY,
    empty_the_taxonomy,
    make_esco,
    without_occupations,
)
from jobunivers.integrations.taxonomy.esco import read_esco
from jobunivers.integrations.taxonomy.records import OccupationRecord, RelationRecord
from jobunivers.testing import shared_data

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _empty(db: None) -> None:
    empty_the_taxonomy()


def test_every_row_is_accounted_for() -> None:
    report = actions.import_esco(esco=make_esco(), at=MONDAY)

    assert report.counts["occupations"] == Counts(read=2, added=2)
    assert report.counts["relations"] == Counts(read=3, added=3)
    assert report.adds_up


def test_a_second_import_changes_nothing_and_leaves_no_trace() -> None:
    actions.import_esco(esco=make_esco(), at=MONDAY)

    report = actions.import_esco(esco=make_esco(), at=TUESDAY)

    assert report.counts["occupations"] == Counts(read=2, unchanged=2)
    assert report.counts["relations"] == Counts(read=3, unchanged=3)
    assert not report.touched
    assert Dataset.objects.get().imported_at == MONDAY


def test_a_changed_file_updates() -> None:
    actions.import_esco(esco=make_esco(), at=MONDAY)
    changed = OccupationRecord(uri=COOK, isco="5120", labels={"da": "køkkenchef", "en": "chef"})
    turned = (RELATIONS[0], RELATIONS[1], RelationRecord(NURSE, SOUP, essential=True))

    report = actions.import_esco(
        esco=make_esco((OCCUPATIONS[0], changed), relations=turned, checksum="two"), at=TUESDAY
    )

    assert report.counts["occupations"] == Counts(read=2, changed=1, unchanged=1)
    assert report.counts["relations"] == Counts(read=3, changed=1, unchanged=2)
    assert queries.labels([COOK]) == {COOK: "køkkenchef"}
    assert Dataset.objects.count() == 2


def test_a_concept_that_is_gone_is_retired_and_keeps_its_name() -> None:
    actions.import_esco(esco=make_esco(), at=MONDAY)

    report = actions.import_esco(
        esco=make_esco(OCCUPATIONS[:1], relations=RELATIONS[:1]), at=TUESDAY
    )

    assert report.counts["occupations"] == Counts(read=1, unchanged=1, retired=1)
    assert Occupation.objects.get(uri=COOK).retired_at == TUESDAY
    assert queries.labels([COOK]) == {COOK: "kok"}
    assert queries.suggest_occupations("kok") == []


def test_a_concept_that_comes_back_is_in_use_again() -> None:
    actions.import_esco(esco=make_esco(), at=MONDAY)
    actions.import_esco(esco=make_esco(OCCUPATIONS[:1], relations=()), at=TUESDAY)

    report = actions.import_esco(esco=make_esco(), at=TUESDAY)

    assert report.counts["occupations"] == Counts(read=2, changed=1, unchanged=1)
    assert Occupation.objects.get(uri=COOK).retired_at is None


def test_what_the_source_itself_retires_is_retired() -> None:
    old = OccupationRecord(uri=COOK, isco="5120", labels={"da": "kok"}, obsolete=True)

    actions.import_esco(esco=make_esco((OCCUPATIONS[0], old)), at=MONDAY)

    assert Occupation.objects.get(uri=COOK).retired_at == MONDAY


def test_another_language_is_added_and_the_first_is_kept() -> None:
    actions.import_esco(esco=make_esco(), at=MONDAY)
    ukrainian = tuple(
        OccupationRecord(uri=o.uri, isco=o.isco, labels={"uk": "слово"}, alts={"uk": ("інше",)})
        for o in OCCUPATIONS
    )

    actions.import_esco(esco=make_esco(ukrainian), at=TUESDAY)

    nurse = Occupation.objects.get(uri=NURSE)
    assert (nurse.label("uk"), nurse.label("da")) == ("слово", "sygeplejerske")
    assert nurse.alts == {"da": ["plejefaglig medarbejder"], "uk": ["інше"]}


def test_relations_to_unknown_concepts_are_set_aside_with_their_line() -> None:
    stray = RelationRecord(NURSE, "http://data.europa.eu/esco/skill/nowhere", True, 17)

    report = actions.import_esco(esco=make_esco(relations=(*RELATIONS, stray)), at=MONDAY)

    assert report.counts["relations"] == Counts(read=4, added=3, set_aside=1)
    assert [(bad.line, bad.reason) for bad in report.set_aside] == [(17, "unknown_skill")]
    assert report.adds_up


def test_a_kind_the_folder_lacks_is_left_as_it_is() -> None:
    actions.import_esco(esco=make_esco(), at=MONDAY)

    report = actions.import_esco(esco=without_occupations(), at=TUESDAY)

    assert report.missing == ("occupations", "relations")
    assert Occupation.objects.filter(retired_at=None).count() == 2


def test_a_file_cut_short_is_refused_and_nothing_changes() -> None:
    many = tuple(
        OccupationRecord(uri=f"{NURSE}{n}", isco="2221", labels={"da": f"navn {n}"})
        for n in range(100)
    )
    actions.import_esco(esco=make_esco(many, relations=()), at=MONDAY)

    with pytest.raises(TooMuchWouldGoError, match="70 of 100"):
        actions.import_esco(esco=make_esco(many[:30], relations=()), at=TUESDAY)

    assert Occupation.objects.filter(retired_at=None).count() == 100
    report = actions.import_esco(
        esco=make_esco(many[:30], relations=()), at=TUESDAY, allow_loss=True
    )
    assert report.counts["occupations"].retired == 70


def test_the_command_says_what_is_missing_in_one_line(tmp_path: object) -> None:
    with pytest.raises(CommandError, match="There is no folder"):
        call_command("import_esco", f"{tmp_path}/nowhere")


def test_the_command_accounts_for_every_row_of_the_real_esco(
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = shared_data("taxonomy")

    call_command("import_esco", str(folder))

    said = capsys.readouterr().out
    assert "every row is accounted for" in said
    assert Occupation.objects.count() == 2_942
    assert Skill.objects.count() == 13_485
    assert OccupationGroup.objects.count() == 619
    counts = Dataset.objects.get(kind="esco").counts
    assert (counts["relations"]["added"], counts["relations"]["set_aside"]) == (115_167, 3_266)
    report = actions.import_esco(esco=read_esco(folder), at=TUESDAY)
    assert not report.touched
    assert queries.suggest_occupations("sygepl")[0].label == "sygeplejerske"
    assert len(queries.relations()) == 115_167


def test_skills_are_in_use_after_an_import() -> None:
    actions.import_esco(esco=make_esco(), at=MONDAY)

    assert {s.uri for s in Skill.objects.filter(retired_at=None)} == {CARE, SOUP}
