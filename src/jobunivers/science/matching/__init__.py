# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which openings fit a person, how well, and why: the door of matching.

The formulas are in README.md beside this package. Nothing here knows who a person is: no name,
age, sex or origin.
"""

from jobunivers.science.matching.batch import Batch
from jobunivers.science.matching.describing import describe
from jobunivers.science.matching.licences import LICENCES
from jobunivers.science.matching.openings import Opening, Openings, Required
from jobunivers.science.matching.people import Experience, People, Profile, Wish
from jobunivers.science.matching.ranking import Excluded, Match, Ranking
from jobunivers.science.matching.records import RECORD, Record, reasons
from jobunivers.science.matching.seeing import Asked, Seen
from jobunivers.science.matching.travel import LANDS, land_of
from jobunivers.science.matching.vocabulary import Vocabulary
from jobunivers.science.matching.weights import (
    BOLD,
    DEFAULT_MODEL,
    PARTS,
    SAFE,
    UNIT,
    Model,
    Weights,
)
from jobunivers.science.matching.world import World

__all__ = [
    "BOLD",
    "DEFAULT_MODEL",
    "LANDS",
    "LICENCES",
    "PARTS",
    "RECORD",
    "SAFE",
    "UNIT",
    "Asked",
    "Batch",
    "Excluded",
    "Experience",
    "Match",
    "Model",
    "Opening",
    "Openings",
    "People",
    "Profile",
    "Ranking",
    "Record",
    "Required",
    "Seen",
    "Vocabulary",
    "Weights",
    "Wish",
    "World",
    "describe",
    "land_of",
    "reasons",
]
