# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a vendor is given leads to nobody: no number of ours, no name she has not agreed to."""

import base64
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.integrations.webhooks.fake import FakeReceiver, fake_receiver
from jobunivers.rooms.launching.tests.making import (
    answer_of,
    authorize,
    connected,
    exchange,
    said_yes,
)
from jobunivers.rooms.marketplace import actions as market
from jobunivers.rooms.marketplace.models import Offer, Way
from jobunivers.rooms.webhooks.tests.making import listening, work
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db
# So large that it stands nowhere by chance.
NUMBER = 7_301_946_258


@pytest.fixture
def receiver() -> Iterator[FakeReceiver]:
    with fake_receiver() as running:
        yield running


@pytest.fixture
def somebody(aarhus: Municipality, kirsten: Person) -> Person:
    """Return a citizen with a number that would be seen."""
    with working_for(aarhus.pk):
        return Person.objects.create(
            pk=NUMBER, name="Gudrun Sivertsen", role="citizen", created_at=timezone.now()
        )


def _claims(token: str) -> str:
    body = token.split(".")[1]
    return base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)).decode()


def _tells_of(person: Person, told: str) -> list[str]:
    marks = {str(person.pk), str(person.uuid), person.uuid.hex, "Gudrun", "Sivertsen"}
    return sorted(one for one in marks if one.lower() in told.lower())


def test_a_login_at_a_vendor_tells_a_number_of_its_own_alone(
    aarhus: Municipality, somebody: Person, visitor: KommuneClient
) -> None:
    from jobunivers.testing.browsers import browser

    solution = connected(data=["subject", "language"])
    said_yes(solution, somebody)
    hers = browser(aarhus, somebody)
    sent = authorize(hers, solution)
    answer = answer_of(sent)
    tokens: dict[str, Any] = exchange(visitor, solution, answer.told["code"]).json()
    head = {"Authorization": f"Bearer {tokens['access_token']}"}
    info = visitor.get("/oidc/userinfo", headers=head).content.decode()

    assert urlsplit(answer.address).hostname == "cv.example"
    told = [sent["Location"], json.dumps(tokens), _claims(tokens["id_token"]), info]
    assert [_tells_of(somebody, one) for one in told] == [[], [], [], []]


def test_a_message_to_a_vendors_system_tells_a_number_of_its_own_alone(
    somebody: Person, receiver: FakeReceiver
) -> None:
    heard = listening(receiver.url("/ok"))
    said_yes(heard.one, somebody)
    with working_for(somebody.municipality_id):
        offer = Offer.objects.get(pk=heard.one.offer.pk)
        now = timezone.now()
        market.start(citizen_id=somebody.pk, offer=offer, way=Way.OIDC, key="a", at=now)
    work()

    [one] = receiver.received
    assert _tells_of(somebody, one.body.decode()) == []
    assert _tells_of(somebody, json.dumps(dict(one.headers))) == []
