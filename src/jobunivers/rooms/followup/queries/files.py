# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What staff have written to and about one citizen."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.identity import queries as identity
from jobunivers.rooms.followup.models import (
    Letter,
    LetterState,
    Note,
    NoteKind,
    NoteVersion,
    StaffTask,
)
from jobunivers.rooms.followup.queries.left_out import WHY
from jobunivers.rooms.followup.queries.tasks import TaskLine, lines_of
from jobunivers.rooms.followup.queries.templates import WAYS

NOTE_WORDS: Mapping[str, Promise] = {
    NoteKind.NOTE: _("Notat"),
    NoteKind.CALL: _("Telefonsamtale"),
    NoteKind.TALK: _("Samtale"),
    NoteKind.MEETING: _("Møde med andre"),
}
STATES: Mapping[str, Promise] = {
    LetterState.WAITING: _("Venter på at blive sendt"),
    LetterState.SENT: _("Sendt"),
    LetterState.UNDONE: _("Fortrudt, ikke sendt"),
    LetterState.FAILED: _("Kunne ikke sendes"),
}
_MOST = 100


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A note with who wrote it, and how it read before."""

    note: Note
    kind: Promise | str
    by: str
    changed_by: str
    before: list[tuple[NoteVersion, str]]


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A letter with who wrote it and what became of it."""

    letter: Letter
    by: str
    state: Promise | str
    why: Promise | str
    way: tuple[Promise, str] | None


@dataclass(frozen=True, slots=True)
class FilePage:
    """Everything staff wrote to and about one citizen."""

    tasks: list[TaskLine]
    notes: list[NoteLine]
    letters: list[LetterLine]


def notes_on(citizen_id: int) -> QuerySet[Note]:
    """Return the notes on a citizen, newest first."""
    return Note.objects.filter(citizen_id=citizen_id).order_by("-made_at", "-pk")


def letters_to(citizen_id: int) -> QuerySet[Letter]:
    """Return what was written to a citizen, newest first."""
    return Letter.objects.filter(citizen_id=citizen_id).order_by("-made_at", "-pk")


def tasks_about(citizen_id: int) -> QuerySet[StaffTask]:
    """Return the tasks about a citizen, the open ones first."""
    return StaffTask.objects.filter(citizen_id=citizen_id).order_by("-state", "due_on", "pk")


def _names(ids: Iterable[int | None]) -> dict[int, str]:
    wanted = {pk for pk in ids if pk}
    return {pk: name for pk, (name, _role) in identity.names(ids=wanted).items()} if wanted else {}


def note_lines(rows: Iterable[Note]) -> list[NoteLine]:
    """Return notes with their writers and how corrected ones read before."""
    notes = list(rows)
    corrected = [one.pk for one in notes if one.version > 1]
    kept: dict[int, list[NoteVersion]] = defaultdict(list)
    if corrected:
        old = NoteVersion.objects.filter(note_id__in=corrected).order_by("note_id", "-number", "pk")
        for version in old:
            kept[version.note_id].append(version)
    ids = [one.made_by_id for one in notes] + [one.changed_by_id for one in notes]
    people = _names([*ids, *(one.by_id for many in kept.values() for one in many)])
    return [
        NoteLine(
            note=one,
            kind=NOTE_WORDS.get(one.kind, one.kind),
            by=people.get(one.made_by_id, ""),
            changed_by=people.get(one.changed_by_id or 0, ""),
            before=[(old, people.get(old.by_id, "")) for old in kept[one.pk][1:]],
        )
        for one in notes
    ]


def letter_lines(rows: Iterable[Letter]) -> list[LetterLine]:
    """Return letters with their writers."""
    letters = list(rows)
    people = _names(one.made_by_id for one in letters)
    return [
        LetterLine(
            letter=one,
            by=people.get(one.made_by_id, ""),
            state=STATES.get(one.state, one.state),
            why=WHY.get(one.why, ""),
            way=WAYS.get(one.way),
        )
        for one in letters
    ]


def file_page(*, citizen_id: int, staff_id: int, name: str, today: date) -> FilePage:
    """Return everything staff wrote to and about her; the newest hundred of each."""
    return FilePage(
        tasks=lines_of(
            tasks_about(citizen_id)[:_MOST], names={citizen_id: name}, staff_id=staff_id,
            today=today,
        ),
        notes=note_lines(notes_on(citizen_id)[:_MOST]),
        letters=letter_lines(letters_to(citizen_id)[:_MOST]),
    )  # fmt: skip


def her_letters(citizen_id: int) -> list[LetterLine]:
    """Return what was sent to her, newest first."""
    return letter_lines(letters_to(citizen_id).filter(state=LetterState.SENT)[:_MOST])


def her_notes(citizen_id: int) -> list[NoteLine]:
    """Return the notes that she may read, newest first, as they read now."""
    return note_lines(notes_on(citizen_id).filter(shared=True)[:_MOST])
