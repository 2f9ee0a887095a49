# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Counting a month, billing it, and a kommune's own settlement of it, step by step."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db import IntegrityError, transaction

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.agreements.actions.ledger import book_approved, book_paid
from jobunivers.rooms.agreements.models import (
    STEPS,
    Agreement,
    Bill,
    MonthCount,
    Party,
    Settlement,
    SettlementLine,
    SettlementState,
    State,
    Statement,
)
from jobunivers.rooms.agreements.queries.billing import (
    OPEN_MONTHS,
    Billed,
    bill_lines,
    billed_of,
    latest_counts,
    line_json,
    missing_codes,
    months_back,
    owed_now,
    owed_of,
    shares_of,
)
from jobunivers.rooms.agreements.queries.finding import (
    parties_of,
    party_span,
    terms_in,
    terms_rows,
)
from jobunivers.rooms.agreements.queries.measures import Counted, Trace, counted_month
from jobunivers.rooms.marketplace.queries import FEWEST_FOR_VENDORS
from jobunivers.science.pricing import Line, month_of, split, total, vat


class WrongStep(Exception):  # noqa: N818 - it reads as what is wrong
    """The settlement is not at the step before; somebody else was first."""


class SamePerson(Exception):  # noqa: N818
    """Whoever checked a settlement may not approve it."""


class NotCounted(Exception):  # noqa: N818
    """Kommuner that have not counted the month yet: `codes`."""

    def __init__(self, codes: Sequence[str]) -> None:
        super().__init__(", ".join(codes))
        self.codes = list(codes)


@transaction.atomic
def count_month(*, agreement: Agreement, month: date, at: datetime) -> Counted | None:
    """Count a month for the kommune at work; None when it is no party then.

    The same numbers again add nothing.
    """
    code = _own_code()
    party = Party.objects.filter(agreement=agreement, kommune__code=code).first()
    terms = terms_in(terms_rows(agreement), month)
    if party is None or terms is None:
        return None
    found = counted_month(agreement, terms, party_span(agreement, party), month)
    told = found.as_json()
    first = month.replace(day=1)
    rows = MonthCount.objects.filter(agreement_id=agreement.pk, municipality_code=code, month=first)
    last = rows.order_by("-pk").first()
    if last is None or last.told != told:
        MonthCount.objects.create(
            agreement_id=agreement.pk,
            municipality_code=code,
            month=first,
            told=told,
            seen_to=found.seen_to,
            counted_at=at,
        )
    return found


def settle(*, agreement: Agreement, month: date, at: datetime) -> Settlement | None:
    """Return the draft of the kommune's settlement of a month, made once.

    Counts the month and the open ones before it; bills it when every kommune has counted. None
    when the kommune has no part in the month, or it is after the end and there is nothing to put
    right.

    Raises:
        NotCounted: kommuner that have not.
        WrongStep: it is not the month after the one billed last, or nothing is signed.
    """
    month = month.replace(day=1)
    mine = Settlement.objects.filter(agreement_id=agreement.pk, month=month).first()
    if mine is not None:
        return mine
    if agreement.state == State.DRAFT:
        raise WrongStep
    if not Bill.objects.filter(agreement_id=agreement.pk, month=month).exists():
        # What is counted stays counted, whether the others have or not.
        _count_open(agreement, month, at=at)
        if missing := missing_codes(agreement, parties_of(agreement), month):
            raise NotCounted(missing)
    with transaction.atomic():
        # One at a time: two kommuner that settle at once would bill twice.
        Agreement.objects.select_for_update().get(pk=agreement.pk)
        bill = Bill.objects.filter(agreement_id=agreement.pk, month=month).first()
        return _own_part(agreement, bill or _bill(agreement, month, at=at), at=at)


@transaction.atomic
def _count_open(agreement: Agreement, month: date, *, at: datetime) -> None:
    last = Bill.objects.filter(agreement_id=agreement.pk).order_by("-month").first()
    due = month_of(last.month)[1] + timedelta(days=1) if last else agreement.first_on
    if month != due.replace(day=1):
        raise WrongStep
    for day in [*months_back(agreement.first_on, month, OPEN_MONTHS), month]:
        count_month(agreement=agreement, month=day, at=at)


def _bill(agreement: Agreement, month: date, *, at: datetime) -> Bill:
    parties, rows = parties_of(agreement), terms_rows(agreement)
    before = list(Bill.objects.filter(agreement_id=agreement.pk).order_by("month"))
    back = months_back(agreement.first_on, month, OPEN_MONTHS)
    known = owed_of(before[-1] if before else None)
    now = known | owed_now(agreement, rows, [*(day for day in back if day in known), month])
    terms = terms_in(rows, month)
    if terms is None:
        raise WrongStep
    lines = bill_lines(
        terms=terms,
        owed_before=known,
        owed_now=now,
        month=month,
        billed_before=sum((one.net for one in before), Decimal(0)),
    )
    shares = shares_of(agreement, parties, month)
    return Bill.objects.create(
        agreement_id=agreement.pk,
        month=month,
        owed={day.isoformat(): [line_json(one) for one in some] for day, some in now.items()},
        lines=[one.as_json() for one in lines],
        shares={code: str(weight) for code, weight in shares.items()},
        net=total([one.line for one in lines]),
        made_at=at,
    )


