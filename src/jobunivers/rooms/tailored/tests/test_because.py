# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a new competence was good for: kept with her run, shown on her own page for 30 days."""

from collections.abc import Callable
from datetime import datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.utils import timezone

from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.foundation.tenancy import working_for
from jobunivers.identity.models import Person
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.tailored import actions
from jobunivers.rooms.tailored.queries import because
from jobunivers.rooms.tailored.tests.making import MANAGER, home, make_profile, recommend, run_of
from jobunivers.rooms.vacancies import actions as vacancies
from jobunivers.rooms.vacancies.models import HideReason, Vacancy
from jobunivers.rooms.vacancies.tests.factories import close, make_vacancy
from jobunivers.testing.browsers import KommuneClient

Follow = Callable[[], None]
MARK = "Fordi du kan"


def job(skill: str, title: str = "Lagerchef", **more: Any) -> Vacancy:
    return make_vacancy(
        title,
        occupation_uri=MANAGER,
        isco="1324",
        occupation_confidence=0.9,
        skills=[{"uri": skill, "confidence": 1.0, "essential": True}],
        **more,
    )


@pytest.fixture
def skill(db: None) -> str:
    """Return a skill that is no virtue and no language."""
    found = taxonomy.skills().filter(kind="skill").order_by("pk").first()
    assert found is not None
    return found.uri


def learn(person: Person, skill: str, *, at: datetime | None = None) -> None:
    profile = make_profile(person)
    named = [journey.Named("det nye", skill)]
    with working_for(home(person)):
        journey.add_competences(profile=profile, named=named, at=at or timezone.now())


def my_page(browser: KommuneClient) -> str:
    answer = browser.get("/min-side/")
    assert answer.status_code == 200
    return " ".join(unescape(answer.content.decode()).split())


def test_a_new_competence_shows_the_jobs_it_brought_nearer(
    kirsten: Person, as_kirsten: KommuneClient, index: Follow, skill: str
) -> None:
    for number in range(5):
        job(skill, f"Kranfører {number}")
    make_vacancy("Lagerchef uden", occupation_uri=MANAGER, isco="1324", occupation_confidence=0.9)
    index()
    learn(kirsten, skill)
    run = recommend(kirsten)

    assert len(run.because["jobs"]) == 5
    shown = my_page(as_kirsten)
    name = taxonomy.labels([skill])[skill]
    assert f"{MARK} {name}" in shown
    assert shown.count(f"Spørger efter {name}") == 3


def test_the_night_keeps_it(
    kirsten: Person, as_kirsten: KommuneClient, index: Follow, skill: str
) -> None:
    job(skill)
    index()
    learn(kirsten, skill)
    first = recommend(kirsten)
    actions.match_everybody(at=timezone.now() + timedelta(seconds=1))

    assert run_of(kirsten).pk != first.pk
    assert run_of(kirsten).because == first.because
    assert MARK in my_page(as_kirsten)


def test_what_she_has_written_long_ago_is_not_told(
    kirsten: Person, as_kirsten: KommuneClient, index: Follow, skill: str
) -> None:
    job(skill)
    index()
    learn(kirsten, skill, at=timezone.now() - timedelta(days=31))
    assert recommend(kirsten).because == {}
    assert MARK not in my_page(as_kirsten)


def test_thirty_days_after_it_is_gone_also_without_a_new_run(
    kirsten: Person, as_kirsten: KommuneClient, index: Follow, skill: str
) -> None:
    job(skill)
    index()
    learn(kirsten, skill, at=timezone.now() - timedelta(days=29))
    recommend(kirsten)
    assert MARK in my_page(as_kirsten)
    later = timezone.now() + timedelta(days=3)
    assert run_of(kirsten).because["jobs"]
    assert because.ids_of(run_of(kirsten), at=later) == []


def test_what_ended_or_was_hidden_is_not_shown(
    kirsten: Person, as_kirsten: KommuneClient, index: Follow, skill: str
) -> None:
    ended, hidden = job(skill, "Ét job"), job(skill, "Et andet job")
    index()
    learn(kirsten, skill)
    recommend(kirsten)
    close(ended)
    with working_for(home(kirsten)):
        vacancies.hide(
            citizen_id=kirsten.pk,
            vacancy_id=hidden.pk,
            reason=HideReason.OTHER,
            at=timezone.now(),
        )
    assert MARK not in my_page(as_kirsten)


def test_nothing_new_is_no_tile(
    kirsten: Person, as_kirsten: KommuneClient, index: Follow, skill: str
) -> None:
    job(skill)
    index()
    make_profile(kirsten)
    assert recommend(kirsten).because == {}
    assert MARK not in my_page(as_kirsten)


def test_a_competence_that_no_job_asks_for_is_no_tile(
    kirsten: Person, as_kirsten: KommuneClient, index: Follow, skill: str
) -> None:
    other = taxonomy.skills().filter(kind="skill").exclude(uri=skill).order_by("-pk").first()
    assert other is not None
    job(other.uri)
    index()
    learn(kirsten, skill)
    assert recommend(kirsten).because == {}
    assert MARK not in my_page(as_kirsten)
