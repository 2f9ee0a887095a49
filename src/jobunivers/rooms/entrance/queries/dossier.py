# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room tells in staff's one view of a citizen: what came of her first meetings."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.foundation.ui.wording import clock, day
from jobunivers.rooms.entrance.models import IntroMeeting
from jobunivers.trust import dossier
from jobunivers.trust.dossier import Happening, Showing


def offer_logs() -> None:
    """Let staff read in the log of her way when she was to come, and whether she did."""
    dossier.offer_log(
        dossier.Log(
            code="entrance.meetings",
            name=gettext_lazy("Intromøder"),
            looks=("entrance",),
            ask=_ask,
            tell=_tell,
        )
    )


def newest_meeting(citizen_id: int) -> QuerySet[IntroMeeting]:
    """Return her newest first meeting that stands or was held: one row or none."""
    rows = IntroMeeting.objects.filter(citizen_id=citizen_id, cancelled_at=None)
    return rows.select_related("seat__slot").order_by("-booked_at", "-pk")[:1]


def _ask(showing: Showing, until: datetime, most: int) -> QuerySet[IntroMeeting]:
    """Ask for her meetings by what happened to them last."""
    rows = IntroMeeting.objects.filter(citizen_id=showing.citizen_id)
    rows = rows.annotate(
        happened_at=Coalesce("held_at", "missed_at", "cancelled_at", "booked_at")
    ).filter(happened_at__lte=until)
    return rows.select_related("seat__slot").order_by("-happened_at", "-pk")[:most]


def _tell(showing: Showing, rows: Sequence[IntroMeeting]) -> list[Happening]:
    return [
        Happening(
            at=row.held_at or row.missed_at or row.cancelled_at or row.booked_at,
            text=_text(row),
            by_id=_who(row) if _who(row) != showing.citizen_id else None,
        )
        for row in rows
    ]


def _who(row: IntroMeeting) -> int | None:
    if row.held_at or row.missed_at:
        return row.seat.slot.adviser_id
    return row.cancelled_by_id if row.cancelled_at else row.booked_by_id


def _text(row: IntroMeeting) -> str:
    starts = row.seat.slot.starts_at
    when = {"when": f"{day(starts)} {clock(starts)}"}
    if row.held_at:
        return _("Var til intromøde %(when)s") % when
    if row.missed_at:
        return _("Kom ikke til intromøde %(when)s") % when
    if row.cancelled_at:
        return _("Intromøde %(when)s blev aflyst") % when
    return _("Intromøde booket til %(when)s") % when
