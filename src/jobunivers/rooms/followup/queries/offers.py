# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room tells the pages that others make: her dossier, the staff's desk and calendar."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.foundation import desk, diary
from jobunivers.identity.models import ADVISING
from jobunivers.rooms.followup.models import Letter, LetterState, Note, StaffTask, TaskState
from jobunivers.rooms.followup.queries.files import (
    letter_lines,
    letters_to,
    note_lines,
    notes_on,
    tasks_about,
)
from jobunivers.rooms.followup.queries.tasks import answered, lines_of, tasks_of
from jobunivers.trust import dossier

TASKS, NOTES, LETTERS = "followup.tasks", "followup.notes", "followup.letters"
_SHOWN, _PRINTED = 5, 500
_CALENDAR = "followup"


def _many(showing: dossier.Showing) -> int:
    return _PRINTED if showing.printing else _SHOWN


def _tasks(showing: dossier.Showing) -> Mapping[str, Any] | None:
    (rows,) = showing.answers[TASKS]
    if not rows and not showing.printing:
        return None
    lines = lines_of(rows, names={}, staff_id=showing.staff_id, today=showing.at.date())
    return {"lines": lines}


def _notes(showing: dossier.Showing) -> Mapping[str, Any] | None:
    (rows,) = showing.answers[NOTES]
    return {"lines": note_lines(rows)}


def _letters(showing: dossier.Showing) -> Mapping[str, Any] | None:
    (rows,) = showing.answers[LETTERS]
    return {"lines": letter_lines(rows)}


def _open_tasks(showing: dossier.Showing) -> QuerySet[StaffTask]:
    found = tasks_about(showing.citizen_id)
    return found if showing.printing else found.filter(state=TaskState.OPEN)


def offer_dossier() -> None:
    """Stand in the one view of a citizen, and in the log of her way."""
    dossier.offer(
        dossier.Part(
            code=TASKS, name=gettext_lazy("Opgaver om borgeren"), order=28, looks=("tasks",),
            template="followup/dossier/tasks.html", load=_tasks,
            ask=lambda showing: [_open_tasks(showing)[: _many(showing)]],
        )
    )  # fmt: skip
    dossier.offer(
        dossier.Part(
            code=NOTES, name=gettext_lazy("Notater"), order=74, looks=("notes",),
            template="followup/dossier/notes.html", load=_notes, half=True,
            ask=lambda showing: [notes_on(showing.citizen_id)[: _many(showing)]],
        )
    )  # fmt: skip
    dossier.offer(
        dossier.Part(
            code=LETTERS, name=gettext_lazy("Breve og beskeder"), order=76, looks=("messages",),
            template="followup/dossier/letters.html", load=_letters, half=True,
            ask=lambda showing: [letters_to(showing.citizen_id)[: _many(showing)]],
        )
    )  # fmt: skip
    dossier.offer_page(
        dossier.Page("followup.file", gettext_lazy("Notater og breve"), "followup:file", 70)
    )
    acts: tuple[tuple[str, Promise, int, str], ...] = (
        ("invite", gettext_lazy("Inviter til samtale"), 10, "calendar-month"),
        ("write", gettext_lazy("Skriv til borgeren"), 20, "email"),
        ("note", gettext_lazy("Skriv et notat"), 30, "edit"),
        ("task", gettext_lazy("Lav en opgave"), 40, "checklist"),
    )
    for code, name, order, icon in acts:
        dossier.offer_act(dossier.Act(f"followup.{code}", name, f"followup:{code}", order, icon))
    dossier.offer_log(
        dossier.Log(
            code=LETTERS, name=gettext_lazy("Breve"), looks=("messages",),
            ask=_sent_until, tell=_sent_told,
        )
    )  # fmt: skip
    dossier.offer_log(
        dossier.Log(
            code=NOTES, name=gettext_lazy("Notater"), looks=("notes",),
            ask=_noted_until, tell=_noted_told,
        )
    )  # fmt: skip


