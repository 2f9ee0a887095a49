# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A vendor's solution that tells of citizens, and what it sends, for tests."""

import base64
import json
import uuid
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.identity.models import Person
from jobunivers.rooms.evidence import actions
from jobunivers.rooms.evidence.models import EvidenceKey
from jobunivers.rooms.launching import actions as launching
from jobunivers.rooms.launching.tests.making import LOGIN, connected, said_yes
from jobunivers.rooms.marketplace.models import Offer
from jobunivers.rooms.marketplace.tests.catalogue import kommune, used

ADL = "http://adlnet.gov/expapi/verbs/"
STATEMENTS = "/xapi/statements"
ISSUER = "http://testserver/aarhus/oidc"


@dataclass(frozen=True, slots=True)
class Telling:
    """A solution with a key, and the number it knows a citizen by."""

    offer: Offer
    key: EvidenceKey
    secret: str
    subject: str

    @property
    def head(self) -> dict[str, str]:
        """Return what every request carries."""
        return head_of(self.key.key, self.secret)


def head_of(key: str, secret: str, version: str = "2.0.0") -> dict[str, str]:
    """Return the heads of a request with a key."""
    pair = base64.b64encode(f"{key}:{secret}".encode()).decode()
    return {"Authorization": f"Basic {pair}", "X-Experience-API-Version": version}


def telling(citizen: Person, title: str = "CV-bygger", *, ago: timedelta | None = None) -> Telling:
    """Return a solution a citizen has said yes to and started two days ago, with a key."""
    one = connected(title)
    said_yes(one, citizen)
    used(one.offer, citizen, ago=ago or timedelta(days=2))
    now = timezone.now()
    with working_for(citizen.municipality_id):
        subject = launching.subject_for(citizen_id=citizen.pk, offer=one.offer, at=now)
        key, secret = actions.make_key(offer=one.offer, at=now)
    return Telling(one.offer, key, secret, subject)


def statement(one: Telling, verb: str = "progressed", **more: Any) -> dict[str, Any]:
    """Return a right statement about the citizen and the solution as a whole."""
    told: dict[str, Any] = {
        "id": str(uuid.uuid4()),
        "actor": {
            "objectType": "Agent",
            "account": {"homePage": ISSUER, "name": one.subject},
        },
        "verb": {"id": f"{ADL}{verb}", "display": {"en": verb}},
        "object": {"objectType": "Activity", "id": LOGIN},
        "timestamp": (timezone.now() - timedelta(hours=1)).isoformat(),
    }
    return {name: value for name, value in (told | more).items() if value is not None}


def send(browser: Any, one: Telling, told: Any, *, method: str = "POST", **more: Any) -> Any:
    """Return the answer to statements that are sent; `query` is the address's."""
    body = told if isinstance(told, bytes) else json.dumps(told).encode()
    return browser.generic(
        method,
        STATEMENTS + more.pop("query", ""),
        body,
        content_type=more.pop("content_type", "application/json"),
        headers=one.head | more,
    )


def ask(browser: Any, one: Telling, query: str = "", **more: str) -> Any:
    """Return the answer to a question for statements."""
    return browser.get(STATEMENTS + query, headers=one.head | more)


def read() -> int:
    """Let the worker read what waits in Aarhus; return how many statements that was."""
    with working_for(kommune().pk):
        return actions.read_waiting(at=timezone.now())


def address_objects(citizen: Person) -> dict[str, dict[str, Any]]:
    """Return what the table of addresses needs: a solution with a key that she has begun."""
    one = telling(citizen, "Fortæller til adresserne")
    return {
        "evidence": {"pk": one.offer.pk},
        "evidence_key": {"pk": one.offer.pk, "key_pk": one.key.pk},
        "told": {"pk": one.offer.pk},
        "documents": {"name": "activities", "part": "state"},
    }
