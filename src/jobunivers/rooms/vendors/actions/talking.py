# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Firms and those who run the platform write to each other of a solution."""

from datetime import datetime

from django.db import transaction

from jobunivers.foundation.crypto.fields import first_that_says
from jobunivers.foundation.events import actions as events
from jobunivers.rooms.marketplace.queries import Offer
from jobunivers.rooms.vendors.actions.holding import locked
from jobunivers.rooms.vendors.models import SolutionMessage, ThreadSeen


@transaction.atomic
def write_message(
    *, offer: Offer, words: str, from_firm: bool, seen: int, at: datetime, actor_id: int
) -> SolutionMessage:
    """Add a message to a solution's thread.

    `seen` is the last message the writer's page showed: the same words sent twice from one page
    are one message.
    """
    locked(offer)
    later = SolutionMessage.objects.filter(offer=offer, pk__gt=seen, by_id=actor_id)
    if (same := first_that_says(later, {"words": words})) is not None:
        return same
    row = SolutionMessage.objects.create(
        offer=offer, at=at, by_id=actor_id, from_firm=from_firm, words=words
    )
    data = {"offer_id": offer.pk, "message_id": row.pk, "from_firm": from_firm}
    events.record("vendors.message_written", at=at, actor_id=actor_id, data=data)
    return row


def note_seen(*, offer: Offer, person_id: int, last: int) -> None:
    """Remember how far somebody has read a thread; it never goes back."""
    row, new = ThreadSeen.objects.get_or_create(
        offer=offer, person_id=person_id, defaults={"seen_id": last}
    )
    if not new and row.seen_id < last:
        ThreadSeen.objects.filter(pk=row.pk, seen_id__lt=last).update(seen_id=last)
