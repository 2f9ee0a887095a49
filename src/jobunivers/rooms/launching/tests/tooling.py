# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A vendor's tool on a shelf, and what it signs, for tests."""

import base64
import html
import json
import re
import uuid
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.utils import timezone
from joserfc import jwt
from joserfc.jwk import RSAKey

from jobunivers.foundation.tenancy import working_for
from jobunivers.rooms.launching import actions
from jobunivers.rooms.launching.models import LtiTool
from jobunivers.rooms.launching.queries import lti_words as lti
from jobunivers.rooms.marketplace.models import Offer, Way
from jobunivers.rooms.marketplace.tests.catalogue import kommune, on_shelf

TOOL_LOGIN = "https://tool.example/login"
TOOL_REDIRECT = "https://tool.example/launch"
PICKS = "https://tool.example/pick"
TOKEN = "http://testserver/aarhus/lti/token"
ISSUER = "http://testserver/aarhus/oidc"


@dataclass(frozen=True, slots=True)
class Tooled:
    """A solution and its tool."""

    offer: Offer
    tool: LtiTool


@cache
def tool_key() -> RSAKey:
    """Return the private key of the tool."""
    return RSAKey.generate_key(2048)


def tool_keys() -> dict[str, Any]:
    """Return the tool's public keys."""
    return {"keys": [tool_key().as_dict(private=False) | {"kid": tool_key().thumbprint()}]}


def tooled(title: str = "Øvebane", *, keys_uri: str = "", **more: Any) -> Tooled:
    """Return a solution on a shelf of the country that a tool opens."""
    told = {"data": ["subject", "name", "language"], "url": TOOL_REDIRECT} | more
    offer = on_shelf(title, way=Way.LTI, **told)
    with working_for(kommune().pk):
        tool = actions.register_tool(
            offer=offer,
            login_uri=TOOL_LOGIN,
            launch_uri=TOOL_REDIRECT,
            redirect_uris=[TOOL_REDIRECT],
            keys_uri=keys_uri,
            keys="" if keys_uri else json.dumps(tool_keys()),
            deep_link_uri=PICKS,
            at=timezone.now(),
        )
    return Tooled(offer, tool)


def begun(browser: Any, one: Tooled) -> dict[str, str]:
    """Return what her browser brings to the tool's login page."""
    return brought_by(browser.get(f"/videre/{one.offer.pk}/"))


def brought_by(page: Any) -> dict[str, str]:
    """Return what a page of ours leads to the tool's login page with."""
    return dict(parse_qsl(urlsplit(page["Refresh"].split("url=", 1)[1]).query))


def question(brought: dict[str, str], **other: str | None) -> dict[str, str]:
    """Return what the tool sends back with her browser; `other` says otherwise, None leaves out."""
    told: dict[str, str | None] = {
        "scope": "openid",
        "response_type": "id_token",
        "response_mode": "form_post",
        "prompt": "none",
        "client_id": brought["client_id"],
        "redirect_uri": TOOL_REDIRECT,
        "login_hint": brought["login_hint"],
        "lti_message_hint": brought["lti_message_hint"],
        "state": "tilstand",
        "nonce": "engang",
    }
    return {name: value for name, value in (told | other).items() if value is not None}


def fields_of(page: Any) -> dict[str, str]:
    """Return what a page posts to the tool."""
    form = page.content.decode().split("data-launch", 1)[1].split("</form>", 1)[0]
    found = re.findall(r'name="([^"]*)" value="([^"]*)"', form)
    return {name: html.unescape(value) for name, value in found}


def launched(browser: Any, one: Tooled, **other: str | None) -> dict[str, str]:
    """Return what is posted to the tool at a launch."""
    sent = question(begun(browser, one), **other)
    return fields_of(browser.get(f"/lti/authorize?{urlencode(sent)}"))


def claims_of(fields: dict[str, str]) -> dict[str, Any]:
    """Return what an ID token says."""
    packed = fields["id_token"].split(".")[1]
    return dict(json.loads(base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4))))


def signed(claims: dict[str, Any], *, key: RSAKey | None = None, **header: Any) -> str:
    """Return what the tool (or another key) has signed."""
    head = {"alg": "RS256", "kid": tool_key().thumbprint()} | header
    return jwt.encode(head, claims, key or tool_key(), algorithms=["RS256"])


def assertion(one: Tooled, **other: Any) -> dict[str, Any]:
    """Return what a tool says to prove who it is."""
    now = int(timezone.now().timestamp())
    client = one.tool.client_id
    right = {"iss": client, "sub": client, "aud": TOKEN, "iat": now, "exp": now + 60}
    return right | {"jti": uuid.uuid4().hex} | other


def ask_token(browser: Any, text: str, *, scope: str = " ".join(lti.SCOPES), **more: str) -> Any:
    """Return the answer to a tool that asks for a token."""
    sent = {
        "grant_type": "client_credentials",
        "client_assertion_type": lti.ASSERTION,
        "client_assertion": text,
        "scope": scope,
    }
    return browser.post("/lti/token", sent | more)


def token(browser: Any, one: Tooled, **more: str) -> dict[str, str]:
    """Return the head a tool's requests bring."""
    told = ask_token(browser, signed(assertion(one)), **more).json()
    return {"Authorization": f"Bearer {told['access_token']}"}


def result(subject: str, **other: Any) -> dict[str, Any]:
    """Return a right result of hers; `other` says otherwise."""
    right = {
        "userId": subject,
        "scoreGiven": 8,
        "scoreMaximum": 10,
        "activityProgress": "Completed",
        "gradingProgress": "FullyGraded",
        "timestamp": timezone.now().isoformat(),
    }
    return right | other


def tell(browser: Any, line: str, head: dict[str, str], told: Any) -> Any:
    """Return the answer to a tool that tells a result of the line of an address."""
    path = urlsplit(line).path.removeprefix("/aarhus")
    body = told if isinstance(told, str) else json.dumps(told)
    return browser.post(f"{path}/scores", body, content_type="application/json", headers=head)


def picked_message(one: Tooled, data: str, issuer: str, **other: Any) -> dict[str, Any]:
    """Return what a tool says was picked."""
    now = int(timezone.now().timestamp())
    return {
        "iss": one.tool.client_id,
        "aud": [issuer],
        "iat": now,
        "exp": now + 60,
        "nonce": uuid.uuid4().hex,
        f"{lti.CLAIM}deployment_id": "0000",
        f"{lti.CLAIM}message_type": lti.PICKED,
        f"{lti.CLAIM}version": lti.VERSION,
        f"{lti.PICKING}data": data,
        f"{lti.PICKING}content_items": [
            {"type": "ltiResourceLink", "title": "Skriv et CV", "url": "https://tool.example/cv"},
            {"type": "file", "url": "https://tool.example/x.pdf"},
            {"type": "ltiResourceLink", "title": "Ond", "url": "javascript:alert(1)"},
        ],
    } | other


def address_objects() -> dict[str, dict[str, int]]:
    """Return what the table of addresses needs: a tool with a line of its own."""
    one = tooled("Et værktøj til adresserne")
    with working_for(kommune().pk):
        from jobunivers.rooms.launching.queries import link_of

        link = link_of(one.offer.pk)
        line = actions.own_line(link=link, at=timezone.now()) if link else None
    pk = one.offer.pk
    return {"tool": {"pk": pk}, "line": {"pk": pk, "line_pk": line.pk if line else 0}}
