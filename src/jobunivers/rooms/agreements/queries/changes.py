# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Changes of an agreement's terms: what is proposed, who has said yes, and what it would cost."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.utils import timezone

from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.foundation.ui.wording import kommune
from jobunivers.rooms.agreements.models import (
    OPEN_CHANGES,
    Agreement,
    AgreementTerms,
    Amendment,
    AmendmentYes,
    ChangeState,
    Party,
    State,
)
from jobunivers.rooms.agreements.queries import words
from jobunivers.rooms.agreements.queries.finding import (
    parties_of,
    party_span,
    terms_in,
    terms_rows,
)
from jobunivers.rooms.agreements.queries.trials import (
    Compared,
    EffectPart,
    Simulated,
    compared,
    effect_part,
    simulated,
    tried,
)
from jobunivers.science.pricing import Terms, month_of, terms_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePage:
    """A change of an agreement's terms, as a kommune sees it.

    Attributes:
        says: who has said yes and who not, by name; the kommune that leads does it by sending.
        waits: what must happen before it can be approved, in words; empty: nothing.
        may: codes of what the reader can do now.
    """

    agreement: Agreement
    change: Amendment
    state: str
    leads: bool
    old: Sequence[str]
    new: Sequence[str]
    says: Sequence[tuple[str, bool]]
    waits: Sequence[str]
    may: frozenset[str]
    compared: Compared
    months: Sequence[Simulated]
    waiting: Sequence[date]
    effect: EffectPart | None
    assumed: str


def open_change(agreement: Agreement) -> Amendment | None:
    """Return the change that is being written or waits for an answer."""
    return Amendment.objects.filter(agreement=agreement, state__in=OPEN_CHANGES).first()


def changes_of(agreement: Agreement) -> list[Amendment]:
    """Return all changes of an agreement, the latest first."""
    return list(Amendment.objects.filter(agreement=agreement).order_by("-made_at", "-pk"))


def earliest_day(agreement: Agreement, on: date) -> date:
    """Return the first day on which changed terms may hold: after the notice, on a first."""
    day = on
    for _each in range(agreement.notice_months):
        day = month_of(day)[1] + timedelta(days=1)
    after = month_of(day)[1] + timedelta(days=1)
    return max(after, month_of(agreement.first_on)[1] + timedelta(days=1))


def others_on(agreement: Agreement, day: date) -> list[Party]:
    """Return the other kommuner that are parties on the day the terms change or later."""
    return [
        one for one in parties_of(agreement)
        if one.kommune_id != agreement.lead_id
        and ((last := party_span(agreement, one).last) is None or last >= day)
    ]  # fmt: skip


def said_yes(change: Amendment) -> set[int]:
    """Return the kommuner, besides the one that leads, that have said yes."""
    rows = AmendmentYes.objects.filter(amendment=change)
    return set(rows.order_by().values_list("kommune_id", flat=True))


def change_page(
    agreement: Agreement,
    change: Amendment,
    *,
    reader_id: int,
    at: datetime,
    assumed: Decimal | None = None,
) -> ChangePage:
    """Return a change with what it would have cost the kommune at work."""
    on = timezone.localdate(at)
    me = current_municipality_id()
    old = terms_before(agreement, change)
    new = terms_of(change.said)
    others, yes = others_on(agreement, change.from_on), said_yes(change)
    sides = tried(agreement, old, on), tried(agreement, new, on, amendment_id=change.pk)
    waits = _waits(change, others, yes)
    return ChangePage(
        agreement=agreement,
        change=change,
        state=str(words.CHANGES[change.state]),
        leads=agreement.lead_id == me,
        old=words.model_words(old),
        new=words.model_words(new),
        says=[(kommune(one.kommune.name), one.kommune_id in yes) for one in others],
        waits=waits,
        may=_may(agreement, change, reader_id, waits, asked=any(
            one.kommune_id == me and me not in yes for one in others)),
        compared=compared((old, sides[0].counts), (new, sides[1].counts), assumed),
        months=simulated(new, sides[1].counts, assumed),
        waiting=sorted({*sides[0].waiting, *sides[1].waiting}),
        effect=effect_part(new, sides[1].counts, None),
        assumed="" if assumed is None else words.plain_number(assumed),
    )  # fmt: skip


def terms_before(agreement: Agreement, change: Amendment) -> Terms:
    """Return the terms that would hold on the day of a change without it."""
    return before(terms_rows(agreement), change)


def before(rows: Sequence[AgreementTerms], change: Amendment) -> Terms:
    """Return which of an agreement's terms would hold on the day of a change without it."""
    earlier = [one for one in rows if one.from_on < change.from_on]
    return terms_in(earlier, change.from_on) or Terms()


def _waits(change: Amendment, others: Sequence[Party], yes: set[int]) -> list[str]:
    found: list[str] = []
    if change.state == ChangeState.SENT:
        found.append(str(words.WAITS_FOR_FIRM))
    missing = [kommune(one.kommune.name) for one in others if one.kommune_id not in yes]
    if change.state in (ChangeState.SENT, ChangeState.ACCEPTED) and missing:
        found.append(words.waits_for(missing))
    return found


def _may(
    agreement: Agreement, change: Amendment, reader_id: int, waits: Sequence[str], *, asked: bool
) -> frozenset[str]:
    """Return what the reader can do: write, send, withdraw, approve, say yes."""
    found: set[str] = set()
    leads = agreement.lead_id == current_municipality_id()
    if leads and change.state in OPEN_CHANGES:
        found.add("withdraw")
    if leads and change.state == ChangeState.DRAFT and agreement.state == State.SIGNED:
        found |= {"write", "send"}
    if leads and change.state == ChangeState.ACCEPTED and not waits:
        theirs = {change.written_by_id, change.sent_by_id}
        found.add("second" if reader_id in theirs else "approve")
    if asked and change.state in (ChangeState.SENT, ChangeState.ACCEPTED):
        found.add("agree")
    return frozenset(found)
