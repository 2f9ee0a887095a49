# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A vendor's connected solution on a shelf, and what a relying party sends, for tests."""

from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.identity.models import Person
from jobunivers.rooms.launching import actions
from jobunivers.rooms.launching.models import OidcClient
from jobunivers.rooms.launching.queries.signing import challenge_of
from jobunivers.rooms.launching.queries.terms import terms_of
from jobunivers.rooms.launching.tests.tooling import address_objects as tool_objects
from jobunivers.rooms.marketplace.models import Offer, Way
from jobunivers.rooms.marketplace.tests.catalogue import kommune, on_shelf

LOGIN = "https://cv.example/start"
REDIRECT = "https://cv.example/tilbage?x=1"
VERIFIER = "v" * 43


class HasOffer(Protocol):
    """Whatever has an offer that is opened at a vendor."""

    @property
    def offer(self) -> Offer:
        """Return it."""


@dataclass(frozen=True, slots=True)
class Connected:
    """A solution, its connection and its secret."""

    offer: Offer
    client: OidcClient
    secret: str


def connected(
    title: str = "CV-bygger", *, public: bool = False, redirect: str = REDIRECT, **more: Any
) -> Connected:
    """Return a solution on a shelf of the country that is opened by a login."""
    told = {"data": ["subject", "name", "language", "cv"], "url": LOGIN} | more
    offer = on_shelf(title, way=Way.OIDC, **told)
    with working_for(kommune().pk):
        client, secret = actions.connect(
            offer=offer,
            redirect_uris=[redirect],
            login_uri=LOGIN,
            public=public,
            at=timezone.now(),
        )
    return Connected(offer, client, secret)


def said_yes(one: HasOffer, person: Person) -> None:
    """Let her say yes to what a solution is handed."""
    with working_for(person.municipality_id):
        fresh = Offer.objects.select_related("current", "vendor").get(pk=one.offer.pk)
        actions.agree(citizen_id=person.pk, offer=fresh, terms=terms_of(fresh), at=timezone.now())


def request_of(one: Connected, **other: str | None) -> dict[str, str]:
    """Return a right request to log in; `other` says otherwise, None leaves out."""
    told: dict[str, str | None] = {
        "response_type": "code",
        "client_id": one.client.client_id,
        "redirect_uri": REDIRECT,
        "scope": "openid profile",
        "state": "st&te=1",
        "nonce": "n-0S6_WzA2Mj",
        "code_challenge": challenge_of(VERIFIER),
        "code_challenge_method": "S256",
    }
    return {name: value for name, value in (told | other).items() if value is not None}


@dataclass(frozen=True, slots=True)
class Answer:
    """Where a relying party's page is called, and with what."""

    address: str
    told: dict[str, str] = field(default_factory=dict)


def answer_of(response: Any) -> Answer:
    """Return what an answer to a request to log in tells the relying party."""
    parts = urlsplit(response["Location"])
    return Answer(parts._replace(query="").geturl(), dict(parse_qsl(parts.query)))


def authorize(browser: Any, one: Connected, **other: str | None) -> Any:
    """Return the answer to a request to log in."""
    return browser.get(f"/oidc/authorize?{urlencode(request_of(one, **other))}")


def exchange(browser: Any, one: Connected, code: str, /, **other: str) -> Any:
    """Return the answer to a request for tokens."""
    told = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": REDIRECT,
        "code_verifier": VERIFIER,
        "client_id": one.client.client_id,
        "client_secret": one.secret,
    }
    sent = {name: value for name, value in (told | other).items() if value}
    return browser.post("/oidc/token", sent)


def address_objects() -> dict[str, dict[str, int]]:
    """Return what the table of addresses needs: a connected solution and a tool, on shelves."""
    return {"connected": {"pk": connected("Til adresserne").offer.pk}, **tool_objects()}
