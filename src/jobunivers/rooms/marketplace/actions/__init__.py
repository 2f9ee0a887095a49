# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for changes."""

from jobunivers.rooms.marketplace.actions.offers import (
    ChangedMeanwhile,
    NotReady,
    OfferEntry,
    approve,
    block,
    new_offer,
    save_version,
    send_back,
    submit,
    withdraw,
)
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

__all__ = [
    "ChangedMeanwhile",
    "NotOnOffer",
    "NotReady",
    "OfferEntry",
    "VendorEntry",
    "approve",
    "assign",
    "block",
    "complete",
    "new_offer",
    "progress",
    "save_vendor",
    "save_version",
    "send_back",
    "shown",
    "start",
    "stop",
    "submit",
    "withdraw",
]
