# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for looking."""

from jobunivers.rooms.agreements.queries.changes import earliest_day, open_change
from jobunivers.rooms.agreements.queries.finding import drafts_of_settlements, ours
from jobunivers.rooms.agreements.queries.measures import provide_effect, provide_own_people
from jobunivers.rooms.agreements.queries.vendor import (
    FirmTold,
    VendorAgreement,
    VendorChange,
    VendorMonth,
    VendorStatement,
    answered_change,
    asked_of_firm,
    firm_answers,
    firm_told,
    vendor_changes,
    vendor_invoice,
    vendor_statement,
)

__all__ = [
    "FirmTold",
    "VendorAgreement",
    "VendorChange",
    "VendorMonth",
    "VendorStatement",
    "answered_change",
    "asked_of_firm",
    "drafts_of_settlements",
    "earliest_day",
    "firm_answers",
    "firm_told",
    "open_change",
    "ours",
    "provide_effect",
    "provide_own_people",
    "vendor_changes",
    "vendor_invoice",
    "vendor_statement",
]
