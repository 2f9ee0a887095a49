# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She deletes all offers she has kept at once."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.marketplace.actions.keeping import let_go
from jobunivers.rooms.marketplace.models import KeptOffer
from jobunivers.rooms.mydata.actions import Erasure, offer_erasure


def offer() -> None:
    """Offer what she may delete here; said once, in `apps.py`."""
    offer_erasure(
        Erasure(
            code="marketplace.kept",
            name=_("Tilbud, du har gemt"),
            labels=["marketplace.KeptOffer"],
            erase=_kept,
            order=40,
        )
    )


def _kept(citizen_id: int, at: datetime) -> int:
    rows = list(
        KeptOffer.objects.filter(citizen_id=citizen_id).select_related("offer").order_by("pk")
    )
    for row in rows:
        let_go(citizen_id=citizen_id, offer=row.offer, at=at)
    return len(rows)
