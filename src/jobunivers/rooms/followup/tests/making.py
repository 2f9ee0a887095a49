# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tasks, notes, letters and lists for the tests of any room."""

from typing import Any

from django.utils import timezone

from jobunivers.identity.models import Person
from jobunivers.rooms.followup import actions
from jobunivers.rooms.followup.models import Batch, BatchAct, Letter, LetterTemplate


def make_batch(staff: Person, *citizens: Person, act: str = BatchAct.INVITE) -> Batch:
    """Return a list of these citizens that nobody has sent yet."""
    return actions.start_batch(
        act=act,
        citizen_ids=[one.pk for one in citizens],
        staff_id=staff.pk,
        at=timezone.now(),
    )


def make_letter(citizen: Person, staff: Person, **fields: Any) -> Letter:
    """Return a letter that has been sent, unless `send_at` says later."""
    said = {"title": "Hvordan går det?", "words": "Skriv til mig."} | fields
    return actions.write_to(citizen_id=citizen.pk, staff_id=staff.pk, at=timezone.now(), **said)


def followed_up(citizen: Person) -> None:
    """Let every adviser's team have a task about her, and her file a note and a letter."""
    now = timezone.now()
    staff = Person.objects.filter(role="adviser").order_by("pk").first() or citizen
    actions.add_task(staff_id=staff.pk, title="Ring", citizen_id=citizen.pk, team="adviser", at=now)
    note = actions.add_note(citizen_id=citizen.pk, staff_id=staff.pk, text="Et", at=now)
    actions.correct_note(
        note_id=note.pk, staff_id=staff.pk, text="To", shared=False, version=1, at=now
    )
    make_letter(citizen, staff)


def address_objects(citizen: Person, staff: Person, writer: Person) -> dict[str, Any]:
    """Return the ids of one of each thing that an address of this room is about."""
    now = timezone.now()
    task = actions.add_task(staff_id=staff.pk, title="Ring", citizen_id=citizen.pk, at=now)
    note = actions.add_note(
        citizen_id=citizen.pk, staff_id=staff.pk, text="Talte sammen", shared=True, at=now
    )
    letter = make_letter(citizen, staff)
    batch = make_batch(staff, citizen)
    LetterTemplate.objects.create(
        code="egen", number=1, kind="message", title_da="Hej", body_da="Hej {navn}",
        title_en="Hello", body_en="Hello {navn}", made_at=now, made_by_id=writer.pk,
    )  # fmt: skip
    return {
        "task": {"pk": task.pk},
        "note": {"pk": note.pk},
        "staff_letter": {"pk": letter.pk},
        "batch": {"pk": batch.pk},
        "template": {"code": "egen"},
        "her_file": {"citizen_id": citizen.pk},
    }
