# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for changes."""

from jobunivers.rooms.agreements.actions.nightly import settle_due, warn
from jobunivers.rooms.agreements.actions.settling import (
    NotCounted,
    SamePerson,
    WrongStep,
    approve,
    check,
    count_month,
    export,
    pay,
    settle,
)
from jobunivers.rooms.agreements.actions.writing import (
    AgreementEntry,
    ChangedAgreement,
    NotPossible,
    PartyEntry,
    agree,
    change_terms,
    end,
    last_day_after,
    leave,
    send_invoices_to,
    sign,
    write,
)

__all__ = [
    "AgreementEntry",
    "ChangedAgreement",
    "NotCounted",
    "NotPossible",
    "PartyEntry",
    "SamePerson",
    "WrongStep",
    "agree",
    "approve",
    "change_terms",
    "check",
    "count_month",
    "end",
    "export",
    "last_day_after",
    "leave",
    "pay",
    "send_invoices_to",
    "settle",
    "settle_due",
    "sign",
    "warn",
    "write",
]
