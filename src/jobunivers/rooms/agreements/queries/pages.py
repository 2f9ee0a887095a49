# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the pages show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

from django.utils import timezone

from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.foundation.ui.wording import kommune, number
from jobunivers.rooms.agreements.models import (
    OPEN_CHANGES,
    Agreement,
    AgreementTerms,
    Amendment,
    Bill,
    Party,
    Settlement,
    State,
)
from jobunivers.rooms.agreements.queries import words
from jobunivers.rooms.agreements.queries.asked import RequestShown, requests_of
from jobunivers.rooms.agreements.queries.billing import OPEN_MONTHS, latest_counts
from jobunivers.rooms.agreements.queries.changes import changes_of
from jobunivers.rooms.agreements.queries.finding import (
    offers_of,
    ours,
    parties_of,
    terms_in,
    terms_of_all,
    terms_rows,
)
from jobunivers.rooms.agreements.queries.measures import Counted
from jobunivers.rooms.agreements.queries.trials import (
    SIMULATED,
    EffectPart,
    Simulated,
    effect_part,
    simulated,
    tried,
)
from jobunivers.rooms.agreements.queries.words import kroner
from jobunivers.rooms.marketplace.queries import Offer
from jobunivers.science.pricing import Terms, month_of, terms_of

_FAR_MONTHS = 36
NEAR, FULL = 80, 100


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


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPage:
    """One agreement.

    Attributes:
        wrote: the reader wrote it last; somebody else lets it hold.
        later: terms that begin on a later day; `earlier`: those that held before, to which day.
        simulated: what months would have cost, before it is signed; `waiting`: months that are
            still being counted.
        effect: how the effect moves amounts, where the terms say that it does.
        changes: its changes and their states; `may_change`: none is open and it holds.
        asked: the other prices that the firm has asked for.
    """

    agreement: Agreement
    state: str
    leads: bool
    wrote: bool
    mine: Party | None
    offers: Sequence[Offer]
    model: Sequence[str]
    parties: Sequence[tuple[str, Party, str]]
    sharing: str
    budget: Budget | None
    later: Sequence[tuple[date, Sequence[str]]]
    earlier: Sequence[tuple[date, date, Sequence[str]]]
    simulated: Sequence[Simulated]
    waiting: Sequence[date]
    effect: EffectPart | None
    changes: Sequence[tuple[Amendment, str]]
    may_change: bool
    asked: Sequence[RequestShown]
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
        # As much each month as in those so far; what lies years ahead tells nobody anything.
        left = int((terms.budget - used) / (used / len(bills)))
        day = bills[-1].month
        for _month in range(min(left, _FAR_MONTHS) + 1):
            day = month_of(day)[1] + timedelta(days=1)
        if left <= _FAR_MONTHS and (agreement.last_on is None or day <= agreement.last_on):
            runs_out = day
    return Budget(terms.budget, used, int(used * 100 / terms.budget), runs_out)


def agreement_page(
    agreement: Agreement,
    at: datetime,
    assumed: Decimal | None = None,
    *,
    reader_id: int | None = None,
) -> AgreementPage:
    """Return one agreement with what it would have cost and what it came to."""
    on = timezone.localdate(at)
    rows, parties = terms_rows(agreement), parties_of(agreement)
    terms = terms_in(rows, max(on, agreement.first_on)) or Terms()
    me = current_municipality_id()
    settled = Settlement.objects.filter(agreement_id=agreement.pk).order_by("-month")
    bills = _used([agreement.pk])[agreement.pk]
    whole = sum((one.weight for one in parties), Decimal(0))
    mine = next((one for one in parties if one.kommune_id == me), None)
    draft = agreement.state == State.DRAFT
    trial = tried(agreement, terms, on) if draft else None
    changes = [] if draft else changes_of(agreement)
    counts = trial.counts if trial else {}
    if terms.effect is not None and not draft and mine is not None:
        counts = _settled_counts(agreement, bills, mine.kommune.code)
    return AgreementPage(
        agreement=agreement,
        state=str(words.STATES[agreement.state]),
        leads=agreement.lead_id == me,
        wrote=reader_id is not None and agreement.written_by_id == reader_id,
        mine=mine,
        offers=offers_of(agreement),
        model=words.model_words(terms),
        parties=[
            (kommune(one.kommune.name), one, number(one.weight * 100 / whole, 1) if whole else "")
            for one in parties
        ],
        sharing=str(words.SHARING[agreement.sharing]),
        budget=_budget(agreement, terms, bills),
        later=[
            (one.from_on, words.model_words(terms_of(one.said)))
            for one in rows
            if one.from_on > month_of(max(on, agreement.first_on))[1]
        ],
        earlier=_earlier(rows, max(on, agreement.first_on)),
        simulated=simulated(terms, trial.counts) if trial else [],
        waiting=trial.waiting if trial else [],
        effect=effect_part(terms, counts, assumed),
        changes=[(one, str(words.CHANGES[one.state])) for one in changes],
        may_change=agreement.state == State.SIGNED
        and agreement.lead_id == me
        and not any(one.state in OPEN_CHANGES for one in changes),
        asked=[] if draft else requests_of(agreement),
        settlements=[(one, str(words.STEPS[one.state]), kroner(one.gross)) for one in settled],
        due=_due(agreement, bills, on),
    )


def _earlier(rows: Sequence[AgreementTerms], on: date) -> list[tuple[date, date, Sequence[str]]]:
    """Return the terms that hold no more, each with its first and its last day."""
    held = [one for one in rows if one.from_on <= month_of(on)[1]]
    return [
        (one.from_on, after.from_on - timedelta(days=1), words.model_words(terms_of(one.said)))
        for one, after in pairwise(held)
    ]


def _settled_counts(agreement: Agreement, bills: Sequence[Bill], code: str) -> dict[date, Counted]:
    """Return what the kommune counted of the last months that are billed."""
    months = [one.month for one in bills[-SIMULATED:]]
    found = latest_counts(agreement.pk, months)
    return {month: found[month][code] for month in months if code in found.get(month, {})}


def _due(agreement: Agreement, bills: Sequence[Bill], on: date) -> date | None:
    """Return the month to settle next, when it is over."""
    if agreement.state == State.DRAFT:
        return None
    day = month_of(bills[-1].month)[1] + timedelta(days=1) if bills else agreement.first_on
    past = agreement.last_on is not None and day > agreement.last_on
    return None if past or month_of(day)[1] >= on else day.replace(day=1)


def late_month(agreement: Agreement, at: datetime) -> date | None:
    """Return the month after the agreement's end in which to put right what came late, if over.

    As many months as stay open: the last month of an agreement is put right as long as any other.
    """
    bills = _used([agreement.pk])[agreement.pk]
    if agreement.last_on is None or not bills or bills[-1].month < agreement.last_on.replace(day=1):
        return None
    day = month_of(bills[-1].month)[1] + timedelta(days=1)
    last = agreement.last_on.replace(day=1)
    since = (day.year - last.year) * 12 + day.month - last.month
    over = month_of(day)[1] < timezone.localdate(at)
    return day if over and since <= OPEN_MONTHS else None


def due_month(agreement: Agreement, at: datetime) -> date | None:
    """Return the month to settle next, when it is over."""
    return _due(agreement, _used([agreement.pk])[agreement.pk], timezone.localdate(at))
