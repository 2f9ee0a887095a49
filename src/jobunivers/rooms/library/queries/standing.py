# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a citizen may read an offer on our own pages."""

from datetime import datetime

from jobunivers.rooms.marketplace.queries import (
    Offer,
    OfferState,
    Way,
    course_of,
    standing_ids,
    use_of,
)


def may_read(offer: Offer, *, citizen_id: int, at: datetime) -> bool:
    """Say whether an offer is published, held back by nothing, read here, and there for her.

    It is there for her on a shelf of her course, and as long as she uses it: what a kommune takes
    off a shelf is not taken out of her hands halfway.
    """
    said = offer.current
    if offer.state != OfferState.APPROVED or offer.blocked or said is None:
        return False
    if said.way != Way.OWN or not said.body.get("steps"):
        return False
    if use_of(citizen_id=citizen_id, offer_id=offer.pk) is not None:
        return True
    return offer.pk in standing_ids(course_of(citizen_id), at=at)
