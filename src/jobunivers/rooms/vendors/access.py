# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From an address to a row: the only way in."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from jobunivers.foundation.files.models import StoredFile
from jobunivers.foundation.http import Request, View
from jobunivers.identity import actions as identity
from jobunivers.identity.access import for_vendors
from jobunivers.rooms.marketplace.queries import Offer, Source, offer
from jobunivers.rooms.vendors.models import GateFile, Rank, SignUp, VendorMember
from jobunivers.rooms.vendors.queries.grounds import INSIDE, Ground, grounds
from jobunivers.rooms.vendors.queries.helping import statement_of
from jobunivers.rooms.vendors.queries.members import Membership, membership_of

P = ParamSpec("P")
_LARGEST = 2**63 - 1


def for_members(*ranks: Rank) -> Callable[[View[P]], View[P]]:
    """Let those in who act for a firm today, with one of the ranks; all of them when none is named.

    Somebody who acts for it no more is logged out on the spot: her session ends with her part.
    """

    def decorate(view: View[P]) -> View[P]:
        @for_vendors
        @wraps(view)
        def wrapper(request: Request, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            found = membership_of(me(request), on=timezone.localdate(timezone.now()))
            if found is None:
                return _ended(request)
            if ranks and found.rank not in ranks:
                raise PermissionDenied
            request.membership = found  # type: ignore[attr-defined]
            return view(request, *args, **kwargs)

        return wrapper

    return decorate


for_administrators_of_firms = for_members(Rank.ADMINISTRATOR)


def _ended(request: Request) -> HttpResponseBase:
    identity.log_out(request)
    log_in = reverse("identity:log_in")
    if request.method in {"GET", "HEAD"}:
        return HttpResponseRedirect(log_in)
    return render(request, "ui/errors/expired.html", {"log_in": log_in}, status=401)


def membership(request: Request) -> Membership:
    """Return for whom somebody acts, on a page that `for_members` guards."""
    found = getattr(request, "membership", None)
    if not isinstance(found, Membership):
        raise Http404
    return found


def writes(request: Request) -> bool:
    """Say whether the reader may change what a page shows; refuse who sends without.

    For pages that everybody of a firm reads and its administrators alone write.
    """
    may = membership(request).administers
    if request.method == "POST" and not may:
        raise PermissionDenied
    return may


def own_solution_or_404(request: Request, pk: int) -> Offer:
    """Return a solution of the firm that the reader acts for; another firm's is not there."""
    found = offer(pk) if pk <= _LARGEST else None
    vendor = membership(request).vendor
    if found is None or found.source != Source.MARKET or found.vendor_id != vendor.pk:
        raise Http404
    return found


def own_document_or_404(request: Request, pk: int) -> StoredFile:
    """Return a document of a solution of the reader's own firm."""
    rows = GateFile.objects.filter(
        file_id=min(pk, _LARGEST), offer__vendor_id=membership(request).vendor.pk
    )
    found = rows.select_related("file").first()
    if found is None:
        raise Http404
    return found.file


def own_member_or_404(request: Request, pk: int) -> VendorMember:
    """Return somebody who acts, or acted, for the reader's own firm."""
    rows = VendorMember.objects.filter(vendor_id=membership(request).vendor.pk)
    found = rows.filter(pk=min(pk, _LARGEST)).first()
    if found is None:
        raise Http404
    return found


def sign_up_or_404(request: Request, pk: int) -> SignUp:  # noqa: ARG001 - the role is the lock
    """Return a firm that asked to come in, for who runs the platform."""
    found = SignUp.objects.filter(pk=min(pk, _LARGEST)).select_related("vendor").first()
    if found is None:
        raise Http404
    return found


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


def statement_or_404(request: Request, pk: int) -> StoredFile:  # noqa: ARG001 - RLS
    """Return the accepted statement of a solution that has been on offer; all who read it may."""
    found = offer(pk) if pk <= _LARGEST else None
    on_offer = found is not None and found.current is not None and found.published_at is not None
    file = statement_of(found) if found is not None and on_offer else None
    if file is None:
        raise Http404
    return file


def ground_or_404(request: Request, code: str) -> Ground:  # noqa: ARG001 - a list that is public
    """Return a ground outside the EU."""
    found = grounds().get(code)
    if found is None or found.code == INSIDE:
        raise Http404
    return found
