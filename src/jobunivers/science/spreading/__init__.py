# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nobody is sent where all are sent: lists within what each job can hold, at the least loss of fit.

`spread` finds the prices, `select` the lists, `report` and `tradeoff` say what it costs and gives.
Over partitions: each computes `exposure` at the prices of the round, one place adds them and calls
`next_prices`. The formulas are in README.md of science.
"""

from jobunivers.science.spreading.baselines import first_come, shuffled, uncapped
from jobunivers.science.spreading.candidates import (
    APPLICANTS_PER_POSITION,
    APPLICATION_RATE,
    Candidates,
    Spreading,
    capacity_of,
)
from jobunivers.science.spreading.prices import (
    Exposure,
    Prices,
    Round,
    State,
    exposure,
    first_state,
    next_prices,
    scale_of,
    spread,
    total,
)
from jobunivers.science.spreading.report import Point, Report, gini, report, tradeoff
from jobunivers.science.spreading.selection import Lists, select

VERSION = "spreading-1"

__all__ = [
    "APPLICANTS_PER_POSITION",
    "APPLICATION_RATE",
    "VERSION",
    "Candidates",
    "Exposure",
    "Lists",
    "Point",
    "Prices",
    "Report",
    "Round",
    "Spreading",
    "State",
    "capacity_of",
    "exposure",
    "first_come",
    "first_state",
    "gini",
    "next_prices",
    "report",
    "scale_of",
    "select",
    "shuffled",
    "spread",
    "total",
    "tradeoff",
    "uncapped",
]