def _own_part(agreement: Agreement, bill: Bill, *, at: datetime) -> Settlement | None:
    code = _own_code()
    codes = sorted(bill.shares)
    lines = [billed_of(one) for one in bill.lines]
    after = agreement.last_on is not None and bill.month > agreement.last_on
    if code not in codes or (after and not lines):
        return None
    place = codes.index(code)
    parts = split([one.line for one in lines], [Decimal(bill.shares[one]) for one in codes])
    net = total(parts[place])
    made = Settlement.objects.create(
        agreement_id=agreement.pk,
        month=bill.month,
        invoice=f"{agreement.number}-{bill.month:%Y%m}-{code}",
        net=net,
        vat=vat(net),
        gross=net + vat(net),
        made_at=at,
    )
    counts = latest_counts(agreement.pk, sorted({one.month for one in lines}))
    SettlementLine.objects.bulk_create(
        [
            _kept(made, number, one, mine, counts.get(one.month, {}).get(code))
            for number, (one, mine) in enumerate(zip(lines, parts[place], strict=True), start=1)
        ]
    )
    events.record(
        "agreements.settled", at=at, data={"agreement_id": agreement.pk, "settlement_id": made.pk}
    )
    return made


def _kept(
    made: Settlement, place: int, one: Billed, mine: Line, counts: Counted | None
) -> SettlementLine:
    key = "active" if one.line.kind == "citizens" else one.line.of
    trace = counts.traces.get(key, Trace()) if counts else Trace()
    return SettlementLine(
        settlement_id=made.pk,
        place=place,
        kind=mine.kind.value,
        of=mine.of,
        correction=one.correction,
        for_month=one.month,
        quantity=mine.quantity,
        price=mine.price,
        amount=mine.amount,
        whole=one.line.amount,
        days=mine.days,
        days_in_all=mine.days_in_all,
        acts=trace.acts,
        acts_first=trace.first,
        acts_last=trace.last,
        digest=trace.digest,
    )


@transaction.atomic
def check(*, settlement: Settlement, at: datetime, actor_id: int) -> Settlement:
    """Say that a settlement is right; the first of two people.

    Raises:
        WrongStep: it is no draft.
    """
    return _step(
        settlement, SettlementState.CHECKED, at=at, actor_id=actor_id,
        checked_at=at, checked_by_id=actor_id,
    )  # fmt: skip


@transaction.atomic
def approve(*, settlement: Settlement, at: datetime, actor_id: int) -> Settlement:
    """Approve a settlement that somebody else has checked, and book it.

    Raises:
        SamePerson: it is the one who checked it.
        WrongStep: it is not checked, or somebody has approved it already.
    """
    if settlement.checked_by_id == actor_id:
        raise SamePerson
    made = _step(
        settlement, SettlementState.APPROVED, at=at, actor_id=actor_id,
        approved_at=at, approved_by_id=actor_id,
    )  # fmt: skip
    agreement = Agreement.objects.get(pk=made.agreement_id)
    book_approved(made, vendor_id=agreement.vendor_id, at=at, actor_id=actor_id)
    counts = latest_counts(agreement.pk, [made.month]).get(made.month, {}).get(_own_code())
    enough = counts is not None and counts.people >= FEWEST_FOR_VENDORS
    Statement.objects.create(
        agreement=agreement,
        municipality_code=_own_code(),
        month=made.month,
        invoice=made.invoice,
        net=made.net,
        vat=made.vat,
        gross=made.gross,
        acts=sum(counts.measure.acts.values()) if counts and enough else None,
        approved_at=at,
    )
    return made


@transaction.atomic
def export(*, settlement: Settlement, document: str, at: datetime, actor_id: int) -> Settlement:
    """Keep the invoice and let the firm have it; raises WrongStep."""
    made = _step(settlement, SettlementState.EXPORTED, at=at, actor_id=actor_id, exported_at=at)
    Statement.objects.filter(invoice=made.invoice).update(document=document, exported_at=at)
    return made


@transaction.atomic
def pay(*, settlement: Settlement, at: datetime, actor_id: int) -> Settlement:
    """Note that the kommune's own payment system has paid; raises WrongStep."""
    made = _step(settlement, SettlementState.PAID, at=at, actor_id=actor_id, paid_at=at)
    agreement = Agreement.objects.get(pk=made.agreement_id)
    book_paid(made, vendor_id=agreement.vendor_id, at=at, actor_id=actor_id)
    Statement.objects.filter(invoice=made.invoice).update(paid_at=at)
    return made


def _step(
    settlement: Settlement, to: SettlementState, *, at: datetime, actor_id: int, **fields: object
) -> Settlement:
    before = STEPS[STEPS.index(to.value) - 1]
    rows = Settlement.objects.filter(pk=settlement.pk, state=before)
    try:
        with transaction.atomic():
            changed = rows.update(state=to, **fields)
    except IntegrityError as refused:
        raise SamePerson from refused
    if not changed:
        raise WrongStep
    settlement.refresh_from_db()
    events.record(
        f"agreements.{to.value}",
        at=at,
        actor_id=actor_id,
        data={"agreement_id": settlement.agreement_id, "settlement_id": settlement.pk},
    )
    return settlement


def _own_code() -> str:
    return Municipality.objects.values_list("code", flat=True).get(pk=current_municipality_id())
