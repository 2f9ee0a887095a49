# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Notes: shared or internal, corrected in the open."""

import pytest
from django.utils import timezone

from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.followup import actions
from jobunivers.rooms.followup.models import Note, NoteVersion
from jobunivers.testing.browsers import KommuneClient
from jobunivers.trust.models import Look

pytestmark = pytest.mark.django_db


def body(answer: object) -> str:
    return str(answer.content.decode())  # type: ignore[attr-defined]


def give_reason(client: KommuneClient, citizen: Person) -> None:
    path = f"/medarbejder/borgere/{citizen.pk}/grund/"
    assert client.post(path, {"reason": "follow_up", "note": ""}).status_code == 302


def write(aarhus: Municipality, citizen: Person, staff: Person, **fields: object) -> Note:
    with working_for(aarhus.pk):
        return actions.add_note(
            citizen_id=citizen.pk, staff_id=staff.pk, at=timezone.now(),
            **({"text": "Vil gerne på lager"} | fields),  # type: ignore[arg-type]
        )  # fmt: skip


def test_she_reads_what_is_shared_and_nothing_internal(
    aarhus: Municipality, kirsten: Person, omar: Person, as_kirsten: KommuneClient
) -> None:
    write(aarhus, kirsten, omar, text="Delt med dig", shared=True)
    write(aarhus, kirsten, omar, text="Kun til os")
    page = body(as_kirsten.get("/breve/"))
    assert "Delt med dig" in page
    assert "Kun til os" not in page
    assert "aktindsigt" in page
    with working_for(aarhus.pk):
        assert Notice.objects.filter(person_id=kirsten.pk, kind="followup.note").count() == 1


def test_the_form_says_that_internal_notes_are_in_the_file(
    kirsten: Person, as_omar: KommuneClient
) -> None:
    page = body(as_omar.get(f"/medarbejder/borgere/{kirsten.pk}/notat/?tekst=Talte+om+lager"))
    assert "aktindsigt" in page
    assert "Talte om lager" in page


def test_a_note_is_written_once_however_often_it_is_sent(
    aarhus: Municipality, kirsten: Person, as_omar: KommuneClient
) -> None:
    path = f"/medarbejder/borgere/{kirsten.pk}/notat/"
    key = body(as_omar.get(path)).split('name="key" value="')[1].split('"')[0]
    form = {"kind": "call", "text": "Ringede", "key": key}
    assert [as_omar.post(path, form).status_code for _ in range(2)] == [302, 302]
    with working_for(aarhus.pk):
        assert Note.objects.get().kind == "call"
        assert Look.objects.filter(citizen_id=kirsten.pk, part="notes").exists()
    assert as_omar.post(path, {"kind": "call", "text": " "}).status_code == 422


def test_a_correction_keeps_what_stood_before(
    aarhus: Municipality, kirsten: Person, omar: Person, as_tove: KommuneClient
) -> None:
    note = write(aarhus, kirsten, omar)
    give_reason(as_tove, kirsten)
    path = f"/medarbejder/notater/{note.pk}/ret/"
    form = {"text": "Vil gerne på kontor", "shared": "on", "version": "1"}
    assert as_tove.post(path, form).status_code == 302
    page = body(as_tove.get(f"/medarbejder/borgere/{kirsten.pk}/skrevet/"))
    assert "Vil gerne på kontor" in page
    assert "Vil gerne på lager" in page
    assert "rettet af Tove Juhl" in page
    with working_for(aarhus.pk):
        assert list(
            NoteVersion.objects.order_by("number").values_list("number", "text", "by_id")
        ) == [(1, "Vil gerne på lager", omar.pk),
              (2, "Vil gerne på kontor", Note.objects.get().changed_by_id)]  # fmt: skip


def test_two_who_correct_the_same_note_see_both_texts(
    aarhus: Municipality, kirsten: Person, omar: Person, as_omar: KommuneClient
) -> None:
    note = write(aarhus, kirsten, omar)
    give_reason(as_omar, kirsten)
    path = f"/medarbejder/notater/{note.pk}/ret/"
    as_omar.post(path, {"text": "Første", "version": "1"})
    answer = as_omar.post(path, {"text": "Anden", "version": "1"})
    assert answer.status_code == 409
    assert "Første" in body(answer)
    assert "Anden" in body(answer)
    assert as_omar.post(path, {"text": "Anden", "version": "2"}).status_code == 302


def test_her_file_asks_why_and_is_logged(
    aarhus: Municipality, kirsten: Person, omar: Person, as_omar: KommuneClient
) -> None:
    write(aarhus, kirsten, omar)
    path = f"/medarbejder/borgere/{kirsten.pk}/skrevet/"
    assert "/grund/" in as_omar.get(path)["Location"]
    give_reason(as_omar, kirsten)
    assert "Vil gerne på lager" in body(as_omar.get(path))
    with working_for(aarhus.pk):
        seen = set(Look.objects.filter(citizen_id=kirsten.pk).values_list("part", flat=True))
        assert {"tasks", "notes", "messages"} <= seen


def test_notes_belong_to_their_kommune(
    aarhus: Municipality, kirsten: Person, omar: Person, as_lise: KommuneClient
) -> None:
    note = write(aarhus, kirsten, omar)
    assert as_lise.get(f"/medarbejder/notater/{note.pk}/ret/").status_code == 404
    assert as_lise.get(f"/medarbejder/borgere/{kirsten.pk}/skrevet/").status_code == 404
    assert as_lise.get(f"/medarbejder/borgere/{kirsten.pk}/notat/").status_code == 404
