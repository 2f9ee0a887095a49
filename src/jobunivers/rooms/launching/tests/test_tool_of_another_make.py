# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A tool of another make, `pylti1p3next`, is launched by us and answers, over real sockets."""

import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.integrations.keysets import KeyAsker
from jobunivers.integrations.links.fake import free_port
from jobunivers.rooms.launching import queries
from jobunivers.rooms.launching.actions import tools
from jobunivers.rooms.launching.models import LtiLink
from jobunivers.rooms.launching.queries import lti_words as lti
from jobunivers.rooms.launching.tests.making import said_yes
from jobunivers.rooms.launching.tests.served import Served
from jobunivers.rooms.launching.tests.tooling import (
    TOOL_REDIRECT,
    Tooled,
    tool_key,
    tool_keys,
    tooled,
)
from jobunivers.rooms.marketplace.queries import use_of
from jobunivers.testing.browsers import KommuneClient, browser
from jobunivers.testing.cast import add_person

pytestmark = pytest.mark.django_db


def run(served: Served, one: Tooled, slug: str, **told: Any) -> dict[str, Any]:
    """Let the tool do its part, and return what it has understood."""
    sent = {
        "platform": f"http://{served.host}/{slug}",
        "start": f"/videre/{one.offer.pk}/",
        "client_id": one.tool.client_id,
        "deployment": "0751",
        "redirect_uri": TOOL_REDIRECT,
        "private": tool_key().as_pem(private=True).decode(),
        "public": tool_key().as_pem(private=False).decode(),
        "now": timezone.now().isoformat(),
    } | told
    program = str(Path(__file__).parent / "tool.py")
    running = subprocess.Popen(
        [sys.executable, program, json.dumps(sent)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    return dict(json.loads(served.until_ended(running)))


@pytest.fixture
def served(as_kirsten: KommuneClient, visitor: KommuneClient) -> Served:
    return Served(as_kirsten, visitor)


@pytest.fixture
def one(kirsten: Person) -> Tooled:
    made = tooled()
    said_yes(made, kirsten)
    return made


def test_a_tool_is_launched_and_its_result_completes_the_offer_once(
    served: Served, one: Tooled, kirsten: Person, aarhus: Municipality
) -> None:
    with working_for(aarhus.pk):
        from jobunivers.rooms.marketplace import actions as market
        from jobunivers.rooms.marketplace.queries import Way

        market.start(
            citizen_id=kirsten.pk, offer=one.offer, way=Way.LTI, key="t", at=timezone.now()
        )

    told = run(served, one, "aarhus")

    data = told["data"]
    with working_for(aarhus.pk):
        subject = queries.pseudonym(citizen_id=kirsten.pk, vendor_id=one.offer.vendor_id or 0)
        use = use_of(citizen_id=kirsten.pk, offer_id=one.offer.pk)
    assert data["sub"] == subject
    assert (data["name"], data["locale"]) == ("Kirsten Holm", "da")
    assert data[f"{lti.CLAIM}roles"] == [lti.LEARNER]
    assert told["again"] == "the launch has been used"
    assert told["grades"][0]["resultScore"] == 8
    assert told["grades"][0]["userId"] == subject
    assert told["same_line"]
    assert told["lines"] == 2
    assert told["other"] == "userId is nobody who uses this"
    assert use is not None
    assert use.completed_at is not None
    assert use.score == pytest.approx(0.8)


def test_keys_are_fetched_from_where_the_tool_shows_them(
    served: Served, kirsten: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = free_port()
    shown = tooled(keys_uri=f"http://127.0.0.1:{port}/keys")
    said_yes(shown, kirsten)
    asker = KeyAsker(also=frozenset({f"127.0.0.1:{port}"}))
    monkeypatch.setattr(tools, "keys_of", asker)

    # She has never pressed start, so a result of hers is refused: by then its key was believed.
    told = run(served, shown, "aarhus", keys_port=port, keys=tool_keys())

    assert "nobody who uses this" in told["why"]
    shown.tool.refresh_from_db()
    assert shown.tool.keys == {"keys": [{**tool_keys()["keys"][0]}]}


@pytest.mark.parametrize(
    ("spoilt", "why"),
    [
        ({"forget": True}, "Invalid Nonce."),
        ({"deployment": "0461"}, 'The deployment ID "0751" is not recognised.'),
    ],
)
def test_the_tool_refuses_what_is_not_meant_for_it(
    served: Served, one: Tooled, spoilt: dict[str, Any], why: str
) -> None:
    assert run(served, one, "aarhus", **spoilt)["why"] == why


def test_the_tool_refuses_a_launch_that_is_too_old(
    aarhus: Municipality, kirsten: Person, visitor: KommuneClient
) -> None:
    made = tooled()
    said_yes(made, kirsten)

    with time_machine.travel(timezone.now() - timedelta(minutes=10)):
        told = run(Served(browser(aarhus, kirsten), visitor), made, "aarhus")

    assert told["failed"] == "LtiMessageValidationException"
    assert "expired" in told["why"]


def test_content_is_picked_at_the_tool_and_becomes_drafts_once(
    national: Municipality, aarhus: Municipality
) -> None:
    nadia = browser(national, add_person(national, "Nadia Friis", "national"))
    made = tooled()
    served = Served(nadia, KommuneClient(national.slug))

    told = run(
        served,
        made,
        national.slug,
        start=f"/administration/hent-indhold/{made.offer.pk}/vaelg/",
        deployment="0000",
        picking=True,
    )

    assert "name" not in told["data"]
    assert told["status"] == [303, 400]
    assert told["back"].endswith(f"/hent-indhold/{made.offer.pk}/?nye=2&kendte=0&andre=0")
    links = list(LtiLink.objects.filter(tool=made.tool).exclude(offer=made.offer).order_by("pk"))
    assert [link.url for link in links] == [
        "https://tool.example/cv",
        "https://tool.example/samtale",
    ]
    assert links[1].custom == {"kapitel": "2"}
    assert {link.offer.state for link in links} == {"draft"}
    assert (
        "Skriv et CV"
        in nadia.get(
            f"/administration/hent-indhold/{made.offer.pk}/?nye=2&kendte=0&andre=0"
        ).content.decode()
    )
