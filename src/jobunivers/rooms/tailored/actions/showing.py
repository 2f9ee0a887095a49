# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Remembering what was shown, in which order: without it nothing can be learned or explained."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from jobunivers.foundation.adding import add_columns
from jobunivers.rooms.tailored.models import ListShown


def record_shown(*, run_id: int, citizen_id: int, ranks: Sequence[int], at: datetime) -> None:
    """Say that these places of a run were on the citizen's screen; no place, no record."""
    if ranks:
        ListShown.objects.create(
            run_id=run_id,
            citizen_id=citizen_id,
            at=at,
            first_rank=min(ranks),
            last_rank=max(ranks),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A part of a run that was on a citizen's screen; ranks from 1, both included."""

    run_id: int
    citizen_id: int
    first_rank: int
    last_rank: int
    at: datetime


def note_shown(*, shown: Sequence[Shown]) -> int:
    """Say of many lists that they were on screens; return how many."""
    names = ("run_id", "citizen_id", "first_rank", "last_rank", "at")
    add_columns(ListShown, {name: [getattr(one, name) for one in shown] for name in names})
    return len(shown)
