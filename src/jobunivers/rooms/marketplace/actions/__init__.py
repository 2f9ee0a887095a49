# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for changes."""

from jobunivers.rooms.marketplace.actions.clusters import InAnother, decide_level, save_cluster
from jobunivers.rooms.marketplace.actions.going import tell_gone
from jobunivers.rooms.marketplace.actions.indexing import bring_index_up_to_date
from jobunivers.rooms.marketplace.actions.keeping import TooManyKept, keep, let_go
from jobunivers.rooms.marketplace.actions.links import keep_answers, links_to_ask
from jobunivers.rooms.marketplace.actions.moving import move_entry, move_shelf
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
from jobunivers.rooms.marketplace.actions.shelves import (
    EntryChanged,
    Placing,
    ShelfChanged,
    ShelfWords,
    place,
    place_many,
    remove_entry,
    remove_shelf,
    save_entry,
    save_shelf,
)
from jobunivers.rooms.marketplace.actions.starting import ensure_shelves
from jobunivers.rooms.marketplace.actions.taking_down import (
    put_back,
    take_down,
    tell_of_taken_down,
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
    tell_anew,
)
from jobunivers.rooms.marketplace.actions.vendors import VendorEntry, save_vendor
from jobunivers.rooms.marketplace.queries.opening import Opener, provide_way
from jobunivers.rooms.marketplace.queries.shelf_rows import COUNTRY, OWN, Whose, cluster

__all__ = [
    "COUNTRY",
    "OWN",
    "ChangedMeanwhile",
    "ChangedRating",
    "EntryChanged",
    "InAnother",
    "NotOnOffer",
    "NotReady",
    "NotUsed",
    "OfferEntry",
    "Opener",
    "Placing",
    "ShelfChanged",
    "ShelfWords",
    "TooManyKept",
    "VendorEntry",
    "Whose",
    "approve",
    "assign",
    "block",
    "bring_index_up_to_date",
    "cluster",
    "complete",
    "decide_level",
    "ensure_shelves",
    "hide_words",
    "keep",
    "keep_answers",
    "let_go",
    "links_to_ask",
    "move_entry",
    "move_shelf",
    "new_offer",
    "place",
    "place_many",
    "progress",
    "provide_way",
    "put_back",
    "rate",
    "remove_entry",
    "remove_shelf",
    "review_by",
    "save_cluster",
    "save_entry",
    "save_shelf",
    "save_vendor",
    "save_version",
    "send_back",
    "show_words",
    "shown",
    "start",
    "stop",
    "submit",
    "take_down",
    "tally",
    "tell_anew",
    "tell_gone",
    "tell_of_taken_down",
    "withdraw",
]
