# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She can see whether she does what is called enough; nothing is asked while she is away."""

from datetime import timedelta

import pytest

from jobunivers.identity.models import Person
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.journey.models import AbsenceKind, EducationLevel, Teller
from jobunivers.rooms.segmentation.queries.availability import Kept, keeping_count
from jobunivers.rooms.segmentation.tests.people import NOW, TODAY, out_of_work
from jobunivers.rooms.vacancies.models import Application

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("by_rules_alone")]
DAY = timedelta(days=1)


def kept(citizen: Person) -> dict[str, Kept]:
    found = keeping_count(citizen_id=citizen.pk, at=NOW)
    assert found is not None
    return {one.code: one for one in found.kept}


def applied(citizen: Person, days_ago: int) -> None:
    Application.objects.create(
        citizen_id=citizen.pk, title="Smed", employer="Værftet", created_at=NOW, changed_at=NOW,
        applied_on=TODAY - days_ago * DAY,
    )  # fmt: skip


def test_who_is_not_out_of_work_is_asked_nothing(kirsten: Person) -> None:
    assert keeping_count(citizen_id=kirsten.pk, at=NOW) is None


def test_her_applications_of_a_week_are_counted(kirsten: Person) -> None:
    out_of_work(kirsten.pk, weeks=10)
    applied(kirsten, 2)
    applied(kirsten, 7)
    found = kept(kirsten)
    assert (found["applications_per_week"].now, found["applications_per_week"].enough) == (1, False)
    assert (found["joblog_every_days"].now, found["joblog_every_days"].enough) == (2, True)

    applied(kirsten, 6)
    assert kept(kirsten)["applications_per_week"].enough


def test_a_cv_has_two_weeks_from_the_first_day(kirsten: Person) -> None:
    out_of_work(kirsten.pk, weeks=1)
    assert kept(kirsten)["cv_within_days"].enough
    assert kept(kirsten)["cv_within_days"].by == TODAY + 7 * DAY


def test_a_cv_is_there_when_it_has_an_aim_and_something_done(kirsten: Person) -> None:
    out_of_work(kirsten.pk, weeks=10)
    assert not kept(kirsten)["cv_within_days"].enough

    profile = journey.ensure_profile(citizen_id=kirsten.pk, at=NOW)
    journey.add_wish(profile=profile, named=journey.Named("Smed"), at=NOW)
    assert not kept(kirsten)["cv_within_days"].enough
    entry = journey.EducationEntry(title="Smed", level=EducationLevel.VOCATIONAL)
    journey.add_education(profile=profile, entry=entry, at=NOW)
    assert kept(kirsten)["cv_within_days"].enough


def test_nothing_is_asked_while_she_is_absent(kirsten: Person) -> None:
    out_of_work(kirsten.pk, weeks=10)
    journey.report_absence(
        citizen_id=kirsten.pk,
        kind=AbsenceKind.ILLNESS,
        starts_on=TODAY,
        ends_on=None,
        told_by=Teller.CITIZEN,
        at=NOW,
    )

    found = keeping_count(citizen_id=kirsten.pk, at=NOW)
    assert found is not None
    assert (found.absent, found.kept) == (True, ())
