# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Statements of the Experience API (xAPI 1.0.3 and 2.0), read strictly and checked as data."""

from jobunivers.science.xapi.checking import (
    VERSIONS,
    Said,
    activity_of,
    check,
    check_person,
    said_of,
    verb_of,
    voided_by,
)
from jobunivers.science.xapi.problems import WORDS, Problem
from jobunivers.science.xapi.reading import DEEPEST, Unreadable, read
from jobunivers.science.xapi.values import is_iri, is_uuid, moment

__all__ = [
    "DEEPEST",
    "VERSIONS",
    "WORDS",
    "Problem",
    "Said",
    "Unreadable",
    "activity_of",
    "check",
    "check_person",
    "is_iri",
    "is_uuid",
    "moment",
    "read",
    "said_of",
    "verb_of",
    "voided_by",
]
