# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing an agreement, signing it, changing its terms, ending it, leaving it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db import transaction
from django.db.models import F

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.rooms.agreements.models import (
    Agreement,
    AgreementTerms,
    Bill,
    Party,
    Sharing,
    State,
)
from jobunivers.rooms.marketplace.queries import Offer
from jobunivers.science.pricing import Terms, as_json, month_of


class NotPossible(Exception):  # noqa: N818 - it reads as what is wrong
    """It cannot be done; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class ChangedAgreement(Exception):  # noqa: N818
    """Somebody else has written it since; `agreement` is what stands now."""

    def __init__(self, agreement: Agreement) -> None:
        super().__init__()
        self.agreement = agreement


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyEntry:
    """A kommune of an agreement."""

    kommune_id: int
    weight: Decimal = Decimal(1)
    gln: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementEntry:
    """What is written of an agreement."""

    title: str
    vendor_id: int
    offers: Sequence[int]
    first_on: date
    last_on: date | None = None
    notice_months: int = 3
    sharing: Sharing = Sharing.OWN
    bank_code: str = ""
    account: str = ""
    pay_days: int = 30
    terms: Terms = field(default_factory=Terms)
    parties: Sequence[PartyEntry] = ()


@transaction.atomic
def write(
    *,
    entry: AgreementEntry,
    at: datetime,
    actor_id: int | None,
    agreement: Agreement | None = None,
    seen: int = 0,
) -> Agreement:
    """Write a draft, a new one or again; the kommune at work leads it.

    Raises:
        ChangedAgreement: it is not as the writer has seen it.
        NotPossible: it is signed, or an offer is not the firm's.
    """
    theirs = Offer.objects.filter(pk__in=entry.offers, vendor_id=entry.vendor_id).count()
    if not entry.offers or theirs != len(set(entry.offers)):
        raise NotPossible("offers")
    told = {
        "title": entry.title, "vendor_id": entry.vendor_id, "offers": sorted(set(entry.offers)),
        "first_on": entry.first_on, "last_on": entry.last_on, "sharing": entry.sharing,
        "notice_months": entry.notice_months, "bank_code": entry.bank_code,
        "account": entry.account, "pay_days": entry.pay_days, "changed_at": at,
        "written_by_id": actor_id,
    }  # fmt: skip
    if agreement is None:
        agreement = Agreement.objects.create(
            number="", lead_id=current_municipality_id(), made_at=at, made_by_id=actor_id, **told
        )
        agreement.number = f"A{at:%y}-{agreement.pk:05d}"
        agreement.save(update_fields=["number"])
    else:
        rows = Agreement.objects.filter(pk=agreement.pk, version=seen, state=State.DRAFT)
        if not rows.update(version=F("version") + 1, **told):
            agreement.refresh_from_db()
            if agreement.state != State.DRAFT:
                raise NotPossible("signed")
            raise ChangedAgreement(agreement)
        agreement.refresh_from_db()
        AgreementTerms.objects.filter(agreement=agreement).delete()
        Party.objects.filter(agreement=agreement).delete()
    AgreementTerms.objects.create(
        agreement=agreement, from_on=entry.first_on, said=as_json(entry.terms), made_at=at,
        made_by_id=actor_id,
    )  # fmt: skip
    own = [PartyEntry(kommune_id=current_municipality_id())]
    for party in entry.parties or own:
        Party.objects.create(
            agreement=agreement, kommune_id=party.kommune_id, weight=party.weight, gln=party.gln,
            reference=party.reference, first_on=entry.first_on,
        )  # fmt: skip
    _told("written", agreement, at=at, actor_id=actor_id)
    return agreement


@transaction.atomic
def sign(*, agreement: Agreement, seen: int, at: datetime, actor_id: int | None) -> Agreement:
    """Let a draft hold; signed twice it is signed once. The kommune at work says yes with it.

    Raises:
        NotPossible: another kommune has not said yes, or it is the one who wrote the draft.
        ChangedAgreement: it is not as it was seen.
    """
    agreement.refresh_from_db()
    mine = actor_id is not None and actor_id == agreement.written_by_id
    if mine and agreement.state == State.DRAFT:
        raise NotPossible("wrote_it")
    agree(agreement=agreement, at=at, actor_id=actor_id)
    if Party.objects.filter(agreement=agreement, agreed_at=None).exists():
        raise NotPossible("parties")
    rows = Agreement.objects.filter(pk=agreement.pk, version=seen, state=State.DRAFT)
    changed = rows.update(
        state=State.SIGNED, signed_at=at, signed_by_id=actor_id, changed_at=at,
        version=F("version") + 1,
    )  # fmt: skip
    agreement.refresh_from_db()
    if not changed:
        if agreement.state != State.DRAFT:
            return agreement
        raise ChangedAgreement(agreement)
    _told("signed", agreement, at=at, actor_id=actor_id)
    return agreement


@transaction.atomic
def agree(*, agreement: Agreement, at: datetime, actor_id: int | None) -> None:
    """Say yes to an agreement for the kommune at work; said twice the first counts."""
    me = current_municipality_id()
    rows = Party.objects.filter(agreement=agreement, kommune_id=me, agreed_at=None)
    if rows.update(agreed_at=at, agreed_by_id=actor_id):
        _told("agreed", agreement, at=at, actor_id=actor_id)


def send_invoices_to(*, agreement: Agreement, gln: str, reference: str) -> None:
    """Say where the invoices of the kommune at work go."""
    me = current_municipality_id()
    Party.objects.filter(agreement=agreement, kommune_id=me).update(gln=gln, reference=reference)


@transaction.atomic
def change_terms(
    *, agreement: Agreement, terms: Terms, from_on: date, at: datetime, actor_id: int | None
) -> AgreementTerms:
    """Let other terms hold from the first day of a month that is not billed.

    Raises:
        NotPossible: the day is not the first of a month, or lies in what is billed.
    """
    if from_on.day != 1 or from_on <= agreement.first_on:
        raise NotPossible("first_of_month")
    if Bill.objects.filter(agreement_id=agreement.pk, month__gte=from_on).exists():
        raise NotPossible("billed")
    made, _new = AgreementTerms.objects.update_or_create(
        agreement=agreement, from_on=from_on,
        defaults={"said": as_json(terms), "made_at": at, "made_by_id": actor_id},
    )  # fmt: skip
    _told("terms_changed", agreement, at=at, actor_id=actor_id)
    return made


@transaction.atomic
def end(*, agreement: Agreement, at: datetime, today: date, actor_id: int | None) -> Agreement:
    """Give notice: the last day is the last of the month so many months from now.

    Given twice the first counts. An agreement that ends earlier anyway is left as it is.
    """
    row = Agreement.objects.select_for_update().get(pk=agreement.pk)
    if row.state == State.SIGNED:
        last = last_day_after(today, row.notice_months)
        row.last_on = min(row.last_on, last) if row.last_on else max(last, row.first_on)
        row.state, row.noticed_on, row.changed_at = State.ENDED, today, at
        row.version += 1
        row.save()
        _told("ended", row, at=at, actor_id=actor_id)
    agreement.refresh_from_db()
    return agreement


@transaction.atomic
def leave(
    *, agreement: Agreement, kommune_id: int, last_on: date, at: datetime, actor_id: int | None
) -> Party:
    """Let a kommune leave a group after a day; the others share from then on.

    Raises:
        NotPossible: it is the last, or the day is in a month that is billed or before it joined.
    """
    Agreement.objects.select_for_update().get(pk=agreement.pk)
    party = Party.objects.get(agreement=agreement, kommune_id=kommune_id)
    others = Party.objects.filter(agreement=agreement, last_on=None).exclude(pk=party.pk)
    if not others.exists():
        raise NotPossible("last_one")
    billed = Bill.objects.filter(agreement_id=agreement.pk, month__gte=last_on.replace(day=1))
    if last_on < party.first_on or billed.exists():
        raise NotPossible("billed")
    party.last_on = last_on
    party.save(update_fields=["last_on"])
    _told("left", agreement, at=at, actor_id=actor_id)
    return party


def last_day_after(today: date, months: int) -> date:
    """Return the last day of the month so many months after today's."""
    day = today
    for _each in range(months):
        day = month_of(day)[1] + timedelta(days=1)
    return month_of(day)[1]


def _told(step: str, agreement: Agreement, *, at: datetime, actor_id: int | None) -> None:
    data = {"agreement_id": agreement.pk, "step": step}
    events.record(f"agreements.{step}", at=at, actor_id=actor_id, data=data)
