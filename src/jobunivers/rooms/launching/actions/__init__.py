# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for changes."""

from jobunivers.rooms.launching.actions.connecting import NotConnectable, connect, renew_secret
from jobunivers.rooms.launching.actions.exchanging import (
    TOKEN_LIFE_SECONDS,
    Refused,
    Tokens,
    data_for,
    exchange,
    make_code,
)
from jobunivers.rooms.launching.actions.grading import (
    NotKept,
    add_line,
    change_line,
    own_line,
    remove_line,
    tell_score,
)
from jobunivers.rooms.launching.actions.handing import (
    NotHandedOver,
    TermsChanged,
    agree,
    keep_receipt,
    renew_subject,
    subject_for,
    take_back,
)
from jobunivers.rooms.launching.actions.lti_launching import (
    Place,
    Who,
    begin_launch,
    launch,
    open_picking,
    waiting_launch,
)
from jobunivers.rooms.launching.actions.lti_tokens import TOOL_TOKEN_SECONDS, token_for_tool
from jobunivers.rooms.launching.actions.picking import Picked, take_picked
from jobunivers.rooms.launching.actions.signing import key_set, sign
from jobunivers.rooms.launching.actions.tool_form import ToolForm, tools_beginning
from jobunivers.rooms.launching.actions.tools import register_tool

__all__ = [
    "TOKEN_LIFE_SECONDS",
    "TOOL_TOKEN_SECONDS",
    "NotConnectable",
    "NotHandedOver",
    "NotKept",
    "Picked",
    "Place",
    "Refused",
    "TermsChanged",
    "Tokens",
    "ToolForm",
    "Who",
    "add_line",
    "agree",
    "begin_launch",
    "change_line",
    "connect",
    "data_for",
    "exchange",
    "keep_receipt",
    "key_set",
    "launch",
    "make_code",
    "open_picking",
    "own_line",
    "register_tool",
    "remove_line",
    "renew_secret",
    "renew_subject",
    "sign",
    "subject_for",
    "take_back",
    "take_picked",
    "tell_score",
    "token_for_tool",
    "tools_beginning",
    "waiting_launch",
]
