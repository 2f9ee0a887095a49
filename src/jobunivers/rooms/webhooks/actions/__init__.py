# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for changes."""

from jobunivers.rooms.webhooks.actions.composing import Happening, compose, new_message_id
from jobunivers.rooms.webhooks.actions.delivering import (
    Sending,
    forget_old,
    forget_old_log,
    keep_answer,
    next_try,
)
from jobunivers.rooms.webhooks.actions.endpoint_form import (
    EndpointForm,
    endpoints_beginning,
    version_read,
    wanted_words,
)
from jobunivers.rooms.webhooks.actions.endpoints import (
    ASKED_FOR,
    EndpointChanged,
    NotAnEndpoint,
    change_endpoint,
    close_endpoint,
    open_endpoint,
    ping,
    replay,
    rotate_secret,
    switch_on,
    write_endpoint,
)

__all__ = [
    "ASKED_FOR",
    "EndpointChanged",
    "EndpointForm",
    "Happening",
    "NotAnEndpoint",
    "Sending",
    "change_endpoint",
    "close_endpoint",
    "compose",
    "endpoints_beginning",
    "forget_old",
    "forget_old_log",
    "keep_answer",
    "new_message_id",
    "next_try",
    "open_endpoint",
    "ping",
    "replay",
    "rotate_secret",
    "switch_on",
    "version_read",
    "wanted_words",
    "write_endpoint",
]
