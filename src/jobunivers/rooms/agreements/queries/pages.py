# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the pages show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.foundation.ui.wording import kommune, number
from jobunivers.integrations.peppol import Buyer, InvoiceLine, InvoiceSaid, Seller
from jobunivers.rooms.agreements.models import (
    STEPS,
    Account,
    Agreement,
    Bill,
    LedgerEntry,
    MonthCount,
    Party,
    Settlement,
    SettlementLine,
    State,
)
from jobunivers.rooms.agreements.queries import words
from jobunivers.rooms.agreements.queries.billing import latest_counts, months_back
from jobunivers.rooms.agreements.queries.finding import (
    offers_of,
    ours,
    parties_of,
    party_span,
    terms_in,
    terms_of_all,
    terms_rows,
)
from jobunivers.rooms.agreements.queries.measures import (
    Counted,
    Trace,
    chosen,
    counted_month,
    judged_acts,
)
from jobunivers.rooms.agreements.queries.words import kroner, line_words
from jobunivers.rooms.marketplace.queries import Offer
from jobunivers.science.pricing import (
    Act,
    Counting,
    Line,
    Span,
    Terms,
    month_of,
    priced,
    total,
    vat,
)

SIMULATED = 3
NEAR, FULL = 80, 100
_PER_LINE = 200


@dataclass(frozen=True, slots=True)
class Budget:
    """How much of a budget is used, and when it will be with the use so far (None: not)."""

    whole: Decimal
    used: Decimal
    percent: int
    runs_out: date | None

    @property
    def near(self) -> bool:
        """Say whether it is time to look at it."""
        return self.percent >= NEAR

    @property
    def full(self) -> bool:
        """Say whether it is used up."""
        return self.percent >= FULL


@dataclass(frozen=True, slots=True)
class Simulated:
    """What a month would have cost."""

    month: date
    lines: Sequence[tuple[str, str, str, str]]  # what, quantity, price, amount
    net: str
    gross: str
    left: Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPage:
    """One agreement."""

    agreement: Agreement
    state: str
    leads: bool
    mine: Party | None
    offers: Sequence[Offer]
    model: Sequence[str]
    parties: Sequence[tuple[str, Party, str]]
    sharing: str
    budget: Budget | None
    simulated: Sequence[Simulated]
    settlements: Sequence[tuple[Settlement, str, str]]
    due: date | None


def agreements_page(at: datetime) -> list[tuple[Agreement, str, Budget | None]]:
    """Return the kommune's agreements with their state and budget."""
    on = timezone.localdate(at)
    rows = list(ours())
    used = _used([one.pk for one in rows])
    said = terms_of_all(rows)
    found = []
    for one in rows:
        terms = terms_in(said[one.pk], max(on, one.first_on))
        found.append((one, str(words.STATES[one.state]), _budget(one, terms, used[one.pk])))
    return found


def _used(ids: Sequence[int]) -> dict[int, list[Bill]]:
    found: dict[int, list[Bill]] = {pk: [] for pk in ids}
    for bill in Bill.objects.filter(agreement_id__in=ids).order_by("month"):
        found[bill.agreement_id].append(bill)
    return found


def budget_of(agreement: Agreement, at: datetime) -> Budget | None:
    """Return how an agreement's budget stands."""
    on = max(timezone.localdate(at), agreement.first_on)
    return _budget(
        agreement, terms_in(terms_rows(agreement), on), _used([agreement.pk])[agreement.pk]
    )


def _budget(agreement: Agreement, terms: Terms | None, bills: Sequence[Bill]) -> Budget | None:
    if terms is None or not terms.budget:
        return None
    used = sum((one.net for one in bills), Decimal(0))
    runs_out = None
    if bills and used > 0:
        # As much each month as in those so far.
        left = int((terms.budget - used) / (used / len(bills)))
        day = bills[-1].month
        for _month in range(min(left, 600) + 1):
            day = month_of(day)[1] + timedelta(days=1)
        if agreement.last_on is None or day <= agreement.last_on:
            runs_out = day
    return Budget(terms.budget, used, int(used * 100 / terms.budget), runs_out)


def agreement_page(agreement: Agreement, at: datetime) -> AgreementPage:
    """Return one agreement with what it would have cost and what it came to."""
    on = timezone.localdate(at)
    rows, parties = terms_rows(agreement), parties_of(agreement)
    terms = terms_in(rows, max(on, agreement.first_on)) or Terms()
    me = current_municipality_id()
    settled = Settlement.objects.filter(agreement_id=agreement.pk).order_by("-month")
    bills = _used([agreement.pk])[agreement.pk]
    whole = sum((one.weight for one in parties), Decimal(0))
    return AgreementPage(
        agreement=agreement,
        state=str(words.STATES[agreement.state]),
        leads=agreement.lead_id == me,
        mine=next((one for one in parties if one.kommune_id == me), None),
        offers=offers_of(agreement),
        model=words.model_words(terms),
        parties=[
            (kommune(one.kommune.name), one, number(one.weight * 100 / whole, 1) if whole else "")
            for one in parties
        ],
        sharing=str(words.SHARING[agreement.sharing]),
        budget=_budget(agreement, terms, bills),
        simulated=simulated(agreement, terms, on),
        settlements=[(one, str(words.STEPS[one.state]), kroner(one.gross)) for one in settled],
        due=_due(agreement, bills, on),
    )


def _due(agreement: Agreement, bills: Sequence[Bill], on: date) -> date | None:
    """Return the month to settle next, when it is over."""
    if agreement.state == State.DRAFT:
        return None
    day = month_of(bills[-1].month)[1] + timedelta(days=1) if bills else agreement.first_on
    past = agreement.last_on is not None and day > agreement.last_on
    return None if past or month_of(day)[1] >= on else day.replace(day=1)


def due_month(agreement: Agreement, at: datetime) -> date | None:
    """Return the month to settle next, when it is over."""
    return _due(agreement, _used([agreement.pk])[agreement.pk], timezone.localdate(at))


def simulated(agreement: Agreement, terms: Terms, on: date) -> list[Simulated]:
    """Return what the last whole months would have cost the kommune alone, from its real acts."""
    found = []
    for month in months_back(date(2000, 1, 1), on, SIMULATED):
        first, last = month_of(month)
        span = Span(first, last)
        counts = counted_month(agreement, terms, span, month)
        lines = priced(terms, span, month, counts.measure)
        net = total(lines)
        found.append(
            Simulated(
                month, [_shown(one) for one in lines], kroner(net), kroner(net + vat(net)),
                left_out(counts),
            )
        )  # fmt: skip
    return found


def left_out(counts: Counted) -> list[tuple[str, int]]:
    """Return what was left out and why, in words."""
    told = [(str(words.REASONS[code]), many) for code, many in counts.left.items()]
    if counts.self_ratings:
        told.append((_("Vurderinger fra egne folk"), counts.self_ratings))
    return told


def _shown(line: Line) -> tuple[str, str, str, str]:
    what = line_words(line.kind, line.of, days=line.days, days_in_all=line.days_in_all)
    return what, number(line.quantity), kroner(line.price), kroner(line.amount)


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
    sums = dict.fromkeys(Account.values, Decimal(0))
    rows = LedgerEntry.objects.all()
    for debit, credit, amount in rows.order_by("pk").values_list("debit", "credit", "amount"):
        sums[debit] += amount
        sums[credit] -= amount
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
