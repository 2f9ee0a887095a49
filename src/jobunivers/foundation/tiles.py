# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tiles of a citizen's own page. A room offers tiles; it does not know the page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from django.utils.functional import Promise

_T = TypeVar("_T")
Context = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Who asks for her page, and when; what several tiles need is asked for once."""

    citizen_id: int
    language: str
    at: datetime
    logged_in_at: datetime | None = None
    _kept: dict[str, Any] = field(default_factory=dict)

    def once(self, name: str, ask: Callable[[], _T]) -> _T:
        """Return what `ask` gives, asked the first time only; `name` is `room.what`."""
        if name not in self._kept:
            self._kept[name] = ask()
        kept: _T = self._kept[name]
        return kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One tile.

    Attributes:
        code: `room.thing`, kept in her layout and never renamed.
        name: its heading; `about` says in a sentence what it is for, where she adds tiles.
        template: its inside, without the heading, given what `load` returns.
        load: what it shows, within 10 ms; None leaves it out: there is nothing it could say now.
        wide: stands in the main column until she moves it.
        simple: stands in the simple view too.
    """

    code: str
    name: Promise | str
    about: Promise | str
    template: str
    load: Callable[[Asking], Context | None]
    wide: bool = False
    simple: bool = False


_tiles: dict[str, Tile] = {}


def register(tile: Tile) -> None:
    """Offer a tile; said in a room's `apps.py`."""
    _tiles[tile.code] = tile


def tile_of(code: str) -> Tile | None:
    """Return a tile by its code; None when no room offers it (any more)."""
    return _tiles.get(code)


def tiles() -> list[Tile]:
    """Return every tile, by code."""
    return [_tiles[code] for code in sorted(_tiles)]
