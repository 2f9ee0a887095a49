# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for looking."""

from jobunivers.rooms.tailored.queries.pages import (
    Freshness,
    MyPage,
    RecommendedPage,
    Row,
    WhyPage,
    computed_since,
    current_run,
    freshness_of,
    is_fresh,
    my_page,
    recommended_page,
    why_page,
)

__all__ = [
    "Freshness",
    "MyPage",
    "RecommendedPage",
    "Row",
    "WhyPage",
    "computed_since",
    "current_run",
    "freshness_of",
    "is_fresh",
    "my_page",
    "recommended_page",
    "why_page",
]
