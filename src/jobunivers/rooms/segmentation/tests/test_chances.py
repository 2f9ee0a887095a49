# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Chances of work: from which facts, of whom, in which words; and what is learned and used."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.utils import translation
from pytest_django import Settings

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.journey.actions import EducationEntry, ExperienceEntry
from jobunivers.rooms.journey.models import EducationLevel, Spell, SpellEnd, Teller
from jobunivers.rooms.journey.queries.histories import histories
from jobunivers.rooms.segmentation.actions import training
from jobunivers.rooms.segmentation.models import ChanceModel
from jobunivers.rooms.segmentation.queries import chance_words
from jobunivers.rooms.segmentation.queries.chance_facts import background
from jobunivers.rooms.segmentation.queries.chances import chance_of, chances_of, model_in_use
from jobunivers.science.chances import STILL, WORK, rule_profile
from jobunivers.trust import actions as trust
from jobunivers.trust import register

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
TODAY = date(2026, 11, 25)


def out_since(person: Person, began: date, *, at: datetime = NOW) -> None:
    journey.begin_spell(citizen_id=person.pk, began_on=began, told_by=Teller.CASE_SYSTEM, at=at)


def over(person: Person, ended: date, end: SpellEnd = SpellEnd.JOB) -> None:
    journey.end_spell(citizen_id=person.pk, ended_on=ended, end=end, at=NOW)


@pytest.fixture
def told(kirsten: Person) -> Person:
    """Kirsten at 40: five jobs that overlap, two educations, out of work twice before."""
    with working_for(kirsten.municipality_id):
        _tell(kirsten)
    return kirsten


def _tell(kirsten: Person) -> None:
    Person.objects.filter(pk=kirsten.pk).update(born_on=date(1986, 2, 1))
    profile = journey.ensure_profile(citizen_id=kirsten.pk, at=NOW)
    for start, end in (
        (date(2010, 1, 1), date(2012, 1, 1)),  # too long ago to count
        (date(2022, 1, 1), date(2024, 1, 1)),
        (date(2023, 1, 1), date(2025, 1, 1)),  # overlaps the one before
        (date(2026, 6, 1), None),  # since she was out: it does not count
    ):
        entry = ExperienceEntry(title=f"Gartner {start}", started_on=start, ended_on=end)
        journey.add_experience(profile=profile, entry=entry, at=NOW)
    for level, year in ((EducationLevel.VOCATIONAL, 2008), (EducationLevel.MASTER, 2027)):
        education = EducationEntry(title=str(level), level=level, ended_year=year)
        journey.add_education(profile=profile, entry=education, at=NOW)
    for began, ended in (
        (date(2015, 1, 1), date(2016, 1, 1)),
        (date(2025, 1, 1), date(2025, 3, 12)),
    ):
        out_since(kirsten, began)
        over(kirsten, ended)
    out_since(kirsten, date(2026, 3, 25))


def test_facts_are_those_of_the_day_she_was_out(told: Person) -> None:
    with working_for(told.municipality_id):
        now = histories(today=TODAY, only_open=True)
        facts = background(now)

    assert now.citizens.tolist() == [told.pk]
    assert facts.numbers["age"][0] == pytest.approx(40.1, abs=0.1)
    assert facts.numbers["months_worked"][0] == pytest.approx(36, abs=0.2)
    assert facts.numbers["weeks_out_before"][0] == pytest.approx(10)
    assert facts.choices["education"].tolist() == ["vocational"]


def test_who_has_said_nothing_has_facts_that_are_not_known(mads: Person) -> None:
    with working_for(mads.municipality_id):
        out_since(mads, date(2026, 11, 1))
        facts = background(histories(today=TODAY))
        chances = chances_of([mads.pk], NOW)

    assert np.isnan(facts.numbers["age"][0])
    assert np.isnan(facts.numbers["months_worked"][0])
    assert facts.numbers["weeks_out_before"][0] == 0
    assert facts.choices["education"].tolist() == [""]
    assert 0.3 < chances.values[0, 0] < chances.values[0, 1] < 1


def test_chances_come_in_the_order_asked_and_only_of_who_is_out(
    told: Person, mads: Person, jonas: Person
) -> None:
    with working_for(jonas.municipality_id):
        out_since(jonas, date(2026, 11, 1))
    with working_for(told.municipality_id):
        asked = [jonas.pk, told.pk, mads.pk]
        found = chances_of(asked, NOW)
        again = chances_of([told.pk], NOW)

    assert found.model == rule_profile().version
    assert np.isnan(found.values).any(axis=1).tolist() == [True, False, True]
    assert np.array_equal(found.values[1], again.values[0])
    assert chances_of([], NOW).values.shape == (0, 2)


