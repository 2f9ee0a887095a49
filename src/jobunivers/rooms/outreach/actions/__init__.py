# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for changes."""

from jobunivers.rooms.outreach.actions.agreeing import (
    approve,
    decide_rule,
    refuse,
    stop,
    submit,
)
from jobunivers.rooms.outreach.actions.answering import (
    no_more_of_rule,
    not_for_me,
    rule_again,
    want_again,
)
from jobunivers.rooms.outreach.actions.drafting import (
    MOST_PICKED,
    Content,
    change_push,
    start_push,
    withdraw,
)
from jobunivers.rooms.outreach.actions.measuring import TOLD_LATE, count_effects
from jobunivers.rooms.outreach.actions.moving import (
    GroupGone,
    NotAllowed,
    NotNow,
    NotReady,
    Stale,
)
from jobunivers.rooms.outreach.actions.reaching import (
    AT_ONCE,
    ask_for_reach,
    choose,
    members_of,
    preview,
)
from jobunivers.rooms.outreach.actions.running import (
    events_followed,
    look_again,
    run_triggers,
    set_order,
    test_trigger,
)
from jobunivers.rooms.outreach.actions.sending import begin, due, send_some
from jobunivers.rooms.outreach.actions.triggering import (
    MOST_PER_DAY,
    TEST_HOLDS,
    Body,
    Unfit,
    approve_trigger,
    cannot_send,
    change_trigger,
    end_trigger,
    pause_trigger,
    reach_of,
    refuse_trigger,
    resume_trigger,
    set_live,
    start_trigger,
    test_that_holds,
)

__all__ = [
    "AT_ONCE",
    "MOST_PER_DAY",
    "MOST_PICKED",
    "TEST_HOLDS",
    "TOLD_LATE",
    "Body",
    "Content",
    "GroupGone",
    "NotAllowed",
    "NotNow",
    "NotReady",
    "Stale",
    "Unfit",
    "approve",
    "approve_trigger",
    "ask_for_reach",
    "begin",
    "cannot_send",
    "change_push",
    "change_trigger",
    "choose",
    "count_effects",
    "decide_rule",
    "due",
    "end_trigger",
    "events_followed",
    "look_again",
    "members_of",
    "no_more_of_rule",
    "not_for_me",
    "pause_trigger",
    "preview",
    "reach_of",
    "refuse",
    "refuse_trigger",
    "resume_trigger",
    "rule_again",
    "run_triggers",
    "send_some",
    "set_live",
    "set_order",
    "start_push",
    "start_trigger",
    "stop",
    "submit",
    "test_that_holds",
    "test_trigger",
    "want_again",
    "withdraw",
]