def _sent_until(showing: dossier.Showing, until: datetime, most: int) -> QuerySet[Letter]:
    sent = Letter.objects.filter(
        citizen_id=showing.citizen_id, state=LetterState.SENT, sent_at__lte=until
    )
    return sent.order_by("-sent_at", "-pk")[:most]


def _sent_told(
    showing: dossier.Showing,  # noqa: ARG001 - every log is told
    rows: Sequence[Letter],
) -> list[dossier.Happening]:
    return [
        dossier.Happening(
            at=line.letter.sent_at or line.letter.made_at,
            text=_("Brev: “%(title)s”") % {"title": line.letter.title},
            by=line.by,
        )
        for line in letter_lines(rows)
    ]


def _noted_until(showing: dossier.Showing, until: datetime, most: int) -> QuerySet[Note]:
    return notes_on(showing.citizen_id).filter(made_at__lte=until)[:most]


def _noted_told(
    showing: dossier.Showing,  # noqa: ARG001
    rows: Sequence[Note],
) -> list[dossier.Happening]:
    return [
        dossier.Happening(at=line.note.made_at, text=str(line.kind), by=line.by)
        for line in note_lines(rows)
    ]


def offer_desk() -> None:
    """Stand on the staff's first page, in their navigation, calendar and response times."""
    everybody = {str(role): 30 for role in ADVISING}
    desk.offer(
        desk.Block(
            code=TASKS, name=gettext_lazy("Opgaver"), roles=everybody, reads=_desk_reads,
            asks=_desk_asks,
        )
    )  # fmt: skip
    ways = {str(role): 40 for role in ADVISING}
    desk.offer_way(
        desk.Way(
            code="followup.tasks", label=gettext_lazy("Opgaver"), url_name="followup:tasks",
            icon="checklist", roles=ways,
        )
    )  # fmt: skip
    desk.offer_waits(
        desk.Waits(code=TASKS, name=gettext_lazy("Opgaver"), asked=answered, days=None)
    )
    diary.register_for_staff(diary.Source(_CALENDAR, asks=_diary_asks, reads=_diary_reads))


def _desk_asks(asking: desk.Desk) -> Mapping[str, QuerySet[Any, Any]]:
    return {"tasks": tasks_of(asking.staff_id, asking.role, today=asking.today)[:_SHOWN]}


def _desk_reads(asking: desk.Desk, rows: Mapping[str, list[Any]]) -> desk.Shown | None:
    tasks: list[StaffTask] = rows["tasks"]
    lines = [
        desk.Line(
            why=one.title,
            act=_("Åbn opgaven"),
            path=reverse("followup:task_page", args=[one.pk]),
            citizen_id=one.citizen_id,
            title="" if one.citizen_id else _("Uden borger"),
            due=one.due_on,
        )
        for one in tasks
    ]
    del asking
    return desk.Shown(
        lines=lines,
        empty=_("Ingen opgaver venter på dig."),
        more=_("Se alle opgaver"),
        more_path=reverse("followup:tasks"),
    )


def _diary_asks(staff_id: int, first: date, after: date) -> Mapping[str, QuerySet[Any, Any]]:
    due = StaffTask.objects.filter(owner_id=staff_id, due_on__gte=first, due_on__lt=after)
    return {"tasks": due.order_by(F("due_on"), "pk")[:500]}


def _diary_reads(
    rows: Mapping[str, list[Any]],
    first: date,  # noqa: ARG001 - every source is told
    after: date,  # noqa: ARG001
    language: str,  # noqa: ARG001
) -> list[diary.Entry]:
    return [
        diary.Entry(
            uid=f"{_CALENDAR}:{one.pk}",
            version=one.version,
            kind="task",
            title=one.title,
            day=one.due_on,
            path=f"medarbejder/opgaver/{one.pk}/",
            done=one.state == TaskState.DONE,
            cancelled=one.state == TaskState.CANCELLED,
            changed_at=one.closed_at or one.handed_at or one.made_at,
            citizen_id=one.citizen_id,
        )
        for one in rows["tasks"]
    ]
