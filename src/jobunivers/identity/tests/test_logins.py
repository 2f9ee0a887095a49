# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everybody sees where she is logged in, in plain words, and ends it at once."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import RequestFactory
from django.utils import timezone
from pytest_django import Settings

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.http import client_address
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity import actions as identity
from jobunivers.identity.devices import device_of, network_of
from jobunivers.identity.models import Assurance, Person, Session
from jobunivers.identity.tests.making import login_objects
from jobunivers.testing.browsers import KommuneClient, browser

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 11, 23, 7, tzinfo=UTC)
PAGE = "/mit-login/"
HERS = "/hvem-har-set/"


def test_she_reads_which_browser_on_what_and_that_this_one_is_here(
    as_kirsten: KommuneClient, kirsten: Person, aarhus: Municipality
) -> None:
    with working_for(aarhus.pk):
        login_objects(kirsten)

    text = as_kirsten.get(PAGE).content.decode()

    assert "Firefox, Windows" in text
    assert "Et andet net (80.62.117.x)" in text
    assert text.count("Log ud dér") == 1, "not from the login that asks"
    for row in Session.objects.filter(person_id=kirsten.pk):
        assert row.session_key not in text, "the key opens it: no page shows it"


def test_a_login_that_is_ended_elsewhere_holds_no_longer_from_the_next_request(
    aarhus: Municipality, kirsten: Person, as_kirsten: KommuneClient
) -> None:
    phone = browser(aarhus, kirsten)
    assert phone.get(HERS).status_code == 200
    other = Session.objects.get(session_key=phone.session.session_key)
    assert other.handle is not None

    as_kirsten.post(f"{PAGE}{other.handle}/afslut/")

    assert phone.get(HERS).status_code == 302
    assert as_kirsten.get(HERS).status_code == 200
    with working_for(aarhus.pk):
        told = Event.objects.get(kind="identity.sessions_ended")
    assert told.data == {"person_id": kirsten.pk, "sessions": 1}


def test_all_others_are_ended_with_one_press_and_this_one_stays(
    aarhus: Municipality, kirsten: Person, as_kirsten: KommuneClient
) -> None:
    others = [browser(aarhus, kirsten) for _ in range(3)]

    as_kirsten.post(f"{PAGE}andre/afslut/")

    assert {one.get(HERS).status_code for one in others} == {302}
    assert as_kirsten.get(HERS).status_code == 200
    assert as_kirsten.post(f"{PAGE}andre/afslut/").status_code == 302, "twice is once"


def test_anothers_login_cannot_be_ended(
    aarhus: Municipality, kirsten: Person, as_mads: KommuneClient, as_kirsten: KommuneClient
) -> None:
    handle = Session.objects.get(person_id=kirsten.pk).handle

    assert as_mads.post(f"{PAGE}{handle}/afslut/").status_code == 404
    assert as_kirsten.get(HERS).status_code == 200


def test_the_administrator_logs_a_colleague_out_everywhere_and_nobody_of_another_kommune(
    as_anne: KommuneClient, as_omar: KommuneClient, omar: Person, lise: Person,
    as_lise: KommuneClient,
) -> None:  # fmt: skip
    assert "Omar" in as_anne.get("/administration/logins/").content.decode()

    assert as_anne.post(f"/administration/logins/{omar.pk}/afslut/").status_code == 302
    assert as_anne.post(f"/administration/logins/{lise.pk}/afslut/").status_code == 404

    assert as_omar.get(HERS).status_code == 302
    assert as_lise.get("/mit-login/").status_code == 200


def test_a_login_gets_a_session_id_that_was_not_there_before(
    aarhus: Municipality, kirsten: Person
) -> None:
    one = browser(aarhus, kirsten)
    before = one.session.session_key
    request = RequestFactory().post("/")
    request.session = one.session
    with working_for(aarhus.pk):
        identity.log_in(request, person=kirsten, assurance=Assurance.SUBSTANTIAL, at=timezone.now())
        request.session.save()

    assert request.session.session_key != before
    assert not Session.objects.filter(session_key=before).exists(), "the old one opens nothing"


def test_more_logins_than_are_allowed_end_the_oldest(aarhus: Municipality, kirsten: Person) -> None:
    with time_machine.travel(MORNING, tick=False) as clock:
        first = browser(aarhus, kirsten)
        for _ in range(identity.MOST_SESSIONS):
            clock.shift(timedelta(seconds=1))
            browser(aarhus, kirsten)

        assert first.get(HERS).status_code == 302
        assert Session.objects.filter(person_id=kirsten.pk).count() == identity.MOST_SESSIONS


def test_who_administers_is_logged_out_sooner_than_others(
    aarhus: Municipality, anne: Person, kirsten: Person
) -> None:
    with time_machine.travel(MORNING, tick=False) as clock:
        hers, annes = browser(aarhus, kirsten), browser(aarhus, anne)
        clock.shift(timedelta(minutes=16))

        assert annes.get("/administration/udseende/").status_code == 302
        assert hers.get(HERS).status_code == 200


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (
            "Mozilla/5.0 (Windows NT 10.0) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0",
            "Edge, Windows",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Safari/604.1",
            "Safari, iPhone",
        ),
        ("curl/8.5.0", ""),
        ("<script>alert(1)</script>", ""),
    ],
)
def test_a_browser_is_called_by_its_name_and_its_words_are_not_kept(said: str, words: str) -> None:
    assert device_of(said) == words


def test_a_network_is_named_without_the_part_that_may_be_one_persons() -> None:
    assert network_of("80.62.117.14") == "80.62.117.x"
    assert network_of("2001:db8:1:2::9") == "2001:0db8:0001:x"
    assert network_of("somewhere") == ""


def test_an_address_that_a_browser_makes_up_is_not_believed(settings: Settings) -> None:
    request = RequestFactory().get("/", headers={"X-Forwarded-For": "1.2.3.4, 80.62.117.14"})
    settings.TRUSTED_PROXIES = 0
    assert client_address(request) == "127.0.0.1"
    settings.TRUSTED_PROXIES = 1
    assert client_address(request) == "80.62.117.14"
