# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every way out to a person has in common: e-mail, phone, and later SMS and Digital Post."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum
from typing import Protocol


class Fate(Enum):
    """What became of one sending."""

    ACCEPTED = "accepted"  # the other side has taken it over
    LATER = "later"  # not now: the same may be tried again
    GONE = "gone"  # the address exists no more and shall not be used again
    REFUSED = "refused"  # this message will never be taken


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one sending, and why in a short code (`smtp-550`, `http-429`, `timeout`).

    The reason never quotes the other side: its words may hold the person's address.
    """

    fate: Fate
    reason: str = ""
    wait: timedelta | None = None  # how long the other side asked us to wait


ACCEPTED = Outcome(Fate.ACCEPTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message, made of words already; the same for every way out.

    `key` is the same each time this message is tried, so that the other side can tell a repeat.
    `link` leads back to the kommune's own pages; `leave` is where one press ends such messages.
    """

    key: str
    title: str
    text: str
    link: str
    at: datetime
    html: str = ""
    leave: str = ""
    urgent: bool = False
    sender_name: str = ""
    reply_to: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


class Carrier(Protocol):
    """A way out. The address is what the person gave: an e-mail address, a phone's subscription."""

    def send(self, message: Message, address: str) -> Outcome:
        """Hand one message over; never raise for what the other side does."""

    def check(self) -> str:
        """Return what is wrong with the way out, in a few words; empty when it is well."""
