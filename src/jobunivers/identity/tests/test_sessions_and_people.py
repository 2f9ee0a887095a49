# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person, Session
from jobunivers.identity.sessions import SessionStore, at_hand, person_at_hand
from jobunivers.testing.browsers import KommuneClient

ASKS_FOR = 'FROM "identity_{}"'


def key_of(client: KommuneClient) -> str:
    return str(client.cookies[settings.SESSION_COOKIE_NAME].value)


def test_a_session_and_its_person_come_in_one_question(as_kirsten: KommuneClient) -> None:
    as_kirsten.get("/beskeder/")
    with CaptureQueriesContext(connection) as captured:
        assert "Kirsten" in as_kirsten.get("/beskeder/").content.decode()
    said = [query["sql"] for query in captured.captured_queries]

    assert sum(ASKS_FOR.format("session") in one for one in said) == 1
    assert not any(ASKS_FOR.format("person") in one for one in said)


def test_who_is_no_longer_active_is_nobody_at_her_next_request(
    as_kirsten: KommuneClient, kirsten: Person, aarhus: Municipality
) -> None:
    assert as_kirsten.get("/beskeder/").status_code == 200
    with working_for(aarhus.pk):
        Person.objects.filter(pk=kirsten.pk).update(is_active=False)

    assert as_kirsten.get("/beskeder/").status_code == 302


def test_a_person_who_goes_takes_her_sessions_along(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    assert Session.objects.get(session_key=key_of(as_kirsten)).person_id == kirsten.pk


@pytest.mark.parametrize("where", ["odense", "nowhere"])
def test_elsewhere_a_session_comes_without_its_person(
    where: str, as_kirsten: KommuneClient, kirsten: Person, odense: Municipality
) -> None:
    store = SessionStore(key_of(as_kirsten))
    if where == "odense":
        with working_for(odense.pk):
            store.load()
    else:
        store.load()
    with at_hand(store):
        assert person_at_hand(kirsten.pk) is None


def test_whom_a_session_brought_is_at_hand_for_that_request_alone(
    as_kirsten: KommuneClient, kirsten: Person, mads: Person, aarhus: Municipality
) -> None:
    store = SessionStore(key_of(as_kirsten))
    with working_for(aarhus.pk):
        store.load()
    with at_hand(store):
        assert person_at_hand(kirsten.pk) == kirsten
        assert person_at_hand(mads.pk) is None
    assert person_at_hand(kirsten.pk) is None


def test_logging_out_leaves_no_session(as_kirsten: KommuneClient) -> None:
    key = key_of(as_kirsten)
    as_kirsten.post("/log-ud/")

    assert not Session.objects.filter(session_key=key).exists()
    as_kirsten.cookies[settings.SESSION_COOKIE_NAME] = key
    assert as_kirsten.get("/beskeder/").status_code == 302
