# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What she turns changes the list at once; what would open more jobs is counted over all."""

from collections.abc import Callable
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.utils import timezone

from jobunivers.foundation.taxonomy.models import Skill
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.tailored import actions
from jobunivers.rooms.tailored.models import ListShown, MoreLikeThis, Preference
from jobunivers.rooms.tailored.queries.packing import packed_records
from jobunivers.rooms.tailored.queries.reading import kept_rows, records_of
from jobunivers.rooms.tailored.tests.making import (
    MANAGER,
    WAREHOUSE,
    home,
    make_profile,
    make_run,
    recommend,
    run_of,
)
from jobunivers.rooms.vacancies.models import Vacancy
from jobunivers.rooms.vacancies.tests.factories import make_vacancy
from jobunivers.testing.browsers import KommuneClient
from jobunivers.trust import actions as trust

Follow = Callable[[], None]
COOK = "urn:jobunivers:occupation:kok"


def page(client: KommuneClient, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return unescape(response.content.decode())


def job(title: str, uri: str, isco: str, **more: Any) -> Vacancy:
    return make_vacancy(title, occupation_uri=uri, isco=isco, occupation_confidence=0.9, **more)


def experienced(person: Person, uri: str) -> None:
    """Give the person a job she has had for years."""
    now = timezone.now()
    with working_for(home(person)):
        profile = journey.ensure_profile(citizen_id=person.pk, at=now)
        entry = journey.ExperienceEntry(
            title="Lagermedarbejder",
            employer="",
            occupation_uri=uri,
            started_on=now.date() - timedelta(days=6 * 365),
            ended_on=None,
            description="",
        )
        journey.add_experience(profile=profile, entry=entry, at=now)


def first_titles(html: str, *titles: str) -> list[str]:
    """Return the titles in the order they stand on the page."""
    return sorted((one for one in titles if one in html), key=html.index)


# From safe to bold


def test_the_slider_turns_the_list_at_once(
    as_kirsten: KommuneClient, kirsten: Person, index: Follow
) -> None:
    job("Lagerfolk til nat", WAREHOUSE, "4321")
    job("Kok i kantine", COOK, "5120")
    index()
    make_profile(kirsten, wish=COOK)
    experienced(kirsten, WAREHOUSE)
    both = ("Lagerfolk til nat", "Kok i kantine")

    as_kirsten.post("/relevante-job/modig/", {"boldness": "0"})
    assert first_titles(page(as_kirsten, "/relevante-job/"), *both) == [*both]
    as_kirsten.post("/relevante-job/modig/", {"boldness": "4"})
    html = page(as_kirsten, "/relevante-job/")
    assert first_titles(html, *both) == [*reversed(both)]
    assert "meget modig" in html
    assert run_of(kirsten).boldness == 1.0


@pytest.mark.parametrize("value", ["", "5", "-1", "x", "2.5"])
def test_a_step_that_is_none_changes_nothing_and_says_so(
    as_kirsten: KommuneClient, kirsten: Person, index: Follow, value: str
) -> None:
    make_vacancy()
    index()
    as_kirsten.post("/relevante-job/modig/", {"boldness": value})

    assert "Vælg et af de fem trin" in page(as_kirsten, "/relevante-job/")
    with working_for(home(kirsten)):
        assert not Preference.objects.filter(citizen_id=kirsten.pk).exists()


# More like this


def test_more_like_this_is_found_at_once_and_counts_when_she_says_so(
    as_kirsten: KommuneClient, kirsten: Person, index: Follow
) -> None:
    liked = job("Kok i kantine", COOK, "5120", text="Du laver varm mad til mange gæster.")
    other = job("Kok på hotel", COOK, "5120", text="Du laver varm mad til mange gæster.")
    job("Lagerchef", MANAGER, "1324")
    index()
    make_profile(kirsten)
    html = page(as_kirsten, f"/relevante-job/{liked.pk}/flere/")
    assert first_titles(html, "Kok på hotel", "Lagerchef") == ["Kok på hotel", "Lagerchef"]

    before = {row.vacancy_id: row.score for row in kept_rows(recommend(kirsten))}
    as_kirsten.post(f"/relevante-job/{liked.pk}/flere/taeller/")
    after = {row.vacancy_id: row.score for row in kept_rows(run_of(kirsten))}
    assert after[other.pk] > before[other.pk]
    assert "Du har bedt om flere som" in page(as_kirsten, "/relevante-job/")

    as_kirsten.post(f"/relevante-job/{liked.pk}/flere/fjern/")
    taken_back = {row.vacancy_id: row.score for row in kept_rows(run_of(kirsten))}
    assert taken_back == before


def test_more_of_another_kommunes_own_job_cannot_be_asked_for(
    as_jonas: KommuneClient, jonas: Person, aarhus: Municipality, index: Follow
) -> None:
    theirs = make_vacancy("Lagerchef", municipality=aarhus)
    index()
    assert as_jonas.get(f"/relevante-job/{theirs.pk}/flere/").status_code == 404
    assert as_jonas.post(f"/relevante-job/{theirs.pk}/flere/taeller/").status_code == 404
    with working_for(home(jonas)):
        assert not MoreLikeThis.objects.exists()


# What would open more


def test_the_competence_that_opens_most_jobs_is_named_first(
    as_kirsten: KommuneClient, kirsten: Person, index: Follow
) -> None:
    excel, truck = (
        Skill.objects.get(uri=f"urn:jobunivers:skill:{slug}") for slug in ("excel", "koerekort-b")
    )
    asked = [{"uri": excel.uri, "words": "Excel", "start": 0, "end": 5, "confidence": 0.9}]
    also = [{"uri": truck.uri, "words": "kørekort", "start": 0, "end": 8, "confidence": 0.9}]
    for number in range(3):
        job(f"Lagerchef {number}", MANAGER, "1324", skills=asked)
    job("Lagerchef med bil", MANAGER, "1324", skills=also)
    index()
    make_profile(kirsten)
    html = page(as_kirsten, "/relevante-job/kompetencer/")

    assert "3 job mere" in html
    assert html.index(excel.label("da")) < html.index(truck.label("da"))
    as_kirsten.post("/profil/kompetencer/foreslaaede/", {"kompetence": excel.uri})
    assert "3 job mere" not in page(as_kirsten, "/relevante-job/kompetencer/")


def test_who_has_said_nothing_is_helped_onwards(as_kirsten: KommuneClient, index: Follow) -> None:
    make_vacancy()
    index()
    assert "Vi ved ikke endnu, hvad du kan" in page(as_kirsten, "/relevante-job/kompetencer/")


# What was shown, and the answer again


def test_what_was_on_her_screen_is_remembered_and_nothing_else(
    as_kirsten: KommuneClient, kirsten: Person, mads: Person
) -> None:
    run = make_run(kirsten, [make_vacancy(f"Nr. {number}") for number in range(25)])
    make_run(mads, [make_vacancy()])
    page(as_kirsten, "/relevante-job/?side=2")

    with working_for(home(kirsten)):
        (shown,) = ListShown.objects.all()
    assert (shown.run_id, shown.citizen_id) == (run.pk, kirsten.pk)
    assert (shown.first_rank, shown.last_rank) == (11, 20)


def test_an_answer_made_again_is_the_same_part_by_part(
    as_kirsten: KommuneClient, kirsten: Person, index: Follow
) -> None:
    vacancy = job("Lagerchef", MANAGER, "1324")
    index()
    make_profile(kirsten, summary="Jeg vil gerne lede et lager")
    recommend(kirsten)
    with working_for(home(kirsten)):
        Vacancy.objects.filter(pk=vacancy.pk).update(title="Noget helt andet")
    index()

    html = page(as_kirsten, f"/relevante-job/{vacancy.pk}/hvorfor/?igen=1")
    assert "Alle tal er de samme" in html


def test_an_answer_that_was_tampered_with_is_found_out(
    as_kirsten: KommuneClient, kirsten: Person, index: Follow
) -> None:
    vacancy = job("Lagerchef", MANAGER, "1324")
    index()
    make_profile(kirsten)
    recommend(kirsten)
    run = run_of(kirsten)
    records = records_of(run).copy()
    records["contributions"][0, 0] += 1
    with working_for(home(kirsten)):
        type(run).objects.filter(pk=run.pk).update(ranking=packed_records(records))

    html = page(as_kirsten, f"/relevante-job/{vacancy.pk}/hvorfor/?igen=1")
    assert "Det passer ikke" in html


# Switched off


def test_where_the_model_is_off_nothing_is_computed_or_shown(
    as_kirsten: KommuneClient, kirsten: Person, anne: Person, index: Follow
) -> None:
    job("Lagerchef", MANAGER, "1324")
    index()
    make_profile(kirsten)
    recommend(kirsten)
    with working_for(home(kirsten)):
        trust.switch(
            code="matching", on=False, actor_id=anne.pk, reason="Vi ser på den", at=timezone.now()
        )
        with pytest.raises(actions.SwitchedOff):
            actions.recommend(citizen_id=kirsten.pk, at=timezone.now())

    for path in ("/relevante-job/", "/min-side/", "/relevante-job/kompetencer/"):
        html = page(as_kirsten, path)
        assert "Kommunen har slået computerens forslag fra" in html
        assert "Lagerchef" not in html
