# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from jobunivers.rooms.tailored.views.acts import boldness, find_now, more_like, no_more_like
from jobunivers.rooms.tailored.views.pages import freshness, gaps, like, recommended, why

__all__ = [
    "boldness",
    "find_now",
    "freshness",
    "gaps",
    "like",
    "more_like",
    "no_more_like",
    "recommended",
    "why",
]
