# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A firm takes a solution from the market: with notice, so that kommuner can find another."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.tenancy import writing_shared
from jobunivers.rooms.marketplace import actions as marketplace
from jobunivers.rooms.marketplace.queries import Offer, OfferState
from jobunivers.rooms.vendors.actions.holding import locked
from jobunivers.rooms.vendors.models import Leaving

# Kommuner have plans with people in them; a month is what it takes to find something else.
NOTICE = timedelta(days=30)


class TooSoon(Exception):  # noqa: N818 - it reads as what is wrong
    """The day is nearer than the notice."""


def first_day(offer: Offer, *, on: date) -> date:
    """Return the first day a solution may go; what nobody has been shown may go at once."""
    return on + NOTICE if offer.state == OfferState.APPROVED else on


@transaction.atomic
def tell_leaving(
    *, offer: Offer, from_on: date, why: str, at: datetime, actor_id: int
) -> Leaving | None:
    """Say that a solution goes from a day on; None: it has gone already.

    Saying it again moves the day. What has never been on the market goes at once.

    Raises:
        TooSoon: the day is nearer than the notice.
    """
    held = locked(offer)
    if held.state == OfferState.WITHDRAWN:
        return None
    today = timezone.localdate(at)
    if from_on < first_day(held, on=today):
        raise TooSoon
    row, _new = Leaving.objects.update_or_create(
        offer=held,
        taken_back_at=None,
        done_at=None,
        defaults={
            "from_on": from_on,
            "why": why[:300],
            "told_at": at,
            "told_by_id": actor_id,
        },
    )
    data = {"offer_id": offer.pk, "from_on": from_on.isoformat()}
    events.record("vendors.leaving_told", at=at, actor_id=actor_id, data=data)
    if from_on <= today:
        _go(row, at)
    return row


@transaction.atomic
def stay(*, offer: Offer, at: datetime, actor_id: int) -> bool:
    """Let a solution stay after all; False: nothing was said, or it has gone."""
    rows = Leaving.objects.filter(offer=offer, taken_back_at=None, done_at=None)
    if not rows.update(taken_back_at=at):
        return False
    data = {"offer_id": offer.pk}
    events.record("vendors.leaving_taken_back", at=at, actor_id=actor_id, data=data)
    return True


def leave_due(*, at: datetime) -> int:
    """Take what goes today from every shelf; return how many went."""
    today = timezone.localdate(at)
    rows = Leaving.objects.filter(taken_back_at=None, done_at=None, from_on__lte=today)
    due = list(rows.select_related("offer").order_by("pk"))
    for row in due:
        with transaction.atomic():
            _go(row, at)
    return len(due)


def _go(row: Leaving, at: datetime) -> None:
    offer = Offer.objects.select_related("current").get(pk=row.offer_id)
    with writing_shared():
        marketplace.withdraw(offer=offer, why=row.why, at=at, actor_id=row.told_by_id)
    row.done_at = at
    row.save(update_fields=["done_at"])
