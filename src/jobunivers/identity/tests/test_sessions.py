# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A session belongs to one person in one kommune, at one level of assurance, for a while."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth import authenticate
from django.http import HttpResponse

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity import access, personas
from jobunivers.identity import actions as identity
from jobunivers.identity.models import Assurance, Person, Persona, Role
from jobunivers.testing.browsers import KommuneClient, browser

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 11, 23, 7, tzinfo=UTC)
NEWCOMERS = "/aarhus/velkommen/"  # where a citizen is led who has not been there
HERS = "/hvem-har-set/"


@pytest.fixture
def persona(aarhus: Municipality, kirsten: Person) -> Persona:
    """Return Kirsten as one who can be chosen."""
    with working_for(aarhus.pk):
        return Persona.objects.create(
            person=kirsten, story_da="Søger job.", story_en="Seeks work.", assurance="substantial"
        )


def sent_to_log_in(answer: HttpResponse) -> bool:
    return answer.status_code == 302 and "/log-ind/?next=" in answer["Location"]


def test_a_session_of_one_kommune_is_nobody_in_another_and_holds_at_home(
    as_kirsten: KommuneClient, odense: Municipality
) -> None:
    home, as_kirsten.prefix = as_kirsten.prefix, f"/{odense.slug}"
    assert sent_to_log_in(as_kirsten.get(HERS))
    assert "Kirsten" not in as_kirsten.get("/om/").content.decode()
    as_kirsten.prefix = home
    assert as_kirsten.get(HERS).status_code == 200


def test_half_an_hour_without_a_request_ends_the_session(
    aarhus: Municipality, kirsten: Person
) -> None:
    with time_machine.travel(MORNING, tick=False) as clock:
        as_kirsten = browser(aarhus, kirsten)
        for _ in range(3):
            clock.shift(timedelta(minutes=29))
            assert as_kirsten.get(HERS).status_code == 200, "each request keeps it alive"
        clock.shift(timedelta(minutes=31))
        assert sent_to_log_in(as_kirsten.get(HERS))
        clock.shift(timedelta(minutes=-30))
        assert sent_to_log_in(as_kirsten.get(HERS)), "what has ended does not come back"


def test_eight_hours_end_the_session_however_busy(aarhus: Municipality, kirsten: Person) -> None:
    with time_machine.travel(MORNING, tick=False) as clock:
        as_kirsten = browser(aarhus, kirsten)
        for _ in range(19):
            clock.shift(timedelta(minutes=25))
            assert as_kirsten.get(HERS).status_code == 200
        clock.shift(timedelta(minutes=10))
        assert sent_to_log_in(as_kirsten.get(HERS))


def test_low_assurance_is_sent_to_log_in_again_and_comes_back(
    aarhus: Municipality, kirsten: Person
) -> None:
    unsure = browser(aarhus, kirsten, assurance=Assurance.LOW)
    answer = unsure.get(f"{HERS}?side=2")
    assert answer.status_code == 302
    assert answer["Location"] == (
        "/aarhus/log-ind/?next=%2Faarhus%2Fhvem-har-set%2F%3Fside%3D2&niveau=substantial"
    )
    asked = unsure.get(answer["Location"])
    assert "mere sikre på, hvem du er" in asked.content.decode()


@pytest.mark.parametrize("broken", ["", "LOW", "none", None, 7])
def test_a_level_nobody_knows_opens_nothing(as_kirsten: KommuneClient, broken: object) -> None:
    session = as_kirsten.session
    session[identity.SESSION_ASSURANCE] = broken
    session.save()
    assert as_kirsten.get(HERS).status_code == 302


def test_levels_are_in_order() -> None:
    assert list(Assurance) == [Assurance.LOW, Assurance.SUBSTANTIAL, Assurance.HIGH]


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)",
        "https:evil.example", "\thttps://evil.example", "http:///evil.example", "",
    ],
)  # fmt: skip
def test_login_leads_nowhere_but_to_our_own_pages(
    visitor: KommuneClient, persona: Persona, elsewhere: str
) -> None:
    answer = visitor.post(f"/log-ind/{persona.pk}/", {"next": elsewhere})
    assert answer.status_code == 302
    assert answer["Location"] == NEWCOMERS


def test_choosing_a_persona_logs_in_and_goes_on(visitor: KommuneClient, persona: Persona) -> None:
    answer = visitor.post(f"/log-ind/{persona.pk}/", {"next": "/aarhus/hvem-har-set/"})
    assert answer["Location"] == "/aarhus/hvem-har-set/"
    assert visitor.get(HERS).status_code == 200
    with working_for(persona.municipality_id):
        event = Event.objects.get(kind="identity.logged_in")
    assert event.data == {"assurance": "substantial"}


def test_a_part_of_a_page_asked_for_after_log_out_is_not_the_login_page(
    visitor: KommuneClient,
) -> None:
    answer = visitor.post("/job/1/gem/", headers={"HX-Request": "true"})
    assert answer.status_code == 401
    assert answer.content == b""
    assert visitor.part(HERS, "x").status_code == 401


def test_a_form_sent_after_log_out_says_how_to_send_it_again(visitor: KommuneClient) -> None:
    there = "http://testserver/aarhus/profil/sted/?a=1"
    answer = visitor.post("/profil/sted/", {"zip": "8000"}, headers={"Referer": there})
    assert answer.status_code == 401
    page = answer.content.decode()
    assert "browserens tilbageknap" in page
    assert (
        'href="/aarhus/log-ind/?next=%2Faarhus%2Fprofil%2Fsted%2F%3Fa%3D1" target="_blank"' in page
    )


