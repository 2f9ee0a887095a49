# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A provider on this machine, for development and tests: `FakeProvider` in a `with`.

``python -m jobunivers.integrations.oidc.fake PORT`` serves one until it is stopped; who is to log
in is chosen on its page. It does what the standard asks: discovery, codes that count once, PKCE,
keys that are exchanged, and logout told to the clients behind its back.
"""

import base64
import hashlib
import hmac
import html
import json
import secrets
import sys
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar
from urllib.parse import parse_qsl, urlencode, urlsplit

import httpx
from joserfc import jwt
from joserfc.jwk import RSAKey

from jobunivers.integrations.oidc.configured import NSIS_LEVELS
from jobunivers.integrations.oidc.ending import EVENT
from jobunivers.integrations.serving import InThread

CLIENT, SECRET = "jobunivers", "only-for-the-fake"
_SUBSTANTIAL, _LIVES = "https://data.gov.dk/concept/core/nsis/loa/Substantial", 300


@dataclass(frozen=True, slots=True)
class FakePerson:
    """Somebody the provider knows: `claims` stand in her ID token as they are."""

    subject: str
    name: str
    acr: str = _SUBSTANTIAL
    claims: Mapping[str, Any] = field(default_factory=dict)


PEOPLE = (
    FakePerson(
        "b0c0de00-0000-4000-8000-000000000001", "Frida Falsk", claims={"birthdate": "1990-02-03"}
    ),
    FakePerson(
        "b0c0de00-0000-4000-8000-000000000002",
        "Svend Sagsbehandler",
        claims={"roles": ["raadgiver"]},
    ),
)


class FakeProvider(InThread):
    """The provider on a loopback port.

    Attributes:
        told: claims put over those of every token, for what a broken provider would say.
        asked: what each login was asked for, the latest last.
        hears: addresses that are told behind the back when a session is over.
        silent: it answers nothing but 503.
    """

    def __init__(self, people: Iterable[FakePerson] = PEOPLE, port: int = 0) -> None:
        self.people = {one.subject: one for one in people}
        self.told: dict[str, Any] = {}
        self.asked: list[dict[str, str]] = []
        self.hears: list[str] = []
        self.silent = False
        self._keys = [_first_key()]
        self._codes: dict[str, tuple[FakePerson, dict[str, str], str]] = {}
        self._access: dict[str, FakePerson] = {}
        handler = type("Handler", (_Handler,), {"provider": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", port), handler)
        self._server.daemon_threads = True
        self.issuer = f"http://127.0.0.1:{self._server.server_address[1]}"

    def metadata(self) -> dict[str, Any]:
        """Return what it says of itself."""
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/jwks",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "end_session_endpoint": f"{self.issuer}/logout",
            "response_types_supported": ["code"],
            "subject_types_supported": ["pairwise"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic"],
            "code_challenge_methods_supported": ["S256"],
            "acr_values_supported": list(NSIS_LEVELS),
            "authorization_response_iss_parameter_supported": True,
            "backchannel_logout_supported": True,
            "backchannel_logout_session_supported": True,
            "frontchannel_logout_supported": True,
            "frontchannel_logout_session_supported": True,
        }

    def rotate(self, *, keep: bool = True) -> None:
        """Sign with a new key from now on; the old one is shown still, or no more."""
        new = RSAKey.generate_key(2048, {"use": "sig"}, private=True)
        self._keys = [new, *(self._keys if keep else [])]

    def keys(self) -> dict[str, Any]:
        """Return its public keys."""
        return {
            "keys": [
                {**one.as_dict(private=False), "kid": one.thumbprint(), "use": "sig"}
                for one in self._keys
            ]
        }

    def agreed(self, address: str, subject: str) -> str:
        """Return where somebody's browser is led who logs in at an address of ours."""
        asked = dict(parse_qsl(urlsplit(address).query))
        self.asked.append(asked)
        code, sid = secrets.token_urlsafe(24), secrets.token_urlsafe(16)
        self._codes[code] = (self.people[subject], asked, sid)
        return self._back(asked, code=code)

    def said_no(self, address: str) -> str:
        """Return where somebody is led who has given up."""
        return self._back(dict(parse_qsl(urlsplit(address).query)), error="access_denied")

    def _back(self, asked: Mapping[str, str], **more: str) -> str:
        told = {**more, "state": asked.get("state", ""), "iss": self.issuer}
        return f"{asked['redirect_uri']}?{urlencode(told)}"

    def exchange(self, sent: Mapping[str, str], auth: str) -> tuple[int, dict[str, Any]]:
        """Return status and tokens for a code: once, with the right proof, to the right client."""
        own = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        if not hmac.compare_digest(auth, f"Basic {own}"):
            return 401, {"error": "invalid_client"}
        person, asked, sid = self._codes.pop(sent.get("code", ""), (None, {}, ""))
        hashed = hashlib.sha256(sent.get("code_verifier", "").encode()).digest()
        proof = base64.urlsafe_b64encode(hashed).decode().rstrip("=")
        fits = proof == asked.get("code_challenge") and sent.get("redirect_uri") == asked.get(
            "redirect_uri"
        )
        if person is None or not fits:
            return 400, {"error": "invalid_grant"}
        access = secrets.token_urlsafe(24)
        self._access[access] = person
        return 200, {
            "access_token": access,
            "token_type": "Bearer",
            "expires_in": _LIVES,
            "id_token": self.signed(self._claims(person, asked, sid)),
        }

    def _claims(self, person: FakePerson, asked: Mapping[str, str], sid: str) -> dict[str, Any]:
        now = int(time.time())
        return {
            "iss": self.issuer,
            "sub": person.subject,
            "aud": CLIENT,
            "iat": now,
            "exp": now + _LIVES,
            "auth_time": now,
            "nonce": asked.get("nonce", ""),
            "acr": person.acr,
            "sid": sid,
            "name": person.name,
            **person.claims,
        } | self.told

    def userinfo(self, bearer: str) -> tuple[int, dict[str, Any]]:
        """Return what is known of whom a token was given for."""
        person = self._access.get(bearer.removeprefix("Bearer "))
        if person is None:
            return 401, {"error": "invalid_token"}
        return 200, {"sub": person.subject, "name": person.name, **person.claims}

    def signed(self, claims: Mapping[str, Any], *, typ: str = "JWT") -> str:
        """Return claims as a token of its own."""
        key = self._keys[0]
        header = {"alg": "RS256", "kid": key.thumbprint(), "typ": typ}
        return jwt.encode(header, dict(claims), key, algorithms=["RS256"])

    def logout_token(self, *, sid: str = "", subject: str = "", **other: Any) -> str:
        """Return what it tells a client of a session that is over."""
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "iat": now,
            "exp": now + 120,
            "jti": secrets.token_urlsafe(16),
            "events": {EVENT: {}},
            **({"sid": sid} if sid else {}),
            **({"sub": subject} if subject else {}),
        }
        return self.signed(
            {name: value for name, value in (claims | other).items() if value is not None},
            typ="logout+jwt",
        )

    def end(self, *, sid: str = "", subject: str = "") -> list[int]:
        """End a session here, and tell those who hear of it; return what they answered."""
        token = self.logout_token(sid=sid, subject=subject)
        with httpx.Client(timeout=5, trust_env=False) as client:
            return [
                client.post(one, data={"logout_token": token}).status_code for one in self.hears
            ]

    def serve(self) -> None:
        """Answer until stopped."""
        self._server.serve_forever()


