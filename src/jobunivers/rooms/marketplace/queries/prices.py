# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a firm asks for a solution, for staff: a room above knows it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from jobunivers.rooms.marketplace.models import Offer


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """The prices a firm has published, in words.

    `buying`: where somebody of the reader's role begins an agreement with them; empty: nowhere.
    """

    model: Sequence[str]
    words: str
    published_at: datetime
    buying: str


# An offer and the reader's role → its prices.
Provider = Callable[[Offer, str], Prices | None]
_providers: list[Provider] = []


def provide_prices(provider: Provider) -> None:
    """Let a room say what solutions cost; in its `apps.py`."""
    _providers[:] = [provider]


def prices_for(offer: Offer, role: str) -> Prices | None:
    """Return what a firm asks; None for what is no firm's, and where nothing is published."""
    if offer.vendor_id is None or not _providers:
        return None
    return _providers[0](offer, role)
