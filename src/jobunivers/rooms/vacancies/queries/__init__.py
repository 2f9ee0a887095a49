# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for looking."""

from jobunivers.rooms.vacancies.queries.acts import Act, Acts, acts_of, acts_since
from jobunivers.rooms.vacancies.queries.alerts import Arrived, arrived, news_of, still_open
from jobunivers.rooms.vacancies.queries.applications import (
    Choice,
    Entry,
    Keeping,
    KeepingLine,
    Overview,
    Uploads,
    UploadsWanted,
    applications_of,
    applications_since,
    chosen,
    entry_of,
    for_export,
    joblog_overview,
    keeping_of,
    latest_applications,
    next_interviews,
    provide_keeping,
    provide_uploads_wanted,
    uploaded_between,
    uploads_of,
)
from jobunivers.rooms.vacancies.queries.asked import languages_needed
from jobunivers.rooms.vacancies.queries.changes import database_mark
from jobunivers.rooms.vacancies.queries.columns import Joblogs, Talks, joblogs, talks
from jobunivers.rooms.vacancies.queries.documents import Document, document_file, documents_of
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
from jobunivers.rooms.vacancies.queries.letters import (
    LettersPage,
    kommune_and_token,
    letter_address,
    letters_page,
)
from jobunivers.rooms.vacancies.queries.linking import is_web_address, vacancy_at
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
from jobunivers.rooms.vacancies.queries.outcomes import applied_between, talked_between
from jobunivers.rooms.vacancies.queries.overview import front_overview, index_ready
from jobunivers.rooms.vacancies.queries.parameters import Parameters
from jobunivers.rooms.vacancies.queries.place import SearchPlace, find_place
from jobunivers.rooms.vacancies.queries.positions import Position, open_positions
from jobunivers.rooms.vacancies.queries.remembered import History, search_history, search_words
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
    "Choice",
    "Document",
    "Entry",
    "Following",
    "FollowingPage",
    "HiddenRow",
    "History",
    "Joblogs",
    "Keeping",
    "KeepingLine",
    "LettersPage",
    "Marks",
    "Overview",
    "Parameters",
    "Position",
    "SearchPage",
    "SearchPlace",
    "Talks",
    "Uploads",
    "UploadsWanted",
    "VacancyPage",
    "acts_of",
    "acts_since",
    "applications_of",
    "applications_since",
    "applied_between",
    "applied_ids",
    "arrived",
    "changed_openings",
    "chosen",
    "database_mark",
    "day_number",
    "document_file",
    "documents_of",
    "entry_of",
    "find_place",
    "following_of",
    "following_page",
    "for_export",
    "front_overview",
    "hidden",
    "hidden_employer_ids",
    "hidden_ids",
    "index_ready",
    "is_web_address",
    "joblog_overview",
    "joblogs",
    "keeping_of",
    "kommune_and_token",
    "languages_needed",
    "latest_applications",
    "latest_arrival",
    "letter_address",
    "letters_page",
    "marks_of",
    "news_of",
    "next_interviews",
    "open_positions",
    "points_of",
    "provide_keeping",
    "provide_uploads_wanted",
    "rejected_records",
    "rows_by_id",
    "runs_of",
    "saved_searches",
    "search_history",
    "search_page",
    "search_words",
    "sources",
    "sources_for_about",
    "starred",
    "starred_ids",
    "still_open",
    "suggestions",
    "talked_between",
    "talks",
    "target_of",
    "targets_of",
    "targets_of_search",
    "texts",
    "themes_of",
    "uploaded_between",
    "uploads_of",
    "vacancy_at",
    "vacancy_page",
]
