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
from jobunivers.rooms.launching.actions.handing import (
    NotHandedOver,
    TermsChanged,
    agree,
    keep_receipt,
    renew_subject,
    subject_for,
    take_back,
)
from jobunivers.rooms.launching.actions.signing import key_set, sign

__all__ = [
    "TOKEN_LIFE_SECONDS",
    "NotConnectable",
    "NotHandedOver",
    "Refused",
    "TermsChanged",
    "Tokens",
    "agree",
    "connect",
    "data_for",
    "exchange",
    "keep_receipt",
    "key_set",
    "make_code",
    "renew_secret",
    "renew_subject",
    "sign",
    "subject_for",
    "take_back",
]
