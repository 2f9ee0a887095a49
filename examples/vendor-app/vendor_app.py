# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A vendor's solution in two files: log in, do an exercise, tell of it, and be told.

Read it from the top: `Settings` is what the platform gives you, `Login` is OpenID Connect,
`tell` is xAPI, `check_webhook` is Standard Webhooks, and `App` is the web pages around them.
`lti_tool.py` beside it is the same solution as a tool after LTI 1.3; most need one of the two.
It keeps everything in memory, so that nothing stands between you and the protocols.

    python vendor_app.py --settings settings.json --port 9000
"""

import argparse
import base64
import hashlib
import hmac
import html
import json
import secrets
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode
from wsgiref.simple_server import WSGIServer, make_server

import httpx
import lti_tool
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

PATIENCE = 10.0  # seconds for an answer of the platform
TOLERANCE = 300  # seconds that a webhook may be old


@dataclass(frozen=True)
class Settings:
    """What the platform gives a vendor; keep the secrets out of your source code."""

    issuer: str
    client_id: str
    client_secret: str
    webhook_secret: str = ""
    xapi_endpoint: str = ""
    xapi_key: str = ""
    xapi_secret: str = ""
    lti_client_id: str = ""
    lti_deployment: str = ""
    lti_authorize: str = ""
    lti_token: str = ""

    @classmethod
    def read(cls, path: Path) -> "Settings":
        """Return the settings in a file of JSON; what we do not know is passed over."""
        told = json.loads(path.read_text(encoding="utf-8"))
        return cls(**{name: told[name] for name in cls.__dataclass_fields__ if name in told})


class Refused(Exception):  # noqa: N818 - it reads as what happened
    """What came in is not what it claims to be; the words are for the log and the page."""


# --- Logging in: OpenID Connect, authorization code with PKCE ---------------------------------


@dataclass(frozen=True)
class Pending:
    """A login that has begun: what must come back exactly as it was sent."""

    state: str
    nonce: str
    verifier: str


class Login:
    """The relying party. In real life a certified library does this; here you see all of it."""

    def __init__(self, settings: Settings, redirect_uri: str) -> None:
        self.settings, self.redirect_uri = settings, redirect_uri

    def begin(self, issuer: str) -> tuple[str, Pending]:
        """Return where the citizen is sent, and what to remember until she is back."""
        # Anybody can call our page with any issuer: only the one we know is asked.
        if issuer != self.settings.issuer:
            raise Refused("the issuer is not ours")
        pending = Pending(*(secrets.token_urlsafe(32) for _ in range(3)))
        hashed = hashlib.sha256(pending.verifier.encode()).digest()
        sent = {
            "response_type": "code",
            "client_id": self.settings.client_id,
            "redirect_uri": self.redirect_uri,
            "scope": "openid profile",
            "state": pending.state,
            "nonce": pending.nonce,
            "code_challenge": base64.urlsafe_b64encode(hashed).decode().rstrip("="),
            "code_challenge_method": "S256",
        }
        return f"{self._discovered()['authorization_endpoint']}?{urlencode(sent)}", pending

    def finish(self, told: dict[str, str], pending: Pending | None) -> dict[str, Any]:
        """Return the claims of who has logged in; Refused when anything does not fit."""
        if pending is None or not hmac.compare_digest(told.get("state", ""), pending.state):
            raise Refused("this login was not begun here")
        if told.get("iss") != self.settings.issuer:
            raise Refused("the answer is another issuer's")
        if "code" not in told:
            raise Refused(f"the platform says: {told.get('error', 'nothing')}")
        tokens = self._exchanged(told["code"], pending.verifier)
        return self._checked(str(tokens.get("id_token", "")), pending.nonce)

    def _exchanged(self, code: str, verifier: str) -> dict[str, Any]:
        answer = httpx.post(
            self._discovered()["token_endpoint"],
            data={
                "grant_type": "authorization_code",
                "code": code,
                "redirect_uri": self.redirect_uri,
                "code_verifier": verifier,
            },
            auth=(self.settings.client_id, self.settings.client_secret),
            timeout=PATIENCE,
        )
        if answer.status_code != httpx.codes.OK:
            raise Refused(f"no tokens: {answer.status_code}")
        return dict(answer.json())

    def _checked(self, id_token: str, nonce: str) -> dict[str, Any]:
        """Return the claims once signature, issuer, audience, time and nonce are right."""
        found = _fetched(self._discovered()["jwks_uri"])
        keys = KeySet.import_key_set({"keys": found["keys"]})
        try:
            claims = jwt.decode(id_token, keys, algorithms=["RS256"]).claims
            jwt.JWTClaimsRegistry(
                iss={"essential": True, "value": self.settings.issuer},
                aud={"essential": True, "value": self.settings.client_id},
                exp={"essential": True},
                sub={"essential": True},
                nonce={"essential": True, "value": nonce},
            ).validate(claims)
        except (JoseError, ValueError) as error:
            raise Refused(f"the ID token is not right: {error}") from error
        return dict(claims)

    def _discovered(self) -> dict[str, Any]:
        return _fetched(f"{self.settings.issuer}/.well-known/openid-configuration")


def _fetched(url: str) -> dict[str, Any]:
    answer = httpx.get(url, timeout=PATIENCE)
    answer.raise_for_status()
    return dict(answer.json())


# --- Telling what she did: xAPI ----------------------------------------------------------------


def tell(settings: Settings, subject: str, verb: str, activity: str, **result: Any) -> None:
    """Send one statement: who (by her number), did what, with which activity."""
    if not settings.xapi_endpoint:
        return
    statement: dict[str, Any] = {
        "actor": {"account": {"homePage": settings.issuer, "name": subject}},
        "verb": {"id": f"http://adlnet.gov/expapi/verbs/{verb}"},
        "object": {"id": activity},
    }
    if result:
        statement["result"] = result
    answer = httpx.post(
        f"{settings.xapi_endpoint.rstrip('/')}/statements",
        json=statement,
        headers={"X-Experience-API-Version": "1.0.3"},
        auth=(settings.xapi_key, settings.xapi_secret),
        timeout=PATIENCE,
    )
    answer.raise_for_status()


# --- Being told: Standard Webhooks --------------------------------------------------------------


def check_webhook(secret: str, headers: dict[str, str], body: bytes, now: float) -> dict[str, Any]:
    """Return the event of a message that is the platform's and fresh; else Refused."""
    message_id, sent_at = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not (sent_at.isascii() and sent_at.isdigit()) or abs(now - int(sent_at)) > TOLERANCE:
        raise Refused("the message is too old, or says no time")
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = hmac.new(key, f"{message_id}.{sent_at}.".encode() + body, hashlib.sha256)
    ours = f"v1,{base64.b64encode(signed.digest()).decode()}"
    # There are two signatures while a secret is exchanged: one that fits is enough.
    theirs = headers.get("webhook-signature", "").split(" ")
    if not any(hmac.compare_digest(ours.encode(), one.encode()) for one in theirs):
        raise Refused("the signature does not fit")
    return dict(json.loads(body))


