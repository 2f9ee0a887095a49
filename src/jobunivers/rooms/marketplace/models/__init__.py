# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from jobunivers.rooms.marketplace.models.keeping_up import LinkCheck, LinkState, VisionLevel
from jobunivers.rooms.marketplace.models.offers import (
    Format,
    Kind,
    Level,
    Offer,
    OfferState,
    OfferVersion,
    Source,
    Way,
)
from jobunivers.rooms.marketplace.models.shelves import (
    Cluster,
    ClusterMember,
    Shelf,
    ShelfEntry,
    Stance,
)
from jobunivers.rooms.marketplace.models.using import (
    Act,
    KeptOffer,
    OfferTally,
    OfferUse,
    Rating,
    RatingState,
    UseAct,
)
from jobunivers.rooms.marketplace.models.vendors import Vendor

__all__ = [
    "Act",
    "Cluster",
    "ClusterMember",
    "Format",
    "KeptOffer",
    "Kind",
    "Level",
    "LinkCheck",
    "LinkState",
    "Offer",
    "OfferState",
    "OfferTally",
    "OfferUse",
    "OfferVersion",
    "Rating",
    "RatingState",
    "Shelf",
    "ShelfEntry",
    "Source",
    "Stance",
    "UseAct",
    "Vendor",
    "VisionLevel",
    "Way",
]
