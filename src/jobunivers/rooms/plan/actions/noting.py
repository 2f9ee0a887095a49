# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every change of a plan leaves behind: a line of its history, and an event."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import TypeVar

from jobunivers.foundation.events import actions as events
from jobunivers.rooms.plan.models import About, Activity, Agreement, Goal, MadeBy, PlanChange

Row = TypeVar("Row", Goal, Activity, Agreement)
_TITLE = 300


class ChangedMeanwhile(Exception):  # noqa: N818 - it reads as what happened
    """The row was changed in another window; `row` is what stands now."""

    def __init__(self, row: Goal | Activity | Agreement) -> None:
        super().__init__()
        self.row = row


class NotNow(Exception):  # noqa: N818 - it reads as what happened
    """What stands now does not allow it: somebody was there first, or it is over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who does it: she herself, somebody of the kommune, or nobody (the platform)."""

    by: MadeBy
    id: int | None


def herself(citizen_id: int) -> Actor:
    """Return the citizen as who acts on her own plan."""
    return Actor(by=MadeBy.CITIZEN, id=citizen_id)


def staff(staff_id: int) -> Actor:
    """Return a member of staff as who acts."""
    return Actor(by=MadeBy.STAFF, id=staff_id)


PLATFORM = Actor(by=MadeBy.PLATFORM, id=None)


def text_of(value: object) -> str:
    """Return a value as the history keeps it: days and times ISO, nothing as an empty text."""
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


def differences(row: object, entry: object) -> tuple[dict[str, str], dict[str, str]]:
    """Return what an entry (a dataclass) changes of a row: what was, and what is now, by field."""
    was: dict[str, str] = {}
    now: dict[str, str] = {}
    for one in fields(entry):  # type: ignore[arg-type]  # every entry is a dataclass
        before, after = text_of(getattr(row, one.name)), text_of(getattr(entry, one.name))
        if before != after:
            was[one.name], now[one.name] = before, after
    return was, now


def note(
    event: str,
    *,
    about: About,
    row_id: int,
    citizen_id: int,
    title: str,
    actor: Actor,
    at: datetime,
    was: Mapping[str, str] | None = None,
    now: Mapping[str, str] | None = None,
    **data: object,
) -> None:
    """Add a line to her history, and record the event (ids and codes only)."""
    PlanChange.objects.create(
        citizen_id=citizen_id,
        at=at,
        actor_id=actor.id,
        about=about,
        row_id=row_id,
        title=title[:_TITLE],
        was=dict(was or {}),
        now=dict(now or {}),
    )
    facts = {about.value: row_id, **data}
    events.record(event, at=at, citizen_id=citizen_id, actor_id=actor.id, data=facts)
