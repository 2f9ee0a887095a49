# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whose citizen she is needs no reason from them, and she reads that it is so."""

from datetime import timedelta

import pytest
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.identity.models import Person
from jobunivers.rooms.entrance import actions as entrance
from jobunivers.rooms.entrance.models import Form
from jobunivers.rooms.segmentation import actions as segmentation
from jobunivers.science.calendars import Period
from jobunivers.testing.browsers import KommuneClient
from jobunivers.trust import opening
from jobunivers.trust.models import Look

pytestmark = pytest.mark.django_db


def _assigned(citizen: Person, consultant: Person) -> None:
    with working_for(citizen.municipality_id):
        segmentation.assign_consultant(
            citizen_id=citizen.pk,
            staff_id=consultant.pk,
            by_id=consultant.pk,
            at=timezone.now(),
        )


def _meets(citizen: Person, adviser: Person, *, days: int) -> None:
    """Let them have a first meeting at noon of a day."""
    noon = timezone.localtime().replace(hour=12, minute=0, second=0, microsecond=0)
    starts = noon + timedelta(days=days)
    with working_for(citizen.municipality_id):
        (slot,) = entrance.open_slots(
            adviser_id=adviser.pk,
            periods=[Period(starts, starts + timedelta(hours=1))],
            capacity=1,
            form=Form.IN_PERSON,
            place="",
            at=starts - timedelta(days=7),
        )
        entrance.book(
            citizen_id=citizen.pk,
            actor_id=citizen.pk,
            slot_id=slot.pk,
            at=starts - timedelta(days=6),
        )


def test_her_consultant_opens_her_without_being_asked_and_she_reads_why(
    as_tove: KommuneClient, as_kirsten: KommuneClient, tove: Person, kirsten: Person
) -> None:
    _assigned(kirsten, tove)
    answer = as_tove.get(f"/medarbejder/borgere/{kirsten.pk}/plan/")
    assert answer.status_code == 200
    with working_for(kirsten.municipality_id):
        assert {one.reason for one in Look.objects.all()} == {"assigned"}
    assert "Er din personlige jobkonsulent" in as_kirsten.get("/hvem-har-set/").content.decode()


def test_another_consultant_is_asked_and_so_is_she_for_another_citizen(
    as_tove: KommuneClient, as_omar: KommuneClient, tove: Person, kirsten: Person, mads: Person
) -> None:
    _assigned(kirsten, tove)
    assert "/grund/" in as_omar.get(f"/medarbejder/borgere/{kirsten.pk}/plan/")["Location"]
    assert "/grund/" in as_tove.get(f"/medarbejder/borgere/{mads.pk}/plan/")["Location"]


def test_a_reason_given_by_herself_goes_before_that_she_is_hers(
    as_tove: KommuneClient, tove: Person, kirsten: Person
) -> None:
    _assigned(kirsten, tove)
    as_tove.post(f"/medarbejder/borgere/{kirsten.pk}/grund/", {"reason": "case", "note": ""})
    as_tove.get(f"/medarbejder/borgere/{kirsten.pk}/plan/")
    with working_for(kirsten.municipality_id):
        assert {one.reason for one in Look.objects.all()} == {"case"}


@pytest.mark.parametrize(("days", "code"), [(0, "meeting"), (1, None)])
def test_a_meeting_of_today_is_reason_enough_for_whom_she_meets(
    kirsten: Person, omar: Person, ida: Person, days: int, code: str | None
) -> None:
    _meets(kirsten, omar, days=days)
    today = timezone.localdate()
    with working_for(kirsten.municipality_id):
        found = opening.assigned_among(omar.pk, [kirsten.pk], today=today)
        assert found.get(kirsten.pk) == code
        assert opening.assigned_among(ida.pk, [kirsten.pk], today=today) == {}


def test_nobody_can_choose_the_reason_that_she_is_theirs(
    as_omar: KommuneClient, kirsten: Person
) -> None:
    path = f"/medarbejder/borgere/{kirsten.pk}/grund/"
    assert as_omar.post(path, {"reason": "assigned", "note": ""}).status_code == 422


def test_the_question_why_leads_back_to_the_page_that_asked(
    as_omar: KommuneClient, kirsten: Person
) -> None:
    way = as_omar.get(f"/medarbejder/borgere/{kirsten.pk}/plan/")["Location"]
    page = as_omar.get(way).content.decode()
    assert f'name="next" value="/aarhus/medarbejder/borgere/{kirsten.pk}/plan/"' in page
