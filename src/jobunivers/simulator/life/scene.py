# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""One day of one kommune while it is played: who, when, what is open, and chance."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import numpy as np

from jobunivers.identity.models import Role
from jobunivers.rooms.tailored import queries as tailored
from jobunivers.rooms.tailored.queries import ShortList
from jobunivers.simulator.life.behaving import Today
from jobunivers.simulator.life.market import Market
from jobunivers.simulator.life.record import Record, Rows
from jobunivers.simulator.truth import Truth

HERE = ZoneInfo("Europe/Copenhagen")


@dataclass(frozen=True, slots=True)
class Helper:
    """A member of staff who may open citizens."""

    person_id: int
    role: Role


@dataclass(slots=True)
class Lists:
    """Who has suggestions; the suggestions themselves are read of those who look at them."""

    holders: frozenset[int]
    _read: dict[int, ShortList] = field(default_factory=dict)

    def read(self, citizen_ids: Iterable[int]) -> None:
        """Read the lists of these at once."""
        wanted = self.holders.intersection(citizen_ids) - self._read.keys()
        self._read |= tailored.current_lists(citizen_ids=sorted(wanted)) if wanted else {}

    def get(self, citizen_id: int) -> ShortList | None:
        """Return a citizen's list; None when she has none."""
        self.read([citizen_id])
        return self._read.get(citizen_id)


@dataclass(slots=True)
class Scene:
    """Everything that what happens today depends on."""

    seed: int
    code: str
    day: date
    record: Record
    rng: np.random.Generator
    market: Market
    lists: Lists
    staff: tuple[Helper, ...]
    today: Today
    # Rows of the record that logged in today, in order, and when.
    logins: dict[int, datetime] = field(default_factory=dict)
    tally: dict[str, float] = field(default_factory=dict)

    @property
    def truth(self) -> Truth:
        """Return what is true here."""
        return self.record.truth

    @property
    def people(self) -> Rows:
        """Return the record's people."""
        return self.record.people

    @property
    def ordinal(self) -> int:
        """Return the day as a number."""
        return self.day.toordinal()

    def at(self, hour: float) -> datetime:
        """Return a moment of the day near an hour, to the second."""
        around = float(np.clip(self.rng.normal(hour, 1.6), 6.0, 23.4))
        return moment(self.day, around)

    def happens(self, chance: float) -> bool:
        """Say whether something of this chance happens."""
        return bool(self.rng.random() < chance)

    def count(self, name: str, many: float) -> None:
        """Add to the day's tally."""
        self.tally[name] = self.tally.get(name, 0) + many


def moment(day: date, hour: float) -> datetime:
    """Return the moment of a day at an hour (Danish time)."""
    return datetime.combine(day, time(), HERE) + timedelta(seconds=int(hour * 3600))
