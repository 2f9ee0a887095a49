# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for looking."""

from jobunivers.rooms.evidence.models import EvidenceKey, Statement
from jobunivers.rooms.evidence.queries.keys import (
    Delivered,
    Refused,
    delivered_of,
    key_of,
    keys_of,
    refused_of,
)
from jobunivers.rooms.evidence.queries.statements import statement_of, statements_of

__all__ = [
    "Delivered",
    "EvidenceKey",
    "Refused",
    "Statement",
    "delivered_of",
    "key_of",
    "keys_of",
    "refused_of",
    "statement_of",
    "statements_of",
]
