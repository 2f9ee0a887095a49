# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What many do with advertisements at once ends up as if each had done it alone."""

from datetime import UTC, date, datetime, timedelta

import pytest

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.vacancies import actions, queries
from jobunivers.rooms.vacancies.models import ApplicationStatus, Hidden, HideReason, Star
from jobunivers.rooms.vacancies.tests.factories import make_vacancy

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def _entry(title: str = "Kok") -> actions.ApplicationEntry:
    return actions.ApplicationEntry(
        status=ApplicationStatus.APPLIED, applied_on=date(2026, 11, 23), title=title, employer="X"
    )


def _logged(citizen: Person, vacancy_id: int | None) -> actions.Logged:
    return actions.Logged(citizen_id=citizen.pk, vacancy_id=vacancy_id, entry=_entry(), at=NOW)


def _events(kind: str) -> list[tuple[int | None, dict[str, object]]]:
    rows = Event.objects.filter(kind=f"vacancies.{kind}").order_by("pk")
    return list(rows.values_list("citizen_id", "data"))


def test_an_application_is_logged_once_however_often_it_is_told(
    aarhus: Municipality, kirsten: Person, mads: Person
) -> None:
    job = make_vacancy(at=NOW)
    with working_for(aarhus.pk):
        first = actions.log_applications(logged=[_logged(kirsten, job.pk), _logged(mads, None)])
        again = actions.log_applications(
            logged=[_logged(kirsten, job.pk), _logged(mads, job.pk), _logged(mads, job.pk)]
        )

        assert [one.citizen_id for one in first] == [kirsten.pk, mads.pk]
        assert [one.citizen_id for one in again] == [mads.pk]
        assert queries.applications_of(citizen_id=mads.pk).count() == 2
        assert _events("application_logged") == [
            (
                kirsten.pk,
                {"vacancy_id": job.pk, "application_id": first[0].pk, "status": "applied"},
            ),
            (mads.pk, {"application_id": first[1].pk, "status": "applied"}),
            (mads.pk, {"vacancy_id": job.pk, "application_id": again[0].pk, "status": "applied"}),
        ]


def test_an_application_moves_and_what_stands_there_already_is_no_news(
    aarhus: Municipality, kirsten: Person
) -> None:
    later = NOW + timedelta(days=9)
    with working_for(aarhus.pk):
        (row,) = actions.log_applications(logged=[_logged(kirsten, None)])
        moved = actions.Moved(application_id=row.pk, status=ApplicationStatus.INTERVIEW, at=later)
        assert actions.move_applications(moved=[moved]) == 1
        assert actions.move_applications(moved=[moved]) == 0
        row.refresh_from_db()

        assert (row.status, row.version, row.changed_at) == ("interview", 2, later)
        facts = {"application_id": row.pk, "status": "interview"}
        assert _events("application_moved") == [(kirsten.pk, facts)]


def test_hiding_takes_the_star_away_and_twice_is_once(
    aarhus: Municipality, kirsten: Person, mads: Person
) -> None:
    job = make_vacancy(at=NOW)
    with working_for(aarhus.pk):
        both = [
            actions.Marked(citizen_id=one.pk, vacancy_id=job.pk, at=NOW) for one in (kirsten, mads)
        ]
        assert actions.star_many(marked=[*both, *both]) == 2
        hers = actions.Marked(
            citizen_id=kirsten.pk, vacancy_id=job.pk, at=NOW, reason=HideReason.TOO_FAR
        )
        assert actions.hide_many(marked=[hers, hers]) == 1

        assert list(Star.objects.values_list("citizen_id", flat=True)) == [mads.pk]
        assert Hidden.objects.get().reason == HideReason.TOO_FAR
        assert len(_events("starred")) == 2
        assert _events("hidden") == [(kirsten.pk, {"vacancy_id": job.pk, "reason": "too_far"})]


def test_open_positions_are_those_that_can_be_applied_for(aarhus: Municipality) -> None:
    soon = make_vacancy("Kok", at=NOW, deadline=date(2026, 11, 25), published_at=NOW)
    make_vacancy("Tjener", at=NOW, published_at=NOW + timedelta(days=2))
    make_vacancy("Bager", at=NOW, published_at=NOW, closed_at=NOW)
    make_vacancy("Smed", at=NOW, published_at=NOW, duplicate_of=soon)
    with working_for(aarhus.pk):
        (found,) = queries.open_positions(at=NOW + timedelta(hours=1))

    assert (found.vacancy_id, found.title, found.employer) == (soon.pk, "Kok", "Nordvind ApS")
    assert found.last_day == queries.day_number(date(2026, 11, 25))
