# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""One prepared row per citizen says what the rooms know of her, and follows what she does."""

from datetime import UTC, date, datetime, timedelta

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.casework import actions, tasks
from jobunivers.rooms.casework.apps import _CAUSES
from jobunivers.rooms.casework.models import CitizenRow, OverviewState
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.plan import actions as plan
from jobunivers.rooms.segmentation import actions as segmentation
from jobunivers.rooms.vacancies import actions as vacancies
from jobunivers.rooms.vacancies.models import ApplicationStatus

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
TODAY = date(2026, 11, 23)


def _applied(citizen: Person, days_ago: int, status: ApplicationStatus) -> None:
    vacancies.log_application(
        citizen_id=citizen.pk,
        vacancy_id=None,
        entry=vacancies.ApplicationEntry(
            status=status,
            applied_on=TODAY - timedelta(days=days_ago),
            title="Gartner",
            employer="Nordvind ApS",
        ),
        at=NOW,
    )


def _row(citizen: Person) -> CitizenRow:
    return CitizenRow.objects.get(citizen_id=citizen.pk)


def test_a_row_says_what_all_rooms_know(aarhus: Municipality, kirsten: Person) -> None:
    with working_for(aarhus.pk):
        journey.begin_spell(
            citizen_id=kirsten.pk,
            began_on=date(2026, 9, 1),
            told_by=journey.Teller.CITIZEN,
            at=NOW,
        )
        profile = journey.ensure_profile(citizen_id=kirsten.pk, at=NOW)
        journey.add_wish(profile=profile, named=journey.Named("Gartner"), at=NOW)
        entry = journey.ExperienceEntry(
            title="Gartner", started_on=date(2020, 1, 1), ended_on=date(2024, 12, 31)
        )
        journey.add_experience(profile=profile, entry=entry, at=NOW)
        _applied(kirsten, 2, ApplicationStatus.APPLIED)
        _applied(kirsten, 20, ApplicationStatus.INTERVIEW)
        _applied(kirsten, 60, ApplicationStatus.REJECTED)
        _applied(kirsten, 200, ApplicationStatus.OFFER)
        segmentation.ensure_policy(at=NOW)
        segmentation.segment_kommune(at=NOW)

        actions.fill_rows(at=NOW)
        row = _row(kirsten)
        state = OverviewState.objects.get()

    assert (row.name, row.out_since) == ("Kirsten Holm", date(2026, 9, 1))
    assert (row.applications7, row.applications30, row.applications90) == (1, 2, 3)
    assert row.last_applied_on == TODAY - timedelta(days=2)
    assert (row.offers, row.rejections, row.unanswered, row.interviews90) == (1, 1, 1, 1)
    assert row.has_cv
    assert row.experience_months == 60
    assert row.course != ""
    assert row.course_since == TODAY
    assert state.people == 1


def test_filling_again_writes_nothing_and_a_change_writes_one_row(
    aarhus: Municipality, kirsten: Person, mads: Person
) -> None:
    with working_for(aarhus.pk):
        assert actions.fill_rows(at=NOW) == 2
        assert actions.fill_rows(at=NOW + timedelta(hours=1)) == 0
        goal = plan.add_goal(
            citizen_id=kirsten.pk,
            entry=plan.GoalEntry(words="Job i en park"),
            at=NOW,
        )
        assert goal.pk
        assert actions.fill_rows(at=NOW) == 1
        assert (_row(kirsten).goals_open, _row(mads).goals_open) == (1, 0)


def test_one_citizens_row_is_made_without_touching_others(
    aarhus: Municipality, kirsten: Person, mads: Person
) -> None:
    with working_for(aarhus.pk):
        actions.fill_rows(at=NOW)
        _applied(kirsten, 1, ApplicationStatus.APPLIED)
        _applied(mads, 1, ApplicationStatus.APPLIED)

        assert actions.fill_rows_of(citizen_ids=[kirsten.pk], at=NOW) == 1
        assert (_row(kirsten).applications7, _row(mads).applications7) == (1, 0)


def test_who_is_gone_has_no_row(aarhus: Municipality, kirsten: Person, mads: Person) -> None:
    with working_for(aarhus.pk):
        actions.fill_rows(at=NOW)
        Person.objects.filter(pk=mads.pk).update(is_active=False)
        actions.fill_rows(at=NOW)
        assert [row.citizen_id for row in CitizenRow.objects.order_by("pk")] == [kirsten.pk]


