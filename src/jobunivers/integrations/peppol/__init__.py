# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Invoices and credit notes as Peppol BIS Billing 3 (UBL 2.1), and a check of what is made."""

from jobunivers.integrations.peppol.document import (
    Buyer,
    InvoiceLine,
    InvoiceSaid,
    NotComplete,
    Seller,
    document,
)
from jobunivers.integrations.peppol.rules import Broken, broken_rules, is_gln

__all__ = [
    "Broken",
    "Buyer",
    "InvoiceLine",
    "InvoiceSaid",
    "NotComplete",
    "Seller",
    "broken_rules",
    "document",
    "is_gln",
]
