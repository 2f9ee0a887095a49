# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Possible sanction cases, their facts and their log, and what the kommune has decided of them."""

from jobunivers.rooms.availability.models.cases import (
    AGAINST_HER,
    CASH_BENEFIT,
    MUST_SEEK,
    BenefitGroup,
    Case,
    CaseEntry,
    CaseFact,
    CaseKind,
    CaseRules,
    CaseState,
    EvidenceKind,
    Outcome,
)

__all__ = [
    "AGAINST_HER",
    "CASH_BENEFIT",
    "MUST_SEEK",
    "BenefitGroup",
    "Case",
    "CaseEntry",
    "CaseFact",
    "CaseKind",
    "CaseRules",
    "CaseState",
    "EvidenceKind",
    "Outcome",
]
