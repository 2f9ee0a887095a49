# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from jobunivers.rooms.week.views.feeds import calendar, close, feed, renew
from jobunivers.rooms.week.views.weeks import keep, month, move, week, week_named

__all__ = ["calendar", "close", "feed", "keep", "month", "move", "renew", "week", "week_named"]
