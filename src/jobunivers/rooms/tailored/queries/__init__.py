# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for looking."""

from jobunivers.rooms.tailored.models import RecommendationRun as Run
from jobunivers.rooms.tailored.queries.again import Again, made_again
from jobunivers.rooms.tailored.queries.because_page import BecausePage, because_page
from jobunivers.rooms.tailored.queries.gaps import GapsPage, gaps_page
from jobunivers.rooms.tailored.queries.like import LikePage, like_page
from jobunivers.rooms.tailored.queries.market import LabourMarket, labour_market
from jobunivers.rooms.tailored.queries.models import running_model
from jobunivers.rooms.tailored.queries.pages import (
    MODEL,
    RecommendedPage,
    recommended_page,
)
from jobunivers.rooms.tailored.queries.reaching import (
    Room,
    kinds_that_suit,
    points_for,
    room_of,
)
from jobunivers.rooms.tailored.queries.reading import KeptRow
from jobunivers.rooms.tailored.queries.rows import Row
from jobunivers.rooms.tailored.queries.runs import (
    Freshness,
    ShortList,
    computed_since,
    current_lists,
    current_run,
    freshness_of,
    holders_of_lists,
    is_fresh,
)
from jobunivers.rooms.tailored.queries.slider import boldness_of, slider_of
from jobunivers.rooms.tailored.queries.why import WhyPage, why_page
from jobunivers.rooms.tailored.queries.work_market import WorkMarket, work_market

__all__ = [
    "MODEL",
    "Again",
    "BecausePage",
    "Freshness",
    "GapsPage",
    "KeptRow",
    "LabourMarket",
    "LikePage",
    "RecommendedPage",
    "Room",
    "Row",
    "Run",
    "ShortList",
    "WhyPage",
    "WorkMarket",
    "because_page",
    "boldness_of",
    "computed_since",
    "current_lists",
    "current_run",
    "freshness_of",
    "gaps_page",
    "holders_of_lists",
    "is_fresh",
    "kinds_that_suit",
    "labour_market",
    "like_page",
    "made_again",
    "points_for",
    "recommended_page",
    "room_of",
    "running_model",
    "slider_of",
    "why_page",
    "work_market",
]
