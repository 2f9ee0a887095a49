# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tasks: made, taken, handed on, done, and all of it undone."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.notices import actions as notices
from jobunivers.identity import queries as identity
from jobunivers.identity.models import ADVISING
from jobunivers.rooms.followup.models import StaffTask, TaskState

HANDED = "followup.task"


class TakenMeanwhile(Exception):  # noqa: N818 - it reads as what happened
    """A colleague changed the task first; `task` is as it stands now."""

    def __init__(self, task: StaffTask) -> None:
        super().__init__(task.pk)
        self.task = task


class NobodyThere(Exception):  # noqa: N818 - it reads as what is wrong
    """The colleague or the citizen is not there (any more)."""


@transaction.atomic
def add_task(
    *,
    staff_id: int,
    title: str,
    at: datetime,
    citizen_id: int | None = None,
    owner_id: int | None = None,
    team: str = "",
    due_on: date | None = None,
    text: str = "",
    origin: str = "",
    ref: str = "",
    key: str = "",
) -> StaffTask:
    """Write down something to do; without an owner and a team it is the writer's own.

    With a key it is made once: the task that stands already is returned. Raises NobodyThere.
    """
    if key and (stands := StaffTask.objects.filter(key=key).first()) is not None:
        return stands
    _there(citizen_id=citizen_id, owner_id=owner_id, team=team)
    task = StaffTask(
        citizen_id=citizen_id, owner_id=owner_id if owner_id or team else staff_id, team=team,
        title=title.strip()[:200], text=text.strip(), due_on=due_on, origin=origin, ref=ref,
        key=key, made_at=at, made_by_id=staff_id,
    )  # fmt: skip
    try:
        with transaction.atomic():
            task.save()
    except IntegrityError:  # another worker made it at this moment
        return StaffTask.objects.get(key=key)
    _recorded("made", task, actor_id=staff_id, at=at)
    _tell_owner(task, by=staff_id, at=at)
    return task


def _there(*, citizen_id: int | None, owner_id: int | None, team: str) -> None:
    if citizen_id is not None and identity.person(pk=citizen_id) is None:
        raise NobodyThere
    if owner_id is not None:
        owner = identity.person(pk=owner_id)
        if owner is None or owner.role not in ADVISING:
            raise NobodyThere
    if team and team not in ADVISING:
        raise NobodyThere


def take(*, task_id: int, staff_id: int, at: datetime) -> StaffTask:
    """Make a team's task one's own; raises TakenMeanwhile when a colleague was first."""
    return _change(
        task_id, staff_id, at, "taken", may={"owner_id": None}, owner_id=staff_id, handed_at=at
    )


def hand_on(
    *,
    task_id: int,
    staff_id: int,
    version: int,
    at: datetime,
    owner_id: int | None = None,
    team: str = "",
) -> StaffTask:
    """Give a task to a colleague or a team; she is told. Raises TakenMeanwhile, NobodyThere."""
    if owner_id is None and not team:
        raise NobodyThere
    _there(citizen_id=None, owner_id=owner_id, team=team)
    with transaction.atomic():
        task = _change(
            task_id, staff_id, at, "handed", may={"version": version},
            owner_id=owner_id, team=team, handed_by_id=staff_id, handed_at=at,
        )  # fmt: skip
        _tell_owner(task, by=staff_id, at=at)
    return task


def finish(*, task_id: int, staff_id: int, version: int, at: datetime) -> StaffTask:
    """Say that a task is done; raises TakenMeanwhile when it was changed meanwhile."""
    return _close(task_id, staff_id, version, TaskState.DONE, at)


def drop(*, task_id: int, staff_id: int, version: int, at: datetime) -> StaffTask:
    """Say that a task is not needed; raises TakenMeanwhile when it was changed meanwhile."""
    return _close(task_id, staff_id, version, TaskState.CANCELLED, at)


def _close(task_id: int, staff_id: int, version: int, state: TaskState, at: datetime) -> StaffTask:
    return _change(
        task_id, staff_id, at, state.value, may={"version": version},
        state=state, closed_at=at, closed_by_id=staff_id,
    )  # fmt: skip


@transaction.atomic
def open_again(*, task_id: int, staff_id: int, at: datetime) -> StaffTask:
    """Undo that a task was done or dropped; raises TakenMeanwhile when it is open already."""
    task = StaffTask.objects.select_for_update().get(pk=task_id)
    if task.state == TaskState.OPEN:
        raise TakenMeanwhile(task)
    task.state, task.closed_at, task.closed_by_id = TaskState.OPEN, None, None
    return _saved(task, "opened_again", staff_id, at)


@transaction.atomic
def close_tasks(
    *, origin: str, ref: str, at: datetime, key: str = "", staff_id: int | None = None
) -> int:
    """Close the open tasks of what they came from, when it is over; return how many."""
    found = StaffTask.objects.select_for_update().filter(
        origin=origin, ref=ref, state=TaskState.OPEN
    )
    tasks = list((found.filter(key=key) if key else found).order_by("pk"))
    for task in tasks:
        task.state, task.closed_at, task.closed_by_id = TaskState.DONE, at, staff_id
        _saved(task, "done", staff_id, at)
    return len(tasks)


@transaction.atomic
def _change(
    task_id: int, staff_id: int, at: datetime, what: str, *, may: dict[str, Any], **fields: Any
) -> StaffTask:
    """Change an open task that is still as `may` says, exactly once."""
    task = StaffTask.objects.select_for_update().get(pk=task_id)
    if task.state != TaskState.OPEN or any(getattr(task, name) != v for name, v in may.items()):
        raise TakenMeanwhile(task)
    for name, value in fields.items():
        setattr(task, name, value)
    return _saved(task, what, staff_id, at)


def _saved(task: StaffTask, what: str, staff_id: int | None, at: datetime) -> StaffTask:
    task.version += 1
    task.save()
    _recorded(what, task, actor_id=staff_id, at=at)
    return task


def _recorded(what: str, task: StaffTask, *, actor_id: int | None, at: datetime) -> None:
    events.record(
        f"followup.task_{what}",
        at=at,
        citizen_id=task.citizen_id,
        actor_id=actor_id,
        data={"task": task.pk, "origin": task.origin},
    )


def _tell_owner(task: StaffTask, *, by: int, at: datetime) -> None:
    if task.owner_id is None or task.owner_id == by:
        return
    notices.notify(
        person_id=task.owner_id,
        kind=HANDED,
        at=at,
        path="medarbejder/opgaver/",
        key=f"task:{task.pk}:{task.version}",
    )
