# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Staff say why they look, and what was shown is remembered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.sessions.backends.base import SessionBase

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.events.actions import Happened
from jobunivers.trust.opening import Reason, keep_reason


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
    keep_reason(session, citizen_id=citizen_id, reason=Reason(code, note), today=today)
    events.record(
        "casework.reason_given",
        at=at,
        citizen_id=citizen_id,
        actor_id=adviser_id,
        data={"reason": code},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonGiven:
    """A member of staff said why she looks at a citizen."""

    citizen_id: int
    adviser_id: int
    code: str
    at: datetime


def note_reasons(*, given: Sequence[ReasonGiven]) -> int:
    """Remember reasons that were given elsewhere or in a replayed past; return how many."""
    return events.record_many(
        [
            Happened(
                kind="casework.reason_given",
                at=one.at,
                citizen_id=one.citizen_id,
                actor_id=one.adviser_id,
                data={"reason": one.code},
            )
            for one in given
        ]
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
