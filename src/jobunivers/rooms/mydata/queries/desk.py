# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Requests about data on staff's first page, in their navigation and in the one list."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from jobunivers.foundation import desk, inbox
from jobunivers.foundation.ui.wording import day
from jobunivers.identity.models import Role
from jobunivers.rooms.mydata.models import DataRequest
from jobunivers.rooms.mydata.queries.requests import waiting
from jobunivers.rooms.mydata.queries.words import KINDS

CODE = "mydata.requests"
_ANSWERS = {Role.OFFICER.value: 20, Role.ADMINISTRATOR.value: 60}
_SHOWN = 5


def offer() -> None:
    """Offer the way, the block and the part of the list; said once, in `apps.py`."""
    desk.offer_way(
        desk.Way(
            code=CODE,
            label=gettext_lazy("Anmodninger"),
            url_name="mydata:office",
            icon="assignment",
            roles=_ANSWERS,
        )
    )
    desk.offer(
        desk.Block(
            code=CODE,
            name=gettext_lazy("Svar om egne data"),
            roles=_ANSWERS,
            asks=_asks,
            reads=_reads,
        )
    )
    inbox.offer(inbox.Source(CODE, gettext_lazy("Svar om borgeres egne data"), _items))


def _asks(_desk: desk.Desk) -> "Mapping[str, QuerySet[Any, Any]]":
    return {"waiting": waiting()[: _SHOWN + 1]}


def _reads(_desk: desk.Desk, rows: Mapping[str, list[Any]]) -> desk.Shown:
    found = rows["waiting"]
    return desk.Shown(
        lines=[_line(one) for one in found[:_SHOWN]],
        empty=gettext("Ingen venter på svar om deres oplysninger."),
        more=gettext("Se alle anmodninger"),
        more_path=reverse("mydata:office"),
    )


def _line(row: DataRequest) -> desk.Line:
    return desk.Line(
        why=gettext("%(kind)s Svar senest %(day)s.")
        % {"kind": KINDS[row.kind], "day": day(row.due_on)},
        act=gettext("Læs og svar"),
        path=reverse("mydata:office_request", args=[row.pk]),
        citizen_id=row.person_id,
        due=row.due_on,
    )


def _items(asking: inbox.Asking) -> list[inbox.Item]:
    if asking.role not in _ANSWERS:
        return []
    return [
        inbox.Item(
            title=gettext("Svar på, hvad borgeren har bedt om: %(kind)s")
            % {"kind": KINDS[row.kind]},
            url=reverse("mydata:office_request", args=[row.pk]),
            since=row.made_at,
            due_on=row.due_on,
            citizen_id=row.person_id,
            mine=row.taken_by_id == asking.staff_id,
        )
        for row in waiting()[:100]
    ]
