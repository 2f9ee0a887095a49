# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Saving an offer for later."""

from datetime import datetime

from jobunivers.foundation.events import actions as events
from jobunivers.rooms.marketplace.models import KeptOffer, Offer

MOST_KEPT = 200


class TooManyKept(Exception):  # noqa: N818 - it reads as what is wrong
    """She has saved as many as there is room for."""


def keep(*, citizen_id: int, offer: Offer, at: datetime) -> None:
    """Save an offer; saving it again changes nothing.

    Raises:
        TooManyKept: there is no room for more.
    """
    hers = KeptOffer.objects.filter(citizen_id=citizen_id)
    if not hers.filter(offer=offer).exists() and hers.count() >= MOST_KEPT:
        raise TooManyKept
    _row, new = KeptOffer.objects.get_or_create(
        citizen_id=citizen_id, offer=offer, defaults={"at": at}
    )
    if new:
        _told("marketplace.offer_kept", citizen_id, offer, at=at)


def let_go(*, citizen_id: int, offer: Offer, at: datetime) -> None:
    """Save it no longer."""
    gone, _ = KeptOffer.objects.filter(citizen_id=citizen_id, offer=offer).delete()
    if gone:
        _told("marketplace.offer_let_go", citizen_id, offer, at=at)


def _told(kind: str, citizen_id: int, offer: Offer, *, at: datetime) -> None:
    events.record(
        kind, at=at, citizen_id=citizen_id, actor_id=citizen_id, data={"offer_id": offer.pk}
    )
