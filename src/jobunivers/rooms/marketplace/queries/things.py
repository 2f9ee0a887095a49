# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Offers as a plan or a list points at them."""

from collections.abc import Collection
from datetime import datetime

from django.utils.translation import gettext, gettext_lazy

from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.foundation.things import Kind, Thing
from jobunivers.rooms.marketplace.models import Offer
from jobunivers.rooms.marketplace.queries import words
from jobunivers.rooms.marketplace.queries.offer_page import alternatives, is_gone
from jobunivers.rooms.marketplace.queries.shelves import standing_ids, title_of

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
            gone = is_gone(row, at=at)
            kind = " · ".join([str(words.KINDS[row.kind]), *by])
            found[row.pk] = Thing(
                title=english or said.title_da,
                path=f"markedspladsen/{row.pk}/",
                note=(_instead(row, language, at) if gone else "") or kind,
                gone=gone,
            )
    return found


def _instead(row: Offer, language: str, at: datetime) -> str:
    """Return what stands on shelves for everybody and may be used instead; "" when nothing does."""
    standing = standing_ids(None, at=at)
    others = alternatives(row, standing, owner=current_municipality_id(), at=at)
    if not others:
        return ""
    return gettext("Brug i stedet: %(title)s") % {"title": title_of(others[0], language)}


KIND = Kind(code=CODE, name=gettext_lazy("Fra markedspladsen"), find=_find)
