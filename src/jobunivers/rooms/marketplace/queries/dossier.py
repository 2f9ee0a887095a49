# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What she uses, in staff's one view of a citizen, and in the log of her way."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.rooms.marketplace.models import Act, Offer, OfferUse, UseAct
from jobunivers.rooms.marketplace.queries.own import uses_question
from jobunivers.trust import dossier
from jobunivers.trust.dossier import Happening, Showing

PART = "marketplace.uses"
LOOK = "offers"
_MOST = 12
_TOLD: Mapping[str, Promise] = {
    Act.STARTED: gettext_lazy("Startede %(what)s"),
    Act.COMPLETED: gettext_lazy("Blev færdig med %(what)s"),
    Act.ASSIGNED: gettext_lazy("Fik foreslået %(what)s"),
    Act.STOPPED: gettext_lazy("Stoppede %(what)s"),
    Act.TAKEN_BACK: gettext_lazy("Leverandøren tog tilbage, at hun blev færdig med %(what)s"),
}


def offer() -> None:
    """Offer the part, the log, and the act of giving her something."""
    dossier.offer(
        dossier.Part(
            code=PART,
            name=gettext_lazy("Fra markedspladsen"),
            order=75,
            looks=(LOOK,),
            template="marketplace/dossier/uses.html",
            ask=_ask,
            load=_load,
            source=gettext_lazy("Borgerens brug af markedspladsen"),
            half=True,
        )
    )
    dossier.offer_log(
        dossier.Log(
            code="marketplace.acts",
            name=gettext_lazy("Fra markedspladsen"),
            looks=(LOOK,),
            ask=_ask_acts,
            tell=_tell_acts,
        )
    )
    dossier.offer_act(
        dossier.Act(
            "marketplace.give", gettext_lazy("Foreslå noget fra markedspladsen"),
            "marketplace:give", 60, icon="list-add",
        )
    )  # fmt: skip


def _ask(showing: Showing) -> Sequence[QuerySet[OfferUse]]:
    # What she says of it is hers: it is not even asked for here.
    return [uses_question(showing.citizen_id)[:_MOST]]


def _load(showing: Showing) -> Mapping[str, Any] | None:
    (uses,) = showing.answers[PART]
    return {"uses": list(uses)} if uses else None


def _ask_acts(showing: Showing, until: datetime, most: int) -> QuerySet[UseAct]:
    acts = UseAct.objects.filter(citizen_id=showing.citizen_id, act__in=list(_TOLD), at__lte=until)
    return acts.order_by("-at", "-pk")[:most]


def _tell_acts(_showing: Showing, rows: Sequence[UseAct]) -> list[Happening]:
    ids = {row.offer_id for row in rows}
    titles = dict(
        Offer.objects.filter(pk__in=ids).order_by("pk").values_list("pk", "current__title_da")
    )
    return [
        Happening(
            at=row.at,
            text=str(_TOLD[row.act]) % {"what": _called(titles.get(row.offer_id))},
        )
        for row in rows
    ]


def _called(title: str | None) -> str:
    return f"“{title}”" if title else _("noget, der ikke er der mere")
