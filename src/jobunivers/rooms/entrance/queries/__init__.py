# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for looking into the entrance."""

from jobunivers.rooms.entrance.queries.counter import (
    Help,
    help_by,
    help_history,
    help_of_citizen,
    is_open,
    live_help,
    with_names,
)
from jobunivers.rooms.entrance.queries.first_jobs import (
    FirstJob,
    FirstJobs,
    find_first_jobs,
    first_jobs,
    provide_first_jobs,
)
from jobunivers.rooms.entrance.queries.guide import (
    edited,
    is_own,
    items,
    seen_by,
    standing,
    tour_item,
    video_bytes,
)
from jobunivers.rooms.entrance.queries.meetings import (
    FreeDay,
    OwnMeeting,
    StaffSlot,
    form_of,
    free_days,
    had_meeting,
    meeting_ahead,
    meetings_ahead,
    open_meeting,
    own_meeting,
    rules,
    staff_slots,
)
from jobunivers.rooms.entrance.queries.readiness import (
    Readiness,
    own_wish_of,
    readiness_of,
    self_test_of,
)
from jobunivers.rooms.entrance.queries.tiles import provide_talks
from jobunivers.rooms.entrance.queries.waiting import Waiting, provide_spoken, who_waits
from jobunivers.rooms.entrance.queries.walking import Way, is_met, way_of

__all__ = [
    "FirstJob",
    "FirstJobs",
    "FreeDay",
    "Help",
    "OwnMeeting",
    "Readiness",
    "StaffSlot",
    "Waiting",
    "Way",
    "edited",
    "find_first_jobs",
    "first_jobs",
    "form_of",
    "free_days",
    "had_meeting",
    "help_by",
    "help_history",
    "help_of_citizen",
    "is_met",
    "is_open",
    "is_own",
    "items",
    "live_help",
    "meeting_ahead",
    "meetings_ahead",
    "open_meeting",
    "own_meeting",
    "own_wish_of",
    "provide_first_jobs",
    "provide_spoken",
    "provide_talks",
    "readiness_of",
    "rules",
    "seen_by",
    "self_test_of",
    "staff_slots",
    "standing",
    "tour_item",
    "video_bytes",
    "way_of",
    "who_waits",
    "with_names",
]
