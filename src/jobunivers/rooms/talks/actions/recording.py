# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every change of a talk leaves behind, and what stands in its way."""

from datetime import datetime

from jobunivers.foundation.events import actions as events
from jobunivers.rooms.talks.models import Talk


class ChangedMeanwhile(Exception):  # noqa: N818 - it reads as what happened
    """Somebody else changed the talk; `talk` is what stands now."""

    def __init__(self, talk: Talk) -> None:
        super().__init__()
        self.talk = talk


class NotNow(Exception):  # noqa: N818 - it reads as what happened
    """What stands now does not allow it: somebody was there first, or it is over."""


def told(event: str, talk: Talk, *, actor_id: int, at: datetime, **data: object) -> None:
    """Record an event about a talk: ids and codes only."""
    events.record(
        event, at=at, citizen_id=talk.citizen_id, actor_id=actor_id, data={"talk": talk.pk, **data}
    )
