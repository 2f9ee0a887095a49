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
from jobunivers.rooms.vacancies.models.documents import ApplicationDocument, DocumentKind
from jobunivers.rooms.vacancies.models.following import Followed, FollowKind
from jobunivers.rooms.vacancies.models.joblog import (
    ANSWERED,
    Application,
    ApplicationStatus,
    ApplicationStep,
    AppliedHow,
    Extent,
    FoundHow,
    Interview,
)
from jobunivers.rooms.vacancies.models.letters import LetterAddress, LetterKind, Proposal
from jobunivers.rooms.vacancies.models.personal import (
    AlertRhythm,
    Hidden,
    HideReason,
    SavedSearch,
    Star,
)
from jobunivers.rooms.vacancies.models.remembered import NoHistory, PastSearch

__all__ = [
    "ANSWERED",
    "AlertRhythm",
    "Application",
    "ApplicationDocument",
    "ApplicationStatus",
    "ApplicationStep",
    "AppliedHow",
    "Band",
    "DocumentKind",
    "Employer",
    "Extent",
    "FollowKind",
    "Followed",
    "FoundHow",
    "Hidden",
    "HideReason",
    "ImportRun",
    "Interview",
    "LetterAddress",
    "LetterKind",
    "NoHistory",
    "Origin",
    "PastSearch",
    "Proposal",
    "RejectedRecord",
    "SavedSearch",
    "Source",
    "Star",
    "Vacancy",
]
