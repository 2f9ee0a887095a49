# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a login leads somebody who did not say where she wanted to go."""

from collections.abc import Callable
from datetime import datetime

from jobunivers.identity.models import Person

Leader = Callable[[Person, datetime], str]
"""From a person and the moment to an address within the kommune; "" for nowhere special."""

_leaders: list[Leader] = []


def lead(leader: Leader) -> None:
    """Let a room above lead people after their login; said once, in its `apps.py`."""
    if leader not in _leaders:
        _leaders.append(leader)


def landing_of(person: Person, *, at: datetime) -> str:
    """Return where a login leads her, or "" when no room has anything for her."""
    return next((found for leader in _leaders if (found := leader(person, at))), "")
