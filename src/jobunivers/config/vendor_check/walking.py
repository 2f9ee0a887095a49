# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Asking a vendor's app as a browser does, patiently but not for ever."""

from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import httpx

SECONDS = 10.0
STEPS = 15
_MOST_BYTES = 1_000_000
_LED_ON = frozenset({301, 302, 303, 307, 308})


class Failed(Exception):  # noqa: N818 - it reads as what happened
    """A check that did not hold; the words say what was seen."""


@dataclass(frozen=True, slots=True)
class Came:
    """Where a walk ended: the address, the answer's number, and its beginning."""

    url: str
    status: int
    text: str


class Browser:
    """One person's browser: cookies, and redirects followed so far and no further."""

    def __init__(self, *, seconds: float = SECONDS) -> None:
        self.seconds = seconds
        self.client = httpx.Client(timeout=seconds, follow_redirects=False, trust_env=False)

    def ask(
        self,
        method: str,
        url: str,
        *,
        content: bytes | None = None,
        data: dict[str, str] | None = None,
        headers: dict[str, str] | None = None,
    ) -> httpx.Response:
        """Return one answer; Failed when none comes."""
        try:
            host = urlsplit(url).netloc
        except ValueError as error:
            raise Failed(f"{url[:200]!r} is no address") from error
        try:
            return self.client.request(method, url, content=content, data=data, headers=headers)
        except httpx.TimeoutException as error:
            raise Failed(f"{host} gave no answer within {self.seconds:g} s") from error
        except httpx.ConnectError as error:
            raise Failed(f"nobody listens at {host}") from error
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            raise Failed(f"{url[:200]} cannot be asked: {error}") from error

    def walk(self, url: str) -> Came:
        """Return where an address leads in the end.

        Raises:
            Failed: it leads on and on, or somebody on the way gives no answer.
        """
        return self.follow(url, self.ask("GET", url))

    def follow(self, url: str, answer: httpx.Response) -> Came:
        """Return where an answer that came from an address leads in the end; raises Failed."""
        for _ in range(STEPS):
            there = answer.headers.get("location", "")
            if answer.status_code not in _LED_ON or not there:
                return Came(url, answer.status_code, answer.text[:_MOST_BYTES])
            url = urljoin(url, there)
            answer = self.ask("GET", url)
        raise Failed(f"it led on {STEPS} times and to no end; the last was {url[:120]}")

    def close(self) -> None:
        """End all connections."""
        self.client.close()
