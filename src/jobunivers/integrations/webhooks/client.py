# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sending one message: to the machine that was checked, briefly, and nowhere else."""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import httpx

from jobunivers.integrations.links.guard import (
    NoSuchHost,
    Refused,
    Resolve,
    Target,
    checked,
    resolve,
)

AGENT = "Jobunivers-webhooks"
SECONDS = 10.0  # for one message, all in all
_KEPT_SIGNS = 300
_KEPT_BYTES = 4 * _KEPT_SIGNS
_OK, _NOT_OK = 200, 300
_GONE = 410
_LED_ON = frozenset({301, 302, 303, 307, 308})


class Trouble(StrEnum):
    """What a message came to grief by."""

    REFUSED = "refused"  # an address that is not of the public web, or not https
    UNKNOWN = "unknown"  # nobody knows the host
    CLOSED = "closed"  # nobody listens, or the certificate is not the host's
    SLOW = "slow"  # no whole answer in time
    CUT = "cut"  # the line was cut before the answer had come
    LED_ON = "led_on"  # a redirect, which is not followed
    GONE = "gone"  # 410: the receiver wants no more (Standard Webhooks)
    STATUS = "status"  # any other answer than 2xx


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a message.

    Attributes:
        status: the answer's number; None: none came.
        ms: how long it took.
        said: the first 300 signs of the answer.
        trouble: why it counts as not received; None: it was received.
    """

    status: int | None
    ms: int
    said: str = ""
    trouble: Trouble | None = None


def send(
    url: str,
    body: bytes,
    headers: Mapping[str, str],
    *,
    also: frozenset[str] = frozenset(),
    seconds: float = SECONDS,
    resolve: Resolve = resolve,
    clock: Callable[[], float] = time.monotonic,
) -> Answer:
    """Send a message once and return what came of it; nothing is raised.

    Args:
        url: https, on the public web.
        body: what is sent.
        headers: beside the usual ones.
        also: hosts with ports that may be asked wherever they lie and over http (tests, demo).
        seconds: for all of it; an answer that comes in drops is cut off.
        resolve: gives a host's numbers.
        clock: seconds that only grow.
    """
    begun = clock()

    def came(status: int | None, trouble: Trouble | None, said: str = "") -> Answer:
        return Answer(status, int((clock() - begun) * 1000), said, trouble)

    try:
        target = checked(url, resolve=resolve, also=also)
    except Refused:
        return came(None, Trouble.REFUSED)
    except NoSuchHost:
        return came(None, Trouble.UNKNOWN)
    if target.parts.scheme != "https" and target.parts.netloc not in also:
        return came(None, Trouble.REFUSED)
    try:
        status, said = _posted(target, body, headers, seconds)
    except _Broken as broken:
        late = clock() - begun >= seconds
        return came(broken.status, Trouble.SLOW if late else broken.trouble)
    return came(status, _trouble_of(status), said)


class _Broken(Exception):  # noqa: N818 - it reads as what happened
    """The line broke before the answer had come; `status`: what of it had come."""

    def __init__(self, trouble: Trouble, status: int | None) -> None:
        super().__init__(trouble)
        self.trouble = trouble
        self.status = status


def _posted(
    target: Target, body: bytes, headers: Mapping[str, str], seconds: float
) -> tuple[int, str]:
    sent = {
        **headers,
        "Host": target.parts.netloc,
        "User-Agent": AGENT,
        "Accept": "*/*",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }
    client = httpx.Client(timeout=seconds, follow_redirects=False, trust_env=False)
    # One who sends a letter now and then keeps every time-out waiting: the line is cut.
    cut = threading.Timer(seconds, client.close)
    cut.daemon = True
    cut.start()
    status = None
    try:
        extensions = {"sni_hostname": target.host}
        with client.stream(
            "POST", target.url, content=body, headers=sent, extensions=extensions
        ) as answer:
            status = answer.status_code
            return status, _beginning(answer)
    except httpx.TimeoutException as error:
        raise _Broken(Trouble.SLOW, status) from error
    except httpx.ConnectError as error:
        raise _Broken(Trouble.CLOSED, status) from error
    except (httpx.HTTPError, httpx.InvalidURL, OSError, RuntimeError) as error:
        raise _Broken(Trouble.CUT, status) from error
    finally:
        cut.cancel()
        client.close()


def _beginning(answer: httpx.Response) -> str:
    """Return the first signs of an answer, without what is no text."""
    read = b""
    for piece in answer.iter_raw(1024):
        read += piece
        if len(read) >= _KEPT_BYTES:
            break
    text = read[:_KEPT_BYTES].decode("utf-8", "replace")
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())[
        :_KEPT_SIGNS
    ]


def _trouble_of(status: int) -> Trouble | None:
    if _OK <= status < _NOT_OK:
        return None
    if status in _LED_ON:
        return Trouble.LED_ON
    return Trouble.GONE if status == _GONE else Trouble.STATUS
