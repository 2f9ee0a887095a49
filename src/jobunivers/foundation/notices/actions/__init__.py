# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for changes."""

from jobunivers.foundation.notices.actions.addressing import (
    TooMany,
    TooSoon,
    confirm,
    forget_address,
    forget_old,
    give_email,
    give_phone,
    take_proved,
)
from jobunivers.foundation.notices.actions.confirming import NotNow, send_confirmation
from jobunivers.foundation.notices.actions.delivering import deliver_due
from jobunivers.foundation.notices.actions.preferring import (
    Said,
    come_back,
    leave,
    limit,
    pause,
    prefer,
)
from jobunivers.foundation.notices.actions.replaying import note_sent
from jobunivers.foundation.notices.actions.telling import (
    Wanted,
    act,
    follow,
    mark_read,
    notify,
    notify_many,
)
from jobunivers.foundation.notices.actions.watching import beat, begin_watch, watch

__all__ = [
    "NotNow",
    "Said",
    "TooMany",
    "TooSoon",
    "Wanted",
    "act",
    "beat",
    "begin_watch",
    "come_back",
    "confirm",
    "deliver_due",
    "follow",
    "forget_address",
    "forget_old",
    "give_email",
    "give_phone",
    "leave",
    "limit",
    "mark_read",
    "note_sent",
    "notify",
    "notify_many",
    "pause",
    "prefer",
    "send_confirmation",
    "take_proved",
    "watch",
]
