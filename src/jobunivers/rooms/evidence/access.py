# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From an address or a request's head to a row: the only way in."""

import base64
import binascii
from datetime import datetime

from django.http import Http404, HttpRequest
from django.utils.crypto import constant_time_compare

from jobunivers.foundation.http import Request
from jobunivers.identity.models import Role
from jobunivers.rooms.evidence.models import EvidenceKey, Statement
from jobunivers.rooms.evidence.queries.keys import digest, key_of, living
from jobunivers.rooms.launching.queries import HandOver
from jobunivers.rooms.marketplace.queries import Offer, offer, use_of

_LARGEST = 2**63 - 1
_LONGEST_KEY = 40


def sender_of(request: HttpRequest, *, at: datetime) -> Offer | None:
    """Return whose solution a request proves to come from (RFC 7617); None: it proves nothing."""
    kind, _space, packed = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() != "basic":
        return None
    try:
        name, colon, secret = base64.b64decode(packed, validate=True).decode().partition(":")
    except (binascii.Error, ValueError):
        return None
    if not colon or "\0" in name or len(name) > _LONGEST_KEY:
        return None
    rows = living(at=at).select_related("offer__current", "offer__vendor")
    rows = rows.only("secret_hash", "offer", "offer__current__url", "offer__vendor__key")
    found = rows.filter(key=name).first()
    if found is None or not constant_time_compare(digest(secret), found.secret_hash):
        return None
    return found.offer


def solution_or_404(request: Request, pk: int) -> Offer:
    """Return a vendor's solution, for who runs the platform."""
    found = offer(pk) if pk <= _LARGEST and request.user.role == Role.NATIONAL else None
    if found is None or found.vendor_id is None:
        raise Http404
    return found


def key_or_404(request: Request, pk: int, key_pk: int) -> EvidenceKey:
    """Return a key of a vendor's solution, for who runs the platform."""
    found = solution_or_404(request, pk)
    key = key_of(found.pk, key_pk) if key_pk <= _LARGEST else None
    if key is None:
        raise Http404
    return key


def used_or_404(request: Request, pk: int) -> tuple[int, Offer]:
    """Return who asks, a citizen, and an offer she has begun, said yes to or was told of by."""
    if request.user.pk is None or request.user.role != Role.CITIZEN or pk > _LARGEST:
        raise Http404
    citizen_id = int(request.user.pk)
    found = offer(pk)
    if found is None or not (
        use_of(citizen_id=citizen_id, offer_id=pk)
        or HandOver.objects.filter(citizen_id=citizen_id, offer_id=pk).exists()
        or Statement.objects.filter(citizen_id=citizen_id, offer_id=pk).exists()
    ):
        raise Http404
    return citizen_id, found
