# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for looking."""

from jobunivers.rooms.vacancies.queries.acts import Act, Acts, acts_of, acts_since
from jobunivers.rooms.vacancies.queries.alerts import Arrived, arrived, still_open
from jobunivers.rooms.vacancies.queries.applications import (
    applications_of,
    applications_since,
    latest_applications,
)
from jobunivers.rooms.vacancies.queries.asked import languages_needed
from jobunivers.rooms.vacancies.queries.changes import database_mark
from jobunivers.rooms.vacancies.queries.following import (
    Following,
    FollowingPage,
    following_of,
    following_page,
    target_of,
    targets_of,
    targets_of_search,
    themes_of,
)
from jobunivers.rooms.vacancies.queries.index import rows_by_id
from jobunivers.rooms.vacancies.queries.marks import (
    Marks,
    applied_ids,
    hidden_employer_ids,
    latest_arrival,
    marks_of,
)
from jobunivers.rooms.vacancies.queries.openings import (
    Changed,
    changed_openings,
    day_number,
    texts,
)
from jobunivers.rooms.vacancies.queries.overview import front_overview, index_ready
from jobunivers.rooms.vacancies.queries.parameters import Parameters
from jobunivers.rooms.vacancies.queries.place import SearchPlace, find_place
from jobunivers.rooms.vacancies.queries.positions import Position, open_positions
from jobunivers.rooms.vacancies.queries.searching import (
    SearchPage,
    points_of,
    search_page,
    suggestions,
)
from jobunivers.rooms.vacancies.queries.sources import (
    rejected_records,
    runs_of,
    sources,
    sources_for_about,
)
from jobunivers.rooms.vacancies.queries.vacancy import (
    HiddenRow,
    VacancyPage,
    hidden,
    hidden_ids,
    saved_searches,
    starred,
    starred_ids,
    vacancy_page,
)

__all__ = [
    "Act",
    "Acts",
    "Arrived",
    "Changed",
    "Following",
    "FollowingPage",
    "HiddenRow",
    "Marks",
    "Parameters",
    "Position",
    "SearchPage",
    "SearchPlace",
    "VacancyPage",
    "acts_of",
    "acts_since",
    "applications_of",
    "applications_since",
    "applied_ids",
    "arrived",
    "changed_openings",
    "database_mark",
    "day_number",
    "find_place",
    "following_of",
    "following_page",
    "front_overview",
    "hidden",
    "hidden_employer_ids",
    "hidden_ids",
    "index_ready",
    "languages_needed",
    "latest_applications",
    "latest_arrival",
    "marks_of",
    "open_positions",
    "points_of",
    "rejected_records",
    "rows_by_id",
    "runs_of",
    "saved_searches",
    "search_page",
    "sources",
    "sources_for_about",
    "starred",
    "starred_ids",
    "still_open",
    "suggestions",
    "target_of",
    "targets_of",
    "targets_of_search",
    "texts",
    "themes_of",
    "vacancy_page",
]
