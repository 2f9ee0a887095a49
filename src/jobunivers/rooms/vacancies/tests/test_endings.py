# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""An advertisement ends, or moves its deadline: who is told, once, and what stays as it was."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from jobunivers.foundation.notices import queries as notices
from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.notices.register import type_of
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.vacancies import actions
from jobunivers.rooms.vacancies.actions.changing import writing
from jobunivers.rooms.vacancies.models import Application, ApplicationStatus, Star, Vacancy
from jobunivers.rooms.vacancies.tests.factories import close, make_application, make_vacancy

pytestmark = pytest.mark.django_db
NOW = timezone.now()
SINCE = NOW - timedelta(hours=1)
SOON = NOW + timedelta(minutes=1)


def star(person: Person, vacancy: Vacancy) -> None:
    with working_for(person.municipality_id or 0):
        actions.star(citizen_id=person.pk, vacancy_id=vacancy.pk, at=NOW)


def told(kommune: Municipality) -> list[tuple[int, str]]:
    with working_for(kommune.pk):
        actions.tell_of_endings(since=SINCE, at=SOON)
        rows = Notice.objects.order_by("pk")
        return [(one.person_id, notices.text_of(one)) for one in rows]


def test_those_who_keep_or_plan_it_are_told_once_that_it_ended(
    aarhus: Municipality, kirsten: Person, mads: Person
) -> None:
    job = make_vacancy("Gartner")
    star(kirsten, job)
    row = make_application(
        mads, vacancy=job, status=ApplicationStatus.PLANNED, applied_on=None, note="Mit udkast"
    )
    close(job, at=NOW)

    assert sorted(told(aarhus)) == sorted(
        (one.pk, "“Gartner” er ikke slået op mere") for one in (kirsten, mads)
    )
    assert len(told(aarhus)) == 2
    with working_for(aarhus.pk):
        row.refresh_from_db()
        assert (row.status, row.note) == (ApplicationStatus.PLANNED, "Mit udkast")


def test_who_has_applied_is_told_only_when_it_was_taken_down_early(
    aarhus: Municipality, kirsten: Person
) -> None:
    early = make_vacancy("Taget ned")
    over = make_vacancy("Udløbet", expires_at=NOW - timedelta(minutes=1))
    for job in (early, over):
        make_application(kirsten, vacancy=job)
        close(job, at=NOW)

    assert told(aarhus) == [(kirsten.pk, "“Taget ned”, som du har søgt, er taget ned før tid")]


def test_what_another_source_still_shows_has_not_ended(
    aarhus: Municipality, kirsten: Person
) -> None:
    job = make_vacancy("Gartner")
    make_vacancy("Gartner")
    star(kirsten, job)
    close(job, at=NOW)

    assert told(aarhus) == []


def test_an_import_that_ends_advertisements_tells_those_who_keep_them(
    aarhus: Municipality, kirsten: Person
) -> None:
    job = make_vacancy("Gartner", expires_at=NOW + timedelta(seconds=30))
    star(kirsten, job)
    actions.close_expired(at=SOON)

    assert told(aarhus) == [(kirsten.pk, "“Gartner” er ikke slået op mere")]


def test_a_star_taken_back_makes_the_notice_matter_no_more(
    aarhus: Municipality, kirsten: Person
) -> None:
    job = make_vacancy("Gartner")
    star(kirsten, job)
    close(job, at=NOW)
    told(aarhus)
    with working_for(aarhus.pk):
        notice = Notice.objects.get()
        known = type_of(notice.kind)
        assert known is not None
        assert known.relevant(notice, SOON)
        actions.unstar(citizen_id=kirsten.pk, vacancy_id=job.pk, at=NOW)
        assert not known.relevant(notice, SOON)


def test_a_deadline_that_moves_is_told_once_for_each_new_day(
    aarhus: Municipality, kirsten: Person, mads: Person
) -> None:
    job = make_vacancy("Gartner", deadline=date(2026, 12, 10))
    star(kirsten, job)
    row = make_application(
        mads, vacancy=job, status=ApplicationStatus.PLANNED, applied_on=None,
        deadline=date(2026, 12, 5),
    )  # fmt: skip
    assert told(aarhus) == []

    with writing(None):
        Vacancy.objects.filter(pk=job.pk).update(deadline=date(2026, 12, 14))
    said = "“Gartner” har fået en ny frist: mandag den 14. december"
    assert sorted(told(aarhus)) == sorted([(kirsten.pk, said), (mads.pk, said)])
    assert len(told(aarhus)) == 2
    with working_for(aarhus.pk):
        row.refresh_from_db()
        assert row.deadline == date(2026, 12, 5)  # hers stays hers
        assert row.vacancy_deadline == date(2026, 12, 14)
        assert Star.objects.get().deadline == date(2026, 12, 14)
        assert Application.objects.count() == 1


def test_a_star_from_before_deadlines_were_kept_learns_them_in_silence(
    aarhus: Municipality, kirsten: Person
) -> None:
    job = make_vacancy("Gartner", deadline=date(2026, 12, 10))
    star(kirsten, job)
    with working_for(aarhus.pk):
        Star.objects.update(deadline=None)
    assert told(aarhus) == []
    with working_for(aarhus.pk):
        assert Star.objects.get().deadline == date(2026, 12, 10)


def test_nobody_in_another_kommune_is_told_of_ours(
    aarhus: Municipality, odense: Municipality, kirsten: Person
) -> None:
    job = make_vacancy("Gartner")
    star(kirsten, job)
    close(job, at=NOW)

    assert told(odense) == []
