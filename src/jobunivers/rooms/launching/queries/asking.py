# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a vendor's page asks for when it sends her to us to log in (OpenID Connect Core, 3.1.2)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jobunivers.rooms.launching.models import OidcClient
from jobunivers.rooms.launching.queries.finding import client_by_id

SCOPES = ("openid", "profile")
_CHALLENGE = re.compile(r"[A-Za-z0-9_-]{43}")
_LONGEST = {"state": 1_000, "nonce": 300}
_KNOWN = (
    "response_type", "response_mode", "scope", "state", "nonce", "prompt", "max_age",
    "code_challenge", "code_challenge_method", "request", "request_uri",
)  # fmt: skip


class NobodyToAnswer(Exception):  # noqa: N818 - it reads as what is wrong
    """No answer may be sent anywhere: "client" is not known, or "redirect" is not its address."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Wrong(Exception):  # noqa: N818 - it reads as what is wrong
    """A request that the vendor is told is wrong: where, the error's code, and why."""

    def __init__(self, told: "Whence", error: str, why: str) -> None:
        super().__init__(error, why)
        self.told = told
        self.error = error
        self.why = why


@dataclass(frozen=True, slots=True)
class Whence:
    """Whom an answer goes to."""

    client: OidcClient
    redirect_uri: str
    state: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that can be answered with a code.

    `quiet`: she may be shown nothing (`prompt=none`); `max_age`: seconds since she logged in.
    """

    whence: Whence
    scope: str
    nonce: str
    challenge: str
    quiet: bool
    anew: bool
    max_age: int | None

    @property
    def client(self) -> OidcClient:
        """Return who asks."""
        return self.whence.client

    @property
    def redirect_uri(self) -> str:
        """Return where the answer goes."""
        return self.whence.redirect_uri


Sent = Mapping[str, Sequence[str]]


def asked(sent: Sent) -> Asked:
    """Read a request, each parameter with all its values.

    Raises:
        NobodyToAnswer: the client or its address is not known; she is told, nobody else.
        Wrong: the vendor is told.
    """
    whence = _whence(sent)
    one = {name: _single(sent, name, whence) for name in _KNOWN}
    for name in ("request", "request_uri"):
        if one[name]:
            raise Wrong(whence, f"{name}_not_supported", f"{name} is not read")
    if one["response_type"] != "code":
        raise Wrong(whence, "unsupported_response_type", "response_type must be code")
    if one["response_mode"] not in {"", "query"}:
        raise Wrong(whence, "invalid_request", "response_mode must be query")
    scopes = one["scope"].split()
    if "openid" not in scopes:
        raise Wrong(whence, "invalid_scope", "scope must contain openid")
    _proofs(one, whence)
    prompt = set(one["prompt"].split())
    if not prompt <= {"none", "login", "consent", "select_account"} or (
        "none" in prompt and len(prompt) > 1
    ):
        raise Wrong(whence, "invalid_request", "prompt is not known")
    return Asked(
        whence=whence,
        scope=" ".join(scope for scope in SCOPES if scope in scopes),
        nonce=one["nonce"],
        challenge=one["code_challenge"],
        quiet="none" in prompt,
        anew=bool(prompt & {"login", "select_account"}),
        max_age=_seconds(one["max_age"], whence),
    )


def _whence(sent: Sent) -> Whence:
    ids, addresses = sent.get("client_id", ()), sent.get("redirect_uri", ())
    client = client_by_id(ids[0]) if len(ids) == 1 else None
    if client is None:
        raise NobodyToAnswer("client")
    if len(addresses) != 1 or addresses[0] not in client.redirect_uris:
        raise NobodyToAnswer("redirect")
    states = sent.get("state", ())
    state = states[0] if len(states) == 1 and len(states[0]) <= _LONGEST["state"] else ""
    return Whence(client, addresses[0], state)


def _single(sent: Sent, name: str, whence: Whence) -> str:
    values = sent.get(name, ())
    if len(values) > 1:
        raise Wrong(whence, "invalid_request", f"{name} is there more than once")
    value = values[0] if values else ""
    if "\0" in value or len(value) > _LONGEST.get(name, 500):
        raise Wrong(whence, "invalid_request", f"{name} is too long or not text")
    return value


def _proofs(one: Mapping[str, str], whence: Whence) -> None:
    if one["code_challenge_method"] != "S256" or not _CHALLENGE.fullmatch(one["code_challenge"]):
        raise Wrong(whence, "invalid_request", "PKCE with code_challenge_method S256 is needed")
    if not one["nonce"]:
        raise Wrong(whence, "invalid_request", "nonce is needed")


def _seconds(text: str, whence: Whence) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 10):  # noqa: PLR2004
        raise Wrong(whence, "invalid_request", "max_age must be a number of seconds")
    return int(text)
