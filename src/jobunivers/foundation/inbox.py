# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What waits for a member of staff in any room, so that there is one list of it.

A room that has something for staff to answer says here how to find it; where it is answered stays
the room's own page. The list knows no room.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Whose list it is, as what she works, and when."""

    staff_id: int
    role: str
    language: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that waits.

    Attributes:
        title: what there is to do, without the citizen's name.
        url: where it is done.
        since: when somebody asked.
        due_on: the day it must be done by.
        citizen_id: whom it is about; the list finds her name and logs that it was shown.
        mine: it is hers; False: her team's, whoever takes it.
    """

    title: str
    url: str
    since: datetime
    due_on: date | None = None
    citizen_id: int | None = None
    mine: bool = True


@dataclass(frozen=True, slots=True)
class Source:
    """A room's part of the list: `waiting` returns at most a hundred, the first due first."""

    code: str
    name: Promise | str
    waiting: Callable[[Asking], Sequence[Item]]


_sources: dict[str, Source] = {}


def offer(source: Source) -> None:
    """Offer a part of the list; said in a room's `apps.py`."""
    _sources[source.code] = source


def waiting(asking: Asking) -> list[tuple[Source, list[Item]]]:
    """Return what waits in each room that has something, rooms by their code."""
    found = ((one, list(one.waiting(asking))) for one in map(_sources.get, sorted(_sources)) if one)
    return [(one, items) for one, items in found if items]
