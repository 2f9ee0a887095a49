# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of the room."""

from jobunivers.rooms.law.models.rules import OwnValue, RegisterApproval, RegisterText
from jobunivers.rooms.law.models.texts import (
    LawCitation,
    LawDocument,
    LawImport,
    LawWord,
    Provision,
)

__all__ = [
    "LawCitation",
    "LawDocument",
    "LawImport",
    "LawWord",
    "OwnValue",
    "Provision",
    "RegisterApproval",
    "RegisterText",
]
