# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the worker does for this room."""

from jobunivers.rooms.marketplace.tasks.catalogue import (
    follow_index,
    tally_offers,
    tell_of_withdrawn,
)
from jobunivers.rooms.marketplace.tasks.shelves import check_links, tell_of_taken_down

__all__ = ["check_links", "follow_index", "tally_offers", "tell_of_taken_down", "tell_of_withdrawn"]