# --- The pages around it ------------------------------------------------------------------------


@dataclass
class App:
    """A WSGI application: the description, the login, one exercise, and the webhook."""

    settings: Settings
    address: str  # where we are, without a slash at the end
    pending: dict[str, Pending] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)  # our session -> her number
    heard: dict[str, dict[str, Any]] = field(default_factory=dict)  # webhook-id -> event
    asked: dict[str, lti_tool.Asked] = field(default_factory=dict)
    launched: dict[str, dict[str, Any]] = field(default_factory=dict)  # our session -> a launch

    def __post_init__(self) -> None:
        """Name what may be asked for."""
        self.login = Login(self.settings, f"{self.address}/back")
        self.pages: dict[str, Callable[[dict[str, Any]], tuple[int, str, str]]] = {
            "/.well-known/jobunivers-vendor.json": self.describe,
            "/start": self.start,
            "/back": self.back,
            "/exercise": self.exercise,
            "/webhook": self.webhook,
            "/lti/keys": self.lti_keys,
            "/lti/login": self.lti_login,
            "/lti/launch": self.lti_launch,
            "/lti/pick": self.lti_pick,
        }
        one = self.settings
        self.tool = lti_tool.Tool(
            lti_tool.Platform(
                one.issuer, one.lti_client_id, one.lti_deployment, one.lti_authorize, one.lti_token
            ),
            f"{self.address}/lti/launch",
        )

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer one request."""
        page = self.pages.get(environ["PATH_INFO"])
        environ["session"] = _session(environ) or secrets.token_urlsafe(24)
        try:
            status, kind, text = page(environ) if page else (404, "text/plain", "Not here.")
        except (Refused, lti_tool.NotLaunched) as refused:
            status, kind, text = 400, "text/plain", f"Refused: {refused}"
        except httpx.HTTPError as error:
            status, kind, text = 502, "text/plain", f"The platform did not answer: {error}"
        cookie = f"sample={environ['session']}; HttpOnly; SameSite=Lax; Path=/"
        headers = [("Set-Cookie", cookie), ("Cache-Control", "no-store")]
        headers += [("Location", text)] if status == 302 else [("Content-Type", kind)]  # noqa: PLR2004
        start_response(f"{status} -", headers)
        return [b"" if status == 302 else text.encode()]  # noqa: PLR2004

    def describe(self, _environ: dict[str, Any]) -> tuple[int, str, str]:
        """Say where everything is: `vendor-check` begins here."""
        told = {
            "name": "Sample solution",
            "login_uri": f"{self.address}/start",
            "redirect_uris": [self.login.redirect_uri],
            "webhook_url": f"{self.address}/webhook",
            "xapi": bool(self.settings.xapi_endpoint),
        }
        if self.settings.lti_client_id:
            told["lti"] = {
                "login_uri": f"{self.address}/lti/login",
                "launch_uri": f"{self.address}/lti/launch",
                "redirect_uris": [self.tool.redirect_uri],
                "keys_uri": f"{self.address}/lti/keys",
                "deep_link_uri": f"{self.address}/lti/launch",
                # What a check sends in her name to earn a grade, and an editor's to pick.
                "exercise": {"url": f"{self.address}/exercise", "fields": {"answer": "42"}},
                "pick": {"url": f"{self.address}/lti/pick", "fields": {"lesson": "42"}},
            }
        return 200, "application/json", json.dumps(told)

    def start(self, environ: dict[str, Any]) -> tuple[int, str, str]:
        """Begin a login: the platform calls this with the kommune's issuer."""
        there, pending = self.login.begin(_sent(environ).get("iss", ""))
        self.pending[environ["session"]] = pending
        return 302, "", there

    def back(self, environ: dict[str, Any]) -> tuple[int, str, str]:
        """Take her back from the platform, tell that she has begun, and lead to the exercise."""
        pending = self.pending.pop(environ["session"], None)
        claims = self.login.finish(_sent(environ), pending)
        # A session of its own once she is known: nobody can have planted it before.
        environ["session"] = secrets.token_urlsafe(24)
        self.people[environ["session"]] = str(claims["sub"])
        tell(self.settings, str(claims["sub"]), "initialized", f"{self.address}/start")
        return 302, "", f"{self.address}/exercise"

    def exercise(self, environ: dict[str, Any]) -> tuple[int, str, str]:
        """Ask one question; a right answer is told as completed."""
        subject = self.people.get(environ["session"])
        if subject is None:
            return 401, "text/plain", "Please begin on the platform."
        if environ["REQUEST_METHOD"] == "POST":
            answer = parse_qs(_body(environ).decode()).get("answer", [""])[0]
            if answer.strip() == "42":
                done = {"completion": True, "score": {"scaled": 1.0}}
                launched = self.launched.get(environ["session"])
                if launched is None:
                    tell(self.settings, subject, "completed", f"{self.address}/start", **done)
                else:
                    self.tool.grade(launched, 1.0)
                return 200, "text/html", "<p>Right. You are through.</p>"
        field = '<label>6 × 7 = <input name="answer"></label> <button>Svar</button>'
        form = f'<form method="post">{field}</form>'
        return 200, "text/html; charset=utf-8", f"<!doctype html><title>Exercise</title>{form}"

    def lti_keys(self, _environ: dict[str, Any]) -> tuple[int, str, str]:
        """Show our public keys."""
        return 200, "application/json", json.dumps(self.tool.public_keys())

    def lti_login(self, environ: dict[str, Any]) -> tuple[int, str, str]:
        """Begin a launch: the platform sends her here, and we ask it back who she is."""
        there, asked = self.tool.begin(_sent(environ) | _posted(environ))
        self.asked[environ["session"]] = asked
        return 302, "", there

    def lti_launch(self, environ: dict[str, Any]) -> tuple[int, str, str]:
        """Take a launch: she goes to the exercise, staff to the page where content is picked."""
        # What was asked is forgotten at once: a message opens once.
        asked = self.asked.pop(environ["session"], None)
        launched = self.tool.finish(_posted(environ), asked)
        environ["session"] = secrets.token_urlsafe(24)
        self.launched[environ["session"]] = launched
        if launched[f"{lti_tool.CLAIM}message_type"] == "LtiDeepLinkingRequest":
            return 302, "", f"{self.address}/lti/pick"
        self.people[environ["session"]] = str(launched["sub"])
        return 302, "", f"{self.address}/exercise"

    def lti_pick(self, environ: dict[str, Any]) -> tuple[int, str, str]:
        """Let staff pick our one lesson; the answer is a form their browser sends on."""
        launched = self.launched.get(environ["session"])
        if launched is None:
            return 401, "text/plain", "Please begin on the platform."
        if environ["REQUEST_METHOD"] != "POST":
            form = '<form method="post"><button name="lesson" value="42">6 × 7</button></form>'
            return 200, "text/html; charset=utf-8", f"<!doctype html><title>Pick</title>{form}"
        there, answer = self.tool.picked(launched, "6 × 7", f"{self.address}/lti/launch")
        form = (
            f'<form method="post" action="{html.escape(there)}">'
            f'<input type="hidden" name="JWT" value="{answer}"><button>Back</button></form>'
        )
        return 200, "text/html; charset=utf-8", f"<!doctype html><title>Back</title>{form}"

    def webhook(self, environ: dict[str, Any]) -> tuple[int, str, str]:
        """Take a message: check it, remember its number, answer at once, work later."""
        names = ("webhook-id", "webhook-timestamp", "webhook-signature")
        headers = {one: environ.get(f"HTTP_{one.upper().replace('-', '_')}", "") for one in names}
        body = _body(environ)
        event = check_webhook(self.settings.webhook_secret, headers, body, time.time())
        # The same message may come twice: by its number the second changes nothing.
        self.heard.setdefault(headers["webhook-id"], event)
        return 200, "text/plain", "Thank you."


def _sent(environ: dict[str, Any]) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(environ["QUERY_STRING"]).items()}


def _posted(environ: dict[str, Any]) -> dict[str, str]:
    if environ["REQUEST_METHOD"] != "POST":
        return {}
    return {name: values[0] for name, values in parse_qs(_body(environ).decode()).items()}


def _body(environ: dict[str, Any]) -> bytes:
    return bytes(environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)))


def _session(environ: dict[str, Any]) -> str:
    cookies = SimpleCookie(environ.get("HTTP_COOKIE", ""))
    return cookies["sample"].value if "sample" in cookies else ""


def serve(settings: Settings, port: int) -> WSGIServer:
    """Return a server of the app on this machine; `serve_forever` runs it."""
    server = make_server("127.0.0.1", port, lambda _environ, _start: [])
    server.set_app(App(settings, f"http://127.0.0.1:{server.server_port}"))
    return server


def main() -> None:
    """Serve until Ctrl-C."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--settings", type=Path, required=True)
    parser.add_argument("--port", type=int, default=9000)
    options = parser.parse_args()
    with serve(Settings.read(options.settings), options.port) as server:
        print(f"The sample solution is at http://127.0.0.1:{server.server_port}")
        server.serve_forever()


if __name__ == "__main__":
    main()
