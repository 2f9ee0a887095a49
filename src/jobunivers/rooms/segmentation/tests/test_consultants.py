# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is to have a personal consultant has one at once, and keeps her."""

from datetime import timedelta

import pytest

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.segmentation import actions, tasks
from jobunivers.rooms.segmentation.models import Assignment, Placement
from jobunivers.rooms.segmentation.tests.people import NOW, TODAY, deed, out_of_work, segmented
from jobunivers.testing.cast import add_person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("by_rules_alone")]
DAY = timedelta(days=1)


def helper_of(citizen: Person) -> Assignment:
    return Assignment.objects.get(citizen_id=citizen.pk, ended_at=None)


def test_close_help_comes_with_a_person_at_once(kirsten: Person, tove: Person) -> None:
    out_of_work(kirsten.pk, weeks=60)

    segmented(kirsten.pk)

    assert (helper_of(kirsten).staff_id, helper_of(kirsten).why) == (tove.pk, "load")


def test_without_a_consultant_the_course_is_offered_all_the_same(kirsten: Person) -> None:
    out_of_work(kirsten.pk, weeks=60)

    assert segmented(kirsten.pk).course == "close_support"
    assert not Assignment.objects.exists()


def test_her_language_is_respected_when_her_danish_is_weak(
    aarhus: Municipality, kirsten: Person, tove: Person
) -> None:
    other = add_person(aarhus, "Amal Hassan", "consultant")
    actions.set_caseload(staff_id=other.pk, capacity=10, languages=["ar", "da"], at=NOW)
    profile = journey.ensure_profile(citizen_id=kirsten.pk, at=NOW)
    journey.save_abilities(
        profile=profile,
        abilities=journey.Abilities(languages={"ar": "fluent", "da": "basic"}),
        at=NOW,
    )
    out_of_work(kirsten.pk, weeks=60)

    segmented(kirsten.pk)

    assert (helper_of(kirsten).staff_id, helper_of(kirsten).why) == (other.pk, "language")
    assert tove.pk != other.pk


def test_nobody_is_handed_over_without_need_and_long_leave_is_need(
    aarhus: Municipality, kirsten: Person, tove: Person
) -> None:
    out_of_work(kirsten.pk, weeks=60)
    segmented(kirsten.pk)
    other = add_person(aarhus, "Per Bro", "consultant")
    actions.segment_kommune(at=NOW + DAY)
    assert helper_of(kirsten).staff_id == tove.pk

    actions.plan_leave(
        staff_id=tove.pk, away_from=TODAY, away_to=TODAY + 60 * DAY, substitute_id=None,
        by_id=other.pk, at=NOW,
    )  # fmt: skip
    actions.segment_kommune(at=NOW + 2 * DAY)
    assert (helper_of(kirsten).staff_id, helper_of(kirsten).why) == (other.pk, "away")


def test_a_person_may_choose_and_only_a_consultant_can_be_chosen(
    aarhus: Municipality, kirsten: Person, tove: Person, omar: Person
) -> None:
    other = add_person(aarhus, "Per Bro", "consultant")
    out_of_work(kirsten.pk, weeks=60)
    segmented(kirsten.pk)

    row = actions.assign_consultant(citizen_id=kirsten.pk, staff_id=other.pk, by_id=omar.pk, at=NOW)

    assert (helper_of(kirsten).pk, row.why) == (row.pk, "chosen")
    with pytest.raises(actions.NotConsultant):
        actions.assign_consultant(citizen_id=kirsten.pk, staff_id=omar.pk, by_id=omar.pk, at=NOW)
    assert tove.pk != other.pk


# Tasks


def test_what_she_does_places_her_once_however_much_she_does(
    aarhus: Municipality, kirsten: Person
) -> None:
    told = {"municipality_id": aarhus.pk, "citizen_id": kirsten.pk, "event_data": {}}

    first = tasks.segment_after_event.defer(**told)

    assert tasks.segment_after_event.defer(**told) == first
    assert tasks.segment_after_event.defer(**{**told, "citizen_id": None}) == 0


def test_the_nightly_task_places_every_kommune(
    kirsten: Person, jonas: Person, odense: Municipality
) -> None:
    out_of_work(kirsten.pk, weeks=1)
    with working_for(odense.pk):
        out_of_work(jonas.pk, weeks=1)
        deed(jonas.pk, at=NOW)

    tasks.segment_everybody()

    assert Placement.objects.filter(citizen_id=kirsten.pk).exists()
    with working_for(odense.pk):
        assert list(Placement.objects.values_list("citizen_id", flat=True)) == [jonas.pk]
