# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Each kommune's numbers of each offer, written at night: sums that hold no person."""

from collections import defaultdict
from datetime import datetime

from django.db import transaction
from django.db.models import Count, Sum

from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.marketplace.models import OfferTally, OfferUse, Rating

_COUNTED = ("users", "starts", "completions", "ratings", "stars")


@transaction.atomic
def tally(*, at: datetime) -> int:
    """Write the numbers of the kommune being worked for; return of how many offers.

    What nobody uses any more (those who did are deleted) goes back to nothing.
    """
    code = Municipality.objects.values_list("code", flat=True).get(pk=current_municipality_id())
    numbers: dict[int, dict[str, int]] = defaultdict(lambda: dict.fromkeys(_COUNTED, 0))
    uses = OfferUse.objects.order_by().values("offer_id")
    for row in uses.annotate(users=Count("pk"), begun=Sum("starts"), done=Count("completed_at")):
        numbers[row["offer_id"]] |= {
            "users": row["users"], "starts": row["begun"], "completions": row["done"],
        }  # fmt: skip
    said = Rating.objects.order_by().values("offer_id")
    for one in said.annotate(many=Count("pk"), sum=Sum("stars")):
        numbers[one["offer_id"]] |= {"ratings": one["many"], "stars": one["sum"]}
    OfferTally.objects.filter(municipality_code=code).exclude(offer_id__in=numbers).delete()
    OfferTally.objects.bulk_create(
        [
            OfferTally(municipality_code=code, offer_id=pk, counted_at=at, **counted)
            for pk, counted in numbers.items()
        ],
        update_conflicts=True,
        unique_fields=["municipality_code", "offer"],
        update_fields=[*_COUNTED, "counted_at"],
        batch_size=1000,
    )
    return len(numbers)
