# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a person's page stands, and what she could add to it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from jobunivers.foundation.prepared import prepared
from jobunivers.foundation.tiles import offered
from jobunivers.foundation.tiles.arranging import Arrangement, read
from jobunivers.foundation.tiles.models import Layout


@dataclass(frozen=True, slots=True)
class Settled:
    """A person's page: how it stands, and which version of it this is.

    `version` is 0 where she has not seen it yet: it is to be settled then. `known` are the tiles
    that she has seen or could have.
    """

    arrangement: Arrangement
    version: int
    known: frozenset[str] = frozenset()

    @property
    def unknown(self) -> frozenset[str]:
        """Return the tiles that have come since she last looked; none on a page she begins."""
        if not self.version:
            return frozenset()
        there = (tile.code for tile in offered.tiles())
        return frozenset(there) - self.known - self.arrangement.everywhere


@prepared
def layout_question(*, person_id: int) -> QuerySet[Layout]:
    """Return the question for her layout, to be asked together with others."""
    return Layout.objects.filter(person_id=person_id).defer("history").order_by("pk")


def settled(*, person_id: int, at: datetime) -> Settled:
    """Return how her page stands, or what it begins as."""
    return from_rows(list(layout_question(person_id=person_id)), person_id=person_id, at=at)


def from_rows(rows: list[Layout], *, person_id: int, at: datetime) -> Settled:
    """Return the same, from the answer to `layout_question`."""
    if not rows:
        return Settled(offered.start_of(person_id, at=at), 0)
    row = rows[0]
    return Settled(read(row.arrangement), row.version, frozenset(row.known))


def can_take_back(*, person_id: int) -> bool:
    """Say whether there is something to bring back."""
    rows = Layout.objects.filter(person_id=person_id).exclude(history=[])
    return rows.exists()


def to_add(arrangement: Arrangement) -> list[offered.Tile]:
    """Return the tiles that do not stand in the view she looks at, by name."""
    missing = [tile for tile in offered.tiles() if tile.code not in arrangement.codes]
    return sorted(missing, key=lambda tile: (str(tile.name), tile.code))
