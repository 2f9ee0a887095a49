# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The facts a chance is told from, as they were when her time out of work began.

Four facts. Sex, origin, name, health and address are none of them; nor are her trade and her
Danish, which say much of who is a woman and who has come from elsewhere.
"""

from datetime import date

import numpy as np

from jobunivers.foundation.columns import Doubles, at_ids
from jobunivers.identity import queries as identity
from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.journey.queries.histories import Histories
from jobunivers.science.chances import Background, Choice, Feature, Number

FEATURES: tuple[Feature, ...] = (
    Number("age", "falls"),
    Number("months_worked", "rises"),
    Number("weeks_out_before", "falls"),
    Choice("education"),
)
EPOCH = date(1970, 1, 1)
_FEW = 1000
"""Of more people, reading the kommune's is quicker than naming each."""
_YEAR, _MONTH, _WEEK = 365.2425, 30.4375, 7.0


def background(told: Histories) -> Background:
    """Return the facts of these times out of work."""
    ids = np.unique(told.citizens)
    people, born, _ = identity.citizen_columns(ids.tolist() if len(ids) <= _FEW else None)
    levels = np.array([*journey.EDUCATION_LEVELS, ""])
    known = np.isfinite(told.education)
    place = np.where(known, np.nan_to_num(told.education), len(levels) - 1).astype(np.int64)
    numbers: dict[str, Doubles] = {
        "age": (told.began - at_ids(told.citizens, people, born)) / _YEAR,
        "months_worked": told.worked_days / _MONTH,
        "weeks_out_before": told.out_days / _WEEK,
    }
    return Background(numbers, {"education": levels[place]})


def weeks_out(told: Histories, today: date) -> Doubles:
    """Return how many weeks each has been out of work so far."""
    weeks: Doubles = ((today - EPOCH).days - told.began) / _WEEK
    return weeks
