# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the one view of a citizen shows of her talks, and what stands in the log of her way."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jobunivers.identity import queries as identity
from jobunivers.rooms.talks.models import AgendaPoint, Talk, TalkState
from jobunivers.rooms.talks.queries import words
from jobunivers.rooms.talks.queries.staff_page import talk_text
from jobunivers.trust import dossier

_CODE, _LOOK = "talks.talks", "talks"
_SHOWN, _PRINTED = 5, 200


def register() -> None:
    """Offer the part, the page and the lines of the log."""
    dossier.offer(
        dossier.Part(
            code=_CODE,
            name=_("Samtaler"),
            order=70,
            looks=(_LOOK,),
            template="talks/dossier/talks.html",
            load=_load,
            ask=_ask,
            source=_("Kommunen og borgeren har skrevet det i samtalerne."),
            half=True,
            styles=("talks/talks.css",),
        )
    )
    dossier.offer_page(dossier.Page("talks.talk", _("Samtale"), "talks:staff", 20))
    dossier.offer_log(
        dossier.Log(code=_CODE, name=_("Samtaler"), looks=(_LOOK,), ask=_ask_log, tell=_tell)
    )


def _ask(showing: dossier.Showing) -> Sequence["QuerySet[Any, Any]"]:
    most = _PRINTED if showing.printing else 30
    talks = Talk.objects.filter(citizen_id=showing.citizen_id).order_by("-starts_at", "-pk")
    points = AgendaPoint.objects.filter(citizen_id=showing.citizen_id)
    if not showing.printing:
        points = points.filter(talk=None)
    return (talks[:most], points.order_by("added_at", "pk"))


def _load(showing: dossier.Showing) -> Mapping[str, Any] | None:
    talks, points = (list(one) for one in showing.answers[_CODE])
    ahead = sorted((one for one in talks if one.is_open), key=lambda one: (one.starts_at, one.pk))
    over = [one for one in talks if not one.is_open]
    shown = over if showing.printing else over[:_SHOWN]
    names = identity.names(
        ids={one.staff_id for one in [*ahead, *shown]}
        | {one.referat_by_id for one in shown if one.referat_by_id}
    )
    return {
        "ahead": [talk_text(one, names) for one in ahead],
        "over": [talk_text(one, names) for one in shown],
        "points": points,
        "printing": showing.printing,
    }


def _ask_log(showing: dossier.Showing, until: datetime, most: int) -> "QuerySet[Any, Any]":
    rows = Talk.objects.filter(citizen_id=showing.citizen_id, closed_at__lte=until)
    return rows.order_by("-closed_at", "-pk")[:most]


def _tell(showing: dossier.Showing, rows: Sequence[Any]) -> Sequence[dossier.Happening]:
    names = identity.names(ids={row.staff_id for row in rows}) if rows else {}
    return [
        dossier.Happening(
            at=row.closed_at,
            text=f"{words.KINDS[row.kind]}: {str(words.STATES[row.state]).lower()}",
            by=names.get(row.staff_id, ("",))[0],
            url=reverse("talks:staff_talk", args=[showing.citizen_id, row.pk]),
            more=str(words.FORMS[row.form]) if row.state == TalkState.HELD else "",
        )
        for row in rows
    ]
