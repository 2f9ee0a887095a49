# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be learned, told by every room that keeps courses or lessons; none may do so yet."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Lesson:
    """Something to learn.

    Attributes:
        code: `room:number`, kept in rows and never renamed.
        title: what it is called, in the reader's language; `path` lies within the kommune.
        skills: addresses of the competences it teaches.
        hours: how much effort it is; `weeks` how long it lasts, where that is known.
    """

    code: str
    title: str
    path: str
    skills: tuple[str, ...]
    hours: float
    weeks: float | None = None


# The reader's language, now → all that can be begun.
Provider = Callable[[str, datetime], Sequence[Lesson]]

_providers: dict[str, Provider] = {}


def provide(room: str, provider: Provider) -> None:
    """Let a room's lessons be suggested; said in its `apps.py`."""
    _providers[room] = provider


def withdraw(room: str) -> None:
    """Let a room's lessons be suggested no more; for tests."""
    _providers.pop(room, None)


def lessons(*, language: str, at: datetime) -> list[Lesson]:
    """Return all that can be begun, by code; nothing while no room provides any."""
    found = [one for room in sorted(_providers) for one in _providers[room](language, at)]
    return sorted(found, key=lambda one: one.code)


def find(codes: Iterable[str], *, language: str, at: datetime) -> list[Lesson]:
    """Return the lessons of these codes that can still be begun, in their order."""
    wanted = list(codes)
    known = {one.code: one for one in lessons(language=language, at=at)} if wanted else {}
    return [known[code] for code in wanted if code in known]
