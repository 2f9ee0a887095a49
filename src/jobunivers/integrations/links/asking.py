# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Asking one address: kindly, briefly, and never on and on."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

import httpx

from jobunivers.integrations.links.guard import (
    NoSuchHost,
    Refused,
    Resolve,
    Target,
    checked,
    resolve,
)

AGENT = "Jobunivers-linkcheck"
_REDIRECTS = 5
_ROBOTS_BYTES = 100_000
_LED_ON = frozenset({301, 302, 303, 307, 308})
_GONE = frozenset({404, 410})
_KEPT_OUT = frozenset({403, 429, 451})
_LOG_IN = 401
_OK, _NOT_OK = 200, 300


class State(StrEnum):
    """What came of asking."""

    WORKS = "works"
    GONE = "gone"
    FAILS = "fails"
    SILENT = "silent"
    LOOP = "loop"
    REFUSED = "refused"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking an address; `status` is the last one's number, None: none came."""

    state: State
    status: int | None = None


@dataclass(slots=True)
class Asker:
    """Asks addresses of one host after each other.

    Attributes:
        seconds: to connect, and between two pieces of an answer.
        budget: seconds for one address with all it leads to.
        pause: seconds between two addresses, for the host's sake.
        also: hosts with ports that may be asked wherever they lie (tests).
    """

    seconds: float = 10.0
    budget: float = 30.0
    pause: float = 1.0
    resolve: Resolve = resolve
    also: frozenset[str] = frozenset()
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _rules: dict[str, RobotFileParser] = field(default_factory=dict)
    _asked: int = 0

    def ask(self, url: str) -> Answer:
        """Return what comes of an address."""
        if self._asked:
            self.sleep(self.pause)
        self._asked += 1
        until = self.clock() + self.budget
        client = httpx.Client(timeout=self.seconds, follow_redirects=False, trust_env=False)
        # One who sends a letter now and then keeps every time-out waiting: the line is cut.
        cut = threading.Timer(self.budget, client.close)
        cut.daemon = True
        cut.start()
        try:
            return self._follow(client, url, until)
        except Refused:
            return Answer(State.REFUSED)
        except (NoSuchHost, httpx.HTTPError, httpx.InvalidURL, OSError):
            return Answer(State.SILENT)
        except RuntimeError:  # the client was closed between two questions
            return Answer(State.SILENT)
        finally:
            cut.cancel()
            client.close()

    def _follow(self, client: httpx.Client, url: str, until: float) -> Answer:
        seen = set()
        status = None
        for _ in range(_REDIRECTS + 1):
            if url in seen:
                break
            seen.add(url)
            if self.clock() > until:
                return Answer(State.SILENT, status)
            target = checked(url, resolve=self.resolve, also=self.also)
            if not self._may(client, target, url):
                return Answer(State.CLOSED, status)
            status, location, _body = self._get(client, target)
            if status not in _LED_ON or not location:
                return Answer(_state(status), status)
            url = urljoin(url, location)
        return Answer(State.LOOP, status)

    def _may(self, client: httpx.Client, target: Target, url: str) -> bool:
        """Say whether the host lets robots ask; what it does not say, it allows."""
        key = f"{target.parts.scheme}://{target.parts.netloc}"
        if key not in self._rules:
            rules = RobotFileParser()
            robots = checked(f"{key}/robots.txt", resolve=self.resolve, also=self.also)
            try:
                status, _location, body = self._get(client, robots, _ROBOTS_BYTES)
            except httpx.HTTPError:
                status, body = 0, b""
            said = body.decode("utf-8", "replace") if _OK <= status < _NOT_OK else ""
            rules.parse(said.splitlines())
            self._rules[key] = rules
        return self._rules[key].can_fetch(AGENT, url)

    def _get(self, client: httpx.Client, target: Target, most: int = 0) -> tuple[int, str, bytes]:
        """Return the status, where it leads, and at most so many bytes of the body."""
        headers = {"Host": target.parts.netloc, "User-Agent": AGENT, "Accept": "*/*"}
        extensions = {"sni_hostname": target.host}
        body, until = b"", self.clock() + self.seconds
        with client.stream("GET", target.url, headers=headers, extensions=extensions) as answer:
            for piece in answer.iter_raw(4096) if most else ():
                body += piece
                if len(body) >= most or self.clock() > until:
                    break
            return answer.status_code, answer.headers.get("location", ""), body[:most]


def _state(status: int) -> State:
    # A page that asks for a login is there.
    if _OK <= status < _NOT_OK or status == _LOG_IN:
        return State.WORKS
    if status in _GONE:
        return State.GONE
    return State.CLOSED if status in _KEPT_OUT else State.FAILS
