# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages that every kommune has: language, health, errors, notices, opening a kommune."""

import re
from typing import Any

import pytest
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path
from django.utils import timezone

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.events.models import Event
from jobunivers.foundation.http import public, reads
from jobunivers.foundation.notices import actions as notices
from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.front import queries
from jobunivers.identity.models import Person, Persona
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db


@public
def broken(request: HttpRequest) -> HttpResponse:
    """Write something, then fail."""
    events.record("tests.half_done", at=timezone.now())
    raise ValueError("Kirsten Holm")


@public
@reads
def sneaky(request: HttpRequest) -> HttpResponse:
    """Try to write on a page that only reads."""
    events.record("tests.sneaked", at=timezone.now())
    return HttpResponse()


urlpatterns = [
    path("i-stykker/", broken),
    path("skriver/", sneaky),
    path("", include("jobunivers.config.urls")),
]
handler500 = "jobunivers.front.errors.server_error"
handler404 = "jobunivers.front.errors.not_found"


@pytest.fixture
def breakable(settings: Any, visitor: KommuneClient) -> KommuneClient:
    """Return a visitor's browser where a page fails halfway."""
    settings.ROOT_URLCONF = "jobunivers.front.tests.test_pages"
    visitor.raise_request_exception = False
    return visitor


def test_a_page_that_fails_takes_everything_back_and_says_so_kindly(
    breakable: KommuneClient, aarhus: Municipality
) -> None:
    answer = breakable.get("/i-stykker/")
    assert answer.status_code == 500
    page = answer.content.decode()
    assert "Fejlen er vores" in page
    assert answer["X-Request-Id"] in page
    assert "Kirsten" not in page
    assert "Traceback" not in page
    with working_for(aarhus.pk):
        assert not Event.objects.filter(kind="tests.half_done").exists()


def test_a_failed_page_leaves_the_next_one_alone(breakable: KommuneClient) -> None:
    breakable.get("/i-stykker/")
    assert breakable.get("/om/").status_code == 200


def test_a_page_that_only_reads_cannot_write(
    breakable: KommuneClient, aarhus: Municipality
) -> None:
    assert breakable.get("/skriver/").status_code == 500
    with working_for(aarhus.pk):
        assert not Event.objects.filter(kind="tests.sneaked").exists()


def test_a_page_nobody_knows_is_kind_in_both_languages(visitor: KommuneClient) -> None:
    answer = visitor.get("/findes-ikke/")
    assert answer.status_code == 404
    assert "Vi kan ikke finde siden" in answer.content.decode()
    visitor.cookies["django_language"] = "en"
    assert 'lang="en"' in visitor.get("/findes-ikke/").content.decode()


def test_what_is_only_sent_to_is_no_empty_page_when_opened(
    visitor: KommuneClient, client: Client
) -> None:
    answer = visitor.get("/log-ud/")
    assert answer.status_code == 405
    assert answer["Allow"] == "POST"
    assert "Her er ingen side at se" in answer.content.decode()
    assert "Her er ingen side at se" in client.get("/sprog/").content.decode()


def test_no_page_may_use_the_camera_the_microphone_or_where_somebody_is(
    visitor: KommuneClient, client: Client
) -> None:
    for answer in (visitor.get("/"), visitor.get("/findes-ikke/"), client.get("/")):
        off = answer["Permissions-Policy"].split(", ")
        assert {"camera=()", "microphone=()", "geolocation=()"} <= set(off)


def test_the_privacy_page_says_who_answers_for_the_data_and_every_cookie(
    visitor: KommuneClient,
) -> None:
    page = visitor.get("/persondata/").content.decode()
    for said in (
        "Kommunen er dataansvarlig", "/aarhus/kontakt/", "Datatilsynet", "få fejl rettet",
        "fire cookies", "login", "sprog", "beskytte formularer", "lister med navne",
        "Hver slags oplysninger har en frist",
    ):  # fmt: skip
        assert said in page, said


def test_a_browser_that_asks_by_the_old_address_finds_the_icon(client: Client) -> None:
    answer = client.get("/favicon.ico")
    assert answer.status_code == 302
    assert answer["Location"].endswith(".svg")


def test_choosing_a_language_changes_every_page_and_is_remembered(visitor: KommuneClient) -> None:
    assert 'lang="da"' in visitor.get("/om/").content.decode()
    answer = visitor.post("/sprog/", {"language": "en", "next": "/aarhus/om/"})
    assert answer["Location"] == "/aarhus/om/"
    page = visitor.get("/om/")
    assert 'lang="en"' in page.content.decode()
    assert page["Content-Language"] == "en"
    visitor.post("/sprog/", {"language": "da", "next": "/aarhus/om/"})
    assert 'lang="da"' in visitor.get("/om/").content.decode()


