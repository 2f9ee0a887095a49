# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tile of her own page: what is next in her plan, looking for work and learning apart."""

from typing import Any

from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.prepared import prepared
from jobunivers.foundation.tiles import Asking, Context, Tile
from jobunivers.rooms.plan.models import AHEAD, Activity, ActivityState
from jobunivers.rooms.plan.queries.words import LEARNING, title_of, when_of

_SHOWN, _LOOKED_AT = 4, 60
_ROWS = "plan.ahead"


def _asks(asking: Asking) -> None:
    """Ask for what is ahead and what waits for her answer, the nearest day first."""
    asking.wants(_ROWS, _ahead(citizen_id=asking.citizen_id))


@prepared
def _ahead(*, citizen_id: int) -> QuerySet[Activity]:
    states = [*AHEAD, ActivityState.SUGGESTED]
    rows = Activity.objects.filter(citizen_id=citizen_id, state__in=states)
    return rows.order_by(F("day").asc(nulls_last=True), "order", "pk")[:_LOOKED_AT]


def _load(asking: Asking) -> Context:
    """Return the next few of both groups, and how many wait for her answer."""
    found: dict[str, list[dict[str, Any]]] = {"work": [], "learning": []}
    waiting = 0
    for row in asking.rows(_ROWS):
        if row.state == ActivityState.SUGGESTED:
            waiting += 1
            continue
        group = found["learning" if row.kind in LEARNING else "work"]
        if len(group) < _SHOWN:
            group.append({"pk": row.pk, "title": title_of(row), "when": when_of(row)})
    return {**found, "waiting": waiting}


TILE = Tile(
    code="plan.plan",
    name=_("Min plan"),
    about=_("Det næste, du vil gøre for at få job."),
    template="plan/tile.html",
    asks=_asks,
    load=_load,
    wide=True,
)
