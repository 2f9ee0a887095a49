# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From an address to a row: the only way in."""

from django.http import Http404

from jobunivers.foundation.files.models import StoredFile
from jobunivers.foundation.http import Request
from jobunivers.rooms.marketplace.queries import Offer, Source, offer
from jobunivers.rooms.vendors.models import GateFile
from jobunivers.rooms.vendors.queries.grounds import INSIDE, Ground, grounds

_LARGEST = 2**63 - 1


def me(request: Request) -> int:
    """Return who asks."""
    if request.user.pk is None:
        raise Http404
    return int(request.user.pk)


def solution_or_404(request: Request, pk: int) -> Offer:  # noqa: ARG001 - the role is the lock
    """Return a firm's solution, whatever its state; who runs the platform may."""
    found = offer(pk) if pk <= _LARGEST else None
    if found is None or found.source != Source.MARKET:
        raise Http404
    return found


def document_or_404(request: Request, pk: int) -> StoredFile:  # noqa: ARG001 - likewise
    """Return a document handed in with answers; who runs the platform, and administrators may."""
    found = GateFile.objects.filter(file_id=min(pk, _LARGEST)).select_related("file").first()
    if found is None:
        raise Http404
    return found.file


def ground_or_404(request: Request, code: str) -> Ground:  # noqa: ARG001 - a list that is public
    """Return a ground outside the EU."""
    found = grounds().get(code)
    if found is None or found.code == INSIDE:
        raise Http404
    return found
