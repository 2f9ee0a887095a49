# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a citizen who is stuck with a firm's solution gets help: a room above knows it."""

from collections.abc import Callable
from dataclasses import dataclass

from jobunivers.rooms.marketplace.models import Offer


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document that everybody who reads the offer may have.

    `address`: where it is given; `language`: in words, empty: not said.
    """

    address: str
    bytes: int
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """What a firm has answered for, as far as somebody has read and accepted it.

    `hours`: when somebody is there; `answer_hours`: how long an answer takes at most; `statement`:
    the address of the statement of accessibility, `document`: the statement itself, `faults`: what
    it names.
    """

    hours: str
    email: str
    phone: str
    answer_hours: int | None
    statement: str
    faults: str
    document: Document | None = None


Provider = Callable[[Offer], Help | None]
_providers: list[Provider] = []


def provide_help(provider: Provider) -> None:
    """Let a room say where help is to be had."""
    _providers.append(provider)


def help_of(offer: Offer) -> Help | None:
    """Return where help is to be had; None for what is no firm's."""
    if offer.vendor_id is None:
        return None
    found = (provider(offer) for provider in _providers)
    return next((one for one in found if one is not None), None)
