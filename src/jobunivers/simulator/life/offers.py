# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The port for offers: courses and internships, which no room gives yet.

A room that gives them joins by `join(…)`; its offers then hold people while they last and help
after, as `truth.Effects` says. Without one nobody has an offer.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

import numpy as np

from jobunivers.simulator.life.record import Rows


class Offers(Protocol):
    """What the simulator asks of a room that gives offers."""

    def running(self, *, citizen_ids: Sequence[int], on: date) -> Mapping[int, date]:
        """Return the first day after her offer of each citizen who is in one on a day."""


_joined: list[Offers] = []


def join(offers: Offers) -> None:
    """Let a room's offers count."""
    _joined.append(offers)


def leave(offers: Offers) -> None:
    """Let them count no more."""
    _joined.remove(offers)


def feel(people: Rows, day: date) -> None:
    """Note who is in an offer on a day, and whose offer is over."""
    over = (people["offer_until"] > 0) & (people["offer_until"] <= day.toordinal())
    people["offer_ended"][over] = people["offer_until"][over]
    people["offer_until"][over] = 0
    for offers in _joined:
        until = offers.running(citizen_ids=people["citizen"].tolist(), on=day)
        for row in np.flatnonzero(np.isin(people["citizen"], np.array(list(until), dtype="i8"))):
            people["offer_until"][row] = until[int(people["citizen"][row])].toordinal()
