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
from jobunivers.rooms.marketplace.queries.acts import (
    acts_of,
    acts_up_to,
    last_taken_back,
    microseconds,
    stars_of,
)
from jobunivers.rooms.marketplace.queries.helping import Document, Help, provide_help
from jobunivers.rooms.marketplace.queries.index import index_ready
from jobunivers.rooms.marketplace.queries.offers import (
    offer,
    offer_by_key,
    on_offer,
    use_of,
    vendor_by_key,
    versions_of,
)
from jobunivers.rooms.marketplace.queries.opening import Opener, opening_of
from jobunivers.rooms.marketplace.queries.prices import Prices, provide_prices
from jobunivers.rooms.marketplace.queries.ratings import (
    FEWEST_FOR_VENDORS,
    Numbers,
    Stars,
    numbers_of,
    ratings_of,
    shown_words,
    star_sums,
)
from jobunivers.rooms.marketplace.queries.shelved import shelved_ids
from jobunivers.rooms.marketplace.queries.shelves import (
    Card,
    ShelfShown,
    course_of,
    provide_course,
    shelves_for,
    standing_ids,
    why_here,
)
from jobunivers.rooms.marketplace.queries.shelves import course_names as shelf_course_names
from jobunivers.rooms.marketplace.queries.telling import effects_of, provide_effect, provide_html

__all__ = [
    "FEWEST_FOR_VENDORS",
    "Act",
    "Card",
    "Document",
    "Format",
    "Help",
    "Kind",
    "Level",
    "Numbers",
    "Offer",
    "OfferState",
    "OfferUse",
    "OfferVersion",
    "Opener",
    "Prices",
    "RatingState",
    "ShelfShown",
    "Source",
    "Stance",
    "Stars",
    "UseAct",
    "Vendor",
    "Way",
    "acts_of",
    "acts_up_to",
    "course_of",
    "effects_of",
    "index_ready",
    "last_taken_back",
    "microseconds",
    "numbers_of",
    "offer",
    "offer_by_key",
    "on_offer",
    "opening_of",
    "provide_course",
    "provide_effect",
    "provide_help",
    "provide_html",
    "provide_prices",
    "ratings_of",
    "shelf_course_names",
    "shelved_ids",
    "shelves_for",
    "shown_words",
    "standing_ids",
    "star_sums",
    "stars_of",
    "use_of",
    "vendor_by_key",
    "versions_of",
    "why_here",
]
