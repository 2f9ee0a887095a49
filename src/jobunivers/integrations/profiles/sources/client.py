# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Asks a system outside what it knows of one person: one request, little patience, no retries.

She waits for the answer; what does not come now she can ask for again.
"""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import httpx
import orjson

from jobunivers.integrations.profiles.records import ProfileTold
from jobunivers.integrations.profiles.sources import akasse, jobcenter, jobnet

_AGENT = "Jobunivers (profile)"
MOST_BYTES = 2 * 1024 * 1024
SECONDS, WHOLE = 3.0, 10.0
"""Longest wait for a connection or a piece of the answer, and for the whole of it."""


class SourceUnavailable(Exception):  # noqa: N818 - named for what happened
    """The source gave no answer that can be used now; nothing is lost."""


class NothingKnown(Exception):  # noqa: N818 - named for what happened
    """The source answers that it knows nothing of her."""


class NotAllowed(SourceUnavailable):
    """The source refuses us: the agreement or the key is wrong. The operator must act."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Who is asked about, and for whom: each reading names the person and the data controller.

    BEK 113/2026 § 6, stk. 3.
    """

    subject: str  # the person as both sides know her: a pseudonym agreed on, no CPR number
    controller: str  # the kommune's code
    reader: str  # who reads: she herself, or who helps her

    @property
    def headers(self) -> dict[str, str]:
        """Return the headers that say for whom and by whom is read."""
        return {
            "X-Dataansvarlig": self.controller,
            "X-Laeser": self.reader,
            "Accept": "application/json",
        }


class ProfileSource(Protocol):
    """A system outside that can tell of a person."""

    def profile(self, asking: Asking) -> ProfileTold:
        """Return what the source tells; raises NothingKnown or SourceUnavailable."""

    def check(self) -> "Health":
        """Return whether the source answers, for the status page."""


@dataclass(frozen=True, slots=True)
class Health:
    """Whether a source answers, why not, and how quickly."""

    ok: bool
    detail: str
    milliseconds: int


@dataclass(frozen=True, slots=True)
class Contract:
    """How one source is asked and read."""

    code: str
    path: str  # with {subject}
    read: Callable[[object], ProfileTold]


CONTRACTS = {
    "jobcenter": Contract("jobcenter", "/sager/{subject}", jobcenter.read),
    "akasse": Contract("akasse", "/medlemmer/{subject}/profil", akasse.read),
    "jobnet": Contract("jobnet", "/borgere/{subject}/cv", jobnet.read),
}
"""The sources there are, by code."""


class HttpSource:
    """A source asked over HTTP, at an address the operator has chosen."""

    def __init__(
        self, code: str, address: str, *, token: str = "", seconds: float = SECONDS
    ) -> None:
        self._contract = CONTRACTS[code]
        self._address = address.rstrip("/")
        self._token = token
        self._seconds = seconds

    def profile(self, asking: Asking) -> ProfileTold:
        """Return what the source tells; raises NothingKnown or SourceUnavailable."""
        if not re.fullmatch(r"[A-Za-z0-9-]{1,64}", asking.subject):
            raise NothingKnown
        url = self._address + self._contract.path.format(subject=asking.subject)
        body = self._get(url, asking.headers)
        try:
            return self._contract.read(orjson.loads(body))
        except orjson.JSONDecodeError as error:
            raise SourceUnavailable("the answer is no JSON") from error

    def check(self) -> Health:
        """Return whether the source answers, for the status page."""
        begun = time.monotonic()
        try:
            self._get(f"{self._address}/sundhed", {})
        except NothingKnown:
            detail = "no health page (404)"
        except SourceUnavailable as error:
            detail = str(error)
        else:
            detail = ""
        return Health(not detail, detail or "ok", round(1000 * (time.monotonic() - begun)))

    def _get(self, url: str, headers: dict[str, str]) -> bytes:
        return get(url, headers, token=self._token, seconds=self._seconds)


def get(url: str, headers: dict[str, str], *, token: str, seconds: float) -> bytes:
    """Return the body of an answer; raises NothingKnown or SourceUnavailable."""
    own = {"User-Agent": _AGENT, **headers}
    if token:
        own["Authorization"] = f"Bearer {token}"
    until = time.monotonic() + WHOLE
    try:
        with (
            httpx.Client(timeout=seconds, follow_redirects=False) as client,
            client.stream("GET", url, headers=own) as response,
        ):
            _refuse(response.status_code)
            return _body(response, until)
    except httpx.HTTPError as error:
        raise SourceUnavailable(type(error).__name__) from error


def _refuse(status: int) -> None:
    if status == httpx.codes.NOT_FOUND:
        raise NothingKnown
    if status in {httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN}:
        raise NotAllowed(f"status {status}")
    if status != httpx.codes.OK:
        raise SourceUnavailable(f"status {status}")


def _body(response: httpx.Response, until: float) -> bytes:
    whole = bytearray()
    for piece in response.iter_bytes():
        whole += piece
        if len(whole) > MOST_BYTES:
            raise SourceUnavailable("the answer is too large")
        if time.monotonic() > until:
            raise SourceUnavailable("the answer comes too slowly")
    return bytes(whole)
