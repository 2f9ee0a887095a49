# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list, the reasons and the citizen's own page, as a person meets them."""

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from jobunivers.foundation.notices import actions as notices
from jobunivers.foundation.taxonomy.models import Skill
from jobunivers.foundation.tenancy import working_for, writing_shared
from jobunivers.identity.models import Person
from jobunivers.rooms.journey.models import Profile
from jobunivers.rooms.tailored.models import RecommendationRun
from jobunivers.rooms.tailored.queries.packing import packed_records
from jobunivers.rooms.tailored.queries.reading import kept_rows, records_of
from jobunivers.rooms.tailored.tests.making import (
    MANAGER,
    home,
    make_profile,
    make_run,
    recommend,
    run_of,
)
from jobunivers.rooms.vacancies import actions as vacancies
from jobunivers.rooms.vacancies.models import Vacancy
from jobunivers.rooms.vacancies.tests.factories import close, make_application, make_vacancy
from jobunivers.science.matching import PARTS
from jobunivers.testing.browsers import KommuneClient

Follow = Callable[[], None]
PAGES = ("/relevante-job/", "/min-side/")
HAIRDRESSER = "urn:jobunivers:occupation:frisoer"


def page(client: KommuneClient, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return unescape(response.content.decode())


def manager_job(**more: Any) -> Vacancy:
    return make_vacancy(
        "Lagerchef", occupation_uri=MANAGER, isco="1324", occupation_confidence=0.9, **more
    )


# Who may see it


@pytest.mark.parametrize("path", [*PAGES, "/relevante-job/nyt/", "/relevante-job/1/hvorfor/"])
def test_a_visitor_is_asked_to_log_in(visitor: KommuneClient, path: str) -> None:
    response = visitor.get(path)
    assert response.status_code == 302
    assert "/log-ind/" in response.headers["Location"]


@pytest.mark.parametrize("path", [*PAGES, "/relevante-job/nyt/", "/relevante-job/1/hvorfor/"])
def test_staff_have_no_recommendations(as_omar: KommuneClient, path: str) -> None:
    assert as_omar.get(path).status_code == 403


def test_another_citizens_reasons_are_not_there(
    as_mads: KommuneClient, as_jonas: KommuneClient, kirsten: Person
) -> None:
    vacancy = make_vacancy()
    make_run(kirsten, [vacancy])

    assert as_mads.get(f"/relevante-job/{vacancy.pk}/hvorfor/").status_code == 404
    assert as_jonas.get(f"/relevante-job/{vacancy.pk}/hvorfor/").status_code == 404
    assert vacancy.title not in page(as_mads, "/relevante-job/")


# What it shows


def test_the_list_shows_the_job_with_its_strongest_reason(
    as_kirsten: KommuneClient, kirsten: Person, index: Follow
) -> None:
    manager_job()
    index()
    make_profile(kirsten)
    recommend(kirsten)
    html = page(as_kirsten, "/relevante-job/")

    assert "Du ønsker arbejde som lagerchef" in html
    assert "Lavet af en computer" in html


def test_jobs_that_are_only_near_are_set_apart_after_the_last_one_that_fits(
    as_kirsten: KommuneClient, kirsten: Person, index: Follow
) -> None:
    manager_job()
    make_vacancy("Frisør", occupation_uri=HAIRDRESSER, isco="5141", occupation_confidence=0.9)
    index()
    make_profile(kirsten)
    recommend(kirsten)
    html = page(as_kirsten, "/relevante-job/")
    places = [html.index(text) for text in ("Lagerchef", "Herfra ligner jobbene", "Frisør")]
    assert places == sorted(places)


def test_the_points_on_the_page_add_up_to_the_total(
    as_kirsten: KommuneClient, kirsten: Person, index: Follow
) -> None:
    vacancy = manager_job()
    index()
    make_profile(kirsten)
    run = recommend(kirsten)
    html = page(as_kirsten, f"/relevante-job/{vacancy.pk}/hvorfor/")
    points = [int(text) for text in re.findall(r"\+(\d+) point", html)]
    (total,) = re.findall(r"I alt (\d+) af 100", html)

    assert sum(points) == int(total)
    (row,) = kept_rows(run)
    assert int(total) == round(row.score / 100)
    assert "matching-2" in html
    assert "§ 2, stk. 4" in html
    assert 'href="/aarhus/profil/"' in html


def test_the_reasons_come_as_a_part_of_the_list_too(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    vacancy = make_vacancy()
    make_run(kirsten, [vacancy])
    part = as_kirsten.part(f"/relevante-job/{vacancy.pk}/hvorfor/", "").content.decode()

    assert "I alt 60 af 100" in part
    assert "<html" not in part


def test_english_readers_get_english_reasons(as_kirsten: KommuneClient, kirsten: Person) -> None:
    vacancy = make_vacancy()
    make_run(kirsten, [vacancy])
    as_kirsten.cookies["django_language"] = "en"
    html = page(as_kirsten, f"/relevante-job/{vacancy.pk}/hvorfor/")

    assert "Why am I seeing this?" in html
    assert "from you" in html
    assert "fra dig" not in html


@pytest.mark.parametrize(
    ("language", "slugs", "said"),
    [
        ("da", ("dansk", "omhu", "excel"), "Står ikke i din profil: excel."),
        ("da", ("engelsk", "dansk-tegnsprog", "samarbejde"), "engelsk og dansk tegnsprog."),
        ("en", ("engelsk", "dansk", "samarbejde"), "not in your profile: danish."),
    ],
)
def test_nobody_is_said_to_lack_her_own_language_or_care(
    as_kirsten: KommuneClient, kirsten: Person, language: str, slugs: tuple[str, ...], said: str
) -> None:
    vacancy = make_vacancy()
    run = make_run(kirsten, [vacancy])
    records = records_of(run).copy()
    uris = [f"urn:jobunivers:skill:{slug}" for slug in slugs]
    rows = dict(Skill.objects.filter(uri__in=uris).values_list("uri", "pk"))
    records["missing"][0] = [rows[uri] for uri in uris]
    records["contributions"][0][PARTS.index("skills")] = 1_000
    records["said"] |= 1 << 6  # the advertisement names skills
    with working_for(home(kirsten)):
        RecommendationRun.objects.update(ranking=packed_records(records))
    as_kirsten.cookies["django_language"] = language

    html = page(as_kirsten, f"/relevante-job/{vacancy.pk}/hvorfor/").lower()

    assert said.lower() in html


def test_the_page_of_a_job_says_how_far_it_is_from_the_place_in_her_profile(
    as_kirsten: KommuneClient, kirsten: Person, index: Follow
) -> None:
    vacancy = make_vacancy(latitude=56.247)
    make_profile(kirsten)

    assert "10 km fra dig" in page(as_kirsten, f"/job/{vacancy.pk}/")


# What has changed since


def test_what_ended_or_was_hidden_or_applied_for_is_not_shown(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    ended, gone, hidden, applied, late, left = (
        make_vacancy(f"Opslag {name}")
        for name in ("lukket", "slettet", "skjult", "søgt", "udløbet", "tilbage")
    )
    make_run(kirsten, [ended, gone, hidden, applied, late, left])
    close(ended)
    with working_for(home(kirsten)), writing_shared():
        Vacancy.objects.filter(pk=gone.pk).delete()
        Vacancy.objects.filter(pk=late.pk).update(expires_at=timezone.now() - timedelta(hours=1))
    as_kirsten.post(f"/job/{hidden.pk}/skjul/", {"reason": "other"})
    make_application(kirsten, vacancy=applied, employer="X")
    with working_for(home(kirsten)):
        vacancies.star(citizen_id=kirsten.pk, vacancy_id=left.pk, at=timezone.now())
    html = page(as_kirsten, "/relevante-job/")

    assert "Opslag tilbage" in html
    for name in ("lukket", "slettet", "skjult", "søgt", "udløbet"):
        assert f"Opslag {name}" not in html
    assert as_kirsten.get(f"/relevante-job/{gone.pk}/hvorfor/").status_code == 404


def test_hiding_from_the_list_leads_back_to_it(as_kirsten: KommuneClient, kirsten: Person) -> None:
    vacancy = make_vacancy()
    make_run(kirsten, [vacancy])
    response = as_kirsten.post(
        f"/job/{vacancy.pk}/skjul/", {"reason": "too_far", "next": "/aarhus/relevante-job/"}
    )

    assert response.headers["Location"] == "/aarhus/relevante-job/"
    assert vacancy.title not in page(as_kirsten, "/relevante-job/")


def test_while_a_new_list_is_on_its_way_the_page_asks_and_otherwise_not(
    as_kirsten: KommuneClient, kirsten: Person, index: Follow
) -> None:
    manager_job()
    index()
    make_profile(kirsten)
    assert "/aarhus/relevante-job/nyt/" in page(as_kirsten, "/relevante-job/")
    recommend(kirsten)
    assert "/aarhus/relevante-job/nyt/" not in page(as_kirsten, "/relevante-job/")


def test_an_empty_page_is_loaded_anew_when_the_list_has_come(
    as_kirsten: KommuneClient, kirsten: Person, index: Follow
) -> None:
    manager_job()
    index()
    make_profile(kirsten)
    assert "HX-Refresh" not in as_kirsten.part("/relevante-job/nyt/?tom=1", "").headers
    recommend(kirsten)
    assert as_kirsten.part("/relevante-job/nyt/?tom=1", "").headers["HX-Refresh"] == "true"
    assert "Se de nye" in as_kirsten.part("/relevante-job/nyt/", "").content.decode()


def test_when_no_worker_answers_she_can_ask_herself(
    as_kirsten: KommuneClient, kirsten: Person, index: Follow
) -> None:
    manager_job()
    index()
    make_profile(kirsten)
    long_ago = timezone.now() - timedelta(minutes=10)
    with working_for(home(kirsten)):
        Profile.objects.update(changed_at=long_ago)
        Person.objects.filter(pk=kirsten.pk).update(last_login=long_ago)
    assert "Find job til mig nu" in page(as_kirsten, "/relevante-job/")
    as_kirsten.post("/relevante-job/find/")

    assert kept_rows(run_of(kirsten))
    assert "Lagerchef" in page(as_kirsten, "/relevante-job/")


def test_while_the_index_is_made_she_is_told_so(as_kirsten: KommuneClient, index: Follow) -> None:
    make_vacancy()
    response = as_kirsten.post("/relevante-job/find/")
    assert response.status_code == 302
    assert "Prøv igen om lidt" in page(as_kirsten, "/relevante-job/")


# Nothing, and much


@pytest.mark.parametrize("path", PAGES)
def test_the_first_visit_has_a_next_step(as_kirsten: KommuneClient, path: str) -> None:
    html = page(as_kirsten, path)
    assert "Vi er ved at finde nye job til dig" in html
    assert "Find job til mig nu" not in html
    assert "Lav din profil" in html


@pytest.mark.parametrize("path", PAGES)
def test_without_a_worker_the_first_visit_ends_in_a_button(
    as_kirsten: KommuneClient, kirsten: Person, path: str
) -> None:
    with working_for(home(kirsten)):
        Person.objects.update(last_login=timezone.now() - timedelta(minutes=10))
    assert "Find job til mig nu" in page(as_kirsten, path)


def test_an_answer_without_jobs_says_what_to_do(as_kirsten: KommuneClient, kirsten: Person) -> None:
    make_run(kirsten, [])
    html = page(as_kirsten, "/relevante-job/")
    assert "Vi fandt ingen nye job til dig" in html
    assert "Søg i alle job" in html


def test_two_hundred_recommendations_are_leafed_through(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    make_run(kirsten, [make_vacancy(f"Job nummer {number}.") for number in range(1, 201)])
    assert "Job nummer 10." in page(as_kirsten, "/relevante-job/")
    assert "Job nummer 11." not in page(as_kirsten, "/relevante-job/")
    assert "Job nummer 200." in page(as_kirsten, "/relevante-job/?side=20")


@pytest.mark.parametrize("number", ["0", "-1", "999999999999999999999", "to", ""])
def test_a_page_number_that_does_not_exist_is_mended(
    as_kirsten: KommuneClient, kirsten: Person, number: str
) -> None:
    make_run(kirsten, [make_vacancy("Bager")])
    assert "Bager" in page(as_kirsten, f"/relevante-job/?side={number}")


def test_her_own_page_has_all_that_is_hers(as_kirsten: KommuneClient, kirsten: Person) -> None:
    jobs = [make_vacancy(f"Job {number}.") for number in range(1, 9)]
    make_run(kirsten, jobs)
    make_application(kirsten, title="Søgt for nylig")
    now = timezone.now()
    with working_for(home(kirsten)):
        vacancies.star(citizen_id=kirsten.pk, vacancy_id=jobs[7].pk, at=now)
        vacancies.save_search(citizen_id=kirsten.pk, name="Lager nær mig", query="q=lager", at=now)
        notices.notify(person_id=kirsten.pk, kind="noget.nyt", at=now, path="/aarhus/job/")
    html = page(as_kirsten, "/min-side/")

    assert "Job 6." in html
    assert "Job 7." not in html  # six rows
    assert "Job 8." in html  # starred
    assert "Søgt for nylig" in html
    assert "/aarhus/job/?q=lager" in html
    assert "noget.nyt" in html


def test_her_own_page_costs_few_questions_however_much_is_hers(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    make_profile(kirsten)
    make_run(kirsten, [make_vacancy(f"Job {number}.") for number in range(40)])
    for _ in range(10):
        make_application(kirsten)
    as_kirsten.get("/min-side/")  # what a process keeps is kept from here on
    with CaptureQueriesContext(connection) as captured:
        as_kirsten.get("/min-side/")
    questions = [q["sql"] for q in captured if q["sql"].lstrip("(").startswith("SELECT")]
    asked = [sql for sql in questions if "set_config" not in sql]

    assert len(asked) <= 15, asked
