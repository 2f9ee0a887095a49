# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a firm may see of its agreements: what was agreed, and sums. Never a person.

All of it is read from shared rows, so no kommune has to be chosen.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.agreements.models import (
    Agreement,
    AgreementTerms,
    Amendment,
    ChangeState,
    Party,
    State,
    Statement,
)
from jobunivers.rooms.agreements.queries.asked import RequestShown, vendor_requests
from jobunivers.rooms.agreements.queries.changes import before
from jobunivers.rooms.agreements.queries.finding import terms_of_all
from jobunivers.rooms.agreements.queries.words import FIRM_CHANGES, STATES, model_words
from jobunivers.science.pricing import terms_of


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorAgreement:
    """An agreement as its firm sees it.

    `model` is how it is paid, in words; `may_ask`: it holds, and no other prices are asked for
    or proposed.
    """

    pk: int
    number: str
    title: str
    kommuner: tuple[str, ...]
    model: tuple[str, ...]
    first_on: date
    last_on: date | None
    state: str
    may_ask: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorMonth:
    """An approved settlement: sums in kroner.

    `acts` is None where fewer than ten people are behind it; `document`: the invoice is ready.
    """

    pk: int
    month: date
    kommune: str
    number: str
    invoice: str
    net: Decimal
    vat: Decimal
    gross: Decimal
    acts: int | None
    state: str
    document: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorChange:
    """Other terms that a kommune proposes, as the firm sees them once they are sent.

    Attributes:
        old, new: how is paid by now and from the day on, in words.
        waits: the firm is asked for its answer.
        version: what the firm has seen, for its answer.
    """

    pk: int
    number: str
    title: str
    kommuner: tuple[str, ...]
    from_on: date
    why: str
    answer: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    state: str
    waits: bool
    version: int


@dataclass(frozen=True, slots=True)
class VendorStatement:
    """What a firm has agreed, what kommuner propose, and what months came to, newest first."""

    agreements: tuple[VendorAgreement, ...]
    months: tuple[VendorMonth, ...]
    changes: tuple[VendorChange, ...] = ()
    requests: tuple[RequestShown, ...] = ()


def vendor_statement(vendor_id: int, *, at: datetime) -> VendorStatement:
    """Return what a firm may see; drafts are the kommune's own until they are signed."""
    rows = Agreement.objects.filter(vendor_id=vendor_id).exclude(state=State.DRAFT)
    agreements = list(rows.order_by("-first_on", "-pk"))
    ids = [one.pk for one in agreements]
    names = _kommuner(ids)
    on = timezone.localdate(at)
    said: dict[int, tuple[str, ...]] = {}
    for terms in AgreementTerms.objects.filter(agreement__in=ids).order_by("from_on"):
        if terms.from_on <= on or terms.agreement_id not in said:
            said[terms.agreement_id] = tuple(model_words(terms_of(terms.said)))
    told = Statement.objects.filter(agreement__in=ids).select_related("agreement")
    requests = tuple(vendor_requests(vendor_id))
    asking = {one.agreement_id for one in requests if one.open}
    proposed = Amendment.objects.filter(
        agreement__in=ids, state__in=[ChangeState.SENT, ChangeState.ACCEPTED]
    )
    asking.update(proposed.order_by().values_list("agreement_id", flat=True))
    kommuner = dict(Municipality.objects.order_by().values_list("code", "name"))
    return VendorStatement(
        agreements=tuple(
            VendorAgreement(
                pk=one.pk,
                number=one.number,
                title=one.title,
                kommuner=names.get(one.pk, ()),
                model=said.get(one.pk, ()),
                first_on=one.first_on,
                last_on=one.last_on,
                state=str(STATES[one.state]),
                may_ask=one.state == State.SIGNED and one.pk not in asking,
            )
            for one in agreements
        ),
        months=tuple(
            _month(one, kommuner)
            for one in told.defer("document").order_by("-month", "municipality_code", "-pk")
        ),
        changes=tuple(vendor_changes(vendor_id)),
        requests=requests,
    )


