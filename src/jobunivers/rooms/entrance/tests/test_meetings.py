# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Times are opened, booked once, moved, cancelled and remembered."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction

from jobunivers.foundation import diary
from jobunivers.foundation.diary import Entry
from jobunivers.foundation.notices import queries as notices
from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.entrance import actions, queries
from jobunivers.rooms.entrance.models import Form, IntroMeeting, Seat, Slot
from jobunivers.rooms.entrance.tests.making import NOW, make_slot
from jobunivers.science.calendars import Period
from jobunivers.testing.browsers import KommuneClient, text_of
from jobunivers.testing.cast import add_person

pytestmark = pytest.mark.django_db
SOON = NOW + timedelta(days=2)
PHONE = {"form": "phone", "phone": "12 34 56 78"}


@pytest.fixture(autouse=True)
def it_is_now() -> Iterator[None]:
    """Let every browser's clock show the moment the tests are about."""
    with time_machine.travel(NOW, tick=False):
        yield


def _book(citizen: Person, slot: Slot, at: datetime = NOW) -> IntroMeeting:
    with working_for(citizen.municipality_id):
        return actions.book(citizen_id=citizen.pk, actor_id=citizen.pk, slot_id=slot.pk, at=at)


def test_a_seat_is_given_to_one_citizen(kirsten: Person, mads: Person, omar: Person) -> None:
    slot = make_slot(omar, SOON)
    _book(kirsten, slot)

    with pytest.raises(actions.Taken):
        _book(mads, slot)


def test_the_database_itself_refuses_a_double_booking(
    kirsten: Person, mads: Person, omar: Person, aarhus: Municipality
) -> None:
    first, second = make_slot(omar, SOON), make_slot(omar, SOON + timedelta(hours=2))
    meeting = _book(kirsten, first)
    with working_for(aarhus.pk):
        other = Seat.objects.get(slot=second)
        for citizen_id, seat in ((mads.pk, meeting.seat), (kirsten.pk, other)):
            row = IntroMeeting(
                citizen_id=citizen_id, seat=seat, booked_at=NOW, booked_by_id=citizen_id
            )
            with pytest.raises(IntegrityError), transaction.atomic():
                row.save()


def test_as_many_as_there_is_room_for_and_no_more(aarhus: Municipality, omar: Person) -> None:
    slot = make_slot(omar, SOON, capacity=3)
    people = [add_person(aarhus, f"Borger {number}", "citizen") for number in range(4)]

    numbers = [_book(person, slot).seat.number for person in people[:3]]

    assert sorted(numbers) == [1, 2, 3]
    with pytest.raises(actions.Taken):
        _book(people[3], slot)


def test_she_has_one_meeting_ahead(kirsten: Person, omar: Person) -> None:
    _book(kirsten, make_slot(omar, SOON))

    with pytest.raises(actions.BookedAlready):
        _book(kirsten, make_slot(omar, SOON + timedelta(hours=2)))


def test_when_it_is_over_and_nobody_marked_it_she_may_book_anew(
    kirsten: Person, omar: Person
) -> None:
    _book(kirsten, make_slot(omar, SOON))
    later = SOON + timedelta(days=1)

    again = _book(kirsten, make_slot(omar, later + timedelta(days=3)), at=later)

    assert again.cancelled_at is None


def test_an_adviser_is_in_one_place_at_a_time(omar: Person, ida: Person) -> None:
    make_slot(omar, SOON)
    make_slot(ida, SOON)
    make_slot(omar, SOON + timedelta(minutes=45))  # begins as the other ends

    with pytest.raises(actions.SlotsOverlap):
        make_slot(omar, SOON + timedelta(minutes=44))


def test_a_time_that_was_withdrawn_may_be_opened_again(omar: Person, aarhus: Municipality) -> None:
    slot = make_slot(omar, SOON)
    with working_for(aarhus.pk):
        actions.withdraw_slot(slot=slot, actor_id=omar.pk, at=NOW)

    assert make_slot(omar, SOON).pk != slot.pk


def test_a_time_is_not_booked_too_close_to_its_beginning(kirsten: Person, omar: Person) -> None:
    slot = make_slot(omar, SOON)

    with pytest.raises(actions.Taken):
        _book(kirsten, slot, at=SOON - timedelta(hours=23, minutes=59))
    assert _book(kirsten, slot, at=SOON - timedelta(hours=24)).pk


