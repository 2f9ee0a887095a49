# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks of the vendor's login: one that is right, and those that must be refused."""

import base64
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

from jobunivers.config.vendor_check.description import Description
from jobunivers.config.vendor_check.platform import Alter, Doorkeeper
from jobunivers.config.vendor_check.report import Line, tried
from jobunivers.config.vendor_check.walking import Browser, Came, Failed

_OK, _NOT_OK, _CRASHED = 200, 400, 500
_HIDDEN = re.compile(r'name="(csrfmiddlewaretoken|terms)" value="([^"]*)"')
_HOUR = 3_600
_OURS = 120.0  # seconds for our own pages: the first one loads the program


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a check takes place.

    `site` is the kommune's address, `cookie` her login there, `editor` that of who picks content.
    """

    site: str
    cookie: dict[str, str]
    editor: dict[str, str]
    offer_id: int
    issuer: str
    keeper: Doorkeeper
    seconds: float


def checks(place: Place, about: Description) -> list[Line]:
    """Return what came of all logins, the right one first."""
    wrong: dict[str, Alter] = {
        "an ID token for another login (nonce) is refused": _with(nonce="another"),
        "an ID token for another app (aud) is refused": _with(aud="another"),
        "an ID token of another issuer (iss) is refused": _with(iss="https://other.invalid/oidc"),
        "an ID token that has run out (exp) is refused": _with(
            iat=int(time.time()) - 2 * _HOUR, exp=int(time.time()) - _HOUR
        ),
    }
    lines = [tried("a citizen says yes and is logged in", lambda: _right(place, about))]
    for words, alter in wrong.items():
        lines.append(tried(words, lambda alter=alter: _refused(place, about, alter)))  # type: ignore[misc]
    lines.append(
        tried("an ID token with a wrong signature is refused", lambda: _forged(place, about))
    )
    lines.append(
        tried("an answer to a login that was not begun is refused", lambda: _unasked(place, about))
    )
    lines.append(tried("an issuer nobody knows is not asked", lambda: _stranger(place, about)))
    return lines


def _with(**claims: Any) -> Alter:
    return lambda told: told | claims


def _right(place: Place, about: Description) -> str:
    say_yes(place, place.offer_id)
    browser = hers(place)
    try:
        before = len(place.keeper.asked)
        came = browser.walk(_begin(about, place.issuer))
    finally:
        browser.close()
    asked = place.keeper.asked[before:]
    if not any(one.path.endswith("/oidc/authorize") for one in asked):
        raise Failed(f"login_uri did not lead to our login; it ended at {came.url[:120]}")
    if not any(one.path.endswith("/oidc/token") and one.status == _OK for one in asked):
        raise Failed(f"no tokens were fetched; the app ended with {came.status}")
    if not _OK <= came.status < _NOT_OK:
        raise Failed(f"the app ended with {came.status} at {urlsplit(came.url).path}")
    return f"{len(asked)} requests came to us"


def _refused(place: Place, about: Description, alter: Alter) -> str:
    place.keeper.alter = alter
    return _must_refuse(place, about)


def _forged(place: Place, about: Description) -> str:
    right = place.keeper.sign

    def forged(claims: dict[str, Any]) -> str:
        head, body, _signature = right(claims).split(".")
        return f"{head}.{body}.{base64.urlsafe_b64encode(b'x' * 256).decode().rstrip('=')}"

    place.keeper.sign, place.keeper.alter = forged, _with()
    try:
        return _must_refuse(place, about)
    finally:
        place.keeper.sign = right


def _must_refuse(place: Place, about: Description) -> str:
    browser = hers(place)
    before = len(place.keeper.asked)
    try:
        came = browser.walk(_begin(about, place.issuer))
    finally:
        place.keeper.alter = None
        browser.close()
    asked = place.keeper.asked[before:]
    if not any(one.path.endswith("/oidc/token") and one.status == _OK for one in asked):
        raise Failed("the app did not come as far as fetching tokens")
    return refusal(came)


def _unasked(place: Place, about: Description) -> str:
    told = urlencode({"code": "x" * 43, "state": "x" * 43, "iss": place.issuer})
    uri = about.redirect_uris[0]
    return _alone(place, lambda one: one.walk(f"{uri}{'&' if '?' in uri else '?'}{told}"))


def _stranger(place: Place, about: Description) -> str:
    return _alone(place, lambda one: one.walk(_begin(about, "https://other.invalid/oidc")))


def _alone(place: Place, act: Callable[[Browser], Came]) -> str:
    browser = Browser(seconds=place.seconds)
    try:
        return refusal(act(browser))
    finally:
        browser.close()


def refusal(came: Came) -> str:
    """Return how an app refused; Failed when it did not."""
    if came.status >= _CRASHED:
        raise Failed(f"the app broke ({came.status}); it should answer 400 or 403")
    if came.status < _NOT_OK:
        raise Failed(f"the app went on ({came.status}); it should answer 400 or 403")
    return f"answered {came.status}"


def hers(place: Place, seconds: float | None = None) -> Browser:
    """Return her browser, logged in at the kommune."""
    browser = Browser(seconds=place.seconds if seconds is None else seconds)
    for name, value in place.cookie.items():
        browser.client.cookies.set(name, value, domain=urlsplit(place.site).hostname or "")
    return browser


def say_yes(place: Place, offer_id: int) -> None:
    """Say yes on our own pages; their first answer may take long, and is not the vendor's."""
    there = f"{place.site}videre/{offer_id}/"
    browser = hers(place, _OURS)
    try:
        browser.ask("GET", f"{place.issuer}/jwks.json")
        page = browser.ask("GET", there)
        sent = dict(_HIDDEN.findall(page.text))
        answer = browser.ask("POST", f"{there}ja/", data=sent, headers={"Referer": there})
    finally:
        browser.close()
    if "terms" not in sent or answer.status_code >= _NOT_OK:
        raise Failed(f"our own page did not take her yes ({answer.status_code})")


def _begin(about: Description, issuer: str) -> str:
    uri = about.login_uri
    return f"{uri}{'&' if '?' in uri else '?'}{urlencode({'iss': issuer})}"
