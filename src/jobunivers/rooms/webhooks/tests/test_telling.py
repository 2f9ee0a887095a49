# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is told what, and of whom."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from standardwebhooks.webhooks import Webhook

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.integrations.webhooks.fake import FakeReceiver, fake_receiver
from jobunivers.rooms.launching import actions as launching
from jobunivers.rooms.launching import queries as launched
from jobunivers.rooms.launching.tests.making import said_yes
from jobunivers.rooms.marketplace import actions as market
from jobunivers.rooms.marketplace.models import Offer, Way
from jobunivers.rooms.marketplace.tests.making import make_offer
from jobunivers.rooms.webhooks import actions, queries
from jobunivers.rooms.webhooks.actions.delivering import DEAD_IN_A_ROW, KEPT_FOR, TRIES, WAITS
from jobunivers.rooms.webhooks.models import Delivery, Endpoint, Message, State
from jobunivers.rooms.webhooks.tests.making import Listening, jobs, listening, try_again, work

pytestmark = pytest.mark.django_db


@pytest.fixture
def receiver() -> Iterator[FakeReceiver]:
    with fake_receiver() as running:
        yield running


@pytest.fixture
def heard(aarhus: Municipality, receiver: FakeReceiver) -> Listening:
    return listening(receiver.url("/ok"))


def begins(heard: Listening, person: Person, key: str = "a") -> None:
    with working_for(person.municipality_id):
        offer = Offer.objects.get(pk=heard.one.offer.pk)
        market.start(citizen_id=person.pk, offer=offer, way=Way.OIDC, key=key, at=timezone.now())


def told(receiver: FakeReceiver) -> list[dict[str, Any]]:
    return [json.loads(one.body) for one in receiver.received]


def number(heard: Listening, person: Person) -> str | None:
    with working_for(person.municipality_id):
        return launched.pseudonym(citizen_id=person.pk, vendor_id=heard.vendor.pk)


def test_that_she_begins_is_told_under_the_number_the_vendor_knows_her_by(
    heard: Listening, receiver: FakeReceiver, kirsten: Person
) -> None:
    said_yes(heard.one, kirsten)
    begins(heard, kirsten)
    work()

    [one] = receiver.received
    event = Webhook(heard.secret).verify(one.body, one.headers)
    assert event["type"] == "offer.started"
    assert event["subject"] == number(heard, kirsten)
    assert event["source"] == "http://127.0.0.1:8000/aarhus/oidc"
    assert event["data"] == {"offer": heard.one.offer.key, "kommune": "0751"}
    assert event["id"] == one.headers["webhook-id"]
    assert one.headers["content-type"].startswith("application/cloudevents+json")
    assert b"Kirsten" not in one.body


def test_of_one_who_has_not_said_yes_nothing_is_told(
    heard: Listening, receiver: FakeReceiver, kirsten: Person, mads: Person, omar: Person
) -> None:
    said_yes(heard.one, mads)
    begins(heard, kirsten)
    with working_for(kirsten.municipality_id):
        offer = Offer.objects.get(pk=heard.one.offer.pk)
        now = timezone.now()
        market.assign(citizen_id=kirsten.pk, offer=offer, key="g", actor_id=omar.pk, at=now)
        market.stop(citizen_id=kirsten.pk, offer=offer, key="s", at=now)
    work()

    assert receiver.received == []
    assert number(heard, kirsten) is None


def test_that_she_takes_her_yes_back_is_told_and_nothing_after(
    heard: Listening, receiver: FakeReceiver, kirsten: Person
) -> None:
    said_yes(heard.one, kirsten)
    begins(heard, kirsten)
    work()
    with working_for(kirsten.municipality_id):
        launching.take_back(citizen_id=kirsten.pk, offer=heard.one.offer, at=timezone.now())
    begins(heard, kirsten, key="b")
    work()

    assert [one["type"] for one in told(receiver)] == ["offer.started", "offer.withdrawn"]
    assert {one["subject"] for one in told(receiver)} == {number(heard, kirsten)}


def test_what_waits_when_she_takes_her_yes_back_is_never_told(
    aarhus: Municipality, receiver: FakeReceiver, kirsten: Person
) -> None:
    heard = listening(receiver.url("/fails"))
    said_yes(heard.one, kirsten)
    begins(heard, kirsten)
    work()
    with working_for(kirsten.municipality_id):
        launching.take_back(citizen_id=kirsten.pk, offer=heard.one.offer, at=timezone.now())
    first = Delivery.objects.get(kind="offer.started")
    try_again(first.message_id)

    assert len(receiver.received) == 1
    first.refresh_from_db()
    assert first.state == State.DROPPED


