# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for changes in the entrance."""

from jobunivers.rooms.entrance.actions.readiness import (
    answer_self_test,
    forget_self_test,
    wish_for_help,
)
from jobunivers.rooms.entrance.actions.walking import ensure_walk, finish, put_off, take_step

__all__ = [
    "answer_self_test",
    "ensure_walk",
    "finish",
    "forget_self_test",
    "put_off",
    "take_step",
    "wish_for_help",
]
