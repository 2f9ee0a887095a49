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
from jobunivers.rooms.outreach.actions.answering import not_for_me, want_again
from jobunivers.rooms.outreach.actions.drafting import (
    MOST_PICKED,
    Content,
    change_push,
    start_push,
    withdraw,
)
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
from jobunivers.rooms.outreach.actions.sending import begin, due, send_some

__all__ = [
    "AT_ONCE",
    "MOST_PICKED",
    "Content",
    "GroupGone",
    "NotAllowed",
    "NotNow",
    "NotReady",
    "Stale",
    "approve",
    "ask_for_reach",
    "begin",
    "change_push",
    "choose",
    "decide_rule",
    "due",
    "members_of",
    "not_for_me",
    "preview",
    "refuse",
    "send_some",
    "start_push",
    "stop",
    "submit",
    "want_again",
    "withdraw",
]
