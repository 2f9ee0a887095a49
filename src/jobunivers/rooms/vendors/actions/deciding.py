# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What those who run the platform decide of a solution."""

from datetime import datetime

from django.db import transaction

from jobunivers.foundation.tenancy import writing_shared
from jobunivers.rooms.marketplace import actions as marketplace
from jobunivers.rooms.marketplace.queries import Offer
from jobunivers.rooms.vendors.actions.checking import check


@transaction.atomic
def approve(*, offer: Offer, number: int, at: datetime, actor_id: int) -> list[str]:
    """Let a version be the one people see; return the lines that still hold it back.

    Raises marketplace's NotReady when that version does not wait.
    """
    with writing_shared():
        marketplace.approve(offer=offer, number=number, at=at, actor_id=actor_id)
    return check(offer_id=offer.pk, at=at)


@transaction.atomic
def send_back(*, offer: Offer, number: int, why: str, at: datetime, actor_id: int) -> None:
    """Give a version back with the reason; raises marketplace's NotReady."""
    with writing_shared():
        marketplace.send_back(offer=offer, number=number, why=why, at=at, actor_id=actor_id)


@transaction.atomic
def withdraw(*, offer: Offer, why: str, at: datetime, actor_id: int) -> None:
    """Take a solution from every shelf."""
    with writing_shared():
        marketplace.withdraw(offer=offer, why=why, at=at, actor_id=actor_id)
