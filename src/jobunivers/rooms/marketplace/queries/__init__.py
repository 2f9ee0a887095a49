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

__all__ = [
    "Act",
    "Format",
    "Kind",
    "Level",
    "Offer",
    "OfferState",
    "OfferUse",
    "OfferVersion",
    "RatingState",
    "Source",
    "Stance",
    "UseAct",
    "Vendor",
    "Way",
    "offer",
    "offer_by_key",
    "on_offer",
    "use_of",
    "vendor_by_key",
    "versions_of",
]
