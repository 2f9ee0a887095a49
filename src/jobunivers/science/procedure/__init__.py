# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Procedures that people wrote down: which steps a case requires, allows and forbids, and why.

It computes what follows from facts that people have set. It decides nothing.
"""

from jobunivers.science.procedure.days import (
    after_days,
    after_working_days,
    days_until,
    easter,
    end_of_full_months,
    holidays,
    is_working_day,
    next_working_day,
)
from jobunivers.science.procedure.procedure import (
    Condition,
    Days,
    Deadline,
    Fact,
    Facts,
    Kind,
    Need,
    Procedure,
    Reference,
    Step,
    Truth,
)
from jobunivers.science.procedure.reading import BadProcedure, Problem, read_procedure
from jobunivers.science.procedure.standing import (
    DeadlineNow,
    Reason,
    Standing,
    State,
    StepNow,
    last_day,
    standing,
)

__all__ = [
    "BadProcedure",
    "Condition",
    "Days",
    "Deadline",
    "DeadlineNow",
    "Fact",
    "Facts",
    "Kind",
    "Need",
    "Problem",
    "Procedure",
    "Reason",
    "Reference",
    "Standing",
    "State",
    "Step",
    "StepNow",
    "Truth",
    "after_days",
    "after_working_days",
    "days_until",
    "easter",
    "end_of_full_months",
    "holidays",
    "is_working_day",
    "last_day",
    "next_working_day",
    "read_procedure",
    "standing",
]
