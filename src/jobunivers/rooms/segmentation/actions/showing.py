# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was shown is remembered."""

from collections.abc import Iterable
from datetime import datetime

from jobunivers.foundation.events import actions as events


def names_shown(
    *, staff_id: int, citizen_ids: Iterable[int], at: datetime, reason: str = ""
) -> None:
    """Remember whose names a list of staff's showed, and as what: one event a list, ids only."""
    events.record(
        "segmentation.names_shown",
        at=at,
        actor_id=staff_id,
        data={"citizen_ids": list(citizen_ids), **({"reason": reason} if reason else {})},
    )
