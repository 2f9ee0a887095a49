# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Remembering what was shown, in which order: without it nothing can be learned or explained."""

from collections.abc import Sequence
from datetime import datetime

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
