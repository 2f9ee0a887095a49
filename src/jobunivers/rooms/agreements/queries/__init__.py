# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for looking."""

from jobunivers.rooms.agreements.queries.asked import (
    RequestShown,
    asking_in,
    kept_prices,
    own_request,
    prices_of,
    terms_on,
    vendor_requests,
)
from jobunivers.rooms.agreements.queries.changes import earliest_day, open_change
from jobunivers.rooms.agreements.queries.finding import drafts_of_settlements, ours
from jobunivers.rooms.agreements.queries.measures import (
    effect_is_measured,
    provide_effect,
    provide_own_people,
)
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
from jobunivers.rooms.agreements.queries.words import PROBLEMS, model_words

__all__ = [
    "PROBLEMS",
    "FirmTold",
    "RequestShown",
    "VendorAgreement",
    "VendorChange",
    "VendorMonth",
    "VendorStatement",
    "answered_change",
    "asked_of_firm",
    "asking_in",
    "drafts_of_settlements",
    "earliest_day",
    "effect_is_measured",
    "firm_answers",
    "firm_told",
    "kept_prices",
    "model_words",
    "open_change",
    "ours",
    "own_request",
    "prices_of",
    "provide_effect",
    "provide_own_people",
    "terms_on",
    "vendor_changes",
    "vendor_invoice",
    "vendor_requests",
    "vendor_statement",
]
