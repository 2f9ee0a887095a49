# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Telling her and staff of a case, and the tasks that its deadlines make."""

from datetime import date, datetime, timedelta

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jobunivers.foundation.notices import actions as notices
from jobunivers.rooms.availability.actions.noting import ORIGIN
from jobunivers.rooms.availability.models import Case
from jobunivers.rooms.followup import actions as followup
from jobunivers.science.procedure import next_working_day

OPENED, HEARING, DECIDED = (
    "availability.opened",
    "availability.hearing",
    "availability.decided",
)
ANSWERED = "availability.answered"


def hers(case: Case) -> str:
    """Return the path of her page of the case."""
    return f"raadighed/sager/{case.pk}/"


def theirs(case: Case) -> str:
    """Return the path of the staff's page of the case."""
    return f"medarbejder/borgere/{case.citizen_id}/raadighed/sag/{case.pk}/"


def tell_her(case: Case, kind: str, *, at: datetime) -> None:
    """Tell her, once, that a case was opened, that she is heard, or what was decided."""
    data = {"case": case.pk}
    if kind == HEARING and case.hearing_due_on:
        data |= {"due": case.hearing_due_on.isoformat()}  # type: ignore[dict-item]
    notices.notify(
        person_id=case.citizen_id, kind=kind, at=at, data=data, path=hers(case),
        key=f"case:{case.pk}",
    )  # fmt: skip


def tell_staff_of_answer(case: Case, *, at: datetime) -> None:
    """Tell whoever works on the case that she has answered."""
    notices.notify(
        person_id=case.staff_id, kind=ANSWERED, at=at, data={"case": case.pk}, path=theirs(case),
        key=f"case:{case.pk}:{case.answered_at}",
    )  # fmt: skip


def plan_task(case: Case, what: str, *, due_on: date, at: datetime) -> None:
    """Put a deadline of the case on the list of whoever works on it; the one before is closed."""
    followup.close_tasks(origin=ORIGIN, ref=str(case.pk), at=at)
    with translation.override("da"):
        title = {
            "begin": _("Se på en mulig sanktionssag"),
            "after_hearing": _("Vurdér svaret i en sag om rådighed"),
            "review": _("Læs en afgørelse om rådighed, før den bliver sendt"),
        }[what]
    followup.add_task(
        staff_id=case.staff_id,
        owner_id=case.staff_id,
        citizen_id=case.citizen_id,
        title=title,
        due_on=due_on,
        origin=ORIGIN,
        ref=str(case.pk),
        key=f"{ORIGIN}:{case.pk}:{what}:{case.version}",
        at=at,
    )


def task_to_begin(case: Case, *, at: datetime) -> None:
    """Let somebody look at a new case, or one she took over, within a week."""
    plan_task(case, "begin", due_on=_in(timezone.localdate(at), 7), at=at)


def task_after_hearing(case: Case, *, due_on: date, at: datetime) -> None:
    """Let somebody weigh what she says: on the day after the deadline, or at once."""
    plan_task(case, "after_hearing", due_on=due_on, at=at)


def close_tasks(case: Case, *, at: datetime, staff_id: int) -> None:
    """Close what stood on somebody's list for a case that is over."""
    followup.close_tasks(origin=ORIGIN, ref=str(case.pk), at=at, staff_id=staff_id)


def _in(day: date, days: int) -> date:
    return next_working_day(day + timedelta(days=days))
