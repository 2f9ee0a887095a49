# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her week, and what her own calendar is told of it."""

from jobunivers.rooms.week.queries.feeds import FeedPage, Told, feed_of, feed_page, file_of, told
from jobunivers.rooms.week.queries.keeping import reader_of
from jobunivers.rooms.week.queries.weeks import (
    Day,
    Line,
    MonthPage,
    WeekPage,
    line_of,
    may_move,
    month_page,
    week_page,
)

__all__ = [
    "Day",
    "FeedPage",
    "Line",
    "MonthPage",
    "Told",
    "WeekPage",
    "feed_of",
    "feed_page",
    "file_of",
    "line_of",
    "may_move",
    "month_page",
    "reader_of",
    "told",
    "week_page",
]
