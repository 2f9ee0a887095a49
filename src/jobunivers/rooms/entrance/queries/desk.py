# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room offers to staff's first page, calendar and navigation: first meetings, help."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from jobunivers.foundation import desk, diary
from jobunivers.foundation.desk import Block, Desk, Line, Rows, Shown, Waits, Way
from jobunivers.foundation.ui import wording
from jobunivers.identity.models import ADVISING, Role
from jobunivers.rooms.entrance.models import Form, HelpSession, IntroMeeting
from jobunivers.science.calendars import moment

_CODE = "entrance"


def register_desk() -> None:
    """Offer today's first meetings, their times in the calendar, how long help is waited for."""
    desk.offer(_BLOCK)
    desk.offer_waits(Waits("entrance.help", gettext_lazy("Hjælp ved skranken"), _asked))
    diary.register_for_staff(diary.Source(_CODE, asks=_ask_days, reads=_read_days))
    for way in _WAYS:
        desk.offer_way(way)


def _meetings(staff_id: int, first: date, after: date) -> QuerySet[IntroMeeting]:
    found = IntroMeeting.objects.filter(
        seat__slot__adviser_id=staff_id,
        seat__slot__starts_at__gte=moment(first, time()),
        seat__slot__starts_at__lt=moment(after, time()),
        cancelled_at=None,
    )
    return found.select_related("seat__slot").order_by("seat__slot__starts_at", "pk")


def _ask(asking: Desk) -> Mapping[str, "QuerySet[Any, Any]"]:
    today = asking.today
    ahead = _meetings(asking.staff_id, today, today + timedelta(days=1))
    return {"today": ahead.filter(held_at=None, missed_at=None)}


def _read(asking: Desk, rows: Rows) -> Shown | None:
    del asking
    lines = [
        Line(
            citizen_id=one.citizen_id,
            why=_("Første møde i dag %(clock)s, %(form)s.")
            % {
                "clock": wording.clock(one.seat.slot.starts_at),
                "form": _("i telefon") if one.seat.slot.form == Form.PHONE else _("her"),
            },
            act=_("Forbered mødet"),
            path=reverse("casework:citizen", args=[one.citizen_id]),
        )
        for one in rows["today"]
    ]
    if not lines:
        return None
    return Shown(
        lines=lines, more=_("Se alle aftaler"), more_path=reverse("entrance:staff_meetings")
    )


def _ask_days(staff_id: int, first: date, after: date) -> Mapping[str, "QuerySet[Any, Any]"]:
    return {"meetings": _meetings(staff_id, first, after)}


def _read_days(
    rows: Mapping[str, list[Any]],
    first: date,  # noqa: ARG001 - a source is told it
    after: date,  # noqa: ARG001
    language: str,
) -> list[diary.Entry]:
    with override(language):
        return [
            diary.Entry(
                uid=f"{_CODE}:{one.pk}",
                version=one.sequence,
                kind="talk",
                title=_("Første møde"),
                day=timezone.localdate(one.seat.slot.starts_at),
                starts_at=one.seat.slot.starts_at,
                ends_at=one.seat.slot.ends_at,
                place=_("I telefon") if one.seat.slot.form == Form.PHONE else one.seat.slot.place,
                path="medarbejder/intromoeder/",
                done=one.held_at is not None or one.missed_at is not None,
                changed_at=one.booked_at,
                citizen_id=one.citizen_id,
            )
            for one in rows["meetings"]
        ]


def _asked(since: datetime, _now: datetime) -> "Iterable[tuple[datetime, datetime | None]]":
    """Return when help was asked for and when it began; what was ended without a yes is no wait."""
    found = HelpSession.objects.filter(asked_at__gte=since)
    found = found.filter(Q(confirmed_at__isnull=False) | Q(ended_at=None)).order_by("pk")
    return found.values_list("asked_at", "confirmed_at")


_EACH = sorted(ADVISING)
_BLOCK = Block(
    code="entrance.today",
    name=gettext_lazy("Første møder i dag"),
    roles={Role.ADVISER: 15, Role.CONSULTANT: 21, Role.ASSISTANT: 15},
    asks=_ask,
    reads=_read,
    looks="entrance",
)
_WAYS = (
    Way(
        code="entrance.meetings",
        label=gettext_lazy("Første møder"),
        url_name="entrance:staff_meetings",
        icon="calendar-month",
        roles=dict.fromkeys(_EACH, 91),
    ),
    Way(
        code="entrance.counter",
        label=gettext_lazy("Skranken"),
        url_name="entrance:counter",
        icon="support-agent",
        roles=dict.fromkeys(_EACH, 93),
    ),
)


def held_since(since: datetime) -> list[tuple[int, int]]:
    """Return (citizen, meeting) of each first meeting that was held since a time."""
    held = IntroMeeting.objects.filter(held_at__gte=since).order_by("pk")
    return list(held.values_list("citizen_id", "pk"))
