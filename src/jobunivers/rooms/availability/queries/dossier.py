# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What staff's one view of a citizen holds of this room: her count, her cases, what happened."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy

from jobunivers.rooms.availability.models import CaseEntry
from jobunivers.rooms.availability.queries import count_asks
from jobunivers.rooms.availability.queries.count import count_of
from jobunivers.rooms.availability.queries.pages import LOG, lines_of, question
from jobunivers.trust import dossier
from jobunivers.trust.dossier import Happening, Log, Page, Part, Showing

CODE = "availability.count"
LOOK = "availability"


def offer() -> None:
    """Offer availability as a part, a page and lines of her log."""
    dossier.offer(
        Part(
            code=CODE,
            name=gettext_lazy("Rådighed"),
            order=80,
            looks=(LOOK,),
            template="availability/dossier/count.html",
            ask=_asks,
            load=_load,
            source=gettext_lazy("Borgerens egne linjer her, kommunens regler og sager"),
        )
    )
    dossier.offer_page(
        Page("availability.page", gettext_lazy("Rådighed"), "availability:citizen", 60)
    )
    dossier.offer_log(
        Log(
            code="availability.cases",
            name=gettext_lazy("Sager om rådighed"),
            looks=(LOOK,),
            ask=_ask,
            tell=_tell,
        )
    )


def _asks(showing: Showing) -> "list[QuerySet[Any, Any]]":
    today = timezone.localdate(showing.at)
    return [
        question(citizen_id=showing.citizen_id),
        *count_asks.questions(citizen_id=showing.citizen_id, today=today),
    ]


def _load(showing: Showing) -> dict[str, Any]:
    cases, *answers = showing.answers[CODE]
    found = count_of(
        citizen_id=showing.citizen_id,
        at=showing.at,
        language=showing.language,
        brief=True,
        known=count_asks.known_from(answers),
    )
    return {"count": found, "cases": lines_of(cases)}


def _ask(showing: Showing, until: datetime, most: int) -> QuerySet[CaseEntry]:
    rows = CaseEntry.objects.filter(citizen_id=showing.citizen_id, at__lte=until)
    return rows.order_by("-at", "-pk")[:most]


def _tell(_showing: Showing, rows: Sequence[CaseEntry]) -> list[Happening]:
    return [
        Happening(at=one.at, text=str(LOG.get(one.what, one.what)), by_id=one.actor_id)
        for one in rows
    ]
