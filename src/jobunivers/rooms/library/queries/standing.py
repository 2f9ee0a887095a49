# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a citizen may read an offer on our own pages."""

from jobunivers.rooms.marketplace.queries import Offer, OfferState, Way


def may_read(offer: Offer, *, citizen_id: int) -> bool:  # noqa: ARG001 - shelves ask who
    """Say whether an offer is published, held back by nothing, and is read here."""
    said = offer.current
    return (
        offer.state == OfferState.APPROVED
        and not offer.blocked
        and said is not None
        and said.way == Way.OWN
        and bool(said.body.get("steps"))
    )