def test_to_move_keeps_the_meeting_and_frees_the_seat(
    kirsten: Person, mads: Person, omar: Person, aarhus: Municipality
) -> None:
    first, second = make_slot(omar, SOON), make_slot(omar, SOON + timedelta(hours=2))
    meeting = _book(kirsten, first)
    with working_for(aarhus.pk):
        actions.move(meeting=meeting, actor_id=kirsten.pk, slot_id=second.pk, at=NOW)
        moved = IntroMeeting.objects.select_related("seat__slot").get(pk=meeting.pk)

    assert (moved.uid, moved.sequence, moved.seat.slot_id) == (meeting.uid, 1, second.pk)
    _book(mads, first)
    with working_for(aarhus.pk), pytest.raises(actions.Taken):
        actions.move(meeting=moved, actor_id=kirsten.pk, slot_id=first.pk, at=NOW)


def test_a_move_from_an_old_page_changes_nothing(
    kirsten: Person, omar: Person, aarhus: Municipality
) -> None:
    slots = [make_slot(omar, SOON + timedelta(hours=2 * number)) for number in range(3)]
    meeting = _book(kirsten, slots[0])
    with working_for(aarhus.pk):
        actions.move(meeting=meeting, actor_id=kirsten.pk, slot_id=slots[1].pk, at=NOW)
        with pytest.raises(actions.TooLate):
            actions.move(meeting=meeting, actor_id=kirsten.pk, slot_id=slots[2].pk, at=NOW)


def test_she_cancels_until_it_begins(kirsten: Person, omar: Person, aarhus: Municipality) -> None:
    meeting = _book(kirsten, make_slot(omar, SOON))
    with working_for(aarhus.pk):
        with pytest.raises(actions.TooLate):
            actions.cancel(meeting=meeting, actor_id=kirsten.pk, at=SOON)
        actions.cancel(meeting=meeting, actor_id=kirsten.pk, at=SOON - timedelta(minutes=1))
        assert queries.meeting_ahead(citizen_id=kirsten.pk, at=NOW) is None


def test_who_had_booked_is_told_when_the_time_is_withdrawn(
    kirsten: Person, omar: Person, aarhus: Municipality
) -> None:
    # In Denmark it is ten o'clock: 9 UTC on a winter's day.
    slot = make_slot(omar, datetime(2026, 11, 27, 9, tzinfo=UTC))
    _book(kirsten, slot)
    with working_for(aarhus.pk):
        assert actions.withdraw_slot(slot=slot, actor_id=omar.pk, at=NOW) == 1
        assert actions.withdraw_slot(slot=slot, actor_id=omar.pk, at=NOW) == 0
        notice = Notice.objects.get(person_id=kirsten.pk)
        assert "27. november 10.00 er aflyst" in notices.text_of(notice)


def test_she_is_reminded_once_and_again_when_it_was_moved(
    kirsten: Person, omar: Person, aarhus: Municipality
) -> None:
    meeting = _book(kirsten, make_slot(omar, SOON))
    with working_for(aarhus.pk):
        assert actions.remind(at=SOON - timedelta(hours=25)) == 0
        at = SOON - timedelta(hours=24)
        assert [actions.remind(at=at), actions.remind(at=at)] == [1, 0]
        other = make_slot(omar, SOON + timedelta(days=3))
        actions.move(meeting=meeting, actor_id=kirsten.pk, slot_id=other.pk, at=at)
        assert actions.remind(at=SOON + timedelta(days=2, hours=1)) == 1
        assert Notice.objects.filter(kind="entrance.meeting_soon").count() == 2


def test_nobody_is_reminded_of_what_was_cancelled(
    kirsten: Person, omar: Person, aarhus: Municipality
) -> None:
    meeting = _book(kirsten, make_slot(omar, SOON))
    with working_for(aarhus.pk):
        actions.cancel(meeting=meeting, actor_id=kirsten.pk, at=NOW)
        assert actions.remind(at=SOON - timedelta(hours=1)) == 0


def test_all_times_are_opened_or_none(omar: Person, aarhus: Municipality) -> None:
    make_slot(omar, SOON)
    wanted = [Period(SOON - timedelta(hours=1), SOON), Period(SOON, SOON + timedelta(hours=1))]
    with working_for(aarhus.pk):
        with pytest.raises(actions.SlotsOverlap):
            actions.open_slots(
                adviser_id=omar.pk, periods=wanted, capacity=1, form=Form.PHONE, place="", at=NOW
            )
        assert Slot.objects.count() == 1


