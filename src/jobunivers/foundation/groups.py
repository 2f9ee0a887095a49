# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Groups of citizens that something may be meant for: a course, a kept filter, an occupation.

A room that can name a group says here how; whoever sends to one keeps its kind, its key and its
name of that day, and asks anew who belongs to it when the day comes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Group:
    """One group of the kommune that is worked for: which, and what people call it."""

    kind: str
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of group.

    Attributes:
        code: kept in rows and never renamed; `name` is for people.
        offered: member of staff, her language → the groups she may choose from.
        members: key, now → ids of its citizens, ascending; None when the key is known to nobody
            (any more), which is said and never taken for an empty group.
    """

    code: str
    name: Promise | str
    offered: Callable[[int, str], list[Group]]
    members: Callable[[str, datetime], list[int] | None]


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Let a room's groups be meant; said in its `apps.py`."""
    _kinds[kind.code] = kind


def withdraw(code: str) -> None:
    """Let a room's groups be meant no more; for tests."""
    _kinds.pop(code, None)


def kind_of(code: str) -> Kind | None:
    """Return a kind by its code; None when no room knows it."""
    return _kinds.get(code)


def offered(*, staff_id: int, language: str) -> list[tuple[Kind, list[Group]]]:
    """Return each kind with the groups a member of staff may choose, kinds by their code."""
    kinds = (_kinds[code] for code in sorted(_kinds))
    return [(kind, groups) for kind in kinds if (groups := kind.offered(staff_id, language))]


def members(kind: str, key: str, *, at: datetime) -> list[int] | None:
    """Return who belongs to a group now, by id; None when nobody knows the group."""
    known = _kinds.get(kind)
    return None if known is None else known.members(key, at)