def test_a_new_version_is_told_without_anybody_in_it(
    heard: Listening, receiver: FakeReceiver, nadia: Person
) -> None:
    from jobunivers.foundation.tenancy import writing_shared
    from jobunivers.rooms.marketplace.tests.making import entry

    with working_for(nadia.municipality_id), writing_shared():
        offer = Offer.objects.get(pk=heard.one.offer.pk)
        now = timezone.now()
        market.save_version(offer=offer, version=offer.version, entry=entry(), at=now)
        made = market.submit(offer=offer, at=now)
        market.approve(offer=offer, number=made.number, at=now)
    work()

    [event] = told(receiver)
    assert event["type"] == "offer.version_approved"
    assert event["data"] == {"offer": heard.one.offer.key, "version": 2}
    assert "subject" not in event


def test_another_vendors_events_and_unwanted_types_queue_nothing(
    aarhus: Municipality, kirsten: Person
) -> None:
    heard = listening(kinds=["offer.withdrawn"])
    said_yes(heard.one, kirsten)
    begins(heard, kirsten)
    with working_for(aarhus.pk):
        other = make_offer(at=timezone.now(), way=Way.LINK)
        now = timezone.now()
        market.start(citizen_id=kirsten.pk, offer=other, way=Way.LINK, key="x", at=now)
    assert jobs("tell") == []


def test_a_telling_done_twice_is_one_message(
    heard: Listening, receiver: FakeReceiver, kirsten: Person
) -> None:
    from jobunivers.rooms.webhooks import tasks

    said_yes(heard.one, kirsten)
    begins(heard, kirsten)
    [job] = jobs("tell")
    tasks.tell(**job)
    tasks.tell(**job)

    assert Delivery.objects.count() == 1
    for one in jobs("deliver"):
        tasks.deliver(**one)
    assert len(receiver.received) == 1


def test_it_is_tried_eight_times_within_a_day_and_then_given_up(
    aarhus: Municipality, receiver: FakeReceiver, kirsten: Person
) -> None:
    heard = listening(receiver.url("/fails"))
    said_yes(heard.one, kirsten)
    begins(heard, kirsten)
    work()
    delivery = Delivery.objects.get()
    assert delivery.next_at is not None
    for _ in range(TRIES + 2):
        try_again(delivery.message_id)

    delivery.refresh_from_db()
    assert (str(delivery.state), delivery.tries) == ("dead", TRIES)
    assert len(receiver.received) == TRIES == 8
    assert timedelta(hours=20) < sum(WAITS, timedelta()) < timedelta(hours=24)
    # The same number and the same words each time; a time of its own each time.
    assert len({(one.headers["webhook-id"], one.body) for one in receiver.received}) == 1


def test_one_that_comes_to_itself_is_told_at_the_next_try(
    aarhus: Municipality, receiver: FakeReceiver, kirsten: Person
) -> None:
    heard = listening(receiver.url("/after/2"))
    said_yes(heard.one, kirsten)
    begins(heard, kirsten)
    work()
    delivery = Delivery.objects.get()
    assert delivery.state == State.WAITING
    try_again(delivery.message_id)

    [shown] = queries.log_of(heard.vendor.pk)
    assert shown.state == State.RECEIVED
    assert [one.status for one in shown.attempts] == [503, 204]


def test_after_some_given_up_in_a_row_the_endpoint_is_switched_off_until_it_is_on(
    aarhus: Municipality, receiver: FakeReceiver, kirsten: Person
) -> None:
    heard = listening(receiver.url("/fails"))
    said_yes(heard.one, kirsten)
    for turn in range(DEAD_IN_A_ROW + 1):
        begins(heard, kirsten, key=str(turn))
        work()
        newest = Delivery.objects.latest("pk")
        if newest.state == State.WAITING:
            Delivery.objects.filter(pk=newest.pk).update(tries=TRIES - 1)
            try_again(newest.message_id)
    endpoint = Endpoint.objects.get()
    assert (endpoint.is_on, endpoint.off_why) == (False, "dead")
    # What comes while it is off is kept, not tried.
    asked = len(receiver.received)
    begins(heard, kirsten, key="later")
    work()
    assert len(receiver.received) == asked
    last = Delivery.objects.latest("pk")
    assert last.state == State.DEAD

    with working_for(aarhus.pk):
        Endpoint.objects.update(url=receiver.url("/ok"))
        assert actions.switch_on(endpoint=endpoint, at=timezone.now())
        endpoint.refresh_from_db()
        for first in (True, False):
            done = actions.replay(endpoint=endpoint, message_id=last.message_id, at=timezone.now())
            assert done is first
    work()
    last.refresh_from_db()
    assert last.state == State.RECEIVED


