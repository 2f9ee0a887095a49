# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What became of notices, by type and sender: counted on our own pages, without tracking pixels."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Q

from jobunivers.foundation.notices.models import Delivery, Notice, State
from jobunivers.foundation.notices.register import Text, senders, type_of

FEWEST = 5  # a number of fewer people could be somebody


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """One type of notice in a period. None: fewer than five, so not told.

    `sent` and `failed` count sendings, through all channels; the others count notices.
    """

    kind: str
    name: Text
    sender: Text
    made: int
    sent: int
    failed: int
    left_out: int
    opened: int | None
    acted: int | None


def figures(*, since: datetime, until: datetime) -> list[Figures]:
    """Return the kommune's figures for notices made in a period, by type."""
    names = {one.code: one.name for one in senders()}
    told = Notice.objects.filter(created_at__gte=since, created_at__lt=until).order_by()
    rows = told.values("kind", "sender").annotate(
        made=Count("pk"),
        opened=Count("pk", filter=Q(opened_at__isnull=False)),
        acted=Count("pk", filter=Q(acted_at__isnull=False)),
    )
    ways = (
        Delivery.objects.filter(notice__created_at__gte=since, notice__created_at__lt=until)
        .order_by()
        .values("notice__kind")
        .annotate(**{state.value: Count("pk", filter=Q(state=state)) for state in State})
    )
    sendings: dict[str, dict[str, Any]] = {row["notice__kind"]: dict(row) for row in ways}
    found = []
    for row in rows.order_by("kind", "sender"):
        known, went = type_of(row["kind"]), sendings.get(row["kind"], {})
        few = row["made"] < FEWEST
        found.append(
            Figures(
                kind=row["kind"],
                name=known.name if known else row["kind"],
                sender=names.get(row["sender"], row["sender"]),
                made=row["made"],
                sent=went.get("sent", 0),
                failed=went.get("failed", 0),
                left_out=went.get("left_out", 0),
                opened=None if few else row["opened"],
                acted=None if few else row["acted"],
            )
        )
    return found
