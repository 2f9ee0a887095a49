# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for changes."""

from jobunivers.rooms.agreements.actions.changing import (
    ChangedChange,
    accept_change,
    agree_to_change,
    approve_change,
    lapse_changes,
    refuse_change,
    send_change,
    withdraw_change,
    write_change,
)
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
from jobunivers.rooms.agreements.actions.telling import kommuner_told, tell_of_change
from jobunivers.rooms.agreements.actions.trying import try_all, try_if_few, try_out
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
    "ChangedChange",
    "NotCounted",
    "NotPossible",
    "PartyEntry",
    "SamePerson",
    "WrongStep",
    "accept_change",
    "agree",
    "agree_to_change",
    "approve",
    "approve_change",
    "change_terms",
    "check",
    "count_month",
    "end",
    "export",
    "kommuner_told",
    "lapse_changes",
    "last_day_after",
    "leave",
    "pay",
    "refuse_change",
    "send_change",
    "send_invoices_to",
    "settle",
    "settle_due",
    "sign",
    "tell_of_change",
    "try_all",
    "try_if_few",
    "try_out",
    "warn",
    "withdraw_change",
    "write",
    "write_change",
]