class _Handler(BaseHTTPRequestHandler):
    provider: ClassVar[FakeProvider]

    def do_GET(self) -> None:
        here = self.provider
        path, query = urlsplit(self.path).path, dict(parse_qsl(urlsplit(self.path).query))
        if here.silent:
            self._json(503, {"error": "silent"})
        elif path == "/.well-known/openid-configuration":
            self._json(200, here.metadata())
        elif path == "/jwks":
            self._json(200, here.keys())
        elif path == "/userinfo":
            self._json(*here.userinfo(self.headers.get("Authorization", "")))
        elif path == "/authorize" and "redirect_uri" in query:
            self._page(query)
        elif path == "/choose" and query.get("who") in here.people:
            self._lead(here.agreed(query["asked"], query["who"]))
        elif path == "/no":
            self._lead(here.said_no(query["asked"]))
        elif path == "/logout":
            self._lead(query.get("post_logout_redirect_uri", here.issuer))
        else:
            self._json(404, {"error": "not_found"})

    def do_POST(self) -> None:
        length = min(int(self.headers.get("Content-Length", 0)), 100_000)
        sent = dict(parse_qsl(self.rfile.read(length).decode()))
        if urlsplit(self.path).path != "/token" or self.provider.silent:
            self._json(503 if self.provider.silent else 404, {"error": "not_found"})
            return
        self._json(*self.provider.exchange(sent, self.headers.get("Authorization", "")))

    def _page(self, asked: Mapping[str, str]) -> None:
        address = f"{self.provider.issuer}/authorize?{urlencode(asked)}"
        lines = "".join(
            f'<p><a href="/choose?{_query(who=one.subject, asked=address)}">'
            f"{html.escape(one.name)}</a></p>"
            for one in self.provider.people.values()
        )
        no = _query(asked=address)
        self._send(
            200,
            "text/html; charset=utf-8",
            '<!DOCTYPE html><html lang="da"><title>Prøvelogin</title><h1>Prøvelogin</h1>'
            f'{lines}<p><a href="/no?{no}">Fortryd</a></p></html>',
        )

    def _json(self, status: int, told: Mapping[str, Any]) -> None:
        self._send(status, "application/json", json.dumps(told))

    def _send(self, status: int, kind: str, text: str) -> None:
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _lead(self, there: str) -> None:
        self.send_response(302)
        self.send_header("Location", there)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Say nothing."""


@cache
def _first_key() -> RSAKey:
    """Return the key it begins with: one for all of a process, for to make one takes a while."""
    return RSAKey.generate_key(2048, {"use": "sig"}, private=True)


def _query(**told: str) -> str:
    return html.escape(urlencode(told))


if __name__ == "__main__":
    FakeProvider(port=int(sys.argv[1])).serve()
