# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for looking."""

from jobunivers.rooms.marketplace.models import (
    Act,
    Format,
    Kind,
    Level,
    Offer,
    OfferState,
    OfferUse,
    OfferVersion,
    RatingState,
    Source,
    Stance,
    UseAct,
    Vendor,
    Way,
)
from jobunivers.rooms.marketplace.queries.offers import (
    offer,
    offer_by_key,
    on_offer,
    use_of,
    vendor_by_key,
    versions_of,
)
from jobunivers.rooms.marketplace.queries.opening import Opener, opening_of
from jobunivers.rooms.marketplace.queries.ratings import (
    Numbers,
    Stars,
    numbers_of,
    ratings_of,
)

__all__ = [
    "Act",
    "Format",
    "Kind",
    "Level",
    "Numbers",
    "Offer",
    "OfferState",
    "OfferUse",
    "OfferVersion",
    "Opener",
    "RatingState",
    "Source",
    "Stance",
    "Stars",
    "UseAct",
    "Vendor",
    "Way",
    "numbers_of",
    "offer",
    "offer_by_key",
    "on_offer",
    "opening_of",
    "ratings_of",
    "use_of",
    "vendor_by_key",
    "versions_of",
]
