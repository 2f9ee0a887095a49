# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which place of a list holds what: chance drawn for a day, and a kept list put in order again.

The draw is computed, never remembered alone: the same citizen, day and lengths give the same.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from jobunivers.rooms.tailored.models import RecommendationRun
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.science.counterfactual import DRAWN, Design, Plan, plan_many
from jobunivers.science.matching import Record

DESIGN = Design(share=0.05, swap=0.2)


def drawn_of(*, citizen_id: int, day: int, length: int, pool: int) -> Plan:
    """Return what chance does to one list of that day: `pool` more lay behind it."""
    rng = np.random.default_rng([citizen_id, day])
    return plan_many(DESIGN, np.array([length]), np.array([pool]), rng)


def ranks_of(run: RecommendationRun, length: int) -> NDArray[np.int32]:
    """Return for each place of a run which it was without chance, drawn again; DRAWN: by lot."""
    if not run.pool:
        return np.arange(length, dtype=np.int32)
    day = vacancies.day_number(run.day)
    plan = drawn_of(citizen_id=run.citizen_id, day=day, length=length, pool=run.pool)
    return np.asarray(plan.ranks[0], dtype=np.int32)


def places_again(
    kept: NDArray[Record], again: Mapping[int, Record], ranks: NDArray[np.int32]
) -> dict[int, int]:
    """Return the place, from 1, of each advertisement: by its points computed again, and the draw.

    What was drawn from further down is taken as it is kept: the list does not say who else was.
    """
    own, held = ranks != DRAWN, kept["vacancy"].tolist()
    mine = [held[at] for at in np.flatnonzero(own)]
    ordered = sorted(mine, key=lambda one: (-int(again[one]["score"]), one))
    of_rank = dict(zip(sorted(ranks[own].tolist()), ordered, strict=True))
    return {
        of_rank[rank] if rank != DRAWN else held[at]: at + 1
        for at, rank in enumerate(ranks.tolist())
    }
