# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How soon people with the same facts find work, told with bounds and with reasons that add up.

`fit` learns hazards week by week from histories; `rule_profile` needs none. `measure` says how good
any chances are, by group too; `may_be_used` says why a learned model may not be used.
"""

from jobunivers.science.chances.data import (
    NEVER,
    OTHER,
    STILL,
    WORK,
    Background,
    Choice,
    Feature,
    Histories,
    Number,
    Words,
)
from jobunivers.science.chances.fitting import Strength, fit
from jobunivers.science.chances.keeping import Unreadable, load, save
from jobunivers.science.chances.limits import Limits, Refusal, may_be_used
from jobunivers.science.chances.measuring import (
    GroupQuality,
    Groups,
    Horizon,
    Quality,
    Tenth,
    doubt_of,
    evaluate,
    measure,
    out_of_fold,
)
from jobunivers.science.chances.model import HORIZONS, HazardModel, Range
from jobunivers.science.chances.rules import rule_profile
from jobunivers.science.chances.seen import Estimate

__all__ = [
    "HORIZONS",
    "NEVER",
    "OTHER",
    "STILL",
    "WORK",
    "Background",
    "Choice",
    "Estimate",
    "Feature",
    "GroupQuality",
    "Groups",
    "HazardModel",
    "Histories",
    "Horizon",
    "Limits",
    "Number",
    "Quality",
    "Range",
    "Refusal",
    "Strength",
    "Tenth",
    "Unreadable",
    "Words",
    "doubt_of",
    "evaluate",
    "fit",
    "load",
    "may_be_used",
    "measure",
    "out_of_fold",
    "rule_profile",
    "save",
]
