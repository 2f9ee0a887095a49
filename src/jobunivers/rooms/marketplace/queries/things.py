# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Offers as a plan or a list points at them."""

from collections.abc import Collection
from datetime import datetime

from django.utils.translation import gettext_lazy

from jobunivers.foundation.things import Kind, Thing
from jobunivers.rooms.marketplace.models import Offer
from jobunivers.rooms.marketplace.queries import words
from jobunivers.rooms.marketplace.queries.offer_page import is_gone

CODE = "offer"


def _find(ids: Collection[int], language: str, at: datetime) -> dict[int, Thing]:
    """Return the offers that have been on offer; those withdrawn or over are gone, and readable."""
    rows = Offer.objects.filter(pk__in=ids, published_at__isnull=False, current__isnull=False)
    shown = rows.select_related("current", "vendor").defer("current__body", "current__statements")
    found = {}
    for row in shown.order_by("pk"):
        said = row.current
        if said is not None:
            english = said.title_en if language == "en" else ""
            by = [row.vendor.name] if row.vendor else []
            found[row.pk] = Thing(
                title=english or said.title_da,
                path=f"markedspladsen/{row.pk}/",
                note=" · ".join([str(words.KINDS[row.kind]), *by]),
                gone=is_gone(row, at=at),
            )
    return found


KIND = Kind(code=CODE, name=gettext_lazy("Fra markedspladsen"), find=_find)
