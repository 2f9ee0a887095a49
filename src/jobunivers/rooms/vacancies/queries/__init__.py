# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for looking."""

from jobunivers.rooms.vacancies.queries.applications import (
    applications_of,
    applications_since,
    latest_applications,
)
from jobunivers.rooms.vacancies.queries.asked import languages_needed
from jobunivers.rooms.vacancies.queries.marks import (
    Marks,
    applied_ids,
    hidden_employer_ids,
    latest_arrival,
    marks_of,
)
from jobunivers.rooms.vacancies.queries.matching import (
    candidates_for,
    employer_key,
    openings,
    rows_by_id,
)
from jobunivers.rooms.vacancies.queries.overview import front_overview, index_ready
from jobunivers.rooms.vacancies.queries.parameters import Parameters
from jobunivers.rooms.vacancies.queries.place import SearchPlace, find_place
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
    "HiddenRow",
    "Marks",
    "Parameters",
    "SearchPage",
    "SearchPlace",
    "VacancyPage",
    "applications_of",
    "applications_since",
    "applied_ids",
    "candidates_for",
    "employer_key",
    "find_place",
    "front_overview",
    "hidden",
    "hidden_employer_ids",
    "hidden_ids",
    "index_ready",
    "languages_needed",
    "latest_applications",
    "latest_arrival",
    "marks_of",
    "openings",
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
    "suggestions",
    "vacancy_page",
]
