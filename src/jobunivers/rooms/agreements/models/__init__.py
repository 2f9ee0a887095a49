# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the room keeps."""

from jobunivers.rooms.agreements.models.agreements import (
    Agreement,
    AgreementTerms,
    Bill,
    MonthCount,
    Party,
    Sharing,
    State,
    Statement,
)
from jobunivers.rooms.agreements.models.asking import Asked, PriceList, PriceRequest
from jobunivers.rooms.agreements.models.changing import (
    OPEN_CHANGES,
    Amendment,
    AmendmentYes,
    ChangeState,
    Trial,
)
from jobunivers.rooms.agreements.models.settling import (
    STEPS,
    Account,
    LedgerEntry,
    Settlement,
    SettlementLine,
    SettlementState,
)

__all__ = [
    "OPEN_CHANGES",
    "STEPS",
    "Account",
    "Agreement",
    "AgreementTerms",
    "Amendment",
    "AmendmentYes",
    "Asked",
    "Bill",
    "ChangeState",
    "LedgerEntry",
    "MonthCount",
    "Party",
    "PriceList",
    "PriceRequest",
    "Settlement",
    "SettlementLine",
    "SettlementState",
    "Sharing",
    "State",
    "Statement",
    "Trial",
]