@pytest.mark.parametrize(
    "came_from",
    [
        "", "https://evil.example/aarhus/profil/", "http://testserver/aarhus/job/1/gem/",
        "http://testserver/odense/profil/", "http://testserver/aarhus/findes-ikke/", "//[",
    ],
)  # fmt: skip
def test_the_way_back_leads_only_to_pages_that_can_be_opened(
    visitor: KommuneClient, came_from: str
) -> None:
    answer = visitor.post("/profil/sted/", headers={"Referer": came_from})
    assert answer.status_code == 401
    assert 'href="/aarhus/log-ind/" target="_blank"' in answer.content.decode()


@pytest.mark.parametrize("only_sent_to", ["/aarhus/job/1/gem/", "/aarhus/log-ud/"])
def test_login_never_ends_at_an_address_that_cannot_be_opened(
    visitor: KommuneClient, persona: Persona, only_sent_to: str
) -> None:
    answer = visitor.post(f"/log-ind/{persona.pk}/", {"next": only_sent_to})
    assert answer["Location"] == NEWCOMERS


def test_logging_in_gives_a_new_session_key(visitor: KommuneClient, persona: Persona) -> None:
    visitor.session.save()
    before = visitor.session.session_key
    visitor.post(f"/log-ind/{persona.pk}/")
    assert visitor.session.session_key != before


def test_a_persona_of_another_kommune_cannot_be_chosen(
    odense: Municipality, persona: Persona
) -> None:
    assert KommuneClient(odense.slug).post(f"/log-ind/{persona.pk}/").status_code == 404


def test_without_personas_there_is_nobody_to_choose(
    visitor: KommuneClient, persona: Persona, settings: Any
) -> None:
    settings.PERSONAS = False
    page = visitor.get("/log-ind/")
    assert page.status_code == 200
    assert "Kirsten" not in page.content.decode()
    assert "demo" not in page.content.decode().lower()
    assert visitor.post(f"/log-ind/{persona.pk}/").status_code == 404
    assert personas.listing() == []


def test_without_personas_a_new_kommune_gets_no_invented_administrator(
    aarhus: Municipality, settings: Any
) -> None:
    settings.PERSONAS = False
    with working_for(aarhus.pk):
        identity.welcome_municipality(name="Aarhus", at=MORNING)
        assert not Person.objects.exists()
        settings.PERSONAS = True
        identity.welcome_municipality(name="Aarhus", at=MORNING)
        identity.welcome_municipality(name="Aarhus", at=MORNING)
        assert [one.role for one in Person.objects.all()] == [Role.ADMINISTRATOR]


def test_logging_out_ends_the_session_everywhere(as_kirsten: KommuneClient) -> None:
    key = as_kirsten.session.session_key
    answer = as_kirsten.post("/log-ud/")
    assert answer.status_code == 302
    assert answer["Location"] == "/aarhus/"
    as_kirsten.cookies["jobunivers"] = str(key)
    assert sent_to_log_in(as_kirsten.get(HERS))


def test_no_browser_keeps_what_somebody_logged_in_has_seen(
    as_kirsten: KommuneClient, visitor: KommuneClient, aarhus: Municipality
) -> None:
    for address in (HERS, "/", "/om/", "/findes-ikke/"):
        assert as_kirsten.get(address)["Cache-Control"] == "private, no-store", address
        assert "no-store" not in visitor.get(address).get("Cache-Control", ""), address
    theme = as_kirsten.get(f"/tema/{aarhus.theme_version}.css")
    assert "immutable" in theme["Cache-Control"]


def test_the_forms_protection_is_forgotten_with_the_browser_and_no_script_reads_it(
    visitor: KommuneClient,
) -> None:
    cookie = visitor.get("/log-ind/").cookies["csrftoken"]
    assert (cookie["max-age"], cookie["expires"]) == ("", "")
    assert cookie["httponly"]


def test_nobody_is_logged_out_by_a_link(as_kirsten: KommuneClient) -> None:
    assert as_kirsten.get("/log-ud/").status_code == 405
    assert as_kirsten.get(HERS).status_code == 200


def test_a_person_who_is_gone_is_logged_out_at_once(
    aarhus: Municipality, kirsten: Person, as_kirsten: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        Person.objects.filter(pk=kirsten.pk).update(is_active=False)
    assert sent_to_log_in(as_kirsten.get(HERS))


def test_no_password_opens_anything(aarhus: Municipality, kirsten: Person) -> None:
    with working_for(aarhus.pk):
        assert authenticate(None, username=str(kirsten.uuid), password="") is None
        assert not kirsten.has_usable_password()


def test_every_view_for_roles_says_which(aarhus: Municipality) -> None:
    @access.for_roles(Role.ADVISER, Role.EDITOR)
    def view(request: object) -> HttpResponse:
        return HttpResponse()

    assert view.roles == {Role.ADVISER, Role.EDITOR}  # type: ignore[attr-defined]


def test_a_forged_or_old_form_is_refused_with_a_kind_page(
    aarhus: Municipality, kirsten: Person, as_kirsten: KommuneClient
) -> None:
    strict = KommuneClient(aarhus.slug, enforce_csrf_checks=True)
    strict.cookies = as_kirsten.cookies
    answer = strict.post("/log-ud/")
    assert answer.status_code == 403
    assert "åben for længe" in answer.content.decode() or "prøv igen" in answer.content.decode()
    assert as_kirsten.get(HERS).status_code == 200
