# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the staff's first page and navigation are made of: blocks, ways and waits that rooms offer.

A room offers; it does not know the page. What all blocks ask goes in one journey to the database,
and the names of the citizens on all their lines are found, shielded and logged by the page.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise

Words = Promise | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The member of staff who asks, as what, when, and in which language."""

    staff_id: int
    role: str
    at: datetime
    today: date
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a block: whom or what, why, and the act.

    Attributes:
        why: one sentence; for a line with a citizen it stands after her name.
        act: what the button says, a verb; `path` is where it leads, made by `reverse`.
        citizen_id: whose line it is: the page finds her name and logs that it was shown.
        title: what stands in place of a name.
        due: the day it must be done by; lines of a block stand in the order the room gives.
    """

    why: Words
    act: Words
    path: str
    citizen_id: int | None = None
    title: Words = ""
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The inside of a block: at most a handful of lines, and the way to all of them.

    Attributes:
        total: how many there are, where that is known without asking more; 0 says nothing.
        empty: what stands when there is no line; a block without lines and without it is left out.
        note: a sentence above the lines.
    """

    lines: Sequence[Line] = ()
    total: int = 0
    empty: Words = ""
    note: Words = ""
    more: Words = ""
    more_path: str = ""


Rows = Mapping[str, list[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A part of the staff's first page.

    Attributes:
        code: `room.thing`, never renamed.
        name: its heading.
        order: blocks stand by the number of the role, then by code: 10s whom to call, 20s today,
            30s tasks, 40s who asked, 50s groups and pushes, 60s the labour market, 90s figures.
        roles: role → its number there; only these see it.
        asks: questions by name; all blocks' questions are asked in one journey.
        reads: the rows by name → what it shows; None leaves it out.
        looks: the part of `trust.words` that a citizen on its lines reads was looked at; empty:
            only that her name stood on a list.
    """

    code: str
    name: Words
    roles: Mapping[str, int]
    reads: Callable[[Desk, Rows], Shown | None]
    asks: "Callable[[Desk], Mapping[str, QuerySet[Any, Any]]] | None" = None
    looks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A line of the staff's navigation.

    Attributes:
        code: `room.thing`; a later way with the same code takes its place.
        label: one or two words.
        url_name: an address without numbers.
        icon: one of the icons in use, such as "list".
        roles: role → its place there; the first seven stand open, the others under "Mere".
    """

    code: str
    label: Words
    url_name: str
    icon: str
    roles: Mapping[str, int]


# Since, now → (asked at, answered at or None) of each that was asked since, or still waits.
Asked = Callable[[datetime, datetime], "Iterable[tuple[datetime, datetime | None]]"]


@dataclass(frozen=True, slots=True)
class Waits:
    """Something people wait for an answer to: counted at night, never by who answers.

    Attributes:
        code: `room.thing`, kept in rows and never renamed.
        name: what is waited for, as the manager reads it.
        days: within how many days an answer is expected; None: nobody has said.
    """

    code: str
    name: Words
    asked: Asked
    days: int | None = None


OPEN_WAYS = 7
"""So many lines of the navigation stand open; the others stand under one more."""

_blocks: dict[str, Block] = {}
_ways: dict[str, Way] = {}
_waits: dict[str, Waits] = {}


def offer(block: Block) -> None:
    """Offer a block of the staff's first page; said in a room's `apps.py`."""
    _blocks[block.code] = block


def offer_way(way: Way) -> None:
    """Offer a line of the staff's navigation; said in a room's `apps.py`."""
    _ways[way.code] = way


def offer_waits(waits: Waits) -> None:
    """Let the time people wait for something be counted; said in a room's `apps.py`."""
    _waits[waits.code] = waits


def blocks(role: str) -> list[Block]:
    """Return the blocks of a role, in its order."""
    seen = (block for block in _blocks.values() if role in block.roles)
    return sorted(seen, key=lambda block: (block.roles[role], block.code))


def ways(role: str) -> list[Way]:
    """Return the lines of a role's navigation, in its order."""
    seen = (way for way in _ways.values() if role in way.roles)
    return sorted(seen, key=lambda way: (way.roles[role], way.code))


def waits() -> list[Waits]:
    """Return everything that people wait for, by code."""
    return [_waits[code] for code in sorted(_waits)]


@contextmanager
def only(*some: Block) -> Iterator[None]:
    """Let these blocks alone be offered meanwhile; for tests."""
    before = dict(_blocks)
    _blocks.clear()
    _blocks.update({block.code: block for block in some})
    try:
        yield
    finally:
        _blocks.clear()
        _blocks.update(before)
