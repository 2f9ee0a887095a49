# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""First meetings: which times are free, who comes when, what the kommune has decided."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Exists, F, OuterRef
from django.utils import timezone

from jobunivers.identity import queries as identity
from jobunivers.rooms.entrance.models import Form, IntroMeeting, MeetingRules, Seat, Slot

_MOST_FREE = 200
_OPEN = {"cancelled_at": None, "held_at": None, "missed_at": None}


@dataclass(frozen=True, slots=True)
class FreeTime:
    """A time she can choose."""

    slot_id: int
    starts_at: datetime
    ends_at: datetime
    form: str
    place: str
    seats: int


@dataclass(frozen=True, slots=True)
class FreeDay:
    """The free times of a day, earliest first."""

    day: date
    times: list[FreeTime]


@dataclass(frozen=True, slots=True)
class OwnMeeting:
    """Her meeting as she is shown it."""

    meeting: IntroMeeting
    slot: Slot
    adviser: str
    place: str
    can_change: bool


@dataclass(frozen=True, slots=True)
class StaffSlot:
    """A time in the staff's list, with who comes."""

    slot: Slot
    adviser: str
    comers: list[tuple[IntroMeeting, str]]
    seats: int
    begun: bool

    @property
    def day(self) -> date:
        """Return the day on Danish calendars."""
        return timezone.localdate(self.slot.starts_at)


def form_of(code: str) -> Form:
    """Return the way of meeting that a word such as "phone" names; ValueError when none is."""
    return Form(code)


def rules() -> MeetingRules:
    """Return what the kommune has decided, or what holds until it has."""
    return MeetingRules.objects.first() or MeetingRules()


def free_days(*, at: datetime) -> list[FreeDay]:
    """Return the days with free times that can be booked now, in Danish days.

    Times of several advisers that are the same to her are one: she gets the first with room.
    """
    decided = rules()
    taken = IntroMeeting.objects.filter(seat=OuterRef("pk"), cancelled_at=None)
    seats = Seat.objects.filter(
        ~Exists(taken),
        slot__withdrawn_at=None,
        slot__starts_at__gte=at + timedelta(hours=decided.notice_hours),
        slot__starts_at__lt=at + timedelta(weeks=decided.weeks_ahead),
        slot__form__in=_forms(decided),
    )
    rows = seats.values(
        "slot_id",
        starts=F("slot__starts_at"),
        ends=F("slot__ends_at"),
        form=F("slot__form"),
        place=F("slot__place"),
    ).annotate(left=Count("pk"))
    times: dict[tuple[object, ...], FreeTime] = {}
    for row in rows.order_by("starts", "slot_id")[:_MOST_FREE]:
        place = row["place"] or decided.place
        same = (row["starts"], row["ends"], row["form"], place)
        seats_before = times[same].seats if same in times else 0
        slot_id = times[same].slot_id if same in times else row["slot_id"]
        times[same] = FreeTime(
            slot_id, row["starts"], row["ends"], row["form"], place, seats_before + row["left"]
        )
    days: dict[date, list[FreeTime]] = {}
    for free in times.values():
        days.setdefault(timezone.localdate(free.starts_at), []).append(free)
    return [FreeDay(day, of_day) for day, of_day in days.items()]


def _forms(decided: MeetingRules) -> list[str]:
    offered = {Form.IN_PERSON: decided.in_person, Form.PHONE: decided.phone}
    return [form.value for form, wanted in offered.items() if wanted]


def meeting_ahead(*, citizen_id: int, at: datetime) -> OwnMeeting | None:
    """Return the citizen's meeting that is not over, if she has one."""
    rows = IntroMeeting.objects.filter(citizen_id=citizen_id, seat__slot__ends_at__gt=at, **_OPEN)
    meeting = rows.select_related("seat__slot").order_by("pk").first()
    return None if meeting is None else own_meeting(meeting, at=at)


def meetings_ahead(citizen_ids: Iterable[int], *, at: datetime) -> dict[int, datetime]:
    """Return when each has a meeting that has not begun; who has none is not in it."""
    rows = IntroMeeting.objects.filter(
        citizen_id__in=list(citizen_ids), seat__slot__starts_at__gt=at, **_OPEN
    )
    found = rows.order_by("pk").values_list("citizen_id", "seat__slot__starts_at")
    return dict(found)


def own_meeting(meeting: IntroMeeting, *, at: datetime) -> OwnMeeting:
    """Return a meeting as its citizen is shown it."""
    slot = meeting.seat.slot
    adviser, _role = identity.names(ids=[slot.adviser_id]).get(slot.adviser_id, ("", ""))
    return OwnMeeting(meeting, slot, adviser, slot.place or rules().place, slot.starts_at > at)


def open_meeting(pk: int) -> IntroMeeting | None:
    """Return a meeting that is not cancelled, held or missed, with its time."""
    rows = IntroMeeting.objects.filter(pk=pk, **_OPEN)
    return rows.select_related("seat__slot").first()


def had_meeting(*, citizen_id: int) -> bool:
    """Say whether she has been to a first meeting."""
    return IntroMeeting.objects.filter(citizen_id=citizen_id, held_at__isnull=False).exists()


def staff_slots(*, at: datetime, adviser_id: int | None = None) -> list[StaffSlot]:
    """Return the times of today and later that are open, of one member of staff or of all."""
    today = timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)
    slots = Slot.objects.filter(withdrawn_at=None, ends_at__gte=today)
    if adviser_id is not None:
        slots = slots.filter(adviser_id=adviser_id)
    counted = slots.annotate(room=Count("seats")).order_by("starts_at", "pk")[:200]
    rows = [(slot, slot.room) for slot in counted]
    meetings = _comers(slot.pk for slot, _ in rows)
    people = {one.citizen_id for many in meetings.values() for one in many}
    known = identity.people(ids=people | {slot.adviser_id for slot, _ in rows})
    # Whom she meets herself she sees by name, and may call, protected or not.
    own = adviser_id is not None
    names = {one.pk: one.name if own else one.shown_name for one in known}
    hidden = {one.pk for one in known if one.is_protected and not own}
    for meeting in (one for many in meetings.values() for one in many):
        meeting.phone = "" if meeting.citizen_id in hidden else meeting.phone
    return [
        StaffSlot(
            slot,
            names.get(slot.adviser_id, ""),
            [(one, names.get(one.citizen_id, "")) for one in meetings.get(slot.pk, [])],
            room,
            slot.starts_at <= at,
        )
        for slot, room in rows
    ]


def meets_today(staff_id: int, citizen_ids: Sequence[int], today: date) -> dict[int, str]:
    """Return those of these whom she meets today: a talk is reason enough to open a citizen."""
    begins = timezone.make_aware(datetime.combine(today, time.min))
    rows = IntroMeeting.objects.filter(
        citizen_id__in=list(citizen_ids),
        cancelled_at=None,
        seat__slot__adviser_id=staff_id,
        seat__slot__starts_at__gte=begins,
        seat__slot__starts_at__lt=begins + timedelta(days=1),
    )
    return dict.fromkeys(rows.order_by("pk").values_list("citizen_id", flat=True), "meeting")


def _comers(slot_ids: Iterable[int]) -> dict[int, list[IntroMeeting]]:
    rows = IntroMeeting.objects.filter(seat__slot_id__in=list(slot_ids), cancelled_at=None)
    found: dict[int, list[IntroMeeting]] = {}
    for meeting in rows.select_related("seat").order_by("seat__number", "pk"):
        found.setdefault(meeting.seat.slot_id, []).append(meeting)
    return found
