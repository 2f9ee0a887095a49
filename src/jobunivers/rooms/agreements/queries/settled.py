# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the pages of a settlement show, its invoice, and the ledger."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.foundation.ui.wording import kommune, number
from jobunivers.integrations.peppol import Buyer, InvoiceLine, InvoiceSaid, Seller
from jobunivers.rooms.agreements.models import (
    STEPS,
    Account,
    Agreement,
    LedgerEntry,
    MonthCount,
    Party,
    Settlement,
    SettlementLine,
)
from jobunivers.rooms.agreements.queries import words
from jobunivers.rooms.agreements.queries.billing import latest_counts
from jobunivers.rooms.agreements.queries.finding import (
    offers_of,
    party_span,
    terms_in,
    terms_rows,
)
from jobunivers.rooms.agreements.queries.measures import Counted, Trace, chosen, judged_acts
from jobunivers.rooms.agreements.queries.words import kroner, line_words
from jobunivers.science.pricing import Act, Counting, month_of

_PER_LINE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class SettlementPage:
    """One settlement of the kommune."""

    settlement: Settlement
    agreement: Agreement
    state: str
    step: int
    lines: Sequence[tuple[SettlementLine, str, str, str, str]]
    net: str
    vat: str
    gross: str
    left: Sequence[tuple[str, int]]
    checked_by_me: bool
    entries: Sequence[LedgerEntry]


def settlement_page(settlement: Settlement, *, reader_id: int) -> SettlementPage:
    """Return one settlement with its lines and what was left out."""
    agreement = Agreement.objects.select_related("vendor", "lead").get(pk=settlement.agreement_id)
    mine = Party.objects.filter(
        agreement=agreement, kommune_id=current_municipality_id()
    ).select_related("kommune")
    codes = [one.kommune.code for one in mine]
    counts = latest_counts(agreement.pk, [settlement.month]).get(settlement.month, {})
    own = next((counts[code] for code in codes if code in counts), None)
    return SettlementPage(
        settlement=settlement,
        agreement=agreement,
        state=str(words.STEPS[settlement.state]),
        step=STEPS.index(settlement.state),
        lines=[
            (one, settled_words(one), number(one.quantity), kroner(one.price), kroner(one.amount))
            for one in lines_of(settlement)
        ],
        net=kroner(settlement.net),
        vat=kroner(settlement.vat),
        gross=kroner(settlement.gross),
        left=left_out(own) if own else [],
        checked_by_me=settlement.checked_by_id == reader_id,
        entries=list(LedgerEntry.objects.filter(settlement_id=settlement.pk).order_by("pk")),
    )


def left_out(counts: Counted) -> list[tuple[str, int]]:
    """Return what was left out and why, in words."""
    told = [(str(words.REASONS[code]), many) for code, many in counts.left.items()]
    if counts.self_ratings:
        told.append((_("Vurderinger fra egne folk"), counts.self_ratings))
    return told


def lines_of(settlement: Settlement) -> list[SettlementLine]:
    """Return the lines in their order."""
    return list(SettlementLine.objects.filter(settlement_id=settlement.pk).order_by("place"))


def settled_words(line: SettlementLine) -> str:
    """Return what a line of a settlement is for."""
    what = line_words(line.kind, line.of, days=line.days, days_in_all=line.days_in_all)
    if line.correction:
        what = _("Rettelse af %(month)s: %(what)s") % {
            "month": f"{line.for_month:%m-%Y}", "what": what,
        }  # fmt: skip
    if line.whole != line.amount:
        what = _("%(what)s (vores del af %(whole)s)") % {"what": what, "whole": kroner(line.whole)}
    return what


@dataclass(frozen=True, slots=True)
class Traced:
    """The acts behind a line, and whether they are the same as when it was counted."""

    line: SettlementLine
    invoice: str
    words: str
    acts: Sequence[tuple[int, datetime, str]]  # number, when, on what
    total: int
    same: bool


