# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from jobunivers.rooms.vacancies.models.advertisements import (
    Band,
    Employer,
    ImportRun,
    Origin,
    RejectedRecord,
    Source,
    Vacancy,
)
from jobunivers.rooms.vacancies.models.personal import (
    Application,
    ApplicationStatus,
    AppliedHow,
    FoundHow,
    Hidden,
    HideReason,
    SavedSearch,
    Star,
)

__all__ = [
    "Application",
    "ApplicationStatus",
    "AppliedHow",
    "Band",
    "Employer",
    "FoundHow",
    "Hidden",
    "HideReason",
    "ImportRun",
    "Origin",
    "RejectedRecord",
    "SavedSearch",
    "Source",
    "Star",
    "Vacancy",
]
