# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a citizen did herself, for the log of events: numbers and never words."""

from datetime import datetime

from jobunivers.foundation.events import actions as events


def record(
    kind: str, citizen_id: int, vacancy_id: int | None, *, at: datetime, **data: object
) -> None:
    """Record an act of a citizen, about an advertisement or none."""
    facts = data if vacancy_id is None else {"vacancy_id": vacancy_id, **data}
    events.record(kind, at=at, citizen_id=citizen_id, actor_id=citizen_id, data=facts)