def vendor_changes(vendor_id: int, pk: int | None = None) -> list[VendorChange]:
    """Return the changes that a firm has been sent, the newest first; one of them by its number."""
    rows = Amendment.objects.filter(agreement__vendor_id=vendor_id, sent_at__isnull=False)
    if pk is not None:
        rows = rows.filter(pk=pk)
    changes = list(rows.select_related("agreement").order_by("-sent_at", "-pk"))
    agreements = {one.agreement_id: one.agreement for one in changes}
    names, terms = _kommuner(agreements), terms_of_all(agreements.values())
    return [
        VendorChange(
            pk=one.pk,
            number=one.agreement.number,
            title=one.agreement.title,
            kommuner=names.get(one.agreement_id, ()),
            from_on=one.from_on,
            why=one.why,
            answer=one.answer,
            old=tuple(model_words(before(terms[one.agreement_id], one))),
            new=tuple(model_words(terms_of(one.said))),
            state=str(FIRM_CHANGES[one.state]),
            waits=one.state == ChangeState.SENT,
            version=one.version,
        )
        for one in changes
    ]


def _kommuner(agreement_ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """Return the names of each agreement's kommuner."""
    rows = Party.objects.filter(agreement__in=list(agreement_ids)).select_related("kommune")
    names: dict[int, list[str]] = {}
    for party in rows.order_by("kommune__name", "pk"):
        names.setdefault(party.agreement_id, []).append(party.kommune.name)
    return {pk: tuple(those) for pk, those in names.items()}


def answered_change(vendor_id: int, pk: int) -> Amendment | None:
    """Return a change that a firm has been sent, to answer it."""
    rows = Amendment.objects.filter(agreement__vendor_id=vendor_id, sent_at__isnull=False)
    return rows.filter(pk=pk).first()


@dataclass(frozen=True, slots=True, kw_only=True)
class FirmTold:
    """What a firm is told of an agreement, or of a change of its prices."""

    vendor_id: int
    title: str
    kommune: str  # the one that leads
    from_on: date  # when it holds, or the first day with other prices
    last_on: date | None


def firm_told(*, agreement_id: int, change_id: int | None = None) -> FirmTold | None:
    """Return what a firm is told; None: it is not there, or the firm has never seen it."""
    rows = Agreement.objects.filter(pk=agreement_id).exclude(state=State.DRAFT)
    agreement = rows.select_related("lead").first()
    if agreement is None:
        return None
    change = None
    if change_id is not None:
        change = answered_change(agreement.vendor_id, change_id)
        if change is None:
            return None
    return FirmTold(
        vendor_id=agreement.vendor_id,
        title=agreement.title,
        kommune=agreement.lead.name,
        from_on=change.from_on if change else agreement.first_on,
        last_on=agreement.last_on,
    )


def asked_of_firm(vendor_id: int) -> list[tuple[int, str, str, date]]:
    """Return the changes a firm has not answered, soonest first.

    Each is its number, the kommune that asks, the agreement and the day.
    """
    rows = Amendment.objects.filter(agreement__vendor_id=vendor_id, state=ChangeState.SENT)
    found = rows.order_by("from_on", "pk")
    return list(found.values_list("pk", "agreement__lead__name", "agreement__title", "from_on"))


def firm_answers(change_id: int) -> bool:
    """Say whether a firm is still asked for its answer to a change."""
    return Amendment.objects.filter(pk=change_id, state=ChangeState.SENT).exists()


def _month(one: Statement, kommuner: dict[str, str]) -> VendorMonth:
    return VendorMonth(
        pk=one.pk,
        month=one.month,
        kommune=kommuner.get(one.municipality_code, one.municipality_code),
        number=one.agreement.number,
        invoice=one.invoice,
        net=one.net,
        vat=one.vat,
        gross=one.gross,
        acts=one.acts,
        state=_("Betalt") if one.paid_at else _("Godkendt"),
        document=one.exported_at is not None,
    )


def vendor_invoice(vendor_id: int, statement_pk: int) -> bytes | None:
    """Return an invoice of a firm as Peppol BIS Billing 3; None: it is not its, or not ready."""
    rows = Statement.objects.filter(pk=statement_pk, agreement__vendor_id=vendor_id)
    text = rows.exclude(document="").values_list("document", flat=True).first()
    return text.encode() if text else None
