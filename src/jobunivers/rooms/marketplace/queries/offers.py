# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Offers by their id or key, with the version people see."""

from django.db.models import F, QuerySet

from jobunivers.rooms.marketplace.models import (
    Offer,
    OfferState,
    OfferUse,
    OfferVersion,
    Vendor,
)


def on_offer() -> QuerySet[Offer]:
    """Return all that may stand on a shelf: approved, held back by nothing; with its version."""
    rows = Offer.objects.filter(state=OfferState.APPROVED, blocked=[])
    return rows.select_related("current", "vendor")


def offer(pk: int) -> Offer | None:
    """Return an offer of the kommune or a shared one, whatever its state."""
    return Offer.objects.filter(pk=pk).select_related("current", "vendor").first()


def offer_by_key(key: str) -> Offer | None:
    """Return an offer by its key; the kommune's own before a shared one."""
    rows = Offer.objects.filter(key=key).select_related("current", "vendor")
    return rows.order_by(F("municipality_id").desc(nulls_last=True)).first()


def versions_of(offer: Offer) -> list[OfferVersion]:
    """Return an offer's versions, the newest first."""
    return list(OfferVersion.objects.filter(offer=offer).order_by("-number"))


def use_of(*, citizen_id: int, offer_id: int) -> OfferUse | None:
    """Return how far a citizen has come with an offer; None when she has not begun."""
    return OfferUse.objects.filter(citizen_id=citizen_id, offer_id=offer_id).first()


def vendor_by_key(key: str) -> Vendor | None:
    """Return a firm by its key."""
    return Vendor.objects.filter(key=key).first()
