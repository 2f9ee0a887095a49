# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for changes."""

from jobunivers.rooms.vacancies.actions.again import understand_again
from jobunivers.rooms.vacancies.actions.alerting import (
    remind_of_applications,
    tell_of_saved_searches,
)
from jobunivers.rooms.vacancies.actions.announcing import remind_of_days, tell_of_endings
from jobunivers.rooms.vacancies.actions.changing import settled_change
from jobunivers.rooms.vacancies.actions.documents import add_document, remove_document
from jobunivers.rooms.vacancies.actions.expiring import close_expired
from jobunivers.rooms.vacancies.actions.following import (
    MOST_FOLLOWED,
    FollowsTooMuch,
    follow,
    stop_following,
    tell_of_followed,
)
from jobunivers.rooms.vacancies.actions.importing import (
    Summary,
    ensure_source,
    import_pages,
    import_records,
)
from jobunivers.rooms.vacancies.actions.indexing import bring_index_up_to_date
from jobunivers.rooms.vacancies.actions.interviews import (
    InterviewChangedMeanwhile,
    InterviewEntry,
    add_interview,
    cancel_interview,
    change_interview,
)
from jobunivers.rooms.vacancies.actions.joblog import (
    AlreadyLogged,
    ApplicationEntry,
    ChangedMeanwhile,
    NotSentYet,
    change_application,
    delete_application,
    log_application,
    mark_uploaded,
    move_application,
    remind,
)
from jobunivers.rooms.vacancies.actions.letters import (
    Accepted,
    ProposalGone,
    TooManyLetters,
    accept_proposal,
    close_address,
    discard_proposal,
    forget_old_proposals,
    make_address,
    take_letter,
)
from jobunivers.rooms.vacancies.actions.many import (
    Logged,
    Marked,
    Moved,
    Searched,
    hide_many,
    log_applications,
    move_applications,
    save_searches,
    star_many,
)
from jobunivers.rooms.vacancies.actions.mending import (
    StillBroken,
    dismiss_rejected,
    mend_rejected,
    retry_rejected,
)
from jobunivers.rooms.vacancies.actions.personal import hide, show_again, star, unstar
from jobunivers.rooms.vacancies.actions.processes import default_processes
from jobunivers.rooms.vacancies.actions.receiving import knows_letter_address, receive_letter
from jobunivers.rooms.vacancies.actions.remembering import (
    forget_old_searches,
    forget_past_searches,
    keep_history,
    remember_search,
)
from jobunivers.rooms.vacancies.actions.searches import (
    TooManySearches,
    change_search,
    forget_search,
    save_search,
    search_opened,
)
from jobunivers.rooms.vacancies.actions.sourcing import known_source
from jobunivers.rooms.vacancies.models import (
    AlertRhythm,
    ApplicationStatus,
    AppliedHow,
    Extent,
    FoundHow,
    HideReason,
)

__all__ = [
    "MOST_FOLLOWED",
    "Accepted",
    "AlertRhythm",
    "AlreadyLogged",
    "ApplicationEntry",
    "ApplicationStatus",
    "AppliedHow",
    "ChangedMeanwhile",
    "Extent",
    "FollowsTooMuch",
    "FoundHow",
    "HideReason",
    "InterviewChangedMeanwhile",
    "InterviewEntry",
    "Logged",
    "Marked",
    "Moved",
    "NotSentYet",
    "ProposalGone",
    "Searched",
    "StillBroken",
    "Summary",
    "TooManyLetters",
    "TooManySearches",
    "accept_proposal",
    "add_document",
    "add_interview",
    "bring_index_up_to_date",
    "cancel_interview",
    "change_application",
    "change_interview",
    "change_search",
    "close_address",
    "close_expired",
    "default_processes",
    "delete_application",
    "discard_proposal",
    "dismiss_rejected",
    "ensure_source",
    "follow",
    "forget_old_proposals",
    "forget_old_searches",
    "forget_past_searches",
    "forget_search",
    "hide",
    "hide_many",
    "import_pages",
    "import_records",
    "keep_history",
    "known_source",
    "knows_letter_address",
    "log_application",
    "log_applications",
    "make_address",
    "mark_uploaded",
    "mend_rejected",
    "move_application",
    "move_applications",
    "receive_letter",
    "remember_search",
    "remind",
    "remind_of_applications",
    "remind_of_days",
    "remove_document",
    "retry_rejected",
    "save_search",
    "save_searches",
    "search_opened",
    "settled_change",
    "show_again",
    "star",
    "star_many",
    "stop_following",
    "take_letter",
    "tell_of_endings",
    "tell_of_followed",
    "tell_of_saved_searches",
    "understand_again",
    "unstar",
]
