# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from jobunivers.rooms.vacancies.views.advertisement import (
    apply,
    hide,
    show_again,
    star,
    starred,
    unstar,
    vacancy,
)
from jobunivers.rooms.vacancies.views.following import follow, following, stop_following
from jobunivers.rooms.vacancies.views.joblog import (
    application,
    application_delete,
    application_new,
    applications,
)
from jobunivers.rooms.vacancies.views.searching import (
    areas,
    forget_search,
    map_page,
    open_search,
    points,
    save_search,
    saved_searches,
    search,
    suggest,
    suggest_places,
)
from jobunivers.rooms.vacancies.views.suppliers import dismiss, rejected, source, sources

__all__ = [
    "application",
    "application_delete",
    "application_new",
    "applications",
    "apply",
    "areas",
    "dismiss",
    "follow",
    "following",
    "forget_search",
    "hide",
    "map_page",
    "open_search",
    "points",
    "rejected",
    "save_search",
    "saved_searches",
    "search",
    "show_again",
    "source",
    "sources",
    "star",
    "starred",
    "stop_following",
    "suggest",
    "suggest_places",
    "unstar",
    "vacancy",
]