def test_she_books_moves_and_cancels_on_her_pages(
    as_kirsten: KommuneClient, omar: Person, aarhus: Municipality, kirsten: Person
) -> None:
    first, second = make_slot(omar, SOON), make_slot(omar, SOON + timedelta(hours=2))
    page = text_of(as_kirsten.get("/velkommen/moede/"))
    assert "Kl. 10.00–10.45" in page, "nine in London is ten in Denmark"

    as_kirsten.post("/velkommen/moede/bestil/", {"slot": first.pk})
    page = text_of(as_kirsten.get("/velkommen/moede/"))
    assert "Omar Said" in page
    assert "kl. 10.00–10.45" in page
    assert "Kl. 12.00" not in page
    assert "Kl. 12.00" in text_of(as_kirsten.get("/velkommen/moede/?flyt=1"))
    as_kirsten.post("/velkommen/moede/bestil/", {"slot": second.pk})
    assert "kl. 12.00–12.45" in text_of(as_kirsten.get("/velkommen/moede/"))
    with working_for(aarhus.pk):
        (meeting,) = IntroMeeting.objects.all()
    file = as_kirsten.get(f"/velkommen/moede/{meeting.pk}/kalender.ics")
    assert file["Content-Type"].startswith("text/calendar")
    assert b"DTSTART:20261127T110000Z" in file.content
    as_kirsten.post(f"/velkommen/moede/{meeting.pk}/aflys/")
    assert "Vælg en tid, der passer dig" in text_of(as_kirsten.get("/velkommen/moede/"))


def test_a_meeting_by_phone_asks_where_to_call(
    as_kirsten: KommuneClient, omar: Person, aarhus: Municipality
) -> None:
    slot = make_slot(omar, SOON, form=Form.PHONE)
    bad = as_kirsten.post("/velkommen/moede/bestil/", {"slot": slot.pk, **PHONE, "phone": "hjem"})
    assert bad.status_code == 422
    assert "Skriv telefonnummeret med tal" in text_of(bad)

    as_kirsten.post("/velkommen/moede/bestil/", {"slot": slot.pk, **PHONE})

    assert "Vi ringer på 12 34 56 78" in text_of(as_kirsten.get("/velkommen/moede/"))


@pytest.mark.parametrize("slot", ["", "0", "x", "99999999999999999999"])
def test_a_time_that_is_not_is_met_kindly(slot: str, as_kirsten: KommuneClient) -> None:
    answer = as_kirsten.post("/velkommen/moede/bestil/", {"slot": slot}, follow=True)

    assert "Den tid er lige blevet taget" in text_of(answer)


def test_staff_open_times_and_see_who_comes(
    as_omar: KommuneClient, kirsten: Person, aarhus: Municipality, as_ida: KommuneClient
) -> None:
    wanted = {
        "day": "2026-11-27", "first": "09:00", "last": "11:00", "minutes": "45", "capacity": "1",
        "form": "in_person", "place": "Lokale 2", "weeks": "2",
    }  # fmt: skip
    assert as_omar.post("/medarbejder/intromoeder/", wanted).status_code == 302
    assert as_omar.post("/medarbejder/intromoeder/", wanted).status_code == 422, "they are open"
    with working_for(aarhus.pk):
        slots = list(Slot.objects.order_by("starts_at"))
    assert len(slots) == 4
    assert slots[0].starts_at == datetime(2026, 11, 27, 8, tzinfo=UTC)
    _book(kirsten, slots[0])

    assert "Kirsten Holm" in text_of(as_omar.get("/medarbejder/intromoeder/"))
    assert "Kirsten Holm" not in text_of(as_ida.get("/medarbejder/intromoeder/"))
    assert "Kirsten Holm" in text_of(as_ida.get("/medarbejder/intromoeder/?vis=alle"))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"day": "2027-03-28", "first": "02:30", "last": "04:00"}, "findes ikke den dag"),
        ({"day": "2026-11-01"}, "Dagen er gået"),
        ({"first": "11:00", "last": "11:10"}, "ikke plads til et møde"),
        ({"capacity": "0"}, "mellem 1 og 20"),
        ({"day": "i morgen"}, "Skriv datoen som"),
    ],
)
def test_times_that_cannot_be_are_said(
    change: dict[str, str], says: str, as_omar: KommuneClient
) -> None:
    wanted = {
        "day": "2026-11-27", "first": "09:00", "last": "11:00", "minutes": "45", "capacity": "1",
        "form": "in_person", "place": "", "weeks": "1", **change,
    }  # fmt: skip
    answer = as_omar.post("/medarbejder/intromoeder/", wanted)

    assert answer.status_code == 422
    assert says in text_of(answer)


