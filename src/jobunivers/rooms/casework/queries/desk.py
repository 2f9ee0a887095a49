# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The staff's first page: the blocks of a role filled, in few journeys, and none takes it down.

What a block asks is put together once for each role and language, and asked with who asks and when
in its places; a block whose questions cannot be kept so is asked as it is.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import DatabaseError, transaction

from jobunivers.foundation import desk, together
from jobunivers.foundation.desk import Block, Desk, Line, Shown
from jobunivers.foundation.prepared import CannotBePrepared, Prepared, prepared_list
from jobunivers.foundation.together import Question

logger = logging.getLogger("jobunivers.desk")


@dataclass(frozen=True, slots=True)
class Filled:
    """A block with what it shows; `shown` is None where it failed."""

    block: Block
    shown: Shown | None

    @property
    def anchor(self) -> str:
        """Return the part of the address that leads to it."""
        return f"blok-{self.block.code.replace('.', '-').replace('_', '-')}"

    @property
    def citizen_ids(self) -> list[int]:
        """Return whom its lines are about."""
        lines = self.shown.lines if self.shown else ()
        return [one.citizen_id for one in lines if one.citizen_id is not None]


@dataclass(frozen=True, slots=True)
class NamedLine:
    """A line with the name its reader may see; a citizen who is gone has no line."""

    line: Line
    name: str


@dataclass(frozen=True, slots=True)
class HomeBlock:
    """A block as the page shows it."""

    filled: Filled
    lines: tuple[NamedLine, ...]


class BlocksBroken(Exception):  # noqa: N818 - it reads as what happened
    """What the blocks ask together cannot be asked; the page is to be made carefully."""


def fill(asking: Desk, *, careful: bool = False, beside: Sequence[Question] = ()) -> list[Filled]:
    """Return the blocks of the role that have something to say, in order.

    All questions go in one journey, and those of the page's own `beside` them. With `careful` each
    block goes by itself inside a savepoint, so that one whose question PostgreSQL refuses takes no
    other with it.

    Raises:
        BlocksBroken, DatabaseError: a question was refused, and `careful` was not asked for.
    """
    blocks = desk.blocks(asking.role)
    if careful:
        found = [_alone(one, asking) for one in blocks]
    else:
        found = _together(blocks, asking, beside)
    return [one for one in found if one is not None]


def named(filled: list[Filled], names: Mapping[int, str]) -> list[HomeBlock]:
    """Return the blocks with names on their lines."""
    return [
        HomeBlock(
            one,
            tuple(
                NamedLine(line, names.get(line.citizen_id or 0, str(line.title)))
                for line in (one.shown.lines if one.shown else ())
                if line.citizen_id is None or line.citizen_id in names
            ),
        )
        for one in filled
    ]


Questions = Mapping[str, Question]
_Asks = Callable[[Desk], Mapping[str, Any]]


@dataclass(slots=True)
class _Kept:
    """What a block asks, kept; `ask` is None for one that must be asked as it is."""

    ask: Callable[..., list[Prepared[Any]]] | None
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)  # by role


_kept: dict[_Asks, _Kept] = {}


def _together(blocks: list[Block], asking: Desk, beside: Sequence[Question]) -> list[Filled | None]:
    asked = [(one, _questions(one, asking)) for one in blocks]
    hers = [q for _one, qs in asked if qs is not None for q in qs.values()]
    try:
        together.ask([*hers, *beside])
    except Exception as error:
        raise BlocksBroken from error
    return [_read(one, questions, asking) for one, questions in asked]


def _alone(block: Block, asking: Desk) -> Filled | None:
    try:
        with transaction.atomic():
            return _read(block, _questions(block, asking), asking)
    except DatabaseError:
        logger.exception("block failed", extra={"block": block.code})
        return Filled(block, None)


def _questions(block: Block, asking: Desk) -> Questions | None:
    """Return what a block asks; None where saying it failed."""
    if block.asks is None:
        return {}
    try:
        return _kept_questions(block.code, block.asks, asking) or block.asks(asking)
    except DatabaseError:
        raise
    except Exception:
        logger.exception("block failed", extra={"block": block.code})
        return None


def _kept_questions(code: str, asks: _Asks, asking: Desk) -> Questions:
    """Return what a block asks as it is kept; nothing when it cannot be."""
    kept = _kept.get(asks) or _kept.setdefault(asks, _keep(code, asks))
    if kept.ask is None:
        return {}
    try:
        questions = kept.ask(
            staff_id=asking.staff_id,
            role=str(asking.role),
            at=asking.at,
            today=asking.today,
            language=asking.language,
        )
    except CannotBePrepared:
        kept.ask = None
        return {}
    return dict(zip(kept.names[asking.role], questions, strict=True))


def _keep(code: str, asks: _Asks) -> _Kept:
    def make(**said: Any) -> list[Any]:
        found = asks(Desk(**said))
        kept.names[said["role"]] = tuple(found)
        return list(found.values())

    kept = _Kept(prepared_list(make, name=code))
    return kept


def _read(block: Block, questions: Questions | None, asking: Desk) -> Filled | None:
    """Return a block with what it shows; None leaves it out: there is nothing it could say."""
    if questions is None:
        return Filled(block, None)
    try:
        rows = {name: list(question) for name, question in questions.items()}
        shown = block.reads(asking, rows)
    except DatabaseError:
        raise
    except Exception:
        logger.exception("block failed", extra={"block": block.code})
        return Filled(block, None)
    if shown is None or not (shown.lines or shown.empty or shown.note):
        return None
    return Filled(block, shown)
