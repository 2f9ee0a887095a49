# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From an address to a row: the only way in."""

from django.http import Http404

from jobunivers.foundation.http import Request
from jobunivers.identity.models import Role
from jobunivers.rooms.marketplace import queries
from jobunivers.rooms.marketplace.models import (
    Cluster,
    Offer,
    OfferVersion,
    Rating,
    Shelf,
    ShelfEntry,
)
from jobunivers.rooms.marketplace.queries.ratings import rating
from jobunivers.rooms.marketplace.queries.shelf_pages import entry_here
from jobunivers.rooms.marketplace.queries.shelf_rows import (
    COUNTRY,
    OWN,
    Whose,
    cluster,
    nearest_shelf,
)

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


def shelves_or_404(request: Request) -> tuple[Whose, Cluster | None]:
    """Return whose shelves are meant, and the cluster when they are a cluster's.

    A kommune's editors and administrators fill its own, and those of the cluster it is in; who runs
    the platform fills the country's and every cluster's.
    """
    key = request.GET.get("hvis", "")
    national = request.user.role == Role.NATIONAL
    if not key:
        return (COUNTRY if national else OWN), None
    rows = Cluster.objects.filter(key=key[:40])
    if not national:
        rows = rows.filter(members__kommune_id=request.municipality.pk)
    found = rows.first()
    if found is None:
        raise Http404
    return cluster(found.pk), found


def shelf_or_404(key: str, whose: Whose) -> Shelf:
    """Return a shelf as these editors have it; those of other kommuner are not there."""
    found = nearest_shelf(key, whose)
    if found is None:
        raise Http404
    return found


def shelved_or_404(key: str, pk: int, whose: Whose) -> ShelfEntry:
    """Return the nearest word on an offer on a shelf."""
    found = entry_here(key, pk, whose) if pk <= _LARGEST else None
    if found is None:
        raise Http404
    return found


def any_offer_or_404(pk: int) -> Offer:
    """Return an offer of the kommune or of all, whatever its state; for editors."""
    found = queries.offer(pk) if pk <= _LARGEST else None
    if found is None:
        raise Http404
    return found


def cluster_or_404(key: str) -> Cluster:
    """Return a cluster; who runs the platform may."""
    found = Cluster.objects.filter(key=key).first()
    if found is None:
        raise Http404
    return found
