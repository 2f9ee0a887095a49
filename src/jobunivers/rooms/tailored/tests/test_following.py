# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a citizen does reaches her recommendations, once, and is never lost."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.tailored import actions, tasks
from jobunivers.rooms.tailored.models import RecommendationRun
from jobunivers.rooms.tailored.queries.reading import kept_rows
from jobunivers.rooms.tailored.tests.making import home, make_profile, make_run, recommend, run_of
from jobunivers.rooms.vacancies import actions as vacancies
from jobunivers.rooms.vacancies.tests.factories import make_application, make_vacancy
from jobunivers.testing.browsers import KommuneClient, browser

Follow = Callable[[], None]


def waiting(task: str = "recompute") -> list[dict[str, Any]]:
    name = f"jobunivers.rooms.tailored.tasks.{task}"
    rows = ProcrastinateJob.objects.filter(task_name=name, status="todo").order_by("pk")
    return list(rows.values_list("args", flat=True))


def work() -> None:
    """Do what waits, as the worker would."""
    for name, task in (("recompute", tasks.recompute), ("recompute_many", tasks.recompute_many)):
        for arguments in waiting(name):
            task(**arguments)


def test_a_changed_profile_leads_to_a_new_run(kirsten: Person, index: Follow) -> None:
    make_vacancy()
    index()
    profile = make_profile(kirsten)
    work()

    assert run_of(kirsten).profile_version == profile.version


def test_ten_quick_changes_make_one_waiting_job(kirsten: Person) -> None:
    for number in range(10):
        make_profile(kirsten, wish="", summary=f"udkast {number}")

    assert [job["citizen_id"] for job in waiting()] == [kirsten.pk]
    with working_for(home(kirsten)):
        assert Event.objects.filter(kind="journey.profile_changed").count() == 10


def test_a_waiting_job_is_held_until_the_change_it_will_see_is_there(kirsten: Person) -> None:
    make_profile(kirsten, wish="")
    told: dict[str, Any] = {
        "municipality_id": home(kirsten),
        "citizen_id": kirsten.pk,
        "event_data": {},
    }
    job = tasks.recompute_after_event.defer(**told)

    with connection.cursor() as cursor:
        cursor.execute("SELECT xmax::text::bigint FROM procrastinate_jobs WHERE id = %s", [job])
        locked_by = cursor.fetchone()[0]
    assert locked_by > 0


def test_a_job_that_runs_already_does_not_swallow_a_new_change(kirsten: Person) -> None:
    make_profile(kirsten, wish="")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing' WHERE status = 'todo'")
    make_profile(kirsten, wish="", summary="nyt")

    assert len(waiting()) == 1


def test_hiding_and_applying_ask_for_a_new_run(kirsten: Person, as_kirsten: KommuneClient) -> None:
    vacancy = make_vacancy()
    as_kirsten.post(f"/job/{vacancy.pk}/skjul/", {"reason": "too_far"})
    assert len(waiting()) == 1
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'succeeded'")
    make_application(kirsten, vacancy=make_vacancy())
    assert len(waiting()) == 1


def test_every_night_everybody_with_a_profile_gets_a_new_run(
    kirsten: Person, mads: Person, jonas: Person, index: Follow
) -> None:
    make_vacancy()
    index()
    make_profile(kirsten)
    make_profile(jonas)
    tasks.match_everybody()

    assert run_of(kirsten).current
    assert run_of(jonas).current
    with working_for(home(mads)):
        assert not RecommendationRun.objects.filter(citizen_id=mads.pk).exists()


def test_one_citizen_that_fails_does_not_stop_the_others(
    kirsten: Person, mads: Person, index: Follow, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_vacancy()
    index()
    make_profile(mads)
    honest = actions.recommend

    def fails_for_kirsten(*, citizen_id: int, at: Any) -> Any:
        if citizen_id == kirsten.pk:
            raise ValueError
        return honest(citizen_id=citizen_id, at=at)

    monkeypatch.setattr(actions, "recommend", fails_for_kirsten)
    with pytest.raises(RuntimeError, match="1 of 2"):
        tasks.recompute_many(home(kirsten), [kirsten.pk, mads.pk])
    assert run_of(mads).current


def test_new_advertisements_reach_those_seen_lately(
    as_kirsten: KommuneClient, kirsten: Person, mads: Person, index: Follow
) -> None:
    make_profile(kirsten)  # logged in just now
    make_profile(mads)  # never logged in
    make_vacancy(at=timezone.now())
    tasks.follow_vacancies()

    assert [job["citizen_ids"] for job in waiting("recompute_many")] == [[kirsten.pk]]


def test_without_new_advertisements_the_hour_asks_for_nothing(
    as_kirsten: KommuneClient, kirsten: Person, index: Follow
) -> None:
    make_vacancy(at=timezone.now() - timedelta(hours=3))
    index()
    make_profile(kirsten)
    recommend(kirsten)
    tasks.follow_vacancies()

    assert waiting("recompute_many") == []


def test_showing_again_asks_for_a_new_run(kirsten: Person, as_kirsten: KommuneClient) -> None:
    vacancy = make_vacancy()
    as_kirsten.post(f"/job/{vacancy.pk}/skjul/", {"reason": "other"})
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'succeeded'")
    with working_for(home(kirsten)):
        vacancies.show_again(citizen_id=kirsten.pk, vacancy_id=vacancy.pk, at=timezone.now())
    assert len(waiting()) == 1


# Logging in


def test_who_logs_in_for_the_first_time_gets_a_run(
    as_kirsten: KommuneClient, kirsten: Person, index: Follow
) -> None:
    job = make_vacancy()
    index()
    work()

    (row,) = kept_rows(run_of(kirsten))
    assert row.vacancy_id == job.pk


def test_a_login_asks_for_nothing_while_the_run_is_fresh(
    aarhus: Municipality, kirsten: Person
) -> None:
    make_run(kirsten, [])
    browser(aarhus, kirsten)

    assert waiting() == []


def test_a_login_asks_for_a_run_when_the_one_there_is_old(
    aarhus: Municipality, kirsten: Person
) -> None:
    run = make_run(kirsten, [])
    with working_for(home(kirsten)):
        old = timezone.now() - timedelta(days=2)
        RecommendationRun.objects.filter(pk=run.pk).update(computed_at=old)
    browser(aarhus, kirsten)

    assert [job["citizen_id"] for job in waiting()] == [kirsten.pk]


def test_staff_who_log_in_ask_for_nothing(as_omar: KommuneClient) -> None:
    assert waiting() == []
