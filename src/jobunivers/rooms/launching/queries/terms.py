# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What exactly is handed over at a start, and which text she has said yes to."""

import hashlib
import json
from collections.abc import Sequence

from jobunivers.rooms.launching.queries.words import ALWAYS, OPTIONAL, words_of
from jobunivers.rooms.marketplace.queries import Offer


def data_of(offer: Offer) -> tuple[str, ...]:
    """Return the codes of what is handed over: what a login always says, and what is asked for.

    What a vendor asks for and a login cannot give (a CV, a mail address) is not among them.
    """
    asked = offer.current.data if offer.current else ()
    return (*ALWAYS, *(code for code in OPTIONAL if code in asked))


def recipient_of(offer: Offer) -> str:
    """Return whose hands it comes into."""
    return offer.vendor.name if offer.vendor else ""


def terms_of(offer: Offer) -> str:
    """Return the digest of who gets what: another recipient or other data is another question."""
    told = [offer.pk, offer.vendor_id, recipient_of(offer), list(data_of(offer))]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def hands_over(offer: Offer) -> Sequence[str]:
    """Return what is handed over at a start, in the reader's words."""
    return words_of(data_of(offer))
