# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for changes."""

from jobunivers.rooms.marketplace.actions.keeping import TooManyKept, keep, let_go
from jobunivers.rooms.marketplace.actions.offers import (
    ChangedMeanwhile,
    NotReady,
    OfferEntry,
    approve,
    block,
    new_offer,
    review_by,
    save_version,
    send_back,
    submit,
    withdraw,
)
from jobunivers.rooms.marketplace.actions.rating import (
    ChangedRating,
    NotUsed,
    hide_words,
    rate,
    show_words,
)
from jobunivers.rooms.marketplace.actions.tallying import tally
from jobunivers.rooms.marketplace.actions.using import (
    NotOnOffer,
    assign,
    complete,
    progress,
    shown,
    start,
    stop,
)
from jobunivers.rooms.marketplace.actions.vendors import VendorEntry, save_vendor
from jobunivers.rooms.marketplace.queries.opening import Opener, provide_way

__all__ = [
    "ChangedMeanwhile",
    "ChangedRating",
    "NotOnOffer",
    "NotReady",
    "NotUsed",
    "OfferEntry",
    "Opener",
    "TooManyKept",
    "VendorEntry",
    "approve",
    "assign",
    "block",
    "complete",
    "hide_words",
    "keep",
    "let_go",
    "new_offer",
    "progress",
    "provide_way",
    "rate",
    "review_by",
    "save_vendor",
    "save_version",
    "send_back",
    "show_words",
    "shown",
    "start",
    "stop",
    "submit",
    "tally",
    "withdraw",
]
