# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From an address to content: the only way in."""

from django.http import Http404
from django.utils import timezone

from jobunivers.foundation.files.models import StoredFile
from jobunivers.foundation.http import Request
from jobunivers.identity.models import Role
from jobunivers.rooms.library.models import ContentFile
from jobunivers.rooms.library.queries.standing import may_read
from jobunivers.rooms.marketplace.queries import Offer, OfferState, Source, offer

WRITING = frozenset({Role.EDITOR, Role.ADMINISTRATOR, Role.NATIONAL})


def me(request: Request) -> int:
    """Return who asks."""
    if request.user.pk is None:
        raise Http404
    return int(request.user.pk)


def readable_or_404(request: Request, pk: int) -> Offer:
    """Return content of our own. A citizen may who finds it on a shelf, or has begun it."""
    found = offer(pk)
    if found is None or not may_read(found, citizen_id=me(request), at=timezone.now()):
        raise Http404
    return found


def file_or_404(request: Request, pk: int) -> StoredFile:
    """Return a picture or a video. Everybody may see it of published content, writers of drafts."""
    rows = ContentFile.objects.filter(file_id=pk).select_related("file", "offer")
    found = rows.first()
    if found is None:
        raise Http404
    if found.offer.state != OfferState.APPROVED and request.user.role not in WRITING:
        raise Http404
    return found.file


def seen_or_404(request: Request, pk: int) -> Offer:
    """Return content of the library. Writers of the kommune see their own and all shared."""
    found = offer(pk)
    if found is None or found.source == Source.MARKET or request.user.role not in WRITING:
        raise Http404
    if found.source == Source.LOCAL and found.municipality_id != request.municipality.pk:
        raise Http404
    return found


def may_write(request: Request, content: Offer) -> bool:
    """Say who may write: a kommune's editors and administrators its own, national the shared."""
    shared = content.source == Source.SHARED
    return (request.user.role == Role.NATIONAL) == shared


def written_or_404(request: Request, pk: int) -> Offer:
    """Return content to write in. Who may is said in `may_write`; to others it is not there."""
    found = seen_or_404(request, pk)
    if not may_write(request, found):
        raise Http404
    return found
