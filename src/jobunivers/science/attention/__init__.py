# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who should be looked at, and why: rules that people wrote and anybody can read.

A rule proposes that somebody helps. It decides nothing, ranks nobody and learns nothing.
"""

from jobunivers.science.attention.facts import CitizenFacts
from jobunivers.science.attention.finding import (
    MOST_DAYS,
    USUAL,
    BadTuning,
    Finding,
    Tuned,
    Tuning,
    findings,
    read_tuning,
)
from jobunivers.science.attention.rules import (
    FACT_WORDS,
    RULES,
    VERSION,
    Act,
    Owner,
    Rule,
)
from jobunivers.science.saying import Made, Value, Words

__all__ = [
    "FACT_WORDS",
    "MOST_DAYS",
    "RULES",
    "USUAL",
    "VERSION",
    "Act",
    "BadTuning",
    "CitizenFacts",
    "Finding",
    "Made",
    "Owner",
    "Rule",
    "Tuned",
    "Tuning",
    "Value",
    "Words",
    "findings",
    "read_tuning",
]
