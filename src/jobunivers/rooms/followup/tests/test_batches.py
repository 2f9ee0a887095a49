# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The same for many: looked through, undone until sent, sent once, retried."""

from datetime import date, datetime, timedelta
from unittest import mock

import pytest
from django.utils import timezone

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.followup import actions, tasks
from jobunivers.rooms.followup.actions import sending
from jobunivers.rooms.followup.models import (
    Batch,
    BatchItem,
    BatchState,
    ItemState,
    Letter,
    Note,
    StaffTask,
)
from jobunivers.rooms.followup.tests.making import make_batch, make_letter
from jobunivers.rooms.followup.tests.test_letters import body, slot
from jobunivers.testing.browsers import KommuneClient
from jobunivers.testing.cast import add_person

pytestmark = pytest.mark.django_db
START = "/medarbejder/flere/ny/"


@pytest.fixture
def few(aarhus: Municipality) -> list[Person]:
    return [add_person(aarhus, f"Borger {number}", "citizen") for number in range(4)]


def off(aarhus: Municipality, batch: Batch) -> None:
    """Send the list off; its minutes are over."""
    now = timezone.now()
    with working_for(aarhus.pk):
        fresh = Batch.objects.get(pk=batch.pk)
        actions.send_batch(batch_id=batch.pk, version=fresh.version, send_at=now, at=now)


def states(aarhus: Municipality, batch: Batch) -> dict[int, tuple[str, str]]:
    with working_for(aarhus.pk):
        rows = BatchItem.objects.filter(batch=batch).order_by("pk")
        return {one.citizen_id: (one.state, one.why) for one in rows}


def test_ticked_citizens_become_a_list_to_look_through(
    aarhus: Municipality, few: list[Person], as_omar: KommuneClient
) -> None:
    form = {"act": "invite", "ids": [one.pk for one in few]}
    first = as_omar.post(START, form)
    assert first.status_code == 302
    assert as_omar.post(START, form)["Location"] == first["Location"]  # a double press is one
    page = body(as_omar.get(first["Location"]))
    assert "Send til 4 borgere" in page
    assert "Hej Borger" in page
    with working_for(aarhus.pk):
        assert not Letter.objects.exists()
        event = Event.objects.get(kind="followup.list_made")
        assert event.data["citizen_ids"] == [one.pk for one in few]


def test_who_does_not_get_it_is_said_with_why(
    aarhus: Municipality, few: list[Person], omar: Person, as_omar: KommuneClient
) -> None:
    from jobunivers.rooms.entrance import actions as entrance
    from jobunivers.rooms.journey import actions as journey

    booked, absent, invited, fine = few
    now = timezone.now()
    with working_for(aarhus.pk):
        entrance.book(citizen_id=booked.pk, actor_id=omar.pk, slot_id=slot(omar).pk, at=now)
        journey.report_absence(
            citizen_id=absent.pk, kind=journey.AbsenceKind.ILLNESS, starts_on=timezone.localdate(),
            ends_on=None, told_by=journey.Teller.CITIZEN, at=now,
        )  # fmt: skip
        make_letter(invited, omar, kind="invitation", template="talk_invitation")
        batch = make_batch(omar, *few)
    assert states(aarhus, batch) == {
        booked.pk: ("left_out", "has_talk"),
        absent.pk: ("left_out", "absent"),
        invited.pk: ("left_out", "invited"),
        fine.pk: ("ready", ""),
    }
    path = f"/medarbejder/flere/{batch.pk}/"
    page = body(as_omar.get(f"{path}?vis=ikke"))
    assert "Har allerede en tid" in page
    with working_for(aarhus.pk):
        items = {one.citizen_id: one.pk for one in BatchItem.objects.all()}
    for pk in (booked.pk, absent.pk):
        as_omar.post(path, {"act": "tilbage", "item": str(items[pk])})
    assert states(aarhus, batch)[booked.pk][0] == "left_out"  # what cannot be done is not put back
    assert states(aarhus, batch)[absent.pk] == ("ready", "")
    as_omar.post(path, {"act": "fjern", "item": str(items[fine.pk])})
    assert states(aarhus, batch)[fine.pk][0] == "away"


def test_a_protected_citizen_is_left_to_a_letter_of_her_own(
    aarhus: Municipality, few: list[Person], omar: Person
) -> None:
    with (
        working_for(aarhus.pk),
        mock.patch("jobunivers.identity.queries.protected_ids", return_value={few[0].pk}),
    ):
        batch = make_batch(omar, *few[:2], act="write")
    assert states(aarhus, batch)[few[0].pk] == ("left_out", "protected")


