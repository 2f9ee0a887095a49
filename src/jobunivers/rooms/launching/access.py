# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From an address or a request's head to a row: the only way in."""

import base64
import binascii
from collections.abc import Collection
from datetime import datetime
from urllib.parse import unquote_plus

from django.http import Http404, HttpRequest
from django.utils.crypto import constant_time_compare

from jobunivers.foundation.http import Request
from jobunivers.identity.models import Role
from jobunivers.rooms.launching.models import (
    HandOver,
    LineItem,
    LtiLink,
    LtiToken,
    LtiTool,
    OidcClient,
)
from jobunivers.rooms.launching.queries.finding import client_by_id, connection_of
from jobunivers.rooms.launching.queries.signing import digest
from jobunivers.rooms.launching.queries.tools import link_of, tool_of
from jobunivers.rooms.marketplace.queries import Offer, OfferState, Way, offer

_LARGEST = 2**63 - 1
# Who may draft what a kommune or the country wants on its shelves; approving it is the platform's.
PICKING = frozenset({Role.NATIONAL, Role.EDITOR})


def me(request: Request) -> int:
    """Return who asks, a citizen."""
    if request.user.pk is None or request.user.role != Role.CITIZEN:
        raise Http404
    return int(request.user.pk)


def opened_or_404(pk: int) -> tuple[Offer, OidcClient | LtiLink | None]:
    """Return a solution opened by a login or by LTI, and how it is connected; None: not yet."""
    found = offer(pk) if pk <= _LARGEST else None
    way = found.current.way if found is not None and found.current is not None else None
    if found is None or way not in {Way.OIDC, Way.LTI}:
        raise Http404
    return found, connection_of(pk) if way == Way.OIDC else link_of(pk)


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


def pickable_or_404(request: Request, pk: int) -> LtiTool:
    """Return a tool whose content can be picked, for who may write offers of the market."""
    found = tool_of(pk) if pk <= _LARGEST and request.user.role in PICKING else None
    if found is None or found.offer_id != pk or not is_pickable(found):
        raise Http404
    return found


def is_pickable(tool: LtiTool) -> bool:
    """Say whether staff may be led there: firms register tools themselves, we read them first."""
    return bool(tool.deep_link_uri) and tool.offer.state == OfferState.APPROVED


class ToolRefused(Exception):  # noqa: N818 - it reads as what happened
    """A tool's request is refused: the answer's number, the error's code and why."""

    def __init__(self, status: int, error: str, why: str) -> None:
        super().__init__(status, error, why)
        self.status = status
        self.error = error
        self.why = why


def tools_link(request: HttpRequest, pk: int, scopes: Collection[str], *, at: datetime) -> LtiLink:
    """Return the offer a tool asks about; its token must open it, and be let in to one of these.

    Raises:
        ToolRefused: no token of this kommune, one for something else, or another's offer.
    """
    brought = bearer_of(request)
    rows = LtiToken.objects.filter(digest=digest(brought), expires_at__gt=at)
    token = rows.first() if brought else None
    if token is None:
        raise ToolRefused(401, "invalid_token", "the token opens nothing (any more)")
    if not set(token.scope.split()) & set(scopes):
        raise ToolRefused(403, "insufficient_scope", f"it needs {' or '.join(scopes)}")
    link = link_of(pk) if pk <= _LARGEST else None
    if link is None or link.tool_id != token.tool_id:
        raise ToolRefused(404, "not_found", "it is not launched by this tool")
    return link


def line_of(link: LtiLink, pk: int) -> LineItem:
    """Return a line of an offer; ToolRefused when there is none."""
    rows = LineItem.objects.filter(pk=pk, tool=link.tool, offer=link.offer)
    found = rows.select_related("tool__offer", "offer__current").first() if pk <= _LARGEST else None
    if found is None:
        raise ToolRefused(404, "not_found", "there is no such line")
    return found


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
