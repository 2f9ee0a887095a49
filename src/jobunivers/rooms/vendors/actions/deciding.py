# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What those who run the platform decide of a solution."""

from datetime import datetime

from django.db import transaction

from jobunivers.foundation.tenancy import writing_shared
from jobunivers.rooms.marketplace import actions as marketplace
from jobunivers.rooms.marketplace.queries import Offer, OfferVersion, versions_of
from jobunivers.rooms.vendors.actions.checking import check
from jobunivers.rooms.vendors.actions.describing import note_decision, waits
from jobunivers.rooms.vendors.actions.holding import locked
from jobunivers.rooms.vendors.models import Said


@transaction.atomic
def approve(
    *, offer: Offer, number: int, at: datetime, actor_id: int, handed_in: datetime | None = None
) -> list[str]:
    """Let a version be the one people see; return the lines that still hold it back.

    Raises marketplace's NotReady when that version does not wait, or was taken back and handed in
    anew since it was read (`handed_in`: when, as the reader saw it).
    """
    _as_read(offer, number, handed_in)
    with writing_shared():
        marketplace.approve(offer=offer, number=number, at=at, actor_id=actor_id)
    note_decision(offer, number, Said.APPROVED, by_id=actor_id, at=at)
    return check(offer_id=offer.pk, at=at)


@transaction.atomic
def send_back(
    *,
    offer: Offer,
    number: int,
    why: str,
    at: datetime,
    actor_id: int,
    handed_in: datetime | None = None,
) -> None:
    """Give a version back with the reason; raises marketplace's NotReady, as above."""
    version = _as_read(offer, number, handed_in)
    with writing_shared():
        # The version keeps what the firm wrote of what is new; the reason stands with the decision.
        marketplace.send_back(
            offer=offer, number=number, why=version.note, at=at, actor_id=actor_id
        )
    note_decision(offer, number, Said.SENT_BACK, by_id=actor_id, at=at, why=why)


def _as_read(offer: Offer, number: int, handed_in: datetime | None) -> OfferVersion:
    """Return the version that waits as the reader saw it; no two decide or change it at once."""
    locked(offer)
    version = next((one for one in versions_of(offer) if one.number == number), None)
    if version is None or not waits(version):
        raise marketplace.NotReady
    if handed_in is not None and version.submitted_at != handed_in:
        raise marketplace.NotReady
    return version


@transaction.atomic
def withdraw(*, offer: Offer, why: str, at: datetime, actor_id: int) -> None:
    """Take a solution from every shelf."""
    with writing_shared():
        marketplace.withdraw(offer=offer, why=why, at=at, actor_id=actor_id)