def test_whether_she_came_is_kept_once(kirsten: Person, omar: Person, aarhus: Municipality) -> None:
    meeting = _book(kirsten, make_slot(omar, SOON))
    with working_for(aarhus.pk):
        with pytest.raises(ValueError, match="not begun"):
            actions.mark(meeting=meeting, held=True, actor_id=omar.pk, at=NOW)
        actions.mark(meeting=meeting, held=True, actor_id=omar.pk, at=SOON)
        with pytest.raises(actions.TooLate):
            actions.mark(meeting=meeting, held=False, actor_id=omar.pk, at=SOON)
        assert queries.had_meeting(citizen_id=kirsten.pk)


def test_the_kommune_decides_how_one_meets(
    as_eva: KommuneClient, as_kirsten: KommuneClient, omar: Person
) -> None:
    make_slot(omar, SOON, form=Form.PHONE)
    make_slot(omar, SOON + timedelta(hours=2))
    rules = {
        "in_person": "on", "place": "Borgerservice, Torvet 1", "minutes": "30",
        "notice_hours": "24", "weeks_ahead": "6",
    }  # fmt: skip
    assert as_eva.post("/administration/introduktion/moeder/", rules).status_code == 302

    page = text_of(as_kirsten.get("/velkommen/moede/"))
    assert "Borgerservice, Torvet 1" in page
    assert "i telefon" not in page
    nobody = {**rules, "in_person": ""}
    answer = as_eva.post("/administration/introduktion/moeder/", nobody)
    assert answer.status_code == 422
    assert "Vælg mindst én måde at mødes på" in text_of(answer)


def test_a_free_time_of_one_kommune_is_no_time_of_another(
    omar: Person, odense: Municipality, jonas: Person
) -> None:
    slot = make_slot(omar, SOON)

    with working_for(odense.pk):
        assert queries.free_days(at=NOW) == []
    with pytest.raises(actions.Taken):
        _book(jonas, slot)


def test_times_that_are_the_same_to_her_are_one_and_the_next_adviser_follows(
    kirsten: Person, omar: Person, ida: Person, aarhus: Municipality
) -> None:
    first, second = make_slot(omar, SOON), make_slot(ida, SOON)
    with working_for(aarhus.pk):
        ((time,),) = [day.times for day in queries.free_days(at=NOW)]
        assert (time.slot_id, time.seats) == (first.pk, 2)
    _book(kirsten, first)
    with working_for(aarhus.pk):
        ((time,),) = [day.times for day in queries.free_days(at=NOW)]
        assert (time.slot_id, time.seats) == (second.pk, 1)


def test_a_meeting_stands_in_her_week_and_moves_there_with_the_name_calendars_know(
    as_kirsten: KommuneClient, kirsten: Person, omar: Person, aarhus: Municipality
) -> None:
    first, second = make_slot(omar, SOON), make_slot(omar, SOON + timedelta(days=7))
    meeting = _book(kirsten, first)
    file = as_kirsten.get(f"/velkommen/moede/{meeting.pk}/kalender.ics").content.decode()

    with working_for(aarhus.pk):
        (before,) = _week_of(kirsten, SOON)
        actions.move(meeting=meeting, actor_id=kirsten.pk, slot_id=second.pk, at=NOW)
        assert _week_of(kirsten, SOON) == []
        (after,) = _week_of(kirsten, SOON + timedelta(days=7))
        actions.cancel(meeting=IntroMeeting.objects.get(pk=meeting.pk), actor_id=kirsten.pk, at=NOW)
        (off,) = _week_of(kirsten, SOON + timedelta(days=7))

    assert f"UID:{before.calendar_uid}" in file
    assert (after.uid, after.calendar_uid) == (before.uid, before.calendar_uid)
    assert after.version > before.version
    assert off.version > after.version
    assert off.cancelled
    assert before.starts_at == SOON


def _week_of(citizen: Person, at: datetime) -> list[Entry]:
    day = at.date()
    found = diary.between(
        citizen_id=citizen.pk, first=day, after=day + timedelta(days=1), language="da"
    )
    return [one for one in found if one.uid.startswith("entrance:")]
