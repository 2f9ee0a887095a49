# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A firm publishes the prices it asks, and asks for other ones in an agreement that holds.

Money stays the kommune's decision: it takes a request up by writing a change of its own, which
goes the way of every change, or says no and why.
"""

from datetime import date, datetime

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.rooms.agreements.actions.writing import NotPossible
from jobunivers.rooms.agreements.models import (
    Agreement,
    Amendment,
    Asked,
    ChangeState,
    PriceList,
    PriceRequest,
    State,
)
from jobunivers.rooms.agreements.queries.changes import earliest_day, open_change
from jobunivers.rooms.agreements.queries.finding import terms_in, terms_rows
from jobunivers.rooms.marketplace.queries import Offer
from jobunivers.science.pricing import Terms, as_json


class ChangedPrices(Exception):  # noqa: N818 - it reads as what is wrong
    """A colleague has written the prices since; `prices` is what stands now."""

    def __init__(self, prices: PriceList) -> None:
        super().__init__()
        self.prices = prices


class Answered(Exception):  # noqa: N818
    """The request is answered, taken back or over."""


@transaction.atomic
def publish_prices(
    *, offer: Offer, terms: Terms, words: str, seen: int, at: datetime, actor_id: int | None
) -> PriceList:
    """Let those who buy read what a solution costs; the same prices again change nothing.

    Raises:
        ChangedPrices: they are not those the writer has seen (`seen`; 0: there were none).
    """
    told = {"said": as_json(terms), "words": words, "withdrawn_at": None}
    row, new = PriceList.objects.select_for_update().get_or_create(
        offer=offer, defaults={**told, "published_at": at, "published_by_id": actor_id}
    )
    if not new:
        if all(getattr(row, name) == value for name, value in told.items()):
            return row
        if row.version != seen:
            raise ChangedPrices(row)
        rows = PriceList.objects.filter(pk=row.pk)
        rows.update(published_at=at, published_by_id=actor_id, version=F("version") + 1, **told)
        row.refresh_from_db()
    _told("prices_published", {"offer_id": offer.pk}, at=at, actor_id=actor_id)
    return row


@transaction.atomic
def withdraw_prices(*, offer: Offer, at: datetime, actor_id: int | None) -> None:
    """Ask no price any more; done twice the first counts."""
    rows = PriceList.objects.filter(offer=offer, withdrawn_at=None)
    if rows.update(withdrawn_at=at, version=F("version") + 1):
        _told("prices_withdrawn", {"offer_id": offer.pk}, at=at, actor_id=actor_id)


@transaction.atomic
def ask_for_prices(
    *,
    agreement: Agreement,
    terms: Terms,
    from_on: date,
    why: str,
    at: datetime,
    actor_id: int | None,
) -> PriceRequest:
    """Ask the kommune that leads for other prices; sent twice it is asked once.

    Raises:
        NotPossible: the agreement does not hold then, the day is too soon, nothing would change,
            the kommune has proposed prices that wait for an answer, or a request is open.
    """
    # One at a time: two of a firm would ask twice.
    held = Agreement.objects.select_for_update().get(pk=agreement.pk)
    said = as_json(terms)
    there = PriceRequest.objects.filter(agreement=held, state=Asked.OPEN).first()
    if there is not None:
        if (there.from_on, there.said, there.why) == (from_on, said, why):
            return there
        raise NotPossible("open_request")
    _possible(held, said, from_on, on=timezone.localdate(at))
    made = PriceRequest.objects.create(
        agreement=held, from_on=from_on, said=said, why=why, asked_at=at, asked_by_id=actor_id
    )
    _step("asked", made, at=at, actor_id=actor_id)
    return made


def _possible(agreement: Agreement, said: object, from_on: date, *, on: date) -> None:
    if agreement.state != State.SIGNED:
        raise NotPossible("not_in_force")
    if from_on.day != 1:
        raise NotPossible("first_of_month")
    if from_on < earliest_day(agreement, on):
        raise NotPossible("notice")
    if agreement.last_on is not None and from_on > agreement.last_on:
        raise NotPossible("after_end")
    change = open_change(agreement)
    # What the kommune only writes on is not the firm's to know of.
    if change is not None and change.state != ChangeState.DRAFT:
        raise NotPossible("answer_first")
    held = terms_in(terms_rows(agreement), from_on)
    if held is not None and as_json(held) == said:
        raise NotPossible("same")


def take_request_back(*, request: PriceRequest, at: datetime, actor_id: int | None) -> None:
    """Let a request go, for the firm. Raises Answered."""
    _answer(request, Asked.WITHDRAWN, at=at, actor_id=actor_id)


def decline_request(
    *, request: PriceRequest, answer: str, at: datetime, actor_id: int | None
) -> None:
    """Say no to other prices and why, for the kommune that leads; raises NotPossible, Answered."""
    _leads(request)
    _answer(request, Asked.DECLINED, at=at, actor_id=actor_id, answer=answer)


def take_request_up(
    *, request: PriceRequest, change: Amendment, at: datetime, actor_id: int | None
) -> None:
    """Note that the kommune has written a change of it; raises NotPossible, Answered."""
    _leads(request)
    if change.agreement_id != request.agreement_id:
        raise NotPossible("lead")
    _answer(request, Asked.TAKEN_UP, at=at, actor_id=actor_id, amendment=change)


def lapse_requests(*, at: datetime) -> int:
    """End what nobody has answered by its day, of agreements that the kommune at work leads."""
    rows = PriceRequest.objects.filter(
        Q(from_on__lte=timezone.localdate(at)) | ~Q(agreement__state=State.SIGNED),
        agreement__lead_id=current_municipality_id(),
        state=Asked.OPEN,
    )
    many = 0
    for request in rows.order_by("pk"):
        _answer(request, Asked.LAPSED, at=at, actor_id=None)
        many += 1
    return many


def _leads(request: PriceRequest) -> None:
    lead = Agreement.objects.values_list("lead_id", flat=True).get(pk=request.agreement_id)
    if lead != current_municipality_id():
        raise NotPossible("lead")


@transaction.atomic
def _answer(
    request: PriceRequest, to: Asked, *, at: datetime, actor_id: int | None, **fields: object
) -> None:
    rows = PriceRequest.objects.filter(pk=request.pk, state=Asked.OPEN)
    changed = rows.update(state=to, answered_at=at, answered_by_id=actor_id, **fields)
    request.refresh_from_db()
    if not changed:
        raise Answered
    _step(to.value, request, at=at, actor_id=actor_id)


def _step(step: str, request: PriceRequest, *, at: datetime, actor_id: int | None) -> None:
    data = {"agreement_id": request.agreement_id, "request_id": request.pk, "step": step}
    _told(f"request_{step}", data, at=at, actor_id=actor_id)


def _told(what: str, data: dict[str, object], *, at: datetime, actor_id: int | None) -> None:
    events.record(f"agreements.{what}", at=at, actor_id=actor_id, data=data)
