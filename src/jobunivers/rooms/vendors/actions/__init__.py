# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for changes."""

from jobunivers.rooms.vendors.actions.answering import (
    ChangedAnswers,
    SamePerson,
    accept_answers,
    attach,
    fill_gate,
    save_answers,
)
from jobunivers.rooms.vendors.actions.checking import check, check_all
from jobunivers.rooms.vendors.actions.deciding import approve, send_back, withdraw
from jobunivers.rooms.vendors.actions.describing import (
    Incomplete,
    TooManySolutions,
    Waits,
    begin_solution,
    lacks,
    save_solution,
    submit_solution,
    take_submission_back,
)
from jobunivers.rooms.vendors.actions.falling import lift_fall, mark_fallen
from jobunivers.rooms.vendors.actions.figures import (
    count_months,
    pass_words_on,
    publish_months,
)
from jobunivers.rooms.vendors.actions.firms import (
    Asking,
    AsksAlready,
    ChangedProfile,
    DecidedAlready,
    TakenNumber,
    TooManyAsk,
    accept_sign_up,
    keep_answer,
    refuse_sign_up,
    save_profile,
    sign_up,
)
from jobunivers.rooms.vendors.actions.keys import (
    NotNow,
    NotSent,
    ask_for_login,
    asked_for,
    opens,
    send_key,
    spend,
)
from jobunivers.rooms.vendors.actions.leaving import TooSoon, leave_due, stay, tell_leaving
from jobunivers.rooms.vendors.actions.letters import send_refusal
from jobunivers.rooms.vendors.actions.members import (
    LastAdministrator,
    TooManyMembers,
    add_member,
    end_due,
    end_member,
    invite,
    send_link,
)
from jobunivers.rooms.vendors.actions.talking import note_seen, write_message
from jobunivers.rooms.vendors.actions.telling import (
    tell_of_blocked,
    tell_of_decision,
    tell_of_leaving,
    tell_of_message,
    tell_of_money,
    tell_of_new,
    tell_of_news,
)

__all__ = [
    "Asking",
    "AsksAlready",
    "ChangedAnswers",
    "ChangedProfile",
    "DecidedAlready",
    "Incomplete",
    "LastAdministrator",
    "NotNow",
    "NotSent",
    "SamePerson",
    "TakenNumber",
    "TooManyAsk",
    "TooManyMembers",
    "TooManySolutions",
    "TooSoon",
    "Waits",
    "accept_answers",
    "accept_sign_up",
    "add_member",
    "approve",
    "ask_for_login",
    "asked_for",
    "attach",
    "begin_solution",
    "check",
    "check_all",
    "count_months",
    "end_due",
    "end_member",
    "fill_gate",
    "invite",
    "keep_answer",
    "lacks",
    "leave_due",
    "lift_fall",
    "mark_fallen",
    "note_seen",
    "opens",
    "pass_words_on",
    "publish_months",
    "refuse_sign_up",
    "save_answers",
    "save_profile",
    "save_solution",
    "send_back",
    "send_key",
    "send_link",
    "send_refusal",
    "sign_up",
    "spend",
    "stay",
    "submit_solution",
    "take_submission_back",
    "tell_leaving",
    "tell_of_blocked",
    "tell_of_decision",
    "tell_of_leaving",
    "tell_of_message",
    "tell_of_money",
    "tell_of_new",
    "tell_of_news",
    "withdraw",
    "write_message",
]
