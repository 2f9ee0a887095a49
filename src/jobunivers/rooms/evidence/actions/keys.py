# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keys are made, exchanged and closed, for all kommuner."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from jobunivers.foundation.tenancy import writing_shared
from jobunivers.rooms.evidence.models import EvidenceKey
from jobunivers.rooms.evidence.queries.keys import digest, living
from jobunivers.rooms.marketplace.queries import Offer

# So long the old pair works beside the new one, for a program that runs in several places.
OVERLAP = timedelta(hours=24)
MOST_KEYS = 5


class NoKey(Exception):  # noqa: N818 - it reads as what is wrong
    """No key can be made.

    `code`: "offer" (it is no vendor's solution), "many" (there are enough), "changed" (another was
    made meanwhile), "ended" (the old one had been exchanged or closed).
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@transaction.atomic
def make_key(
    *, offer: Offer, at: datetime, seen: int | None = None, actor_id: int | None = None
) -> tuple[EvidenceKey, str]:
    """Return a new key of a solution and its secret, which is shown this once.

    `seen` is the newest key its maker knew of (0: none), so that a press told twice is one.

    Raises:
        NoKey: the offer is no vendor's, has enough of them, or has a newer one than was seen.
    """
    if offer.vendor_id is None or offer.municipality_id is not None:
        raise NoKey("offer")
    with writing_shared():
        # Two who make one at the same time wait for each other; what may not be written is not
        # locked either.
        Offer.objects.select_for_update(of=("self",)).get(pk=offer.pk)
    rows = EvidenceKey.objects.filter(offer=offer).order_by("-pk")
    if seen is not None and (rows.values_list("pk", flat=True).first() or 0) != seen:
        raise NoKey("changed")
    if living(at=at).filter(offer=offer).count() >= MOST_KEYS:
        raise NoKey("many")
    return _made(offer, at=at, actor_id=actor_id)


@transaction.atomic
def rotate_key(
    *, key: EvidenceKey, at: datetime, actor_id: int | None = None
) -> tuple[EvidenceKey, str]:
    """Return a new key and secret for an old key, which works for a day more.

    Raises:
        NoKey: "ended": somebody has exchanged or closed it already.
    """
    ended = living(at=at).filter(pk=key.pk, ends_at=None)
    if not ended.update(ends_at=at + OVERLAP, ended_by_id=actor_id):
        raise NoKey("ended")
    return _made(key.offer, at=at, actor_id=actor_id)


def close_key(*, key: EvidenceKey, at: datetime, actor_id: int | None = None) -> bool:
    """End a key now; False when it had ended already."""
    rows = EvidenceKey.objects.filter(pk=key.pk).filter(Q(ends_at=None) | Q(ends_at__gt=at))
    return bool(rows.filter(made_at__lte=at).update(ends_at=at, ended_by_id=actor_id))


def _made(offer: Offer, *, at: datetime, actor_id: int | None) -> tuple[EvidenceKey, str]:
    secret = secrets.token_urlsafe(32)
    made = EvidenceKey.objects.create(
        offer=offer,
        key=f"xapi_{secrets.token_hex(12)}",
        secret_hash=digest(secret),
        made_at=at,
        made_by_id=actor_id,
    )
    return made, secret
