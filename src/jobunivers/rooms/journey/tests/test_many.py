# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Many changed at once end up as if each had been changed alone."""

from datetime import UTC, date, datetime, timedelta

import pytest

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.journey import actions, queries
from jobunivers.rooms.journey.models import AbsenceKind, EducationLevel, SpellEnd, Teller

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
MARCH, MAY = date(2026, 3, 2), date(2026, 5, 4)


def _filled(citizen_id: int) -> actions.FilledIn:
    return actions.FilledIn(
        citizen_id=citizen_id,
        at=NOW,
        basics=actions.Basics(summary="Jeg kan lide at lave mad.", city="Viby J"),
        abilities=actions.Abilities(languages={"da": "fluent"}, licences=["B"]),
        experience=[actions.ExperienceEntry(title="Kok", started_on=MARCH)],
        education=[actions.EducationEntry(title="Kok", level=EducationLevel.VOCATIONAL)],
        competences=[actions.Named("Madlavning"), actions.Named("Hygiejne")],
        wishes=[actions.Named("Kok")],
    )


def test_profiles_filled_together_are_as_those_filled_alone(
    aarhus: Municipality, kirsten: Person, mads: Person
) -> None:
    with working_for(aarhus.pk):
        parts = actions.fill_profiles(filled=[_filled(kirsten.pk), _filled(mads.pk)])
        page = queries.profile_page(citizen_id=mads.pk)
        profile = queries.profile_of(citizen_id=mads.pk)
        events = Event.objects.filter(kind="journey.profile_changed", citizen_id=mads.pk)

        assert parts == 12
        assert page is not None
        assert profile is not None
        assert (profile.summary, profile.licences) == ("Jeg kan lide at lave mad.", ["B"])
        assert [one.words for one in page.wishes] == ["Kok"]
        assert {one.words for one in page.competences} == {"Madlavning", "Hygiejne"}
        assert profile.version == 7
        assert [one.data["part"] for one in events.order_by("pk")] == [
            "basics", "abilities", "experience", "education", "competences", "wishes",
        ]  # fmt: skip


def test_what_a_profile_says_already_is_passed_over(aarhus: Municipality, kirsten: Person) -> None:
    more = actions.FilledIn(
        citizen_id=kirsten.pk,
        at=NOW + timedelta(days=1),
        basics=actions.Basics(summary="Nye ord."),
        competences=[actions.Named("Hygiejne"), actions.Named("Bagning")],
    )
    with working_for(aarhus.pk):
        actions.fill_profiles(filled=[_filled(kirsten.pk)])
        actions.fill_profiles(filled=[more])
        page = queries.profile_page(citizen_id=kirsten.pk)
        profile = queries.profile_of(citizen_id=kirsten.pk)

        assert page is not None
        assert profile is not None
        assert sorted(one.words for one in page.competences) == [
            "Bagning",
            "Hygiejne",
            "Madlavning",
        ]
        assert (profile.summary, profile.licences) == ("Nye ord.", ["B"])
        assert (profile.version, profile.changed_at) == (9, NOW + timedelta(days=1))


def test_many_spells_begin_and_end_and_each_is_an_event(
    aarhus: Municipality, kirsten: Person, mads: Person
) -> None:
    began = [actions.Began(citizen_id=pk, began_on=MARCH, at=NOW) for pk in (kirsten.pk, mads.pk)]
    ended = actions.Ended(citizen_id=mads.pk, ended_on=MAY, end=SpellEnd.JOB, at=NOW)
    with working_for(aarhus.pk):
        actions.begin_spells(began=began, told_by=Teller.CITIZEN)
        actions.end_spells(ended=[ended])

        assert [one.citizen_id for one in queries.open_spells()] == [kirsten.pk]
        assert queries.spells_of(mads.pk).get().end == SpellEnd.JOB
        kinds = (
            Event.objects.filter(kind__startswith="journey.")
            .order_by("pk")
            .values_list("kind", "citizen_id")
        )
        assert list(kinds) == [
            ("journey.spell_began", kirsten.pk),
            ("journey.spell_began", mads.pk),
            ("journey.spell_ended", mads.pk),
        ]


def test_one_that_cannot_be_stops_all_of_them(
    aarhus: Municipality, kirsten: Person, mads: Person
) -> None:
    began = [actions.Began(citizen_id=pk, began_on=MAY, at=NOW) for pk in (kirsten.pk, mads.pk)]
    early = actions.Ended(citizen_id=mads.pk, ended_on=MARCH, end=SpellEnd.JOB, at=NOW)
    with working_for(aarhus.pk):
        actions.begin_spells(began=began[1:], told_by=Teller.CITIZEN)
        with pytest.raises(actions.AlreadyOut):
            actions.begin_spells(began=began, told_by=Teller.CITIZEN)
        with pytest.raises(actions.WrongOrder):
            actions.end_spells(ended=[early])
        with pytest.raises(actions.NothingOpen):
            actions.end_spells(
                ended=[actions.Ended(citizen_id=kirsten.pk, ended_on=MAY, end=SpellEnd.JOB, at=NOW)]
            )
        assert [one.citizen_id for one in queries.open_spells()] == [mads.pk]
        assert Event.objects.filter(kind__startswith="journey.").count() == 1


def test_many_are_away_at_once(aarhus: Municipality, kirsten: Person, mads: Person) -> None:
    away = [
        actions.Away(citizen_id=pk, kind=AbsenceKind.ILLNESS, starts_on=MARCH, ends_on=MAY, at=NOW)
        for pk in (kirsten.pk, mads.pk)
    ]
    with working_for(aarhus.pk):
        actions.report_absences(away=away, told_by=Teller.CITIZEN)

        assert queries.absent_on(MARCH) == {kirsten.pk: "illness", mads.pk: "illness"}
        assert queries.absent_on(MAY) == {}
