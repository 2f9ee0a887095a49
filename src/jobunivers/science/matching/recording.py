# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From what the loops tell to the records that are kept."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from jobunivers.science.matching.openings import Openings
from jobunivers.science.matching.records import RECORD, Record
from jobunivers.science.matching.tables import Bytes, Int16s, Int32s, Shorts
from jobunivers.science.matching.telling import NO_KM
from jobunivers.science.matching.vocabulary import Vocabulary


def _nothing() -> NDArray[Record]:
    made = np.zeros(1, dtype=RECORD)
    made["vacancy"], made["km"], made["propensity"] = -1, NO_KM, 1.0
    return made


NOTHING = _nothing()
"""The record, (1,), of a place in which nothing is recommended."""


class Told(NamedTuple):
    """What `telling.tell` wrote; see there."""

    parts: Int16s
    facts: Bytes
    km: Shorts
    mine: Int32s
    matched: Int32s
    missing: Int32s


def records_from(
    rows: Int32s,
    told: Told,
    openings: Openings,
    vocabulary: Vocabulary,
    propensities: NDArray[np.float32] | None,
) -> NDArray[Record]:
    """Return the records of recommended rows, (m, top); where the row is −1, none is there."""
    made = np.zeros(rows.shape, dtype=RECORD)
    if not len(openings):
        made[:] = NOTHING
        return made
    made["propensity"] = 1.0 if propensities is None else propensities
    row, facts = rows, told.facts
    skill = np.append(vocabulary.skill_number, 0).astype(np.int32)
    kind = np.append(vocabulary.kind_number, 0).astype(np.int32)
    columns = {
        "contributions": told.parts,
        "score": told.parts.sum(axis=2, dtype=np.int16),
        "km": told.km,
        "mine": kind[told.mine],
        "work": facts[..., 0],
        "wish": facts[..., 1],
        "ways": facts[..., 2],
        "said": facts[..., 3] | facts[..., 4] << 2 | facts[..., 5] << 4 | facts[..., 6] << 6,
        "asked": facts[..., 7],
        "brought": facts[..., 8],
        "origin": facts[..., 9],
        "matched": skill[told.matched],
        "missing": skill[told.missing],
    }
    for name, column in columns.items():
        made[name] = column
    made["vacancy"] = openings.id[row]
    made["kind"] = kind[openings.kind[row]]
    for name in ("digest", "remote", "sure", "hours_min", "hours_max", "published"):
        made[name] = getattr(openings, name)[row]
    made[rows < 0] = NOTHING
    return made
