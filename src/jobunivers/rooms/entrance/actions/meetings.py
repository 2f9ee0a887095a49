# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Staff open times; a citizen books, moves and cancels her first meeting; she is reminded."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.notices import actions as notices
from jobunivers.rooms.entrance.models import Form, IntroMeeting, MeetingRules, Seat, Slot
from jobunivers.rooms.entrance.queries.meetings import rules
from jobunivers.science.calendars import Period

REMINDED_BEFORE = timedelta(hours=24)
_OPEN = {"cancelled_at": None, "held_at": None, "missed_at": None}


class SlotsOverlap(Exception):  # noqa: N818 - it reads as what is wrong
    """The member of staff has opened another time that lies in the same moment."""


class Taken(Exception):  # noqa: N818 - it reads as what happened
    """Somebody else was faster, the time was withdrawn, or it is too close to begin."""


class BookedAlready(Exception):  # noqa: N818 - it reads as what happened
    """The citizen has a first meeting ahead of her already."""


class TooLate(Exception):  # noqa: N818 - it reads as what happened
    """The meeting has begun or is over, cancelled or marked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesEntry:
    """What the kommune decides of first meetings."""

    in_person: bool
    phone: bool
    place: str
    directions_da: str
    directions_en: str
    minutes: int
    notice_hours: int
    weeks_ahead: int


@transaction.atomic
def save_rules(*, entry: RulesEntry, actor_id: int, at: datetime) -> None:
    """Keep how, where and when first meetings are held in the kommune."""
    values = {**asdict(entry), "changed_at": at, "changed_by_id": actor_id}
    row = MeetingRules.objects.select_for_update().first()
    if row is None:
        MeetingRules.objects.create(**values)
    else:
        MeetingRules.objects.filter(pk=row.pk).update(**values)
    events.record("entrance.meeting_rules_changed", at=at, actor_id=actor_id)


@transaction.atomic
def open_slots(
    *,
    adviser_id: int,
    periods: Sequence[Period],
    capacity: int,
    form: Form,
    place: str,
    at: datetime,
) -> list[Slot]:
    """Open times for first meetings, all or none; raises SlotsOverlap."""
    slots = [
        Slot(
            adviser_id=adviser_id,
            starts_at=period.starts_at,
            ends_at=period.ends_at,
            form=form,
            place=place,
            opened_at=at,
        )
        for period in periods
    ]
    try:
        with transaction.atomic():
            Slot.objects.bulk_create(slots)
    except IntegrityError as error:
        raise SlotsOverlap from error
    Seat.objects.bulk_create(
        Seat(slot=slot, number=number) for slot in slots for number in range(1, capacity + 1)
    )
    opened = {"slots": [slot.pk for slot in slots]}
    events.record("entrance.slots_opened", at=at, actor_id=adviser_id, data=opened)
    return slots


@transaction.atomic
def withdraw_slot(*, slot: Slot, actor_id: int, at: datetime) -> int:
    """Take a time back; who had booked it is told. Return how many had."""
    if not Slot.objects.filter(pk=slot.pk, withdrawn_at=None).update(withdrawn_at=at):
        return 0
    events.record("entrance.slot_withdrawn", at=at, actor_id=actor_id, data={"slot": slot.pk})
    booked = IntroMeeting.objects.filter(seat__slot=slot, **_OPEN).order_by("pk")
    for meeting in booked:
        _cancel(meeting, actor_id=actor_id, at=at)
        notices.notify(
            person_id=meeting.citizen_id,
            kind="entrance.meeting_cancelled",
            at=at,
            data={"starts_at": slot.starts_at.isoformat()},
            path="velkommen/moede/",
        )
    return len(booked)


@transaction.atomic
def book(
    *, citizen_id: int, actor_id: int, slot_id: int, at: datetime, phone: str = ""
) -> IntroMeeting:
    """Give the citizen a seat in a slot; raises Taken or BookedAlready."""
    ahead = IntroMeeting.objects.filter(citizen_id=citizen_id, **_OPEN)
    if (before := ahead.select_related("seat__slot").first()) is not None:
        if before.seat.slot.ends_at > at:
            raise BookedAlready
        # Nobody marked whether she came; the time is over, and she may book anew.
        ahead.filter(pk=before.pk).update(missed_at=at)
    for seat in _free_seats(slot_id, at=at):
        meeting = IntroMeeting(
            citizen_id=citizen_id, seat=seat, phone=phone, booked_at=at, booked_by_id=actor_id
        )
        try:
            with transaction.atomic():
                meeting.save(force_insert=True)
        except IntegrityError as error:
            if "a_citizen_has_one_first_meeting_ahead" in str(error):
                raise BookedAlready from error
            continue  # somebody took this seat meanwhile
        _told("entrance.meeting_booked", meeting, actor_id=actor_id, at=at)
        return meeting
    raise Taken


@transaction.atomic
def move(*, meeting: IntroMeeting, actor_id: int, slot_id: int, at: datetime) -> None:
    """Give the citizen another time instead; raises Taken, and TooLate for a meeting begun."""
    if meeting.seat.slot.starts_at <= at:
        raise TooLate
    for seat in _free_seats(slot_id, at=at):
        try:
            with transaction.atomic():
                moved = IntroMeeting.objects.filter(
                    pk=meeting.pk, sequence=meeting.sequence, **_OPEN
                ).update(seat=seat, sequence=meeting.sequence + 1, reminded_at=None)
        except IntegrityError:
            continue
        if not moved:
            raise TooLate
        _told("entrance.meeting_moved", meeting, actor_id=actor_id, at=at)
        return
    raise Taken


@transaction.atomic
def cancel(*, meeting: IntroMeeting, actor_id: int, at: datetime) -> None:
    """Give the time back, up to the moment it begins; raises TooLate."""
    if meeting.seat.slot.starts_at <= at:
        raise TooLate
    _cancel(meeting, actor_id=actor_id, at=at)


@transaction.atomic
def mark(*, meeting: IntroMeeting, held: bool, actor_id: int, at: datetime) -> None:
    """Keep whether she came; raises TooLate when that is known, ValueError before it begins."""
    if meeting.seat.slot.starts_at > at:
        raise ValueError("the meeting has not begun")
    field = "held_at" if held else "missed_at"
    if not IntroMeeting.objects.filter(pk=meeting.pk, **_OPEN).update(**{field: at}):
        raise TooLate
    kind = "entrance.meeting_held" if held else "entrance.meeting_missed"
    _told(kind, meeting, actor_id=actor_id, at=at)


@transaction.atomic
def remind(*, at: datetime) -> int:
    """Tell everybody whose meeting begins within a day, once; return how many."""
    soon = IntroMeeting.objects.filter(
        reminded_at=None,
        seat__slot__starts_at__gt=at,
        seat__slot__starts_at__lte=at + REMINDED_BEFORE,
        **_OPEN,
    )
    told = 0
    for meeting in soon.select_related("seat__slot").order_by("pk"):
        if IntroMeeting.objects.filter(pk=meeting.pk, reminded_at=None).update(reminded_at=at):
            told += 1
            notices.notify(
                person_id=meeting.citizen_id,
                kind="entrance.meeting_soon",
                at=at,
                data={"starts_at": meeting.seat.slot.starts_at.isoformat()},
                path="velkommen/moede/",
            )
    return told


def _free_seats(slot_id: int, *, at: datetime) -> list[Seat]:
    """Return the seats nobody has, of a slot that can still be booked."""
    taken = IntroMeeting.objects.filter(seat=OuterRef("pk"), cancelled_at=None)
    seats = Seat.objects.filter(
        ~Exists(taken),
        slot_id=slot_id,
        slot__withdrawn_at=None,
        slot__starts_at__gte=at + timedelta(hours=rules().notice_hours),
    )
    return list(seats.order_by("number", "pk"))


def _cancel(meeting: IntroMeeting, *, actor_id: int, at: datetime) -> None:
    if not IntroMeeting.objects.filter(pk=meeting.pk, **_OPEN).update(
        cancelled_at=at, cancelled_by_id=actor_id, sequence=meeting.sequence + 1
    ):
        raise TooLate
    _told("entrance.meeting_cancelled", meeting, actor_id=actor_id, at=at)


def _told(kind: str, meeting: IntroMeeting, *, actor_id: int, at: datetime) -> None:
    events.record(
        kind,
        at=at,
        citizen_id=meeting.citizen_id,
        actor_id=actor_id,
        data={"meeting": meeting.pk},
    )
