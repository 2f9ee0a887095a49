# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""All checks of one vendor's app, in their order."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from jobunivers.config.vendor_check import description, logins, messages, tools
from jobunivers.config.vendor_check.logins import Place
from jobunivers.config.vendor_check.platform import Doorkeeper
from jobunivers.config.vendor_check.registering import (
    Given,
    connect,
    new_citizen,
    new_editor,
    solution,
)
from jobunivers.config.vendor_check.report import Line, Outcome
from jobunivers.config.vendor_check.walking import Browser, Failed
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity import actions as identity
from jobunivers.identity.models import Assurance, Person
from jobunivers.identity.sessions import SessionStore
from jobunivers.rooms.launching import actions as launching

_DESCRIBED = "the description is there"


def check(place: Place, given: Given, municipality: Municipality, *, url: str) -> list[Line]:
    """Return what came of each check of the app at an address."""
    browser = Browser(seconds=place.seconds)
    try:
        about = description.read(browser, url)
    except Failed as failed:
        return [Line(_DESCRIBED, Outcome.FAILED, str(failed))]
    finally:
        browser.close()
    lines = [Line(_DESCRIBED, Outcome.PASSED, about.name)]
    with working_for(municipality.pk):
        offer = solution()
        assert offer is not None
        try:
            uris = list(about.redirect_uris)
            connect(offer=offer, login_uri=about.login_uri, redirect_uris=uris, at=timezone.now())
        except launching.NotConnectable as wrong:
            why = f"{wrong.code}: {wrong.address or 'one to ten addresses'} is not taken"
            return [*lines, Line("the addresses of the login are taken", Outcome.FAILED, why)]
    lines += logins.checks(place, about)
    lines.append(messages.statements(about, place.keeper.asked))
    lines += messages.webhooks(
        about, secret=given.webhook_secret, issuer=given.issuer, seconds=place.seconds
    )
    if about.lti is not None:
        lines += tools.checks(place, about.lti, municipality)
    return lines


def place_for(
    municipality: Municipality, given: Given, keeper: Doorkeeper, *, seconds: float
) -> Place:
    """Return the place of a check: a new citizen is logged in at the kommune's address."""
    now = timezone.now()
    with working_for(municipality.pk):
        offer = solution()
    assert offer is not None
    return Place(
        site=given.issuer.removesuffix("oidc"),
        cookie=_login(municipality, new_citizen(municipality, at=now), at=now),
        editor=_login(municipality, new_editor(municipality, at=now), at=now),
        offer_id=offer.pk,
        issuer=given.issuer,
        keeper=keeper,
        seconds=seconds,
    )


def _login(municipality: Municipality, person: Person, *, at: datetime) -> dict[str, str]:
    request = HttpRequest()
    request.session = SessionStore()
    with working_for(municipality.pk):
        identity.log_in(request, person=person, assurance=Assurance.SUBSTANTIAL, at=at)
        request.session.save()
    return {settings.SESSION_COOKIE_NAME: str(request.session.session_key)}


def signer(municipality: Municipality) -> Callable[[dict[str, Any]], str]:
    """Return what signs claims with the kommune's own key."""

    def sign(claims: dict[str, Any]) -> str:
        with working_for(municipality.pk):
            return launching.sign(claims, at=timezone.now())

    return sign