def test_how_many_there_are_follows_each_row_that_comes_and_goes(
    aarhus: Municipality, kirsten: Person, mads: Person
) -> None:
    with working_for(aarhus.pk):
        Person.objects.filter(pk=mads.pk).update(is_active=False)
        actions.fill_rows(at=NOW)
        Person.objects.update(is_active=True)
        counted = []
        for _twice in range(2):
            actions.fill_rows_of(citizen_ids=[kirsten.pk, mads.pk], at=NOW)
            counted.append(OverviewState.objects.get().people)
        Person.objects.update(is_active=False)
        actions.fill_rows_of(citizen_ids=[kirsten.pk, mads.pk], at=NOW)

        assert counted == [2, 2]
        assert OverviewState.objects.get().people == CitizenRow.objects.count() == 0


def test_flags_of_attention_stay_when_a_row_is_made_anew(
    aarhus: Municipality, kirsten: Person
) -> None:
    with working_for(aarhus.pk):
        actions.fill_rows(at=NOW)
        CitizenRow.objects.filter(citizen_id=kirsten.pk).update(flags=["inactive"])
        _applied(kirsten, 1, ApplicationStatus.APPLIED)
        actions.fill_rows(at=NOW)
        assert _row(kirsten).flags == ["inactive"]


def test_an_absence_is_told_without_why(aarhus: Municipality, kirsten: Person) -> None:
    with working_for(aarhus.pk):
        journey.report_absence(
            citizen_id=kirsten.pk,
            kind=journey.AbsenceKind.ILLNESS,
            starts_on=TODAY,
            ends_on=TODAY + timedelta(days=3),
            told_by=journey.Teller.CITIZEN,
            at=NOW,
        )
        actions.fill_rows(at=NOW)
        row = _row(kirsten)
    assert (row.absent, row.absent_until) == (True, TODAY + timedelta(days=3))
    assert "illness" not in str(vars(row))


def test_the_row_holds_no_chance_sex_origin_or_health() -> None:
    names = {field.name for field in CitizenRow._meta.get_fields()}
    for word in ("chance", "sex", "gender", "origin", "citizenship", "health", "illness", "kind"):
        assert not [name for name in names if word in name]


def test_another_kommunes_people_have_no_row_here(
    aarhus: Municipality, kirsten: Person, jonas: Person
) -> None:
    with working_for(aarhus.pk):
        actions.fill_rows(at=NOW)
        assert [row.citizen_id for row in CitizenRow.objects.order_by("pk")] == [kirsten.pk]
        actions.fill_rows_of(citizen_ids=[jonas.pk], at=NOW)
        assert not CitizenRow.objects.filter(citizen_id=jonas.pk).exists()


def test_many_events_of_a_citizen_wait_as_one_job(aarhus: Municipality, kirsten: Person) -> None:
    told = {"municipality_id": aarhus.pk, "citizen_id": kirsten.pk, "event_data": {}}
    with working_for(aarhus.pk):
        first = tasks.fill_row_after_event.defer(**told)
        assert tasks.fill_row_after_event.defer(**told) == first
        assert tasks.fill_row_after_event.defer(**{**told, "citizen_id": None}) == 0


def test_the_night_fills_every_open_kommune(
    aarhus: Municipality, odense: Municipality, kirsten: Person, jonas: Person
) -> None:
    assert kirsten.pk
    tasks.fill_rows()
    with working_for(odense.pk):
        assert [row.citizen_id for row in CitizenRow.objects.order_by("pk")] == [jonas.pk]
    with working_for(aarhus.pk):
        assert CitizenRow.objects.count() == 1


def test_the_night_of_segmentation_leaves_no_job_for_each_who_moved(
    aarhus: Municipality, kirsten: Person, omar: Person
) -> None:
    with working_for(aarhus.pk):
        journey.begin_spell(
            citizen_id=kirsten.pk,
            began_on=date(2026, 9, 1),
            told_by=journey.Teller.CITIZEN,
            at=NOW,
        )
        segmentation.ensure_policy(at=NOW)
        segmentation.segment_kommune(at=NOW)
        segmentation.override(
            citizen_id=kirsten.pk,
            course="close_support",
            reason="Aftalt.",
            staff_id=omar.pk,
            until=TODAY + timedelta(days=1),
            at=NOW,
        )
        waiting = ProcrastinateJob.objects.filter(queueing_lock__startswith="casework.row")
        ProcrastinateJob.objects.filter(pk__in=waiting).update(queueing_lock=None)

        done = segmentation.segment_kommune(at=NOW + timedelta(days=2))
        assert done.moves == 1
        assert not waiting.exists()


def test_no_event_is_followed_twice() -> None:
    assert len(_CAUSES) == len(set(_CAUSES))
