# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tile of her own page: her next talk, and what she wants to talk about."""

from datetime import datetime, timedelta

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.prepared import prepared
from jobunivers.foundation.tiles import Asking, Context, Tile
from jobunivers.identity.models import Person
from jobunivers.rooms.talks.models import OPEN, AgendaPoint, Talk, TalkState
from jobunivers.rooms.talks.queries.talks import open_talks
from jobunivers.rooms.talks.queries.words import FORMS, KINDS

_TALKS, _POINTS = "talks.open", "talks.points"
_SHOWN = 3
# Who is late for a talk looks for it too.
_LATE = timedelta(hours=1)


def _asks(asking: Asking) -> None:
    citizen_id = asking.citizen_id
    asking.wants(_TALKS, _next_talk(citizen_id=citizen_id, since=asking.at - _LATE))
    asking.wants(_POINTS, _own_points(citizen_id=citizen_id))


@prepared
def _next_talk(*, citizen_id: int, since: datetime) -> QuerySet[Talk]:
    ahead = Q(begun_at__isnull=False) | Q(starts_at__gte=since)
    # A first meeting has the tile of the entrance.
    rows = open_talks(citizen_id=citizen_id).filter(ahead, meeting_id=None)
    staff = Person.objects.filter(pk=OuterRef("staff_id")).order_by("pk")
    return rows.annotate(staff=Subquery(staff.values("name")[:1]))[:1]


@prepared
def any_talk(*, citizen_id: int) -> QuerySet[Talk, int]:
    """Return one talk of hers that was held or is ahead, if there is one."""
    rows = Talk.objects.filter(citizen_id=citizen_id, state__in=(*OPEN, TalkState.HELD))
    return rows.order_by("pk").values_list("pk", flat=True)[:1]


@prepared
def _own_points(*, citizen_id: int) -> QuerySet[AgendaPoint]:
    rows = AgendaPoint.objects.filter(citizen_id=citizen_id, talked_at=None, by_id=citizen_id)
    return rows.order_by("-added_at", "-pk")[:_SHOWN]


def _load(asking: Asking) -> Context | None:
    """Return her next talk; None while she has none and has written nothing for one."""
    talks, points = asking.rows(_TALKS), asking.rows(_POINTS)
    if not talks and not points:
        return None
    talk = talks[0] if talks else None
    return {
        "talk": talk,
        "kind": str(KINDS[talk.kind]) if talk else "",
        "form": str(FORMS[talk.form]) if talk else "",
        "points": points,
    }


TILE = Tile(
    code="talks.next",
    name=_("Næste samtale"),
    about=_("Hvornår du skal tale med kommunen, og hvad du vil tale om."),
    template="talks/tile.html",
    asks=_asks,
    load=_load,
)
