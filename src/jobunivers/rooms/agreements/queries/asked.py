# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What firms ask: the prices of a solution, and other prices in an agreement."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from jobunivers.foundation.ui.addresses import address
from jobunivers.identity.models import Role
from jobunivers.rooms.agreements.models import Agreement, Asked, PriceList, PriceRequest, State
from jobunivers.rooms.agreements.queries.finding import ours, terms_in, terms_rows
from jobunivers.rooms.agreements.queries.words import ASKED, FIRM_ASKED, model_words
from jobunivers.rooms.marketplace.queries import Offer, Prices, Vendor, provide_prices
from jobunivers.science.pricing import Terms, terms_of

BUYERS = frozenset({Role.ADMINISTRATOR.value, Role.MANAGER.value})


@dataclass(frozen=True, slots=True)
class Published:
    """The prices a firm asks for a solution, in words."""

    offer_id: int
    title: str
    model: Sequence[str]
    words: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestShown:
    """A request for other prices, beside what holds then.

    Attributes:
        state: in words, for the side that reads it.
        open: it waits for an answer of the kommune that leads.
        change_id: the change that was written of it.
    """

    pk: int
    agreement_id: int
    title: str
    number: str
    firm: str
    from_on: date
    why: str
    answer: str
    old: Sequence[str]
    new: Sequence[str]
    state: str
    open: bool
    change_id: int | None


def offer_prices() -> None:
    """Tell the market what solutions cost; said in `apps.py`."""
    provide_prices(_prices)


def _prices(offer: Offer, role: str) -> Prices | None:
    row = prices_of(offer)
    if row is None:
        return None
    return Prices(
        model=model_words(terms_of(row.said)),
        words=row.words,
        published_at=row.published_at,
        buying=f"{address('agreements:new', offer.vendor_id)}?loesning={offer.pk}"
        if role in BUYERS
        else "",
    )


def kept_prices(offer: Offer) -> PriceList | None:
    """Return what was written of prices last, asked for or not."""
    return PriceList.objects.filter(offer=offer).first()


def prices_of(offer: Offer) -> PriceList | None:
    """Return the prices that are asked for a solution; None: none are published."""
    return PriceList.objects.filter(offer=offer, withdrawn_at=None).first()


def published_by(vendor: Vendor) -> list[Published]:
    """Return the prices of a firm's solutions that can be agreed on, by title."""
    rows = PriceList.objects.filter(
        offer__vendor=vendor, withdrawn_at=None, offer__current__isnull=False
    )
    rows = rows.exclude(offer__state="withdrawn").select_related("offer__current")
    return [
        Published(
            offer_id=one.offer_id,
            title=one.offer.current.title_da if one.offer.current else one.offer.key,
            model=model_words(terms_of(one.said)),
            words=one.words,
            at=one.published_at,
        )
        for one in rows.order_by("offer__current__title_da", "pk")
    ]


def asked_terms(vendor: Vendor, offer_id: int) -> Terms | None:
    """Return the terms of a firm's published prices of a solution, to begin an agreement with."""
    rows = PriceList.objects.filter(offer_id=offer_id, offer__vendor=vendor, withdrawn_at=None)
    row = rows.first()
    return terms_of(row.said) if row is not None else None


def requests_of(agreement: Agreement) -> list[RequestShown]:
    """Return what the firm has asked for in an agreement, the newest first."""
    rows = PriceRequest.objects.filter(agreement=agreement).select_related("agreement__vendor")
    return [_shown(one, firm=False) for one in rows.order_by("-asked_at", "-pk")]


def shown_request(request: PriceRequest) -> RequestShown:
    """Return a request as a kommune reads it."""
    return _shown(request, firm=False)


def request_ours(pk: int) -> PriceRequest | None:
    """Return a request in an agreement of the kommune at work."""
    rows = PriceRequest.objects.filter(pk=pk, agreement__in=ours().order_by())
    return rows.select_related("agreement__vendor").first()


def request_of(agreement: Agreement, pk: int) -> PriceRequest | None:
    """Return an open request in an agreement, to write a change of it."""
    return PriceRequest.objects.filter(agreement=agreement, pk=pk, state=Asked.OPEN).first()


def vendor_requests(vendor_id: int) -> list[RequestShown]:
    """Return what a firm has asked for, the newest first."""
    rows = PriceRequest.objects.filter(agreement__vendor_id=vendor_id)
    rows = rows.select_related("agreement__vendor")
    return [_shown(one, firm=True) for one in rows.order_by("-asked_at", "-pk")]


def own_request(vendor_id: int, pk: int) -> PriceRequest | None:
    """Return a request of a firm."""
    return PriceRequest.objects.filter(pk=pk, agreement__vendor_id=vendor_id).first()


def asking_in(vendor_id: int, pk: int) -> Agreement | None:
    """Return an agreement in force of a firm, in which it may ask for other prices."""
    rows = Agreement.objects.filter(pk=pk, vendor_id=vendor_id, state=State.SIGNED)
    return rows.select_related("lead").first()


def terms_on(agreement: Agreement, day: date) -> Terms:
    """Return the terms that hold on a day as far as is known."""
    return terms_in(terms_rows(agreement), day) or Terms()


def still_asked(pk: int) -> bool:
    """Say whether a request waits for an answer."""
    return PriceRequest.objects.filter(pk=pk, state=Asked.OPEN).exists()


def _shown(one: PriceRequest, *, firm: bool) -> RequestShown:
    agreement = one.agreement
    earlier = [row for row in terms_rows(agreement) if row.from_on < one.from_on]
    return RequestShown(
        pk=one.pk,
        agreement_id=agreement.pk,
        title=agreement.title,
        number=agreement.number,
        firm=agreement.vendor.name,
        from_on=one.from_on,
        why=one.why,
        answer=one.answer,
        old=model_words(terms_in(earlier, one.from_on) or Terms()),
        new=model_words(terms_of(one.said)),
        state=str((FIRM_ASKED if firm else ASKED)[one.state]),
        open=one.state == Asked.OPEN,
        change_id=one.amendment_id,
    )