def test_it_can_be_undone_until_it_is_sent(
    aarhus: Municipality, few: list[Person], omar: Person, as_omar: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        batch = make_batch(omar, *few)
    path = f"/medarbejder/flere/{batch.pk}/"
    assert as_omar.post(path, {"act": "send", "version": "1"}).status_code == 302
    assert as_omar.post(path, {"act": "send", "version": "1"}).status_code == 409
    assert actions.send_due(municipality_id=aarhus.pk, at=timezone.now()) == 0
    assert "Fortryd" in body(as_omar.get(path))
    as_omar.post(path, {"act": "fortryd"})
    later = timezone.now() + timedelta(minutes=20)
    assert actions.send_due(municipality_id=aarhus.pk, at=later) == 0
    with working_for(aarhus.pk):
        assert Batch.objects.get().state == BatchState.DRAFT
        assert not Letter.objects.exists()


def test_everybody_gets_her_own_letter_once_though_the_worker_runs_twice(
    aarhus: Municipality, few: list[Person], omar: Person, as_omar: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        batch = make_batch(omar, *few)
    off(aarhus, batch)
    assert actions.send_due(municipality_id=aarhus.pk, at=timezone.now()) == 4
    assert actions.send_due(municipality_id=aarhus.pk, at=timezone.now()) == 0
    with working_for(aarhus.pk):
        assert Letter.objects.count() == Notice.objects.count() == 4
        assert Event.objects.filter(kind="followup.list_sent").count() == 1
    assert "Gjort for 4 borgere" in body(as_omar.get(f"/medarbejder/flere/{batch.pk}/"))
    assert as_omar.post(f"/medarbejder/flere/{batch.pk}/", {"act": "fortryd"}).status_code == 409


def test_killed_in_the_middle_the_rest_goes_on_and_nothing_doubles(
    aarhus: Municipality, few: list[Person], omar: Person
) -> None:
    with working_for(aarhus.pk):
        batch = make_batch(omar, *few)
    off(aarhus, batch)
    done: list[int] = []

    def killed_at_the_third(*, item_id: int, at: datetime) -> bool:
        if len(done) == 2:
            raise KeyboardInterrupt
        done.append(item_id)
        return sending_one(item_id=item_id, at=at)

    sending_one = sending.send_item
    with (
        mock.patch.object(sending, "send_item", killed_at_the_third),
        pytest.raises(KeyboardInterrupt),
    ):
        actions.send_due(municipality_id=aarhus.pk, at=timezone.now())
    with working_for(aarhus.pk):
        assert Letter.objects.count() == 2
        assert Batch.objects.get().state == BatchState.SENDING
    assert actions.send_due(municipality_id=aarhus.pk, at=timezone.now()) == 2
    with working_for(aarhus.pk):
        assert Letter.objects.count() == Notice.objects.count() == 4
        assert Batch.objects.get().state == BatchState.DONE


def test_half_failed_the_rest_is_done_and_the_failed_are_tried_again(
    aarhus: Municipality, few: list[Person], omar: Person, as_omar: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        batch = make_batch(omar, *few)
    off(aarhus, batch)
    with working_for(aarhus.pk):
        Person.objects.filter(pk__in=[few[0].pk, few[1].pk]).update(is_active=False)
    assert actions.send_due(municipality_id=aarhus.pk, at=timezone.now()) == 2
    assert states(aarhus, batch)[few[0].pk] == ("failed", "gone")
    path = f"/medarbejder/flere/{batch.pk}/"
    assert "Er ikke længere på platformen" in body(as_omar.get(f"{path}?vis=fejl"))
    with working_for(aarhus.pk):
        Person.objects.filter(pk=few[0].pk).update(is_active=True)
    as_omar.post(path, {"act": "igen"})
    assert actions.send_due(municipality_id=aarhus.pk, at=timezone.now()) == 1
    assert states(aarhus, batch)[few[0].pk] == ("done", "")
    assert states(aarhus, batch)[few[1].pk] == ("failed", "gone")
    with working_for(aarhus.pk):
        assert Letter.objects.count() == 3


def test_tasks_and_notes_are_made_for_each(
    aarhus: Municipality, few: list[Person], omar: Person, as_omar: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        todo, notes = make_batch(omar, *few, act="task"), make_batch(omar, *few, act="note")
    path = f"/medarbejder/flere/{todo.pk}/"
    assert (
        as_omar.post(path, {"act": "ord", "version": "1", "title": "", "words": ""}).status_code
        == 422
    )
    gone = {
        "act": "ord",
        "version": "1",
        "title": "Ring til {navn}",
        "words": "",
        "due_on": "2020-01-01",
    }
    assert as_omar.post(path, gone).status_code == 422
    as_omar.post(path, gone | {"due_on": date(2027, 1, 4).isoformat()})
    as_omar.post(
        f"/medarbejder/flere/{notes.pk}/", {"act": "ord", "version": "1", "words": "Jobmesse"}
    )
    off(aarhus, todo)
    off(aarhus, notes)
    assert actions.send_due(municipality_id=aarhus.pk, at=timezone.now()) == 8
    with working_for(aarhus.pk):
        assert set(StaffTask.objects.values_list("title", "due_on", "owner_id")) == {
            ("Ring til Borger", date(2027, 1, 4), omar.pk)
        }
        texts = list(Note.objects.filter(shared=False).values_list("text", flat=True))
        assert texts.count("Jobmesse") == 4


def test_one_more_than_five_hundred_is_refused_with_how_many(
    kirsten: Person, as_omar: KommuneClient
) -> None:
    answer = as_omar.post(START, {"act": "write", "ids": list(range(1, 502))}, follow=True)
    assert "Du har valgt 501" in body(answer)
    answer = as_omar.post(START, {"act": "write"}, follow=True)
    assert "Vælg mindst en borger" in body(answer)
    answer = as_omar.post(START, {"act": "fly", "ids": [kirsten.pk]}, follow=True)
    assert "Vælg, hvad du vil gøre" in body(answer)


def test_other_kommuners_citizens_and_staff_are_not_taken_along(
    aarhus: Municipality, kirsten: Person, omar: Person, jonas: Person, as_omar: KommuneClient,
    as_tove: KommuneClient, as_lise: KommuneClient,
) -> None:  # fmt: skip
    made = as_omar.post(START, {"act": "write", "ids": [kirsten.pk, omar.pk, jonas.pk]})
    with working_for(aarhus.pk):
        assert [one.citizen_id for one in BatchItem.objects.all()] == [kirsten.pk]
    path = made["Location"].removeprefix("/aarhus")
    assert as_tove.get(path).status_code == 404  # a list is whose it is
    assert as_lise.get(path).status_code == 404
    only = as_omar.post(START, {"act": "write", "ids": [jonas.pk]}, follow=True)
    assert "Vælg mindst en borger" in body(only)


def test_a_page_of_three_hours_ago_does_not_send_another_text(
    aarhus: Municipality, few: list[Person], omar: Person, as_omar: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        batch = make_batch(omar, *few, act="write")
    path = f"/medarbejder/flere/{batch.pk}/"
    form = {"act": "ord", "version": "1", "template": "cv_help", "title": "", "words": ""}
    assert as_omar.post(path, form).status_code == 302
    assert as_omar.post(path, {"act": "send", "version": "1"}).status_code == 409
    with working_for(aarhus.pk):
        assert set(BatchItem.objects.values_list("title", flat=True)) == {
            "Vil du have hjælp til dit CV?"
        }
        assert set(BatchItem.objects.values_list("state", flat=True)) == {ItemState.READY}


def test_the_worker_is_asked_at_once_when_it_is_to_be_sent_now(
    aarhus: Municipality, few: list[Person], omar: Person, as_omar: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        batch = make_batch(omar, *few)
    path = f"/medarbejder/flere/{batch.pk}/"
    as_omar.post(path, {"act": "send", "version": "1"})
    with mock.patch.object(tasks.send_due, "defer") as asked:
        as_omar.post(path, {"act": "nu"})
    assert asked.call_args.kwargs["municipality_id"] == aarhus.pk
    tasks.send_everywhere()
    assert set(states(aarhus, batch).values()) == {("done", "")}


def test_everybody_on_the_list_is_found_by_the_overviews_filters(
    aarhus: Municipality, few: list[Person], as_omar: KommuneClient
) -> None:
    found = [one.pk for one in few]
    with mock.patch("jobunivers.foundation.groups.members", return_value=found) as asked:
        made = as_omar.post(START, {"act": "write", "query": "cv=nej", "ids": [1]})
    assert asked.call_args.args == ("query", "cv=nej")
    assert "/medarbejder/flere/" in made["Location"]
    with working_for(aarhus.pk):
        assert BatchItem.objects.count() == len(few)
    with mock.patch("jobunivers.foundation.groups.members", return_value=None):
        gone = as_omar.post(START, {"act": "write", "query": "x"}, follow=True)
    assert "Vi kan ikke finde listen mere" in body(gone)


def test_a_long_text_is_not_cut_when_names_make_it_longer(
    aarhus: Municipality, omar: Person
) -> None:
    citizen = add_person(aarhus, "Maximiliane-Alexandrina Langnavn", "citizen")
    words = "{navn} " + "æ" * 1_980 + " Slut."
    assert len(words) < 2_000
    with working_for(aarhus.pk):
        batch = make_batch(omar, citizen, act="write")
        fresh = Batch.objects.get(pk=batch.pk)
        actions.word_batch(
            batch_id=batch.pk, version=fresh.version, title="Hej", words=words, at=timezone.now()
        )
    off(aarhus, batch)
    actions.send_due(municipality_id=aarhus.pk, at=timezone.now())
    with working_for(aarhus.pk):
        letter = Letter.objects.get(citizen_id=citizen.pk)
    assert letter.words.startswith("Maximiliane-Alexandrina ")
    assert letter.words.endswith(" Slut.")
