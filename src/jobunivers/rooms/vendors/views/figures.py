# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a firm may know of the use of a solution, and what it is paid."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from jobunivers.foundation.http import Request, reads
from jobunivers.rooms.agreements.queries import vendor_invoice, vendor_statement
from jobunivers.rooms.vendors import access
from jobunivers.rooms.vendors.access import for_administrators_of_firms, for_members
from jobunivers.rooms.vendors.queries import pages, portal


@for_members()
@reads
def figures(request: Request, pk: int) -> HttpResponseBase:
    """Show the months that are over, stars, words and effect; nothing of fewer than ten people."""
    offer = access.own_solution_or_404(request, pk)
    context = {
        "offer": offer,
        "title": pages.titles([offer])[offer.pk],
        "page": portal.figures(offer.pk, language=request.LANGUAGE_CODE),
    }
    return render(request, "vendors/portal/figures.html", context)


@for_administrators_of_firms
@reads
def money(request: Request) -> HttpResponseBase:
    """Show what the firm has agreed with kommuner, and what each month came to."""
    vendor = access.membership(request).vendor
    statement = vendor_statement(vendor.pk, at=timezone.now())
    return render(request, "vendors/portal/money.html", {"statement": statement})


@for_administrators_of_firms
@reads
def invoice(request: Request, pk: int) -> HttpResponseBase:
    """Give the invoice of a month, as it goes to the kommune (Peppol BIS Billing 3)."""
    vendor = access.membership(request).vendor
    found = vendor_invoice(vendor.pk, pk) if pk < 2**63 else None
    if found is None:
        raise Http404
    response = HttpResponse(found, content_type="application/xml")
    response.headers["Content-Disposition"] = f'attachment; filename="faktura-{pk}.xml"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
