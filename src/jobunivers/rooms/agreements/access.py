# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From an address to a row: the only way in."""

from django.http import Http404

from jobunivers.foundation.http import Request
from jobunivers.rooms.agreements.models import (
    Agreement,
    Amendment,
    ChangeState,
    PriceRequest,
    Settlement,
    SettlementLine,
    State,
)
from jobunivers.rooms.agreements.queries.asked import request_ours
from jobunivers.rooms.agreements.queries.finding import ours
from jobunivers.rooms.marketplace.queries import Vendor

_LARGEST = 2**63 - 1


def me(request: Request) -> int:
    """Return who asks."""
    if request.user.pk is None:
        raise Http404
    return int(request.user.pk)


def agreement_or_404(request: Request, pk: int) -> Agreement:  # noqa: ARG001 - the kommune is the lock
    """Return an agreement that the kommune leads or is a party to."""
    found = ours().filter(pk=pk).first() if pk <= _LARGEST else None
    if found is None:
        raise Http404
    return found


def draft_or_404(request: Request, pk: int) -> Agreement:
    """Return a draft of the kommune's own; parties read it, and who leads it writes it."""
    found = agreement_or_404(request, pk)
    if found.lead_id != request.municipality.pk or found.state != State.DRAFT:
        raise Http404
    return found


def in_force_or_404(request: Request, pk: int) -> Agreement:
    """Return an agreement in force that the kommune leads: its terms can be changed."""
    found = agreement_or_404(request, pk)
    if found.lead_id != request.municipality.pk or found.state != State.SIGNED:
        raise Http404
    return found


def change_or_404(request: Request, pk: int) -> tuple[Agreement, Amendment]:
    """Return a change and its agreement; a draft is seen by the kommune that leads alone."""
    found = Amendment.objects.filter(pk=pk).first() if pk <= _LARGEST else None
    if found is None:
        raise Http404
    agreement = agreement_or_404(request, found.agreement_id)
    if agreement.lead_id != request.municipality.pk and found.sent_at is None:
        raise Http404
    return agreement, found


def change_draft_or_404(request: Request, pk: int) -> tuple[Agreement, Amendment]:
    """Return a change that the kommune writes."""
    agreement, found = change_or_404(request, pk)
    if agreement.lead_id != request.municipality.pk or found.state != ChangeState.DRAFT:
        raise Http404
    return agreement, found


def request_or_404(request: Request, pk: int) -> PriceRequest:  # noqa: ARG001 - likewise
    """Return what a firm asks for in an agreement that the kommune leads or is a party to."""
    found = request_ours(pk) if pk <= _LARGEST else None
    if found is None:
        raise Http404
    return found


def settlement_or_404(request: Request, pk: int) -> Settlement:  # noqa: ARG001 - likewise
    """Return a settlement of the kommune."""
    found = Settlement.objects.filter(pk=pk).first() if pk <= _LARGEST else None
    if found is None:
        raise Http404
    return found


def line_or_404(request: Request, pk: int, place: int) -> SettlementLine:
    """Return a line of a settlement of the kommune."""
    rows = SettlementLine.objects.filter(settlement_id=settlement_or_404(request, pk).pk)
    found = rows.filter(place=min(place, 32_000)).first()
    if found is None:
        raise Http404
    return found


def vendor_or_404(pk: int) -> Vendor:
    """Return a firm that has not left."""
    found = Vendor.objects.filter(pk=pk, closed_at=None).first() if pk <= _LARGEST else None
    if found is None:
        raise Http404
    return found
