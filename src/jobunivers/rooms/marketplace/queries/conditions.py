# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is through with an offer, and who has begun it, for rooms above that ask it of everybody."""

from datetime import datetime

from jobunivers.foundation.conditions import Condition
from jobunivers.foundation.projections import only
from jobunivers.rooms.marketplace.models import OfferUse

_DAY = "(completed_at AT TIME ZONE 'Europe/Copenhagen')::date"
COMPLETED = Condition(
    f"""
    SELECT citizen_id AS citizen, {_DAY} AS since, id::text AS occurrence,
        to_jsonb({_DAY}) AS fact
    FROM marketplace_offeruse
    WHERE municipality_id = %(kommune)s AND offer_id = %(offer)s
        AND completed_at IS NOT NULL AND {_DAY} > %(today)s::date - %(days)s::int
        AND {_DAY} <= %(today)s::date AND {only("citizen_id")}
    """,  # noqa: S608 - our own text
    ("offer", "days"),
)


def users_of(offer_id: int) -> set[int]:
    """Return the citizens of the kommune who have begun an offer."""
    rows = OfferUse.objects.filter(offer_id=offer_id).order_by()
    return set(rows.values_list("citizen_id", flat=True))


def began_between(offer_id: int, *, first: datetime, after: datetime) -> set[int]:
    """Return the citizens of the kommune who began an offer in this time."""
    rows = OfferUse.objects.filter(offer_id=offer_id, started_at__gte=first, started_at__lt=after)
    return set(rows.order_by().values_list("citizen_id", flat=True))
