# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a talk may be about, which cards fit, and where her jobs lie: rules anybody can read.

A rule proposes a subject. It decides nothing, ranks nobody and learns nothing.
"""

from jobunivers.science.saying import Made, Value, Words
from jobunivers.science.talks.cards import Card, Fitting, Situation, fitting
from jobunivers.science.talks.facts import TalkFacts
from jobunivers.science.talks.finding import MOST, Focus, focus_points
from jobunivers.science.talks.places import Place, gathered
from jobunivers.science.talks.rules import (
    FACT_WORDS,
    RULES,
    VERSION,
    Rule,
    Way,
)

__all__ = [
    "FACT_WORDS",
    "MOST",
    "RULES",
    "VERSION",
    "Card",
    "Fitting",
    "Focus",
    "Made",
    "Place",
    "Rule",
    "Situation",
    "TalkFacts",
    "Value",
    "Way",
    "Words",
    "fitting",
    "focus_points",
    "gathered",
]
