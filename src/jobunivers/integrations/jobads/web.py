# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fetches advertisements over HTTP: politely, a page at a time, and only from where it may.

The operator decides the address of a source. What the source itself then points to – redirects,
next pages, entries – may lead to another public host, but never to a private address.
"""

import ipaddress
import json
import socket
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import IO
from urllib.parse import urljoin, urlsplit

import httpx

from jobunivers.integrations.jobads.options import ReadOptions

_ATTEMPTS = 4
_PATIENCE = 0.5  # seconds before the second attempt; doubled for each after it
_LONGEST_WAIT = 60.0  # seconds; a source that asks for more is left until the next round
_REDIRECTS = 5
_IN_MEMORY = 8 * 1024 * 1024
_TRY_AGAIN = frozenset([408, 425, 429, 500, 502, 503, 504])
_AGENT = "Jobunivers (vacancy import)"


class FeedUnavailable(Exception):  # noqa: N818 - named for what happened
    """The source could not be read now; nothing is lost, the cursor still stands."""


class AddressRefused(FeedUnavailable):
    """The source points to an address on a private network."""


class NotThere(FeedUnavailable):
    """The address answers that there is nothing (404, 410)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedSource:
    """Where a source of advertisements is and how it may be read."""

    name: str
    url: str  # chosen by the operator
    format: str = "auto"
    licence: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)  # sent to the url's own host only
    options: ReadOptions = field(default_factory=ReadOptions)
    allow_private: bool = False  # may the source point to addresses on a private network?
    max_bytes: int = 4 * 1024**3  # an answer that is larger is no job feed
    max_seconds: float = 1_800.0  # one answer, from first to last byte
    timeout: float = 20.0  # seconds to connect, and between two pieces of an answer


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far a source has been read: the page to ask for, and what we have of it."""

    url: str
    etag: str = ""
    modified: str = ""

    def text(self) -> str:
        """Return the cursor as text to be stored."""
        return json.dumps({"url": self.url, "etag": self.etag, "modified": self.modified})

    @classmethod
    def of(cls, text: str, source: FeedSource) -> "Cursor":
        """Return a stored cursor; the source's beginning if there is none or it is not ours."""
        try:
            stored = json.loads(text)
            return cls(str(stored["url"]), str(stored["etag"]), str(stored["modified"]))
        except (ValueError, TypeError, KeyError):
            return cls(source.url)


@dataclass(slots=True)
class Answer:
    """An answer whose body lies in a file that is gone once it is closed."""

    url: str  # after redirects
    body: IO[bytes]
    etag: str
    modified: str
    unchanged: bool = False


class Web:
    """An HTTP client for one source, which keeps the source's rules."""

    def __init__(
        self,
        source: FeedSource,
        *,
        sleep: Callable[[float], None] = time.sleep,
        only_bytes: int = 0,
    ) -> None:
        self._source = source
        self._only_bytes = only_bytes  # 0 = the whole body
        self._wait = 0.0
        self.failed_entries = 0  # advertisements in a row that did not answer
        self._sleep = sleep
        self._client = httpx.Client(timeout=source.timeout, headers={"User-Agent": _AGENT})

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def get(
        self, url: str, *, etag: str = "", modified: str = "", attempts: int = _ATTEMPTS
    ) -> Answer:
        """Return the answer, after as many attempts as it takes within reason.

        Raises:
            FeedUnavailable: no whole answer came, or it was refused.
        """
        conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = {name: value for name, value in conditions.items() if value}
        reason = ""
        for attempt in range(attempts):
            if attempt:
                self._sleep(self._wait)
            self._wait = min(_PATIENCE * 2**attempt, _LONGEST_WAIT)
            try:
                answer = self._once(url, headers)
            except httpx.InvalidURL as error:
                raise FeedUnavailable(f"The address {url[:200]} is not one.") from error
            except httpx.HTTPError as error:
                reason = f"{type(error).__name__} at {_shown(url)}"
                continue
            if isinstance(answer, Answer):
                return answer
            reason = f"status {answer} at {_shown(url)}"
        raise FeedUnavailable(f"No answer from {self._source.name}: {reason}.")

    def _once(self, url: str, headers: dict[str, str]) -> Answer | int:
        """Return the answer, or a status that is worth another attempt."""
        for _ in range(_REDIRECTS + 1):
            own = self._may_ask(url)
            sent = {**headers, **(self._source.headers if own else {})}
            with self._client.stream("GET", url, headers=sent) as response:
                if response.is_redirect and "location" in response.headers:
                    url = urljoin(url, response.headers["location"])
                    continue
                return self._received(url, response)
        raise FeedUnavailable(f"{self._source.name} redirects without end.")

    def _received(self, url: str, response: httpx.Response) -> Answer | int:
        status = response.status_code
        etag = response.headers.get("etag", "")[:500]
        modified = response.headers.get("last-modified", "")[:100]
        if status == httpx.codes.NOT_MODIFIED:
            return Answer(url, tempfile.SpooledTemporaryFile(), etag, modified, unchanged=True)
        if status in _TRY_AGAIN:
            self._wait = max(self._wait, _retry_after(response))
            if self._wait > _LONGEST_WAIT:
                raise FeedUnavailable(f"{self._source.name} asks us to wait {self._wait:.0f} s.")
            return status
        if status in (httpx.codes.NOT_FOUND, httpx.codes.GONE):
            raise NotThere(f"{_shown(url)} is not there (status {status}).")
        if not response.is_success:
            raise FeedUnavailable(f"{_shown(url)} answers with status {status}.")
        return Answer(url, self._body(response), etag, modified)

    def _body(self, response: httpx.Response) -> IO[bytes]:
        body = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - the caller's
        try:
            self._fill(body, response)
        except BaseException:
            body.close()
            raise
        body.seek(0)
        return body

    def _fill(self, body: IO[bytes], response: httpx.Response) -> None:
        started, size = time.monotonic(), 0
        for piece in response.iter_bytes():
            size += len(piece)
            if size > self._source.max_bytes:
                raise FeedUnavailable(f"{self._source.name} sends more than is allowed.")
            if time.monotonic() - started > self._source.max_seconds:
                raise FeedUnavailable(f"{self._source.name} sends too slowly.")
            body.write(piece)
            if 0 < self._only_bytes <= size:
                break

    def _may_ask(self, url: str) -> bool:
        """Return whether the address is the operator's own; raise if it may not be asked."""
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise FeedUnavailable(f"{self._source.name} points to something else than a web page.")
        if _origin(url) == _origin(self._source.url):
            return True
        if not self._source.allow_private and not is_public(parts.hostname):
            raise AddressRefused(f"{self._source.name} points to the private {parts.hostname}.")
        return False


def _shown(url: str) -> str:
    # A query can hold a key; it does not belong in a message.
    return url.partition("?")[0][:200]


def _origin(url: str) -> tuple[str, str, int | None]:
    parts = urlsplit(url)
    port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    return parts.scheme, (parts.hostname or "").lower(), port


def is_public(host: str) -> bool:
    """Say whether every address of a host is on the public internet; unknown names are not."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return False
    addresses = {ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in found}
    return bool(addresses) and all(_global(address) for address in addresses)


def _global(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    return address.is_global and not address.is_multicast and (inner is None or _global(inner))


def _retry_after(response: httpx.Response) -> float:
    said = response.headers.get("retry-after", "")
    return float(said) if said.isascii() and said.isdigit() and len(said) < 7 else 0.0  # noqa: PLR2004
