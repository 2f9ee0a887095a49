# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody acts in a citizen's name: whatever is recorded meanwhile names who really did it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_acting: ContextVar[int | None] = ContextVar("acting", default=None)


@contextmanager
def acting_as(actor_id: int) -> Iterator[None]:
    """Let every event recorded inside say that this person did it, whatever the action says."""
    token = _acting.set(actor_id)
    try:
        yield
    finally:
        _acting.reset(token)


def who_acts(said: int | None) -> int | None:
    """Return who really acts: the helper inside `acting_as`, else who the action said."""
    helper = _acting.get()
    return said if helper is None else helper
