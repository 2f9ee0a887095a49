# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Following the offers: what has changed since a change number, for the index."""

from collections.abc import Iterator
from contextlib import nullcontext
from datetime import datetime

from django.db import connection
from django.db.models import Q

from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.rooms.marketplace.models import Offer, OfferState

_AT_A_TIME = 1000


def owners() -> list[int | None]:
    """Return whose offers there may be: the country's, and each opened kommune's own."""
    return [None, *tenancy.opened().order_by("pk").values_list("pk", flat=True)]


def changed(owner: int | None, *, since: int, newest: int) -> Iterator[list[Offer]]:
    """Yield the owner's offers changed since, up to `newest`, in order of change, some at a time.

    An offer may get several versions before it is approved: only what people see is read.
    """
    last = since
    while True:
        # The manager asks whose rows when the query is made, so it is made inside.
        with nullcontext() if owner is None else working_for(owner):
            mine = Q(municipality__isnull=True) if owner is None else Q(municipality_id=owner)
            rows = Offer.objects.filter(mine, change__gt=last, change__lte=newest)
            rows = rows.select_related("current", "vendor").defer("current__body")
            found = list(rows.order_by("change", "pk")[:_AT_A_TIME])
        if not found:
            return
        yield found
        last = found[-1].change


def is_shown(row: Offer, *, at: datetime) -> bool:
    """Say whether an offer can be found: approved, held back by nothing, and not over."""
    if row.state != OfferState.APPROVED or row.blocked or row.current is None:
        return False
    return row.current.ends_at is None or row.current.ends_at > at


def last_change() -> int:
    """Return the newest change number given out; 0 when there is none."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM marketplace_change_seq"
        )
        return int(cursor.fetchone()[0])


def database_mark() -> str:
    """Return what tells this database, in its present life, from any other or a restored one."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT d.oid::text || '.' || 'marketplace_offer'::regclass::oid::text"
            " FROM pg_database d WHERE d.datname = current_database()"
        )
        (here,) = cursor.fetchone()
    first = Offer.objects.filter(municipality=None).order_by("pk").first()
    return f"{here}.{first.created_at.isoformat() if first else ''}"
