# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people did with offers, as columns: for what is paid by acts, and for what measures them."""

from collections.abc import Collection
from datetime import datetime

import numpy as np
from django.db import connection

from jobunivers.foundation.columns import Ints, read_columns
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.rooms.marketplace.models import Rating, UseAct
from jobunivers.science.pricing import Acts

# More than this many are read in slices of time, so that neither side holds all of them twice.
# A slice is large enough for PostgreSQL to share the work among its processes.
_AT_A_TIME, _SLICES = 200_000, 8
# What is done on which offer is one number: a column less to pack.
_READ = """
    SELECT id, citizen_id,
        offer_id * 4 + CASE act WHEN 'shown' THEN 0 WHEN 'started' THEN 1 ELSE 2 END AS what,
        (date_part('epoch', at) * 1000000)::bigint AS at
    FROM marketplace_useact a
    WHERE municipality_id = %s AND offer_id = ANY(%s) AND at >= %s AND at < %s
        AND act IN ('shown', 'started', 'completed') AND id <= %s
        AND NOT EXISTS (
            SELECT 1 FROM marketplace_useact b
            WHERE b.municipality_id = a.municipality_id AND b.takes_back = a.id AND b.id <= %s
                -- Said, so that the small index of these few is read once, not asked for each act.
                AND b.takes_back IS NOT NULL
        )
"""
_TAKEN_BACK = """
    SELECT COALESCE(max(b.id), 0) FROM marketplace_useact b
    JOIN marketplace_useact a ON a.municipality_id = b.municipality_id AND a.id = b.takes_back
    WHERE b.municipality_id = %s AND b.takes_back IS NOT NULL AND b.offer_id = ANY(%s)
        AND a.at >= %s AND a.at < %s
"""
_ALL = 2**63 - 1


def acts_of(
    offer_ids: Collection[int], *, first: datetime, end: datetime, seen_to: int | None = None
) -> Acts:
    """Return the kommune's acts on offers from `first` until before `end`.

    Times are microseconds from 1970. Those with a number above `seen_to` are left out: what was
    counted once can be counted again as it was. What was taken back does not count; a month that
    is billed already gets its correction with the next.
    """
    offers = [int(one) for one in offer_ids]
    most = _ALL if seen_to is None else seen_to
    rows = UseAct.objects.filter(offer_id__in=offers, at__gte=first, at__lt=end, pk__lte=most)
    # Counted no further than one slice: counting all would cost as much as reading them.
    slices = 1 if rows[: _AT_A_TIME + 1].count() <= _AT_A_TIME else _SLICES
    step = (end - first) / slices
    parts = [
        _read(offers, first + step * i, end if i == slices - 1 else first + step * (i + 1), most)
        for i in range(slices)
    ]
    what = np.concatenate([part["what"] for part in parts])
    return Acts(
        id=np.concatenate([part["id"] for part in parts]),
        citizen=np.concatenate([part["citizen_id"] for part in parts]),
        offer=what >> 2,
        act=(what & 3).astype(np.int8),
        at=np.concatenate([part["at"] for part in parts]),
    )


def _read(offers: list[int], first: datetime, end: datetime, most: int) -> dict[str, Ints]:
    columns, _none = read_columns(
        _READ,
        [current_municipality_id(), offers, first, end, most, most],
        ints=("id", "citizen_id", "what", "at"),
    )
    return columns


def last_taken_back(offer_ids: Collection[int], *, first: datetime, end: datetime) -> int:
    """Return the highest number by which an act from `first` until before `end` was taken back.

    0 when none was. With it, what was counted can be counted again as it was.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            _TAKEN_BACK, [current_municipality_id(), [int(one) for one in offer_ids], first, end]
        )
        (number,) = cursor.fetchone()
    return int(number)


def microseconds(at: datetime) -> int:
    """Return a time in the clock of `acts_of`."""
    return int(at.timestamp()) * 1_000_000 + at.microsecond


def stars_of(offer_ids: Collection[int], *, before: datetime) -> list[tuple[int, int]]:
    """Return who of the kommune has rated offers, and with how many stars."""
    rows = Rating.objects.filter(offer_id__in=list(offer_ids), at__lt=before)
    return list(rows.order_by("pk").values_list("citizen_id", "stars"))


def acts_up_to(offer_ids: Collection[int], *, first: datetime, end: datetime, most: int) -> int:
    """Return how many acts there are on offers from `first` until before `end`, `most` at most."""
    rows = UseAct.objects.filter(offer_id__in=list(offer_ids), at__gte=first, at__lt=end)
    return rows[:most].count()