def traced(line: SettlementLine) -> Traced:
    """Count the acts of a line again and hold them against its digest."""
    settlement = Settlement.objects.get(pk=line.settlement_id)
    agreement = Agreement.objects.get(pk=settlement.agreement_id)
    terms = terms_in(terms_rows(agreement), line.for_month)
    party = Party.objects.filter(agreement=agreement, kommune_id=current_municipality_id()).first()
    if not line.acts or terms is None or party is None:
        return Traced(line, settlement.invoice, settled_words(line), [], 0, same=True)
    key = (Act.STARTED, Counting.MONTHLY)
    if line.kind == "acts":
        act, how = line.of.split(":")
        key = (Act(act), Counting(how))
    table, reasons, known = judged_acts(
        agreement,
        terms,
        party_span(agreement, party),
        line.for_month,
        seen_to=_seen_to(line, agreement),
    )
    flags, trace = chosen(table, reasons, known, key)
    titles = {one.pk: one.current.title_da if one.current else one.key
              for one in offers_of(agreement)}  # fmt: skip
    zone = timezone.get_current_timezone()
    told = [
        (
            int(table.id[i]),
            datetime.fromtimestamp(int(table.at[i]) / 1e6, tz=zone),
            titles.get(int(table.offer[i]), ""),
        )
        for i in flags.nonzero()[0][:_PER_LINE]
    ]
    return Traced(
        line, settlement.invoice, settled_words(line), told, trace.acts, same=_same(trace, line)
    )


def _seen_to(line: SettlementLine, agreement: Agreement) -> int:
    """Return the highest number of an act there was when the line was counted."""
    rows = MonthCount.objects.filter(
        agreement_id=agreement.pk, month=line.for_month, seen_to__gte=line.acts_last
    )
    for row in rows.order_by("-pk"):
        if any(one[3] == line.digest for one in row.told["traces"].values()):
            return row.seen_to
    return line.acts_last


def _same(trace: Trace, line: SettlementLine) -> bool:
    return trace.digest == line.digest and trace.acts == line.acts


def invoice_of(settlement: Settlement) -> InvoiceSaid:
    """Return a settlement as an invoice says it."""
    agreement = Agreement.objects.select_related("vendor").get(pk=settlement.agreement_id)
    party = Party.objects.select_related("kommune").get(
        agreement=agreement, kommune_id=current_municipality_id()
    )
    issued = timezone.localdate(settlement.approved_at or settlement.made_at)
    return InvoiceSaid(
        number=settlement.invoice,
        issued=issued,
        due=issued + timedelta(days=agreement.pay_days),
        contract=agreement.number,
        seller=Seller(
            name=agreement.vendor.name,
            cvr=agreement.vendor.cvr or "",
            email=agreement.vendor.support_email,
            bank_code=agreement.bank_code,
            account=agreement.account,
        ),
        buyer=Buyer(
            name=kommune(party.kommune.name),
            gln=party.gln,
            reference=party.reference or agreement.number,
        ),
        lines=[
            InvoiceLine(settled_words(one), one.quantity, one.price, one.amount,
                        *month_of(one.for_month))
            for one in lines_of(settlement)
        ],
        vat=settlement.vat,
        note=_("Opdigtet firma: fakturaen er en prøve.") if agreement.vendor.fictitious else "",
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ledger:
    """The last entries, and what stands on each account."""

    accounts: Sequence[tuple[str, str]]
    entries: Sequence[tuple[LedgerEntry, str, str, str]]


def ledger(most: int = 200) -> Ledger:
    """Return the kommune's ledger; the accounts come to nothing together."""
    rows = LedgerEntry.objects.all()
    sums = dict.fromkeys(Account.values, Decimal(0))
    for side, sign in (("debit", 1), ("credit", -1)):
        for account, amount in rows.order_by(side).values_list(side).annotate(Sum("amount")):
            sums[account] += sign * amount
    return Ledger(
        accounts=[(str(words.ACCOUNTS[code]), kroner(amount)) for code, amount in sums.items()],
        entries=[
            (
                one,
                str(words.ACCOUNTS[one.debit]),
                str(words.ACCOUNTS[one.credit]),
                kroner(one.amount),
            )
            for one in rows.order_by("-pk")[:most]
        ],
    )
