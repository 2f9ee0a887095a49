# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Staff say why they look, and what was shown is remembered."""

from collections.abc import Iterable
from datetime import date, datetime

from django.contrib.sessions.backends.base import SessionBase

from jobunivers.foundation.events import actions as events
from jobunivers.rooms.casework.access import SESSION_REASONS


def give_reason(
    session: SessionBase,
    *,
    citizen_id: int,
    adviser_id: int,
    code: str,
    note: str,
    today: date,
    at: datetime,
) -> None:
    """Keep why an adviser looks at a citizen, in her session, to the end of the day."""
    day = today.isoformat()
    kept = {pk: one for pk, one in session.get(SESSION_REASONS, {}).items() if one["day"] == day}
    kept[str(citizen_id)] = {"code": code, "note": note, "day": day}
    session[SESSION_REASONS] = kept
    events.record(
        "casework.reason_given",
        at=at,
        citizen_id=citizen_id,
        actor_id=adviser_id,
        data={"reason": code},
    )


def names_shown(
    *, adviser_id: int, citizen_ids: Iterable[int], searched: bool, at: datetime
) -> None:
    """Remember whose names a list showed: one event a list, ids only, no words."""
    events.record(
        "casework.names_shown",
        at=at,
        actor_id=adviser_id,
        data={"citizen_ids": list(citizen_ids), "searched": searched},
    )
