# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What she may delete herself, what she deletes elsewhere, and what the law keeps."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from jobunivers.foundation.datamap import Holding
from jobunivers.foundation.keeping import chosen_days
from jobunivers.rooms.mydata.actions.erasing import Erasure, erasures
from jobunivers.rooms.mydata.queries.held import (
    Facts,
    Reader,
    counts,
    facts,
    kinds_about,
    own_place,
)


@dataclass(frozen=True, slots=True)
class Mine:
    """Something she may delete, and how much of it there is."""

    erasure: Erasure
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """A kind of data that stays, and by which right."""

    holding: Holding
    count: int
    facts: Facts
    url: str  # where she deletes of it herself, row by row; ""


@dataclass(frozen=True, slots=True)
class Survey:
    """All of it."""

    mine: Sequence[Mine]
    elsewhere: Sequence[Kept]
    kept: Sequence[Kept]

    @property
    def chosen(self) -> list[Mine]:
        """Return what she has chosen to delete and has some of."""
        return [one for one in self.mine if one.chosen and one.count]


def survey(reader: Reader, *, chosen: Collection[str] = ()) -> Survey:
    """Return what she may delete and what stays; kinds that hold nothing are left out."""
    found, days = counts(reader), chosen_days()
    mine: list[Mine] = []
    covered: set[str] = set()
    for one in erasures():
        covered.update(label for label in one.labels if not one.stays)
        count = (
            one.count(reader.pk)
            if one.count is not None
            else sum(found.get(label, 0) for label in one.labels)
        )
        if count:
            mine.append(Mine(one, count, one.code in chosen))
    elsewhere: list[Kept] = []
    kept: list[Kept] = []
    for holding in kinds_about(reader.about):
        if not found[holding.label] or holding.label in covered:
            continue
        url = own_place(holding) if holding.hers else ""
        said = Kept(holding, found[holding.label], facts(holding, days), url)
        (elsewhere if url else kept).append(said)
    return Survey(mine, elsewhere, kept)


__all__ = ["Kept", "Mine", "Survey", "survey"]
