# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""First meetings, as her week shows them."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext, override

from jobunivers.foundation import diary
from jobunivers.foundation.prepared import prepared
from jobunivers.foundation.together import Question
from jobunivers.rooms.entrance.models import Form, IntroMeeting, MeetingRules
from jobunivers.science.calendars import moment

_CODE = "entrance"


def register() -> None:
    """Let first meetings stand in her week. She moves one where its free times are."""
    diary.register(diary.Source(_CODE, asks=asks, reads=reads))


def calendar_uid(meeting: IntroMeeting) -> str:
    """Return what calendars call the meeting, in a file of its own and in a subscription."""
    return f"{meeting.uid}@jobunivers"


def asks(citizen_id: int, first: date, after: date) -> dict[str, Question]:
    """Return the questions for her meetings in these days, and for where they are held."""
    span = {"since": moment(first, time()), "until": moment(after, time())}
    return {"meetings": _meetings(citizen_id=citizen_id, **span), "rules": meeting_rules()}


@prepared
def _meetings(*, citizen_id: int, since: datetime, until: datetime) -> QuerySet[IntroMeeting]:
    meetings = IntroMeeting.objects.filter(
        citizen_id=citizen_id, seat__slot__starts_at__gte=since, seat__slot__starts_at__lt=until
    )
    return meetings.select_related("seat__slot").order_by("seat__slot__starts_at", "pk")


@prepared
def meeting_rules() -> QuerySet[MeetingRules]:
    """Return the question for where meetings are held."""
    return MeetingRules.objects.order_by("pk")[:1]


def reads(
    rows: Mapping[str, list[Any]],
    first: date,  # noqa: ARG001 - a source is told it
    after: date,  # noqa: ARG001
    language: str,
) -> list[diary.Entry]:
    """Return her meetings; those she cancelled too, so that calendars take them out."""
    place = rows["rules"][0].place if rows["rules"] else ""
    with override(language):
        return [_entry(meeting, place) for meeting in rows["meetings"]]


def _entry(meeting: IntroMeeting, usual_place: str) -> diary.Entry:
    slot = meeting.seat.slot
    by_phone = slot.form == Form.PHONE
    return diary.Entry(
        uid=f"{_CODE}:{meeting.pk}",
        version=meeting.sequence,
        kind="talk",
        title=gettext("Møde med jobrådgiver"),
        day=timezone.localdate(slot.starts_at),
        starts_at=slot.starts_at,
        ends_at=slot.ends_at,
        place=gettext("I telefon") if by_phone else slot.place or usual_place,
        path="velkommen/moede/",
        done=meeting.held_at is not None or meeting.missed_at is not None,
        cancelled=meeting.cancelled_at is not None,
        changed_at=meeting.cancelled_at or (None if meeting.sequence else meeting.booked_at),
        why_fixed=gettext("Du kan vælge en anden tid på mødets egen side."),
        calendar_uid=calendar_uid(meeting),
    )
