# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every act on a case does: hold the row, note who did what, and tell the log of events."""

from datetime import datetime
from typing import Any

from jobunivers.foundation.events import actions as events
from jobunivers.rooms.availability.models import Case, CaseEntry, CaseState

ORIGIN = "availability"


class ChangedMeanwhile(Exception):  # noqa: N818 - it reads as what happened
    """Somebody changed the case meanwhile; `case` is as it stands."""

    def __init__(self, case: Case) -> None:
        """Keep the case as it stands."""
        super().__init__(f"case #{case.pk} is at version {case.version}")
        self.case = case


class Closed(Exception):  # noqa: N818 - it reads as what it is
    """The case is decided or withdrawn: nothing of it changes any more."""

    def __init__(self, case: Case) -> None:
        """Keep the case as it stands."""
        super().__init__(f"case #{case.pk} is {case.state}")
        self.case = case


class NotAllowed(Exception):  # noqa: N818 - it reads as what it is
    """The procedure forbids the step, or does not know enough yet; `why` says it in words."""

    def __init__(self, why: list[str]) -> None:
        """Keep the reasons."""
        super().__init__(" ".join(why))
        self.why = why


def held(case_id: int, *, version: int | None = None) -> Case:
    """Return an open case under a lock.

    Raises:
        Closed: it is no longer open.
        ChangedMeanwhile: it is another version than the one that was read.
    """
    case = Case.objects.select_for_update().get(pk=case_id)
    if case.state != CaseState.OPEN:
        raise Closed(case)
    if version is not None and case.version != version:
        raise ChangedMeanwhile(case)
    return case


def saved(case: Case, *, actor_id: int, at: datetime) -> None:
    """Save a case that was held; whoever read it before is told that it changed."""
    case.version += 1
    case.changed_at, case.changed_by_id = at, actor_id
    case.save()


def note(
    case: Case, what: str, *, actor_id: int, at: datetime, data: dict[str, Any] | None = None
) -> None:
    """Write a line in the log of the case, and the event (ids and codes only)."""
    CaseEntry.objects.create(
        case_id=case.pk, citizen_id=case.citizen_id, at=at, actor_id=actor_id, what=what,
        data=data or {},
    )  # fmt: skip
    events.record(
        f"availability.{what}",
        at=at,
        citizen_id=case.citizen_id,
        actor_id=actor_id,
        data={"case": case.pk, "kind": case.kind},
    )
