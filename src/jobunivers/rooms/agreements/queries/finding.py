# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agreements that a kommune is a party to, their terms and parties."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.rooms.agreements.models import (
    Agreement,
    AgreementTerms,
    Party,
    Settlement,
    SettlementState,
)
from jobunivers.rooms.marketplace.queries import Offer, OfferState, Vendor
from jobunivers.science.pricing import Span, Terms, month_of, terms_of


def ours() -> QuerySet[Agreement]:
    """Return the agreements that the kommune at work leads or is a party to, newest first."""
    me = current_municipality_id()
    rows = Agreement.objects.filter(Q(lead_id=me) | Q(parties__kommune_id=me)).distinct()
    return rows.select_related("vendor", "lead").order_by("-first_on", "-pk")


def parties_of(agreement: Agreement) -> list[Party]:
    """Return the kommuner of an agreement, by code."""
    rows = Party.objects.filter(agreement=agreement).select_related("kommune")
    return list(rows.order_by("kommune__code"))


def terms_rows(agreement: Agreement) -> list[AgreementTerms]:
    """Return an agreement's terms, the first first."""
    return list(AgreementTerms.objects.filter(agreement=agreement).order_by("from_on", "pk"))


def terms_of_all(agreements: Iterable[Agreement]) -> dict[int, list[AgreementTerms]]:
    """Return the terms of each agreement, the first first."""
    found: dict[int, list[AgreementTerms]] = {one.pk: [] for one in agreements}
    rows = AgreementTerms.objects.filter(agreement__in=list(found)).order_by("from_on", "pk")
    for row in rows:
        found[row.agreement_id].append(row)
    return found


def terms_in(rows: Iterable[AgreementTerms], month: date) -> Terms | None:
    """Return the terms of a month: the last that begin in it or before."""
    last = month_of(month)[1]
    holding = [row for row in rows if row.from_on <= last]
    return terms_of(holding[-1].said) if holding else None


def span_of(agreement: Agreement) -> Span:
    """Return the days an agreement holds."""
    return Span(agreement.first_on, agreement.last_on)


def party_span(agreement: Agreement, party: Party) -> Span:
    """Return the days on which a kommune is a party of an agreement that holds."""
    lasts = [day for day in (agreement.last_on, party.last_on) if day is not None]
    return Span(max(agreement.first_on, party.first_on), min(lasts) if lasts else None)


def offers_of(agreement: Agreement) -> list[Offer]:
    """Return the solutions of an agreement."""
    rows = Offer.objects.filter(pk__in=agreement.offers, vendor_id=agreement.vendor_id)
    return list(rows.select_related("current").order_by("key"))


def vendors() -> list[Vendor]:
    """Return the firms with something to agree on, by name."""
    rows = Offer.objects.filter(vendor__closed_at=None, current__isnull=False)
    found = rows.exclude(state=OfferState.WITHDRAWN).order_by().values("vendor_id")
    return list(Vendor.objects.filter(pk__in=found).order_by("name", "pk"))


def drafts_of_settlements(*, before: date) -> list[Settlement]:
    """Return the kommune's settlements of months before a day that nobody has checked, by month."""
    rows = Settlement.objects.filter(state=SettlementState.DRAFT, month__lt=before)
    return list(rows.order_by("month", "pk"))
