# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What rooms tell of how long data must be kept: clocks, holds, and the days that are chosen.

Whoever knows when a citizen's way ended, or why nothing of hers may go now, says so here; the room
that deletes asks here. Neither knows the other.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise

from jobunivers.foundation.datamap.rules import RETENTIONS

Words = Promise | str
Ended = Callable[[], Mapping[int, date | None]]
"""Of the kommune worked for: citizen → the day her way ended, None: it still runs."""

Held = Callable[[], Mapping[int, Words]]
"""Of the kommune worked for: citizen → why nothing of hers may be deleted now."""

Chosen = Callable[[], Mapping[str, int]]
"""Of the kommune worked for: code of a retention → the days it has chosen."""

Strikes = Callable[[Collection[int]], int]
"""Of the kommune worked for: citizens who are erased → how many rows about others named them."""

Witness = Callable[[int, datetime], int]
"""(batch, when) → how many gaps in logs, made by this transaction for the batch, are signed."""


@dataclass(frozen=True, slots=True)
class HoldSource:
    """Something that holds back deletion while it is open, such as a case."""

    code: str
    name: Words
    asked: Held


_clocks: dict[str, Ended] = {}
_holds: dict[str, HoldSource] = {}
_days: list[Chosen] = []
_strikes: dict[str, Strikes] = {}
_witnesses: list[Witness] = []


def offer_clock(code: str, asked: Ended) -> None:
    """Say when citizens' ways ended, by one room's knowledge; said in its `apps.py`.

    A way that one clock says still runs has not ended, whatever the others say; of those that have
    ended the latest day counts. Whom no clock knows has not ended.
    """
    _clocks[code] = asked


def offer_hold(code: str, name: Words, asked: Held) -> None:
    """Say of whom nothing may be deleted now; said in a room's `apps.py`."""
    _holds[code] = HoldSource(code, name, asked)


def offer_days(asked: Chosen) -> None:
    """Say where the kommune's own days are kept; the last to say it is asked."""
    _days[:] = [asked]


def offer_strike(code: str, strike: Strikes) -> None:
    """Say how people are struck from lists that rows about others hold; said in an `apps.py`.

    A row of hers goes by the map of what is held; her number inside a list of somebody else's row
    is known to the room alone. It is called in the transaction that erases.
    """
    _strikes[code] = strike


def strike(citizen_ids: Collection[int]) -> int:
    """Strike people from all such lists of the kommune worked for; return how many rows changed."""
    return sum(_strikes[code](citizen_ids) for code in sorted(_strikes)) if citizen_ids else 0


def offer_witness(witness: Witness) -> None:
    """Say who signs that a rule took rows from a log; the last to say it does."""
    _witnesses[:] = [witness]


def witness(batch_id: int, *, at: datetime) -> int:
    """Let what a batch took from logs be signed, in the transaction that took it."""
    return sum(one(batch_id, at) for one in _witnesses)


def ends() -> dict[int, date | None]:
    """Return the day each citizen's way has ended by all clocks, or None where it still runs.

    Whom no clock knows is not in it.
    """
    found: dict[int, date | None] = {}
    for code in sorted(_clocks):
        for citizen_id, day in _clocks[code]().items():
            known = found.get(citizen_id, day)
            found[citizen_id] = None if day is None or known is None else max(day, known)
    return found


def hold_sources() -> list[HoldSource]:
    """Return everything that may hold back deletion, by code."""
    return [_holds[code] for code in sorted(_holds)]


def chosen_days() -> dict[str, int]:
    """Return the days of every retention in the kommune worked for: one small question."""
    chosen = _days[0]() if _days else {}
    return {code: chosen.get(code, one.days) for code, one in RETENTIONS.items()}


@contextmanager
def only(
    *, clocks: Mapping[str, Ended] | None = None, holds: tuple[HoldSource, ...] = ()
) -> Iterator[None]:
    """Let these clocks and holds alone be asked meanwhile; for tests."""
    before = dict(_clocks), dict(_holds)
    _clocks.clear()
    _holds.clear()
    _clocks.update(clocks or {})
    _holds.update({one.code: one for one in holds})
    try:
        yield
    finally:
        _clocks.clear()
        _holds.clear()
        _clocks.update(before[0])
        _holds.update(before[1])
