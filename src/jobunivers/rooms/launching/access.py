# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From an address or a request's head to a row: the only way in."""

import base64
import binascii
from urllib.parse import unquote_plus

from django.http import Http404, HttpRequest
from django.utils.crypto import constant_time_compare

from jobunivers.foundation.http import Request
from jobunivers.identity.models import Role
from jobunivers.rooms.launching.models import HandOver, OidcClient
from jobunivers.rooms.launching.queries.finding import client_by_id, connection_of
from jobunivers.rooms.launching.queries.signing import digest
from jobunivers.rooms.marketplace.queries import Offer, Way, offer

_LARGEST = 2**63 - 1


def me(request: Request) -> int:
    """Return who asks, a citizen."""
    if request.user.pk is None or request.user.role != Role.CITIZEN:
        raise Http404
    return int(request.user.pk)


def opened_or_404(request: Request, pk: int) -> tuple[Offer, OidcClient | None]:  # noqa: ARG001
    """Return a solution that is opened by a login, and how it is connected; None: not yet."""
    found = offer(pk) if pk <= _LARGEST else None
    if found is None or found.current is None or found.current.way != Way.OIDC:
        raise Http404
    return found, connection_of(pk)


def connectable_or_404(request: Request, pk: int) -> Offer:
    """Return a vendor's solution, for who runs the platform."""
    found = offer(pk) if pk <= _LARGEST and request.user.role == Role.NATIONAL else None
    if found is None or found.vendor_id is None:
        raise Http404
    return found


def client_of(request: HttpRequest) -> OidcClient | None:
    """Return the client that a request for tokens proves to come from; None: it proves none.

    A confidential client shows its secret, in one way alone; a public one has none to show.
    """
    head = request.headers.get("Authorization", "")
    sent_id, sent_secret = request.POST.get("client_id", ""), request.POST.get("client_secret", "")
    if head:
        read = _basic(head)
        if read is None or sent_secret or sent_id not in {"", read[0]}:
            return None
        sent_id, sent_secret = read
    client = client_by_id(sent_id)
    if client is None:
        return None
    if client.is_public:
        return None if sent_secret else client
    return client if constant_time_compare(digest(sent_secret), client.secret_hash) else None


def bearer_of(request: HttpRequest) -> str:
    """Return the token a request brings (RFC 6750, section 2.1); empty: none."""
    kind, _space, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else ""


def _basic(head: str) -> tuple[str, str] | None:
    kind, _space, packed = head.partition(" ")
    if kind.lower() != "basic":
        return None
    try:
        name, colon, secret = base64.b64decode(packed, validate=True).decode().partition(":")
    except (binascii.Error, ValueError):
        return None
    # Both are form-encoded before they are joined (RFC 6749, section 2.3.1).
    return (unquote_plus(name), unquote_plus(secret)) if colon else None


def agreed_or_404(request: Request, pk: int) -> Offer:
    """Return an offer she has said yes to, once at least; its vendor may have gone since."""
    rows = HandOver.objects.filter(citizen_id=me(request), offer_id=pk) if pk <= _LARGEST else None
    found = rows.select_related("offer").first() if rows is not None else None
    if found is None:
        raise Http404
    return found.offer
