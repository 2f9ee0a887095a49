# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for looking."""

from jobunivers.rooms.agreements.queries.finding import drafts_of_settlements, ours
from jobunivers.rooms.agreements.queries.measures import provide_effect, provide_own_people
from jobunivers.rooms.agreements.queries.vendor import (
    VendorAgreement,
    VendorMonth,
    VendorStatement,
    vendor_invoice,
    vendor_statement,
)

__all__ = [
    "VendorAgreement",
    "VendorMonth",
    "VendorStatement",
    "drafts_of_settlements",
    "ours",
    "provide_effect",
    "provide_own_people",
    "vendor_invoice",
    "vendor_statement",
]