def test_a_kommune_that_switches_the_model_off_is_told_nothing(told: Person, anne: Person) -> None:
    with working_for(told.municipality_id):
        trust.switch(code="chance", on=False, actor_id=anne.pk, reason="Vi venter", at=NOW)

        assert np.isnan(chances_of([told.pk], NOW).values).all()
        assert chance_of(citizen_id=told.pk, at=NOW) is None


def test_she_reads_her_chance_as_a_range_of_people_with_reasons(told: Person) -> None:
    with working_for(told.municipality_id):
        chance = chance_of(citizen_id=told.pk, at=NOW)
    assert chance is not None
    with translation.override("da"):
        words = chance_words.told(chance)
        staff = chance_words.told(chance, to_staff=True)

    assert words.half_year.startswith("Af 100 ledige med de samme oplysninger får mellem")
    facts = {one.code: f"{one.fact}: {one.effect}" for one in words.reasons}
    assert facts["weeks"] == "Du har været ledig i 8 måneder: trækker meget ned"
    assert facts["age"].startswith("Du var 40 år")
    assert facts["months_worked"].startswith("Du havde arbejde i 36 af de 60 måneder før")
    assert (
        facts["weeks_out_before"]
        == "Du var ledig i 2 måneder i de tre år før: betyder næsten intet"
    )
    assert facts["education"] == "Din længste uddannelse: faglært: trækker op"
    assert {one.code: one.fact for one in staff.reasons}["weeks"] == "Ledig i 8 måneder"
    assert "faste regler" in words.source


@pytest.fixture
def lived(aarhus: Municipality, monkeypatch: pytest.MonkeyPatch) -> Municipality:
    """A kommune with a history: the older find work later."""
    monkeypatch.setattr(training, "_DRAWS", 3)
    rng = np.random.default_rng(1)
    many = 1100
    people = [
        Person(
            municipality=aarhus, name=f"P{n}", sort_key=f"p{n}", role="citizen", created_at=NOW,
            born_on=TODAY - timedelta(days=int(365 * age)),
        )
        for n, age in enumerate(rng.uniform(20, 64, many).tolist())
    ]  # fmt: skip
    with working_for(aarhus.pk):
        made = Person.objects.bulk_create(people)
        rows = []
        for person in made:
            assert person.born_on is not None
            began = TODAY - timedelta(days=int(rng.integers(30, 800)))
            age = (began - person.born_on).days / 365
            out = int(7 * rng.exponential(1 / (0.06 * np.exp(-0.05 * (age - 40))))) + 1
            ended = began + timedelta(days=out)
            is_over = ended <= TODAY
            ends = ["job"] * 8 + ["education", "moved"]
            rows.append(
                Spell(
                    citizen_id=person.pk, began_on=began, ended_on=ended if is_over else None,
                    end=str(rng.choice(ends)) if is_over else "", told_by="case_system",
                    recorded_at=datetime.combine(began, datetime.min.time(), UTC),
                )
            )  # fmt: skip
        Spell.objects.bulk_create(rows)
    return aarhus


def test_what_was_told_when_it_was_over_was_never_seen(told: Person) -> None:
    with working_for(told.municipality_id):
        seen = training.lived(at=NOW + timedelta(days=7))
        whole = training.lived(at=NOW + timedelta(days=7), history_from=date(2014, 1, 1))
        midst = training.lived(at=NOW + timedelta(days=7), history_from=date(2025, 2, 1))

    # The open one is seen from the day it was told, 35 weeks into it.
    assert seen.histories.entered.tolist() == pytest.approx([35])
    assert seen.histories.left.tolist() == pytest.approx([36])
    assert seen.histories.end.tolist() == [STILL]
    assert seen.left_out == {"never seen while they lasted": 2}
    assert sorted(whole.histories.left.tolist()) == pytest.approx([10, 36, 365 / 7])
    assert whole.histories.entered.tolist() == [0, 0, 0]
    assert sorted(midst.histories.entered.tolist()) == pytest.approx([0, 31 / 7])
    assert sorted(midst.histories.end.tolist()) == [STILL, WORK]


