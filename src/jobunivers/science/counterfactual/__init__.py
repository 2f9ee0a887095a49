# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Learning from what people do, with care for what they were not shown.

`plan_many` puts a little chance into lists and says how likely each thing shown was;
`position_bias` tells how much the place does; `estimate` what another ranking would have given;
`learn_weights` proposes weights. Nothing here puts anything into use. The formulas are in
README.md of science.
"""

from jobunivers.science.counterfactual.bias import Bias, position_bias
from jobunivers.science.counterfactual.estimating import Estimate, Policy, estimate, naive
from jobunivers.science.counterfactual.exploration import (
    DRAWN,
    EMPTY,
    Design,
    Plan,
    examined,
    placement,
    plan,
    plan_many,
    propensity,
)
from jobunivers.science.counterfactual.learning import Learned, learn_weights
from jobunivers.science.counterfactual.logs import Logs, logged

VERSION = "counterfactual-1"

__all__ = [
    "DRAWN",
    "EMPTY",
    "VERSION",
    "Bias",
    "Design",
    "Estimate",
    "Learned",
    "Logs",
    "Plan",
    "Policy",
    "estimate",
    "examined",
    "learn_weights",
    "logged",
    "naive",
    "placement",
    "plan",
    "plan_many",
    "position_bias",
    "propensity",
]
