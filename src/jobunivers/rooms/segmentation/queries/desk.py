# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room offers to staff's first page, calendar and navigation."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from jobunivers.foundation import desk, diary
from jobunivers.foundation.desk import Block, Desk, Line, Rows, Shown, Waits, Way
from jobunivers.foundation.ui import wording
from jobunivers.identity.models import Role
from jobunivers.rooms.segmentation.models import Objection

_CODE = "segmentation"
_LINES = 5


def register_desk() -> None:
    """Offer objections, their days, how long they wait, and the ways to caseloads."""
    desk.offer(_BLOCK)
    desk.offer_waits(Waits("segmentation.objections", gettext_lazy("Indsigelser"), _asked, days=14))
    diary.register_for_staff(diary.Source(_CODE, asks=_ask_days, reads=_read_days))
    for way in _WAYS:
        desk.offer_way(way)


def _hers(staff_id: int) -> QuerySet[Objection]:
    return Objection.objects.filter(
        Q(responsible_id=staff_id) | Q(responsible_id=None), answered_at=None
    )


def _ask(asking: Desk) -> Mapping[str, "QuerySet[Any, Any]"]:
    return {"waiting": _hers(asking.staff_id).order_by("due_on", "pk")[:_LINES]}


def _read(asking: Desk, rows: Rows) -> Shown | None:
    del asking
    lines = [
        Line(
            citizen_id=one.citizen_id,
            why=_("Er uenig i sit forløb. Svar senest %(day)s.") % {"day": wording.day(one.due_on)},
            act=_("Læs og svar"),
            path=reverse("segmentation:objection", args=[one.pk]),
            due=one.due_on,
        )
        for one in rows["waiting"]
    ]
    if not lines:
        return None
    return Shown(lines=lines, more=_("Se alle"), more_path=reverse("segmentation:objections"))


def _ask_days(staff_id: int, first: date, after: date) -> Mapping[str, "QuerySet[Any, Any]"]:
    due = Objection.objects.filter(
        responsible_id=staff_id, answered_at=None, due_on__gte=first, due_on__lt=after
    )
    return {"due": due.order_by("due_on", "pk")}


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
                version=1,
                kind="deadline",
                title=_("Svar på indsigelse"),
                day=one.due_on,
                path=f"medarbejder/indsigelser/{one.pk}/",
                changed_at=one.at,
                citizen_id=one.citizen_id,
            )
            for one in rows["due"]
        ]


def _asked(since: datetime, _now: datetime) -> "Iterable[tuple[datetime, datetime | None]]":
    found = Objection.objects.filter(Q(at__gte=since) | Q(answered_at=None))
    # What she took back herself got no answer, and is no wait.
    found = found.exclude(outcome="taken_back").order_by("pk")
    return found.values_list("at", "answered_at")


_BLOCK = Block(
    code="segmentation.objections",
    name=gettext_lazy("Borgere venter på dit svar"),
    roles={Role.CONSULTANT: 40, Role.ADVISER: 40, Role.ASSISTANT: 40},
    asks=_ask,
    reads=_read,
    looks="segment",
)
_WAYS = (
    Way(
        code="segmentation.own",
        label=gettext_lazy("Mine borgere"),
        url_name="segmentation:own_citizens",
        icon="groups",
        roles={Role.CONSULTANT: 12, Role.ADVISER: 95},
    ),
    Way(
        code="segmentation.objections",
        label=gettext_lazy("Svar til borgere"),
        url_name="segmentation:objections",
        icon="reply",
        roles={Role.CONSULTANT: 92, Role.ADVISER: 92, Role.ASSISTANT: 92},
    ),
    Way(
        code="segmentation.caseloads",
        label=gettext_lazy("Konsulenter"),
        url_name="segmentation:caseloads",
        icon="groups",
        roles={Role.MANAGER: 30},
    ),
    Way(
        code="segmentation.flow",
        label=gettext_lazy("Forløb"),
        url_name="segmentation:flow",
        icon="analytics",
        roles={Role.MANAGER: 35},
    ),
    Way(
        code="segmentation.policies",
        label=gettext_lazy("Regler for forløb"),
        url_name="segmentation:policies",
        icon="tune",
        roles={Role.MANAGER: 90},
    ),
)
