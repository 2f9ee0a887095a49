# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From an address to a row: the only way in."""

from django.http import Http404

from jobunivers.foundation.http import Request
from jobunivers.identity.models import Role
from jobunivers.rooms.marketplace.queries import Offer, Vendor, offer
from jobunivers.rooms.webhooks.models import Endpoint
from jobunivers.rooms.webhooks.queries import endpoint_of

_LARGEST = 2**63 - 1


def solution_or_404(request: Request, pk: int) -> tuple[Offer, Vendor]:
    """Return a vendor's solution and its vendor, for who runs the platform."""
    found = offer(pk) if pk <= _LARGEST and request.user.role == Role.NATIONAL else None
    if found is None or found.vendor is None:
        raise Http404
    return found, found.vendor


def endpoint_or_404(request: Request, pk: int) -> tuple[Offer, Endpoint]:
    """Return a solution and where its vendor is told, for who runs the platform."""
    found, vendor = solution_or_404(request, pk)
    endpoint = endpoint_of(vendor.pk)
    if endpoint is None:
        raise Http404
    return found, endpoint
