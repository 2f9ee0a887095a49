# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The ledger: what is approved is owed, what is paid is owed no more."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from jobunivers.rooms.agreements.models import Account, LedgerEntry, Settlement


def book_approved(
    settlement: Settlement, *, vendor_id: int, at: datetime, actor_id: int | None
) -> None:
    """Book a settlement: cost and VAT against what is owed; a credit the other way."""
    _book(
        settlement,
        "approved",
        ((Account.COST, Account.OWED, settlement.net), (Account.VAT, Account.OWED, settlement.vat)),
        vendor_id=vendor_id,
        at=at,
        actor_id=actor_id,
    )


def book_paid(
    settlement: Settlement, *, vendor_id: int, at: datetime, actor_id: int | None
) -> None:
    """Book that what was owed is paid out; a credit is paid back."""
    moves = ((Account.OWED, Account.BANK, settlement.gross),)
    _book(settlement, "paid", moves, vendor_id=vendor_id, at=at, actor_id=actor_id)


def _book(
    settlement: Settlement,
    what: str,
    moves: Iterable[tuple[Account, Account, Decimal]],
    *,
    vendor_id: int,
    at: datetime,
    actor_id: int | None,
) -> None:
    LedgerEntry.objects.bulk_create(
        [
            LedgerEntry(
                debit=debit if amount > 0 else credit,
                credit=credit if amount > 0 else debit,
                amount=abs(amount),
                vendor_id=vendor_id,
                agreement_id=settlement.agreement_id,
                settlement_id=settlement.pk,
                at=at,
                by_id=actor_id,
                key=f"{settlement.pk}:{what}:{debit.value}",
            )
            for debit, credit, amount in moves
            if amount
        ]
    )
