# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sending to a phone or computer through its maker's push service (RFC 8030)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Self
from urllib.parse import urlsplit

import httpx

from jobunivers.integrations.carrying import ACCEPTED, Fate, Message, Outcome
from jobunivers.integrations.webpush import vapid
from jobunivers.integrations.webpush.encryption import Device, TooLong, encrypt
from jobunivers.integrations.webpush.vapid import Keys

SECONDS = 10.0
KEPT = timedelta(days=1)  # how long the service keeps it for a device that is off
_LONGEST_ADDRESS, _LONGEST_TEXT = 1000, 900
_TAKEN = frozenset({200, 201, 202})
_GONE = frozenset({404, 410})
_BUSY, _BROKEN = 429, 500
# Where the browsers' makers have their push services; a name that begins with a dot stands for
# all below it. Nothing else is ever asked: the address comes from outside.
HOSTS = (
    "fcm.googleapis.com",
    "updates.push.services.mozilla.com",
    ".push.apple.com",
    ".notify.windows.com",
)


class BadSubscription(ValueError):  # noqa: N818 - it reads as what happened
    """What a browser sent is no subscription of a push service we know."""


@dataclass(frozen=True, slots=True)
class Subscription:
    """One device: the address at its push service, and its keys."""

    endpoint: str
    device: Device

    @classmethod
    def read(cls, text: str, *, hosts: Sequence[str]) -> Self:
        """Return the subscription in a browser's JSON.

        Raises:
            BadSubscription: it is none, or its service is not among the hosts.
        """
        try:
            told = json.loads(text)
            endpoint, keys = str(told["endpoint"]), told["keys"]
            device = Device.read(str(keys["p256dh"]), str(keys["auth"]))
        except (ValueError, KeyError, TypeError):
            raise BadSubscription("not a subscription") from None
        if not may_be_asked(endpoint, hosts):
            raise BadSubscription("not a push service we know")
        return cls(endpoint, device)


def tidy(text: str, *, hosts: Sequence[str]) -> str:
    """Return a browser's JSON with what we need and nothing else; BadSubscription as above."""
    Subscription.read(text, hosts=hosts)
    told = json.loads(text)
    keys = {name: told["keys"][name] for name in ("p256dh", "auth")}
    return json.dumps({"endpoint": told["endpoint"], "keys": keys}, sort_keys=True)


def may_be_asked(endpoint: str, hosts: Sequence[str]) -> bool:
    """Tell whether an address is one of a push service we know, over TLS.

    A host that is written with a port may be asked without TLS: a fake on this machine.
    """
    parts = urlsplit(endpoint)
    if len(endpoint) > _LONGEST_ADDRESS or parts.username or not parts.hostname:
        return False
    if parts.netloc in hosts and ":" in parts.netloc:
        return parts.scheme == "http"
    return (
        parts.scheme == "https"
        and parts.port in {None, 443}
        and any(
            parts.hostname.endswith(host) if host.startswith(".") else parts.hostname == host
            for host in hosts
        )
    )


class WebPush:
    """Sends messages to devices; the connections are kept between them."""

    def __init__(
        self,
        keys: Keys,
        *,
        contact: str,
        hosts: Sequence[str] = HOSTS,
        seconds: float = SECONDS,
    ) -> None:
        self.keys = keys
        self.contact = contact
        self.hosts = tuple(hosts)
        self._client = httpx.Client(timeout=seconds, follow_redirects=False)

    def send(self, message: Message, address: str) -> Outcome:
        """Encrypt a message for the device whose subscription the address is, and send it."""
        try:
            where = Subscription.read(address, hosts=self.hosts)
            body = encrypt(_payload(message), where.device)
        except BadSubscription:
            return Outcome(Fate.GONE, "bad_subscription")
        except TooLong:
            return Outcome(Fate.REFUSED, "too_long")
        who = vapid.authorization(where.endpoint, self.keys, contact=self.contact, at=message.at)
        headers = {
            "Authorization": who,
            "Content-Encoding": "aes128gcm",
            "Content-Type": "application/octet-stream",
            "TTL": str(int(KEPT.total_seconds())),
            "Urgency": "high" if message.urgent else "normal",
            # A later try of the same message replaces one that still waits there.
            "Topic": message.key[:32],
        }
        try:
            answer = self._client.post(where.endpoint, content=body, headers=headers)
        except httpx.HTTPError as error:
            return Outcome(Fate.LATER, f"http-{type(error).__name__.lower()}"[:40])
        return _outcome(answer, at=message.at)

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    def check(self) -> str:
        """Return nothing: there is no address of our own to ask."""
        return "" if self.hosts else "no push service is allowed"


def _payload(message: Message) -> bytes:
    told = {
        "title": message.sender_name or message.title,
        "body": message.title[:_LONGEST_TEXT],
        "link": message.link,
        "tag": message.key,
    }
    return json.dumps(told, ensure_ascii=False).encode()


def _outcome(answer: httpx.Response, *, at: datetime) -> Outcome:
    code, reason = answer.status_code, f"http-{answer.status_code}"
    if code in _TAKEN:
        return ACCEPTED
    if code in _GONE:
        return Outcome(Fate.GONE, reason)
    if code == _BUSY or code >= _BROKEN:
        return Outcome(Fate.LATER, reason, _wait(answer.headers.get("Retry-After", ""), at=at))
    return Outcome(Fate.REFUSED, reason)


def _wait(told: str, *, at: datetime) -> timedelta | None:
    """Return how long `Retry-After` asks to wait: seconds, or a date (RFC 9110)."""
    if told.isascii() and told.isdigit():
        return timedelta(seconds=min(int(told), 86_400))
    try:
        until = parsedate_to_datetime(told)
    except ValueError:
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(until - at, timedelta(0))
