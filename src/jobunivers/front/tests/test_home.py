# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable

from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.vacancies.tests.factories import ODENSE, make_vacancy
from jobunivers.testing.browsers import KommuneClient, text_of

Index = Callable[[], None]


def test_the_front_page_counts_the_jobs_near_the_kommune(
    visitor: KommuneClient, index: Index
) -> None:
    make_vacancy("Pædagog")
    make_vacancy("Murer", **ODENSE)
    index()

    html = text_of(visitor.get("/"))

    assert "Se 1 job nær Aarhus" in html
    assert "/aarhus/job/?sted=Aarhus" in html
    assert "Pædagog" in html
    assert "Murer" not in html


def test_the_front_page_speaks_the_kommunes_own_words(
    visitor: KommuneClient, aarhus: Municipality, index: Index
) -> None:
    Municipality.objects.filter(pk=aarhus.pk).update(
        headline_da="Job i Smilets By", welcome_da="Velkommen <b>alle</b>"
    )

    html = text_of(visitor.get("/"))

    assert "Job i Smilets By" in html
    assert "Velkommen &lt;b&gt;alle&lt;/b&gt;" in html


def test_the_front_page_stands_before_there_are_jobs(visitor: KommuneClient, index: Index) -> None:
    page = visitor.get("/")

    assert page.status_code == 200
    assert "Jobbene er på vej" in text_of(page)


def test_one_who_is_logged_in_is_not_asked_to_log_in(
    as_kirsten: KommuneClient, index: Index
) -> None:
    assert "Log ind og få mere hjælp" not in text_of(as_kirsten.get("/"))


def test_the_search_form_of_the_front_page_leads_to_the_search(
    visitor: KommuneClient, index: Index
) -> None:
    html = text_of(visitor.get("/"))

    assert 'action="/aarhus/job/"' in html
    assert 'name="q"' in html
    assert 'name="sted"' in html


def test_the_front_page_in_english(visitor: KommuneClient, index: Index) -> None:
    visitor.cookies["django_language"] = "en"

    html = text_of(visitor.get("/"))

    assert "Find your next job" in html
    assert "What do you want to work with?" in html
