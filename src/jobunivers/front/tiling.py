# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Filling the tiles of a citizen's page: all of them in few journeys, and no one takes it down."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import DatabaseError, transaction
from django.template import Context as TemplateContext
from django.template import Template
from django.template.loader import get_template

from jobunivers.foundation.tiles import Arrangement, Asking, Context, Tile, tile_of

logger = logging.getLogger("jobunivers.tiles")
_FAILED = "front/tiles/failed.html"


class TilesBroken(Exception):  # noqa: N818 - it reads as what happened
    """What the tiles ask together cannot be asked; the page is to be made carefully."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTile:
    """A tile as it stands on the page; `context` is None where it failed."""

    tile: Tile
    context: Context | None
    own: bool  # she has put it there herself
    careful: bool = False

    @property
    def anchor(self) -> str:
        """Return the part of the address that leads to it."""
        return anchor_of(self.tile.code)

    def render(self, context: TemplateContext) -> str:
        """Return its inside; one that fails says so, and the others stand.

        Raises:
            DatabaseError: the transaction is broken for all; the page is to be made carefully.
        """
        try:
            if self.context is not None:
                return _inside(self.tile.template, self.context, context, careful=self.careful)
        except DatabaseError:
            if not self.careful:
                raise
            logger.exception("tile failed", extra={"tile": self.tile.code})
        except Exception:
            logger.exception("tile failed", extra={"tile": self.tile.code})
        return _inside(_FAILED, {}, context, careful=False)


def anchor_of(code: str) -> str:
    """Return the part of the address that leads to a tile."""
    return f"flis-{code.replace('.', '-').replace('_', '-')}"


def _inside(name: str, said: Context, context: TemplateContext, *, careful: bool) -> str:
    template: Template = get_template(name).template  # type: ignore[attr-defined]
    with context.push(**said):
        # Rendered in the page's own context: the frame is not asked for again by each tile.
        if not careful:
            return template.nodelist.render(context)
        with transaction.atomic():
            return template.nodelist.render(context)


@dataclass(slots=True)
class Filling:
    """One tile on its way: what it asks, then what it shows."""

    tile: Tile
    failed: bool = False
    context: Context | None = field(default=None)

    def step(self, does: Callable[[Asking], Any] | None, asking: Asking) -> Any:
        """Do a part of it; a tile that fails is left out of what follows."""
        if does is None or self.failed:
            return None
        try:
            return does(asking)
        except DatabaseError:
            raise
        except Exception:
            self.failed = True
            logger.exception("tile failed", extra={"tile": self.tile.code})
            return None


def fill(
    arrangement: Arrangement, asking: Asking, *, careful: bool, beside: Iterable[str] = ()
) -> dict[str, ShownTile]:
    """Return the tiles that have something to show, by code.

    `beside`: more tiles than the arrangement's, of which it is asked whether they have. All
    questions go in two journeys. With `careful` each tile goes by itself inside a savepoint,
    so that one whose question PostgreSQL refuses takes no other with it.

    Raises:
        TilesBroken, DatabaseError: a question was refused, and `careful` was not asked for.
    """
    codes = dict.fromkeys((*arrangement.codes, *beside))
    known = [tile for code in codes if (tile := tile_of(code)) is not None]
    filled = [_alone(tile, asking) for tile in known] if careful else _together(known, asking)
    return {
        one.tile.code: ShownTile(
            tile=one.tile,
            context=None if one.failed else one.context,
            own=one.tile.code in arrangement.own,
            careful=careful,
        )
        for one in filled
        if one.failed or one.context is not None
    }


def _together(known: Iterable[Tile], asking: Asking) -> list[Filling]:
    filled = [Filling(tile) for tile in known]
    for one in filled:
        one.step(one.tile.asks, asking)
    _ask(asking)
    for one in filled:
        one.step(one.tile.then, asking)
    _ask(asking)
    for one in filled:
        one.context = one.step(one.tile.load, asking)
    return filled


def _ask(asking: Asking) -> None:
    try:
        asking.ask()
    except Exception as error:
        raise TilesBroken from error


def _alone(tile: Tile, asking: Asking) -> Filling:
    own = replace(asking, _kept={}, _questions={}, _gathered={}, _waiting=[])
    try:
        with transaction.atomic():
            return _together([tile], own)[0]
    except (TilesBroken, DatabaseError):
        logger.exception("tile failed", extra={"tile": tile.code})
        return Filling(tile, failed=True)
