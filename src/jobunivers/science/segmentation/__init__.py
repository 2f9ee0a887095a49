# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which journey a citizen is offered: readable rules, a ladder that moves slowly, and reasons.

`read_policy` reads a policy and refuses a bad one with every mistake, `place` places people by
the thousand or one alone, `explain` says why and what would change it, `again` makes a decision
of the log once more, `assign` finds personal consultants, `balance` proposes a fairer spread.
Formulas are in README.md of science.
"""

from jobunivers.science.segmentation.activity import (
    DAYS_LOOKED_BACK,
    MOST_A_DAY,
    POINTS,
    Days,
    Sums,
    active_weeks,
    days_not_counting,
    points_of,
    sums_of,
)
from jobunivers.science.segmentation.assigning import Chosen, Consultant, Needing, Why, assign
from jobunivers.science.segmentation.balancing import Case, Proposal, balance, shares, weight_of
from jobunivers.science.segmentation.explaining import (
    Change,
    Explanation,
    Held,
    Rung,
    explain,
    held_by,
)
from jobunivers.science.segmentation.facts import FACTS, Bent, Fact, Facts, FactType, Turn
from jobunivers.science.segmentation.placing import (
    KEPT_RULE,
    NEW,
    Kind,
    Placed,
    Remembered,
    Standing,
    again,
    place,
    rule_code,
)
from jobunivers.science.segmentation.policy import (
    DEFAULT,
    Availability,
    Condition,
    Course,
    Help,
    Ladder,
    Op,
    Policy,
    Rule,
    Step,
    Talks,
)
from jobunivers.science.segmentation.reading import BadPolicy, Problem, read_policy

VERSION = "segmentation-1"

__all__ = [
    "DAYS_LOOKED_BACK",
    "DEFAULT",
    "FACTS",
    "KEPT_RULE",
    "MOST_A_DAY",
    "NEW",
    "POINTS",
    "VERSION",
    "Availability",
    "BadPolicy",
    "Bent",
    "Case",
    "Change",
    "Chosen",
    "Condition",
    "Consultant",
    "Course",
    "Days",
    "Explanation",
    "Fact",
    "FactType",
    "Facts",
    "Held",
    "Help",
    "Kind",
    "Ladder",
    "Needing",
    "Op",
    "Placed",
    "Policy",
    "Problem",
    "Proposal",
    "Remembered",
    "Rule",
    "Rung",
    "Standing",
    "Step",
    "Sums",
    "Talks",
    "Turn",
    "Why",
    "active_weeks",
    "again",
    "assign",
    "balance",
    "days_not_counting",
    "explain",
    "held_by",
    "place",
    "points_of",
    "read_policy",
    "rule_code",
    "shares",
    "sums_of",
    "weight_of",
]
