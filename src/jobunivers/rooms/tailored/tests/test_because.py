# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a new competence was good for: kept with her run, shown on her own page for 30 days."""

from collections.abc import Callable
from datetime import datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.utils import timezone

from jobunivers.foundation import lessons
from jobunivers.foundation.lessons import Lesson
from jobunivers.foundation.taxonomy import packed
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.foundation.tenancy import working_for
from jobunivers.identity.models import Person
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.journey.models import EducationLevel
from jobunivers.rooms.plan import actions as plan
from jobunivers.rooms.tailored import actions
from jobunivers.rooms.tailored.queries import because, completing
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


TRUCK = "Truckcertifikat"


def finish(
    person: Person, title: str, *, year: int | None = None, at: datetime | None = None
) -> None:
    entry = journey.EducationEntry(title=title, level=EducationLevel.COURSE, ended_year=year)
    with working_for(home(person)):
        profile = journey.ensure_profile(citizen_id=person.pk, at=timezone.now())
        journey.add_education(profile=profile, entry=entry, at=at or timezone.now())


def taught(title: str) -> str:
    found = completing.taught_by(title, packed.vocabulary.get())
    assert found
    return min(found)


def test_a_course_she_adds_shows_what_it_opens_by_its_name(
    kirsten: Person, as_kirsten: KommuneClient, index: Follow
) -> None:
    job(taught(TRUCK), "Lagerchef med truck")
    index()
    make_profile(kirsten)
    finish(kirsten, TRUCK)
    run = recommend(kirsten)
    assert [one["title"] for one in run.because["completed"]] == [TRUCK]
    assert f"Fordi du gennemførte “{TRUCK}”" in my_page(as_kirsten)
    page = " ".join(unescape(as_kirsten.get("/relevante-job/fordi/").content.decode()).split())
    assert f"Fordi du gennemførte “{TRUCK}”" in page
    assert "Lagerchef med truck" in page


@pytest.mark.parametrize(("years_ago", "days_ago"), [(5, 0), (0, 31)])
def test_what_she_finished_or_wrote_long_ago_is_no_news(
    years_ago: int, days_ago: int, kirsten: Person, index: Follow
) -> None:
    job(taught(TRUCK))
    index()
    make_profile(kirsten)
    now = timezone.now()
    finish(kirsten, TRUCK, year=now.year - years_ago, at=now - timedelta(days=days_ago))
    assert recommend(kirsten).because == {}


def test_a_course_of_her_plan_counts_once_it_is_done(kirsten: Person, index: Follow) -> None:
    job(taught(TRUCK))
    index()
    make_profile(kirsten)
    now = timezone.now()
    with working_for(home(kirsten)):
        actor = plan.herself(kirsten.pk)
        entry = plan.ActivityEntry(kind=plan.ActivityKind.COURSE, title=TRUCK)
        activity = plan.add_activity(citizen_id=kirsten.pk, entry=entry, actor=actor, at=now)
    assert recommend(kirsten).because == {}
    with working_for(home(kirsten)):
        plan.set_state(activity=activity, state=plan.ActivityState.DONE, actor=actor, at=now)
    assert [one["title"] for one in recommend(kirsten).because["completed"]] == [TRUCK]


def test_work_that_is_near_now_is_told_and_what_she_wishes_already_is_not(
    kirsten: Person, index: Follow
) -> None:
    make_vacancy("Bager")
    index()
    make_profile(kirsten)
    finish(kirsten, "Social- og sundhedshjælper")
    near = recommend(kirsten).because["near"]
    assert near
    assert MANAGER not in {one["uri"] for one in near}


def test_lessons_are_told_only_where_a_room_has_some(
    kirsten: Person, as_kirsten: KommuneClient, index: Follow, skill: str
) -> None:
    other = taxonomy.skills().filter(kind="skill").exclude(uri=skill).order_by("-pk").first()
    assert other is not None
    for number in range(3):
        both = [{"uri": uri, "confidence": 1.0, "essential": True} for uri in (skill, other.uri)]
        make_vacancy(
            f"Lagerchef {number}", occupation_uri=MANAGER, isco="1324", occupation_confidence=0.9,
            skills=both,
        )  # fmt: skip
    index()
    learn(kirsten, skill)
    assert recommend(kirsten).because["lessons"] == []
    assert "Det kan du lære" not in my_page(as_kirsten)

    lesson = Lesson("kurser:1", "Kursus i det næste", "kurser/1/", (other.uri,), 37.0)
    lessons.provide("kurser", lambda _language, _at: [lesson])
    try:
        assert recommend(kirsten).because["lessons"] == ["kurser:1"]
        shown = my_page(as_kirsten)
        assert "Kursus i det næste" in shown
        assert "/aarhus/kurser/1/" in shown
    finally:
        lessons.withdraw("kurser")
    assert "Kursus i det næste" not in my_page(as_kirsten)


def test_saving_a_course_leads_to_what_it_opens(
    kirsten: Person, as_kirsten: KommuneClient, index: Follow
) -> None:
    make_vacancy("Bager")
    index()
    sent = {"title": "Zzz", "level": "course"}
    answer = as_kirsten.post("/profil/uddannelse/ny/", sent, follow=True)
    assert "/aarhus/relevante-job/fordi/" in answer.content.decode()
    assert (
        "Der er ikke noget nyt at vise" in as_kirsten.get("/relevante-job/fordi/").content.decode()
    )