def test_a_kommune_learns_measures_and_a_person_takes_it_into_use(lived: Municipality) -> None:
    with working_for(lived.pk):
        row = training.train_profile(at=NOW)
        citizen = (
            Spell.objects.filter(ended_on=None)
            .order_by("pk")
            .values_list("citizen_id", flat=True)[0]
        )
        before = chances_of([citizen], NOW)
        assert row.refused_because == []
        assert row.quality["concordance"]["low"] > 0.55
        assert {group["kind"] for group in row.quality["groups"]} == {"age"}
        assert before.model == rule_profile().version

        training.use_profile(version=row.version, because="Holder grænserne", by="Anne", at=NOW)
        after = chances_of([citizen], NOW)
        chance = chance_of(citizen_id=citizen, at=NOW)
        card = register.card("chance")
        assert chance is not None
        assert after.model == model_in_use().version == row.version == card.version
        assert not np.array_equal(after.values, before.values)
        assert chance.within_26.low < chance.within_26.chance < chance.within_26.high
        assert chance.learned

        training.use_profile(
            version=training.RULES, because="Vi vil tænke os om", by="Anne", at=NOW
        )
        assert chances_of([citizen], NOW).model == training.RULES
        assert ChanceModel.objects.get().retired_at == NOW


def test_learning_twice_from_the_same_gives_the_same(lived: Municipality) -> None:
    with working_for(lived.pk):
        assert training.train_profile(at=NOW).pk == training.train_profile(at=NOW).pk


def test_a_group_that_is_told_wrong_refuses_the_model(lived: Municipality) -> None:
    with working_for(lived.pk):
        early = dict(Spell.objects.filter(end="job").values_list("citizen_id", "pk"))
        everybody = Spell.objects.values_list("citizen_id", flat=True)
        group = {one: "work" if one in early else "none" for one in everybody}

        row = training.train_profile(at=NOW, groups={"sex": group})

        assert "group" in {one["code"] for one in row.refused_because}
        with pytest.raises(training.NotPossible, match="refused"):
            training.use_profile(version=row.version, because="Alligevel", by="Anne", at=NOW)
        with pytest.raises(IntegrityError), transaction.atomic():
            ChanceModel.objects.filter(pk=row.pk).update(activated_at=NOW, activated_by="Anne")


def test_too_little_history_teaches_nothing(told: Person) -> None:
    with working_for(told.municipality_id), pytest.raises(training.TooLittle, match="1 of 500"):
        training.train_profile(at=NOW + timedelta(days=1))


def test_limits_are_settings(told: Person, settings: Settings) -> None:
    settings.CHANCE_LIMITS = {"people": 7, "group": 0.04}

    with working_for(told.municipality_id), pytest.raises(training.TooLittle, match="1 of 7"):
        training.train_profile(at=NOW + timedelta(days=1))
    assert "4 %" in {str(one.value) for one in register.card("chance").parameters}


def test_a_model_is_used_with_a_reason_and_by_somebody(lived: Municipality) -> None:
    with working_for(lived.pk):
        for version, because, by, match in (
            ("chance-1-x", "fordi", "Anne", "no 'chance-1-x'"),
            (training.RULES, "fordi", "Anne", "in use already"),
            (training.RULES, "fordi", " ", "Say why"),
        ):
            with pytest.raises(training.NotPossible, match=match):
                training.use_profile(version=version, because=because, by=by, at=NOW)


def test_the_command_learns_with_groups_from_a_file_and_uses_what_it_kept(
    lived: Municipality, odense: Municipality, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with working_for(lived.pk):
        ids = Spell.objects.order_by("citizen_id").values_list("citizen_id", flat=True)
        lines = [f"{one},{'woman' if one % 2 else 'man'}" for one in ids]
    groups = tmp_path / "groups.csv"
    groups.write_text("\n".join(["citizen_id,sex", *lines]), encoding="utf-8")

    call_command(
        "train_profile", groups=groups, json=tmp_path / "out.json", history_from=date(2020, 1, 1)
    )
    said = capsys.readouterr().out

    assert "Odense: too little to learn from" in said
    assert "sex:woman" in said
    with working_for(lived.pk):
        (row,) = ChanceModel.objects.all()
    assert row.version in said
    call_command("train_profile", kommune="0751", use=row.version, because="Prøves", by="Anne Vind")
    assert "is in use in Aarhus" in capsys.readouterr().out
    for options, match in (
        ({"kommune": "9999"}, "no kommune 9999"),
        ({"use": row.version}, "Say which"),
        ({"kommune": "0461"}, "Nothing was learned"),
        ({"groups": tmp_path / "none.csv"}, "no table"),
    ):
        with pytest.raises(CommandError, match=match):
            call_command("train_profile", **options)


def test_a_model_of_one_kommune_is_not_anothers(aarhus: Municipality, odense: Municipality) -> None:
    with working_for(aarhus.pk):
        ChanceModel.objects.create(
            version="chance-1-x", content=b"", quality={}, trained_at=NOW, spells=1,
            activated_at=NOW, activated_by="Anne",
        )  # fmt: skip
    with working_for(odense.pk), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM segmentation_chancemodel")
        assert cursor.fetchone() == (0,)
        assert model_in_use().version == training.RULES
