# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Notes: written once, corrected in the open."""

from datetime import datetime

from django.db import transaction

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.notices import actions as notices
from jobunivers.identity import queries as identity
from jobunivers.rooms.followup.actions.tasks import NobodyThere
from jobunivers.rooms.followup.models import Note, NoteKind, NoteVersion

SHARED = "followup.note"


class ChangedMeanwhile(Exception):  # noqa: N818 - it reads as what happened
    """A colleague corrected the note first; `note` is as it reads now."""

    def __init__(self, note: Note) -> None:
        super().__init__(note.pk)
        self.note = note


@transaction.atomic
def add_note(
    *,
    citizen_id: int,
    staff_id: int,
    text: str,
    at: datetime,
    kind: str = NoteKind.NOTE,
    shared: bool = False,
    ref: str = "",
    key: str = "",
) -> Note:
    """Write a note on a citizen; one that is shared she reads. With a key it is written once.

    Raises NobodyThere when the citizen is gone.
    """
    if identity.person(pk=citizen_id) is None:
        raise NobodyThere
    if key and (stands := Note.objects.filter(key=key).first()) is not None:
        return stands
    note = Note.objects.create(
        citizen_id=citizen_id, kind=kind, text=text.strip(), shared=shared, ref=ref, key=key,
        made_at=at, made_by_id=staff_id,
    )  # fmt: skip
    _kept(note, staff_id, at)
    _recorded("note_written", note, staff_id, at)
    _tell_her(note, at)
    return note


@transaction.atomic
def correct_note(
    *, note_id: int, staff_id: int, text: str, shared: bool, version: int, at: datetime
) -> Note:
    """Let a note read otherwise from now on; what it was is kept. Raises ChangedMeanwhile."""
    note = Note.objects.select_for_update().get(pk=note_id)
    if note.version != version:
        raise ChangedMeanwhile(note)
    if (note.text, note.shared) == (text.strip(), shared):
        return note
    was_shared = note.shared
    note.text, note.shared, note.version = text.strip(), shared, note.version + 1
    note.changed_at, note.changed_by_id = at, staff_id
    note.save()
    _kept(note, staff_id, at)
    _recorded("note_corrected", note, staff_id, at)
    if not was_shared:
        _tell_her(note, at)
    return note


def _kept(note: Note, staff_id: int, at: datetime) -> None:
    NoteVersion.objects.create(
        note_id=note.pk, citizen_id=note.citizen_id, number=note.version, text=note.text,
        shared=note.shared, at=at, by_id=staff_id,
    )  # fmt: skip


def _recorded(what: str, note: Note, staff_id: int, at: datetime) -> None:
    events.record(
        f"followup.{what}",
        at=at,
        citizen_id=note.citizen_id,
        actor_id=staff_id,
        data={"note": note.pk, "shared": note.shared},
    )


def _tell_her(note: Note, at: datetime) -> None:
    if note.shared:
        notices.notify(
            person_id=note.citizen_id,
            kind=SHARED,
            at=at,
            path="breve/",
            key=f"note:{note.pk}:{note.version}",
        )
