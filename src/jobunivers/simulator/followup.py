# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tasks, notes, letters and a list that waits, for the staff of the demo."""

import tomllib
from datetime import datetime, timedelta
from typing import TypedDict

from django.utils import timezone

from jobunivers.identity import queries as identity
from jobunivers.identity.models import ADVISING, Role
from jobunivers.rooms.followup import actions, queries
from jobunivers.simulator.words import TEXTS

_FEW = 8  # of the kommune's citizens stand on the list that waits


class _Task(TypedDict):
    title: str
    about: str
    in_days: int
    team: bool


class _Note(TypedDict):
    about: str
    kind: str
    shared: bool
    text: str


def write(*, at: datetime) -> None:
    """Give the staff of the kommune worked for something to follow up, once."""
    people = {one.person.name: one.person for one in identity.personas()}
    staff = next((one for one in people.values() if one.role == Role.ADVISER), None)
    staff = staff or next((one for one in people.values() if one.role in ADVISING), None)
    if staff is None or queries.batches_of(staff.pk).exists():
        return
    with (TEXTS / "followup.toml").open("rb") as file:
        said = tomllib.load(file)
    tasks: list[_Task] = said["task"]
    notes: list[_Note] = said["note"]
    for task in tasks:
        about = people.get(task["about"])
        if about is None and task["about"]:
            continue
        actions.add_task(
            staff_id=staff.pk, title=task["title"], citizen_id=about.pk if about else None,
            team=staff.role if task["team"] else "",
            due_on=timezone.localdate(at) + timedelta(days=task["in_days"]), at=at,
        )  # fmt: skip
    for note in notes:
        if (about := people.get(note["about"])) is not None:
            actions.add_note(
                citizen_id=about.pk, staff_id=staff.pk, kind=note["kind"], text=note["text"],
                shared=note["shared"], at=at,
            )  # fmt: skip
    citizens = [one.pk for one in people.values() if one.role == Role.CITIZEN]
    others = list(identity.citizens().values_list("pk", flat=True)[:_FEW])
    _letter(citizens, staff.pk, at=at)
    batch = actions.start_batch(
        act="invite", citizen_ids=[*citizens, *others], staff_id=staff.pk, at=at
    )
    actions.send_batch(
        batch_id=batch.pk, version=batch.version, send_at=at + timedelta(days=1), at=at
    )


def _letter(citizen_ids: list[int], staff_id: int, *, at: datetime) -> None:
    """Let the first citizen have a letter from before the weekend."""
    used = queries.template("cv_help")
    if not citizen_ids or used is None:
        return
    first = citizen_ids[0]
    text = queries.composed(queries.Text.of(used), [first], staff_id=staff_id, at=at)[first]
    actions.write_to(
        citizen_id=first, staff_id=staff_id, title=text.title, words=text.words, way=used.way,
        template=used.code, at=at - timedelta(days=3),
    )  # fmt: skip
