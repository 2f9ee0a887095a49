# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for changes."""

from jobunivers.rooms.vacancies.actions.again import understand_again
from jobunivers.rooms.vacancies.actions.alerting import (
    remind_of_applications,
    tell_of_saved_searches,
)
from jobunivers.rooms.vacancies.actions.changing import settled_change
from jobunivers.rooms.vacancies.actions.expiring import close_expired
from jobunivers.rooms.vacancies.actions.importing import (
    Summary,
    ensure_source,
    import_pages,
    import_records,
)
from jobunivers.rooms.vacancies.actions.indexing import bring_index_up_to_date
from jobunivers.rooms.vacancies.actions.many import (
    Logged,
    Marked,
    Moved,
    hide_many,
    log_applications,
    move_applications,
    star_many,
)
from jobunivers.rooms.vacancies.actions.mending import (
    StillBroken,
    dismiss_rejected,
    mend_rejected,
    retry_rejected,
)
from jobunivers.rooms.vacancies.actions.personal import (
    AlreadyLogged,
    ApplicationEntry,
    ChangedMeanwhile,
    change_application,
    delete_application,
    forget_search,
    hide,
    log_application,
    save_search,
    search_opened,
    show_again,
    star,
    unstar,
)
from jobunivers.rooms.vacancies.actions.processes import default_processes
from jobunivers.rooms.vacancies.actions.sourcing import known_source
from jobunivers.rooms.vacancies.models import ApplicationStatus, AppliedHow, FoundHow, HideReason

__all__ = [
    "AlreadyLogged",
    "ApplicationEntry",
    "ApplicationStatus",
    "AppliedHow",
    "ChangedMeanwhile",
    "FoundHow",
    "HideReason",
    "Logged",
    "Marked",
    "Moved",
    "StillBroken",
    "Summary",
    "bring_index_up_to_date",
    "change_application",
    "close_expired",
    "default_processes",
    "delete_application",
    "dismiss_rejected",
    "ensure_source",
    "forget_search",
    "hide",
    "hide_many",
    "import_pages",
    "import_records",
    "known_source",
    "log_application",
    "log_applications",
    "mend_rejected",
    "move_applications",
    "remind_of_applications",
    "retry_rejected",
    "save_search",
    "search_opened",
    "settled_change",
    "show_again",
    "star",
    "star_many",
    "tell_of_saved_searches",
    "understand_again",
    "unstar",
]