def test_one_who_wants_no_more_is_asked_no_more(
    aarhus: Municipality, receiver: FakeReceiver, kirsten: Person
) -> None:
    heard = listening(receiver.url("/gone"))
    said_yes(heard.one, kirsten)
    begins(heard, kirsten)
    work()
    assert Endpoint.objects.get().off_why == "gone"
    assert Delivery.objects.get().state == State.DEAD


def test_one_who_keeps_us_waiting_is_left_alone_for_a_while(
    heard: Listening, receiver: FakeReceiver, kirsten: Person
) -> None:
    said_yes(heard.one, kirsten)
    begins(heard, kirsten)
    until = timezone.now() + timedelta(minutes=1)
    Endpoint.objects.update(resting_until=until, slow_in_a_row=1)
    work()
    assert receiver.received == []
    assert Delivery.objects.get().tries == 0

    Endpoint.objects.update(resting_until=None)
    try_again(Delivery.objects.get().message_id)
    assert len(receiver.received) == 1
    assert Endpoint.objects.get().slow_in_a_row == 0


def test_the_log_never_holds_her_number_even_when_it_is_said_back(
    aarhus: Municipality, receiver: FakeReceiver, kirsten: Person
) -> None:
    heard = listening(receiver.url("/names"))
    said_yes(heard.one, kirsten)
    begins(heard, kirsten)
    work()
    [shown] = queries.log_of(heard.vendor.pk)
    her = number(heard, kirsten)
    assert her is not None
    assert shown.attempts[0].said == "I know …"


def test_while_a_secret_is_exchanged_both_sign_and_a_day_later_the_new_one_alone(
    heard: Listening, receiver: FakeReceiver, kirsten: Person, aarhus: Municipality
) -> None:
    said_yes(heard.one, kirsten)
    with working_for(aarhus.pk):
        new = actions.rotate_secret(endpoint=heard.endpoint, at=timezone.now())
    begins(heard, kirsten)
    work()
    [one] = receiver.received
    for secret in (new, heard.secret):
        Webhook(secret).verify(one.body, one.headers)

    Endpoint.objects.update(before_until=timezone.now() - timedelta(seconds=1))
    begins(heard, kirsten, key="b")
    work()
    Webhook(new).verify(receiver.received[1].body, receiver.received[1].headers)
    assert receiver.received[1].headers["webhook-signature"].count("v1,") == 1


def test_secrets_do_not_stand_in_the_database(heard: Listening) -> None:
    with connection.cursor() as cursor:  # a field opens itself; this is what is stored
        cursor.execute("SELECT e::text FROM webhooks_endpoint AS e")
        kept = "".join(row for (row,) in cursor.fetchall())
    assert kept
    assert heard.secret not in kept
    assert heard.secret.removeprefix("whsec_") not in kept


def test_another_kommune_reads_no_message(
    heard: Listening, kirsten: Person, odense: Municipality
) -> None:
    said_yes(heard.one, kirsten)
    begins(heard, kirsten)
    work()
    with working_for(kirsten.municipality_id):
        assert Message.objects.count() == 1
    with working_for(odense.pk):
        assert Message.objects.count() == 0


def test_after_thirty_days_all_of_it_is_forgotten(
    heard: Listening, kirsten: Person, aarhus: Municipality
) -> None:
    said_yes(heard.one, kirsten)
    begins(heard, kirsten)
    work()
    later = timezone.now() + KEPT_FOR + timedelta(minutes=1)
    with working_for(aarhus.pk):
        assert actions.forget_old(at=timezone.now()) == 0
        assert actions.forget_old(at=later) == 1
    actions.forget_old_log(at=later)
    assert queries.log_of(heard.vendor.pk) == []
