# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The only way to a citizen; whoever takes it is written down. It is the whole house's way."""

from django.http import Http404

from jobunivers.foundation.http import Request
from jobunivers.rooms.casework.models import AttentionPoint, SavedFilter
from jobunivers.science.attention import RULES
from jobunivers.trust.opening import (
    Reason,
    citizen_or_404,
    reason_today,
)

__all__ = [
    "Reason",
    "citizen_or_404",
    "her_point_or_404",
    "own_filter_or_404",
    "point_or_404",
    "reason_today",
]


def point_or_404(pk: int) -> AttentionPoint:
    """Return a point of the kommune; `citizen_or_404` says who may see its citizen."""
    point = AttentionPoint.objects.filter(pk=pk, code__in=list(RULES)).first()
    if point is None:
        raise Http404
    return point


def her_point_or_404(request: Request, pk: int) -> AttentionPoint:
    """Return a point about the citizen who asks; nobody else's exists for her."""
    point = AttentionPoint.objects.filter(pk=pk, citizen_id=request.user.pk or 0).first()
    if point is None:
        raise Http404
    return point


def own_filter_or_404(request: Request, pk: int) -> SavedFilter:
    """Return a kept filter. Its owner may change it; whom it is shared with may use it."""
    kept = SavedFilter.objects.filter(pk=pk, owner_id=request.user.pk or 0).first()
    if kept is None:
        raise Http404
    return kept
