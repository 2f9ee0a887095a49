# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A solution's thread, what is unread in it, and what was decided."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from jobunivers.identity import queries as identity
from jobunivers.rooms.vendors.models import Leaving, SolutionDecision, SolutionMessage, ThreadSeen

MOST = 200


@dataclass(frozen=True, slots=True)
class Message:
    """One message as a reader sees it; `own`: of the reader's own side."""

    pk: int
    at: datetime
    who: str
    words: str
    own: bool
    new: bool


def thread(offer_id: int, *, reader_id: int, reader_is_firm: bool) -> list[Message]:
    """Return the newest messages of a thread, oldest first.

    A firm reads that those who run the platform have answered, not which of them.
    """
    rows = list(SolutionMessage.objects.filter(offer_id=offer_id).order_by("-pk")[:MOST])[::-1]
    seen = seen_until(offer_id, reader_id=reader_id)
    names = identity.names(ids={one.by_id for one in rows})
    return [
        Message(
            one.pk,
            one.at,
            _("De, der driver platformen")
            if reader_is_firm and not one.from_firm
            else names.get(one.by_id, ("", ""))[0] or _("Tidligere medarbejder"),
            one.words,
            one.from_firm == reader_is_firm,
            one.pk > seen and one.from_firm != reader_is_firm,
        )
        for one in rows
    ]


def seen_until(offer_id: int, *, reader_id: int) -> int:
    """Return the last message of a thread that somebody has been shown; 0: none."""
    row = ThreadSeen.objects.filter(offer_id=offer_id, person_id=reader_id).first()
    return row.seen_id if row else 0


def unread(
    *, reader_id: int, reader_is_firm: bool, offer_ids: Collection[int] | None = None
) -> dict[int, int]:
    """Return offer → messages of the other side that somebody has not been shown, where any."""
    seen = ThreadSeen.objects.filter(offer_id=OuterRef("offer_id"), person_id=reader_id)
    rows = SolutionMessage.objects.filter(from_firm=not reader_is_firm)
    if offer_ids is not None:
        rows = rows.filter(offer_id__in=offer_ids)
    known = Coalesce(Subquery(seen.values("seen_id")[:1]), 0)
    new = rows.alias(known=known).filter(pk__gt=F("known"))
    counted = new.order_by().values("offer_id").annotate(many=Count("pk"))
    return {row["offer_id"]: row["many"] for row in counted}


def decisions(offer_id: int) -> list[SolutionDecision]:
    """Return what was decided of a solution's versions, the newest first."""
    return list(SolutionDecision.objects.filter(offer_id=offer_id).order_by("-at", "-pk")[:50])


def leaving(offer_ids: Collection[int]) -> dict[int, Leaving]:
    """Return offer → the day a firm has said that it goes, where it has."""
    rows = Leaving.objects.filter(Q(taken_back_at=None, done_at=None), offer_id__in=offer_ids)
    return {one.offer_id: one for one in rows}
