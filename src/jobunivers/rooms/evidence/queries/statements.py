# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is stored of a solution in the kommune at work."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from jobunivers.rooms.evidence.models import Statement

MOST_AT_ONCE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which statements are asked for; "" and None: whichever.

    Attributes:
        citizen_id: whom they are about.
        since, until: when they were stored.
        after: (stored, row) of the last one that was given already.
    """

    citizen_id: int | None = None
    verb: str = ""
    activity: str = ""
    registration: uuid.UUID | None = None
    since: datetime | None = None
    until: datetime | None = None
    ascending: bool = False
    after: tuple[datetime, int] | None = None

    def about(self, citizen_id: int) -> "Wanted":
        """Return the same about one citizen."""
        return replace(self, citizen_id=citizen_id)


def statements_of(offer_id: int, *, limit: int = MOST_AT_ONCE) -> list[Statement]:
    """Return what came of a solution, the newest first."""
    rows = Statement.objects.filter(offer_id=offer_id)
    return list(rows.order_by("-stored_at", "-pk")[:limit])


def statement_of(offer_id: int, statement_id: uuid.UUID) -> Statement | None:
    """Return one statement of a solution."""
    return Statement.objects.filter(offer_id=offer_id, statement_id=statement_id).first()


def voided_among(offer_id: int, ids: Collection[uuid.UUID]) -> frozenset[uuid.UUID]:
    """Return which of these statements are taken back; one that takes back stays."""
    rows = Statement.objects.filter(offer_id=offer_id, voids__in=ids)
    named = frozenset(one for one in rows.values_list("voids", flat=True) if one is not None)
    back = Statement.objects.filter(offer_id=offer_id, statement_id__in=named, voids__isnull=False)
    return named - frozenset(back.values_list("statement_id", flat=True))


def found(offer_id: int, wanted: Wanted, *, limit: int) -> tuple[list[Statement], bool]:
    """Return up to `limit` statements, and whether there are more; voided ones are left out."""
    rows = _narrowed(Statement.objects.filter(offer_id=offer_id), wanted)
    taken: QuerySet[Statement, Any] = Statement.objects.filter(
        offer_id=offer_id, voids__isnull=False
    )
    # One that takes another back cannot be taken back itself.
    rows = rows.exclude(Q(statement_id__in=taken.values("voids")) & Q(voids=None))
    order = ("stored_at", "pk") if wanted.ascending else ("-stored_at", "-pk")
    some = list(rows.order_by(*order)[: limit + 1])
    return some[:limit], len(some) > limit


def _narrowed(rows: QuerySet[Statement], wanted: Wanted) -> QuerySet[Statement]:
    if wanted.citizen_id is not None:
        rows = rows.filter(citizen_id=wanted.citizen_id)
    if wanted.verb:
        rows = rows.filter(verb=wanted.verb)
    if wanted.activity:
        rows = rows.filter(activity=wanted.activity)
    if wanted.registration is not None:
        rows = rows.filter(registration=wanted.registration)
    if wanted.since is not None:
        rows = rows.filter(stored_at__gt=wanted.since)
    if wanted.until is not None:
        rows = rows.filter(stored_at__lte=wanted.until)
    if wanted.after is None:
        return rows
    at, pk = wanted.after
    if wanted.ascending:
        return rows.filter(Q(stored_at__gt=at) | Q(stored_at=at, pk__gt=pk))
    return rows.filter(Q(stored_at__lt=at) | Q(stored_at=at, pk__lt=pk))
