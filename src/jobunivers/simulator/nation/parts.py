# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a chunk of the nation is made from and what comes out: all of it can be sent elsewhere."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from jobunivers.simulator import truth as true
from jobunivers.simulator.nation.market import Market
from jobunivers.simulator.nation.shelved import Shelves
from jobunivers.simulator.nation.tables import Table
from jobunivers.simulator.world import Place

# Numbers kept free for each person's rows, so that a chunk numbers its rows by itself.
APPLICATIONS_EACH = 64
ABSENCES_EACH = 60
ACTIVITIES_EACH = 40


@dataclass(frozen=True, slots=True)
class Setting:
    """What is the same for all chunks of a nation."""

    today: date
    seed: int
    activity: float
    truth: true.Truth
    market: Market
    shelves: Shelves
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some people of one kommune."""

    number: int
    municipality: int
    places: tuple[Place, ...]
    region: int
    tightness: float
    advice: float  # share of the kommune's people who read and follow suggestions
    many: int
    first_id: int
    staff: tuple[int, ...]
    staff_roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A chunk's rows as COPY takes them, and what was true of its people."""

    rows: tuple[tuple[str, str, bytes, int], ...]  # table, its columns, rows, how many
    active: int
    truth: dict[str, NDArray[np.float64]]
