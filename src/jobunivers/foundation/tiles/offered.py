# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which tiles there are, and what a page of them begins as."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise

from jobunivers.foundation.tiles.arranging import Arrangement
from jobunivers.foundation.tiles.asking import Asking

Context = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One tile.

    Attributes:
        code: `room.thing`, kept in her layout and never renamed.
        name: its heading; `about` says in a sentence what it is for, where she adds tiles.
        template: its inside, without the heading, given what `load` returns.
        load: what it shows, within 10 ms; None leaves it out: there is nothing it could say now.
        asks: what `load` will want to know, said by `asking.wants`; all tiles' questions are
            then asked in one journey, and `asking.rows` gives the answers.
        then: the same, for what follows from the first answers.
        wide: stands in the main column until she moves it.
        simple: stands in the simple view too.
        styles: static stylesheets that its inside needs, such as `vacancies/vacancies.css`.
    """

    code: str
    name: Promise | str
    about: Promise | str
    template: str
    load: Callable[[Asking], Context | None]
    asks: Callable[[Asking], None] | None = None
    then: Callable[[Asking], None] | None = None
    wide: bool = False
    simple: bool = False
    styles: tuple[str, ...] = ()


# Citizen, now → what her page begins as; None leaves it to the tiles themselves.
Starts = Callable[[int, datetime], Arrangement | None]

_tiles: dict[str, Tile] = {}
_starts: list[Starts] = []


def register(tile: Tile) -> None:
    """Offer a tile; said in a room's `apps.py`."""
    _tiles[tile.code] = tile


def tile_of(code: str) -> Tile | None:
    """Return a tile by its code; None when no room offers it (any more)."""
    return _tiles.get(code)


def tiles() -> list[Tile]:
    """Return every tile, by code."""
    return [_tiles[code] for code in sorted(_tiles)]


def provide_starts(starts: Starts) -> None:
    """Let a room that knows people's courses say what their pages begin as."""
    _starts[:] = [starts]


def start_of(citizen_id: int, *, at: datetime) -> Arrangement:
    """Return what the citizen's page begins as: for her course, else every tile by its code."""
    for starts in _starts:
        if (found := starts(citizen_id, at)) is not None:
            return found
    return Arrangement(
        main=tuple(tile.code for tile in tiles() if tile.wide),
        side=tuple(tile.code for tile in tiles() if not tile.wide),
        simple=tuple(tile.code for tile in tiles() if tile.simple),
    )


@contextmanager
def only(*some: Tile) -> Iterator[None]:
    """Let these alone be offered meanwhile, without anybody's starts; for tests."""
    before, starts = dict(_tiles), list(_starts)
    _tiles.clear()
    _starts.clear()
    _tiles.update({tile.code: tile for tile in some})
    try:
        yield
    finally:
        _tiles.clear()
        _tiles.update(before)
        _starts[:] = starts
