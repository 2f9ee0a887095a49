# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether she may begin an offer here and now."""

from datetime import datetime

from jobunivers.rooms.marketplace.queries import Offer, course_of, standing_ids


def may_start(*, citizen_id: int, offer: Offer, at: datetime) -> bool:
    """Say whether an offer stands on the shelves of her course."""
    return offer.pk in standing_ids(course_of(citizen_id), at=at)
