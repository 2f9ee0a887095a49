# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Talks on the staff's first page: who is to be talked with today and tomorrow."""

from collections.abc import Mapping
from datetime import time, timedelta
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.foundation import desk
from jobunivers.foundation.ui import wording
from jobunivers.rooms.talks.models import OPEN, Talk, TalkState
from jobunivers.rooms.talks.queries.words import KINDS
from jobunivers.science.calendars import moment

_SHOWN = 5
_HELPING = {"assistant": 30, "adviser": 30, "consultant": 30}


def register() -> None:
    """Offer the block and the way to all of one's talks."""
    desk.offer(
        desk.Block(
            code="talks.today",
            name=gettext_lazy("Samtaler i dag og i morgen"),
            roles={"assistant": 22, "adviser": 20, "consultant": 20},
            asks=_asks,
            reads=_reads,
        )
    )
    desk.offer_way(
        desk.Way(
            code="talks.list",
            label=gettext_lazy("Samtaler"),
            url_name="talks:list",
            icon="chat",
            roles=_HELPING,
        )
    )


def _asks(who: desk.Desk) -> Mapping[str, "QuerySet[Any, Any]"]:
    first = moment(who.today, time())
    after = moment(who.today + timedelta(days=2), time())
    rows = Talk.objects.filter(
        staff_id=who.staff_id, state__in=OPEN, starts_at__gte=first, starts_at__lt=after
    )
    return {"talks": rows.order_by("starts_at", "pk")[:_SHOWN]}


def _reads(who: desk.Desk, rows: desk.Rows) -> desk.Shown | None:  # noqa: ARG001 - a block is told
    lines = [
        desk.Line(
            why=_("%(kind)s %(day)s %(time)s")
            % {
                "kind": KINDS[one.kind],
                "day": wording.day(one.starts_at),
                "time": wording.clock(one.starts_at),
            },
            act=_("Fortsæt") if one.state == TalkState.UNDER_WAY else _("Forbered"),
            path=reverse("talks:staff_talk", args=[one.citizen_id, one.pk]),
            citizen_id=one.citizen_id,
        )
        for one in rows["talks"]
    ]
    if not lines:
        return None
    return desk.Shown(lines=lines, more=_("Alle mine samtaler"), more_path=reverse("talks:list"))
