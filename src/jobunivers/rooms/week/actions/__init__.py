# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What she changes in her week and in how her calendar is told of it."""

from jobunivers.foundation.diary import CannotMove, ChangedMeanwhile
from jobunivers.rooms.week.actions.feeds import close_feed, note_fetched, open_feed, renew_feed
from jobunivers.rooms.week.actions.moving import move_entry

__all__ = [
    "CannotMove",
    "ChangedMeanwhile",
    "close_feed",
    "move_entry",
    "note_fetched",
    "open_feed",
    "renew_feed",
]
