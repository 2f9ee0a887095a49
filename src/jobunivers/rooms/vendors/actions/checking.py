# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Holding solutions back, and letting them go, as their checklists say."""

from datetime import datetime

from django.utils import timezone

from jobunivers.foundation.tenancy import writing_shared
from jobunivers.rooms.marketplace import actions as marketplace
from jobunivers.rooms.marketplace.queries import Offer, OfferState, Source, offer
from jobunivers.rooms.vendors.models import Gate
from jobunivers.rooms.vendors.queries.gates import checked
from jobunivers.rooms.vendors.queries.grounds import falls


def check(*, offer_id: int, at: datetime) -> list[str]:
    """Hold one solution back, or let it go; return the lines on which something lacks.

    Only what is on the market is asked; what kommuner and the state write is not.
    """
    found = offer(offer_id)
    if found is None or found.source != Source.MARKET:
        return []
    codes = checked(found, on=timezone.localdate(at)).codes
    _block(found, codes, at=at)
    return codes


def check_all(*, at: datetime) -> int:
    """Hold every solution that has been approved against today; return how many are held back."""
    today = timezone.localdate(at)
    fallen = falls(on=today)
    gates = {gate.offer_id: gate for gate in Gate.objects.all()}
    rows = Offer.objects.filter(source=Source.MARKET, state=OfferState.APPROVED)
    held = 0
    for one in rows.select_related("current", "vendor").order_by("pk"):
        # An empty gate rather than none: it is not asked for again.
        gate = gates.get(one.pk) or Gate(offer=one, said_at=at)
        codes = checked(one, on=today, gate=gate, fallen=fallen).codes
        _block(one, codes, at=at)
        held += bool(codes)
    return held


def _block(found: Offer, codes: list[str], *, at: datetime) -> None:
    if found.blocked != codes:
        with writing_shared():
            marketplace.block(offer=found, codes=codes, at=at)
