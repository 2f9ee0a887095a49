# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What she writes about her week: another day, and what her own calendar is told."""

from jobunivers.rooms.week.forms.feeds import FeedForm
from jobunivers.rooms.week.forms.moving import MoveForm

__all__ = ["FeedForm", "MoveForm"]
