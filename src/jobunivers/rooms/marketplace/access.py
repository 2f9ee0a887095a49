# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From an address to a row: the only way in."""

from django.http import Http404

from jobunivers.foundation.http import Request
from jobunivers.identity.models import Role
from jobunivers.rooms.marketplace import queries
from jobunivers.rooms.marketplace.models import Offer, OfferVersion, Rating
from jobunivers.rooms.marketplace.queries.ratings import rating

_LARGEST = 2**63 - 1


def citizen_id_or_none(request: Request) -> int | None:
    """Return who asks, when she is a citizen."""
    return request.user.pk if request.user.role == Role.CITIZEN else None


def citizen_id_or_404(request: Request) -> int:
    """Return who asks. Only a citizen begins, saves and rates."""
    if request.user.pk is None or request.user.role != Role.CITIZEN:
        raise Http404
    return request.user.pk


def offer_or_404(request: Request, pk: int) -> tuple[Offer, OfferVersion]:  # noqa: ARG001 - RLS
    """Return an offer that has been on offer once, and what it says; drafts are nobody's here."""
    found = queries.offer(pk) if pk <= _LARGEST else None
    if found is None or found.current is None or found.published_at is None:
        raise Http404
    return found, found.current


def rating_or_404(request: Request, pk: int) -> Rating:  # noqa: ARG001 - the kommune is the lock
    """Return an experience of the kommune, for its editor."""
    found = rating(pk) if pk <= _LARGEST else None
    if found is None:
        raise Http404
    return found
