# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Days that rooms know of a citizen – when she registered, when a talk was missed – by their code.

Who counts a deadline asks here; a day that no room knows is not in the answer, and no deadline is
counted from it.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime

Provider = Callable[[int, datetime], Mapping[str, date]]

_providers: dict[str, Provider] = {}


def provide(room: str, provider: Provider) -> None:
    """Let a room tell the days it knows; said in its `apps.py`."""
    _providers[room] = provider


def known_days(citizen_id: int, *, at: datetime) -> dict[str, date]:
    """Return the days known of a citizen of the kommune worked for, by code."""
    found: dict[str, date] = {}
    for room in sorted(_providers):
        found.update(_providers[room](citizen_id, at))
    return found
