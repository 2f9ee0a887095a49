# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a plan, a list or a message may point at: a job, a course, a meeting.

A room that keeps such things says here how they are found, and whoever points at one keeps its
kind, its number and its name of that day: a thing that goes away takes nobody's text with it.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing as a line shows it; `path` lies within the kommune, empty where no page is left."""

    title: str
    path: str = ""
    note: str = ""  # a few words: employer and deadline, length, place
    gone: bool = False  # ended or withdrawn: shown as such, with what was known of it


@dataclass(frozen=True, slots=True)
class Pointer:
    """Which thing: the code of its kind, and its number."""

    kind: str
    id: int


# Ids, the reader's language, now → what was found by id. Who may not see one does not find it.
Finder = Callable[[Collection[int], str, datetime], dict[int, Thing]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing: `code` is kept in rows and never renamed, `name` is for people."""

    code: str
    name: Promise | str
    find: Finder


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Let a room's things be pointed at; said in its `apps.py`."""
    _kinds[kind.code] = kind


def kind_of(code: str) -> Kind | None:
    """Return a kind by its code; None when no room knows it."""
    return _kinds.get(code)


def find(pointers: Iterable[Pointer], *, language: str, at: datetime) -> dict[Pointer, Thing]:
    """Return the things that are there, with one question for each kind."""
    wanted: dict[str, set[int]] = {}
    for pointer in pointers:
        wanted.setdefault(pointer.kind, set()).add(pointer.id)
    found: dict[Pointer, Thing] = {}
    for code, ids in wanted.items():
        kind = _kinds.get(code)
        if kind is not None:
            known = kind.find(ids, language, at)
            found |= {Pointer(code, pk): thing for pk, thing in known.items()}
    return found


# A thing → the citizens of the kommune being worked for who point at it and still want it.
Holders = Callable[[Pointer], Collection[int]]
_holders: dict[str, Holders] = {}


def provide_holders(room: str, holders: Holders) -> None:
    """Let a room that points at things say who does; said in its `apps.py`."""
    _holders[room] = holders


def holders(pointer: Pointer) -> set[int]:
    """Return the citizens who point at a thing: those to be told when it goes away."""
    return {pk for room in sorted(_holders) for pk in _holders[room](pointer)}