@pytest.mark.parametrize("wish", ["", "de", "../en", "en; Path=/"])
def test_a_language_we_do_not_have_changes_nothing(visitor: KommuneClient, wish: str) -> None:
    visitor.post("/sprog/", {"language": wish})
    assert 'lang="da"' in visitor.get("/om/").content.decode()


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "/\\evil", ""])
def test_choosing_a_language_leads_nowhere_but_to_our_pages(
    visitor: KommuneClient, elsewhere: str
) -> None:
    answer = visitor.post("/sprog/", {"language": "en", "next": elsewhere})
    assert answer["Location"] == "/aarhus/"


def test_health_is_well_when_pages_can_be_served(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jobunivers.front.queries.vacancies.index_ready", lambda **_: True)
    answer = Client().get("/sundhed")
    assert answer.status_code == 200
    told = answer.json()
    audit = told.pop("audit")
    assert told == {"status": "ok", "problems": [], "warnings": []}
    assert audit == {
        "state": "nothing chained yet", "chains": 0, "sealed_on": None, "checked_at": None,
    }  # fmt: skip
    assert "no-cache" in answer["Cache-Control"]


def test_health_says_what_is_missing(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone:
        def cursor(self) -> None:
            raise DatabaseError("connection refused for Kirsten")

    monkeypatch.setattr(queries, "connection", Gone())
    monkeypatch.setattr("jobunivers.front.queries.vacancies.index_ready", lambda **_: False)
    answer = Client().get("/sundhed")
    assert answer.status_code == 503
    assert answer.json() == {
        "status": "unwell", "problems": ["database", "search"], "warnings": [], "audit": None,
    }  # fmt: skip


def test_the_national_administrator_opens_a_kommune_and_it_answers_at_once(
    as_nadia: KommuneClient, index: Any
) -> None:
    assert Client().get("/soenderborg/").status_code == 404
    assert "Sønderborg" in as_nadia.get("/administration/kommuner/").content.decode()
    answer = as_nadia.post("/administration/kommuner/0540/", {"host": "job.sonderborg.example"})
    assert answer.status_code == 302
    opened = tenancy.by_code("0540")
    assert opened is not None
    index()
    assert Client().get(f"/{opened.slug}/").status_code == 200
    by_host = Client().get("/", headers={"host": "job.sonderborg.example"})
    assert by_host.status_code == 200
    assert "Sønderborg Kommune" in by_host.content.decode()
    with working_for(opened.pk):
        assert [one.person.role for one in Persona.objects.all()] == ["administrator"]
    with working_for(as_nadia_kommune(as_nadia)):
        event = Event.objects.get(kind="front.municipality_opened")
    assert event.data == {"municipality_id": opened.pk}


def as_nadia_kommune(browser: KommuneClient) -> int:
    municipality = tenancy.national()
    assert municipality is not None
    assert browser.prefix == f"/{municipality.slug}"
    return municipality.pk


def test_opening_twice_or_with_a_taken_name_changes_nothing(
    as_nadia: KommuneClient, aarhus: Municipality
) -> None:
    Municipality.objects.filter(pk=aarhus.pk).update(host="job.aarhus.example")
    assert as_nadia.post("/administration/kommuner/0751/", {"host": ""}).status_code == 302
    taken = as_nadia.post("/administration/kommuner/0540/", {"host": "job.aarhus.example"})
    assert taken.status_code == 422
    assert "bruges af en anden kommune" in taken.content.decode()
    unreadable = as_nadia.post("/administration/kommuner/0540/", {"host": "https://Job"})
    assert unreadable.status_code == 422
    assert "https://Job" in unreadable.content.decode(), "what was typed stays"
    assert as_nadia.post("/administration/kommuner/0099/", {"host": ""}).status_code == 404
    assert tenancy.by_code("0540") is None


def test_notices_are_listed_and_marked_read(
    as_kirsten: KommuneClient, kirsten: Person, aarhus: Municipality
) -> None:
    assert "Du har ingen beskeder" in as_kirsten.get("/beskeder/").content.decode()
    with working_for(aarhus.pk):
        notices.notify(
            person_id=kirsten.pk, kind="tests.news", at=timezone.now(), path="/aarhus/job/"
        )
    page = as_kirsten.get("/beskeder/").content.decode()
    assert "tests.news" in page
    link = re.search(r'href="(/aarhus/beskeder/\d+/)"', page)
    assert link is not None
    assert as_kirsten.get(link[1])["Location"] == "/aarhus/job/"
    assert as_kirsten.get("/beskeder/").content.decode().count("Ny</") == 0
    assert as_kirsten.post("/beskeder/laest/").status_code == 302
    assert "Marker alle som læst" not in as_kirsten.get("/beskeder/").content.decode()


def test_the_front_door_lists_the_open_kommuner(aarhus: Municipality, odense: Municipality) -> None:
    Municipality.objects.create(code="0760", slug="rksk", name="Lukket")
    page = Client().get("/").content.decode()
    assert page.index("/aarhus/") < page.index("/odense/")
    assert "Lukket" not in page
