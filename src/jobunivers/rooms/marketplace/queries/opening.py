# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How an offer is opened: each way has an opener, told by the room that knows the way.

A link and a contact open here; our own content, OIDC and LTI are told by the rooms above.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.urls import reverse

from jobunivers.rooms.marketplace.models import Offer, Way


def _nothing(_offer: Offer) -> Sequence[str]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opener:
    """What is behind the start button of one way.

    Attributes:
        opens: the offer and the key of this press → the path of our page that the press leads to.
        hands_over: what is handed over to the vendor, in the reader's words; nothing when empty.
        outside: it leads off our pages.
        notes: the press itself is the start; False where the opener's page notes it, after a yes.
    """

    opens: Callable[[Offer, str], str]
    hands_over: Callable[[Offer], Sequence[str]] = _nothing
    outside: bool = False
    notes: bool = True


_openers: dict[str, Opener] = {}


def provide_way(way: Way, opener: Opener) -> None:
    """Say how offers of a way are opened; in a room's `apps.py`."""
    _openers[way] = opener


def opening_of(offer: Offer) -> Opener | None:
    """Return how an offer is opened; None when it has no version or nobody knows its way."""
    return None if offer.current is None else _openers.get(offer.current.way)


def provide_own_ways() -> None:
    """Offer the two ways of this room: a link, and somebody to write or ring to."""
    provide_way(Way.LINK, Opener(opens=_on_the_way, outside=True))
    provide_way(Way.CONTACT, Opener(opens=_on_the_way))


def _on_the_way(offer: Offer, _key: str) -> str:
    return reverse("marketplace:leave", args=[offer.pk])


def site_of(address: str) -> str:
    """Return the name of the site an address leads to; empty when it is no address of the web."""
    parts = urlsplit(address)
    return (parts.hostname or "") if parts.scheme in {"http", "https"} else ""
