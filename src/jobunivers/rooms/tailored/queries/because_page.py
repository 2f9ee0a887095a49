# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of what her newest course was good for, found this moment over all open jobs."""

from dataclasses import dataclass
from datetime import datetime

from jobunivers.rooms.tailored.queries import worlds
from jobunivers.rooms.tailored.queries.asking import ask
from jobunivers.rooms.tailored.queries.because import Because, in_words
from jobunivers.rooms.tailored.queries.completing import because_of
from jobunivers.rooms.tailored.queries.pages import MODEL
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.trust import queries as trust

_MOST = 12


@dataclass(frozen=True, slots=True)
class BecausePage:
    """What the page shows. `ready`: the advertisements are packed, so an answer could be given."""

    ready: bool
    off: bool = False
    because: Because | None = None
    starred: frozenset[int] = frozenset()


def because_page(*, citizen_id: int, language: str, at: datetime) -> BecausePage:
    """Return what is new with her and what it brought nearer."""
    loaded, off = worlds.current(), not trust.is_on(MODEL)
    if loaded is None or off:
        return BecausePage(ready=loaded is not None, off=off)
    (asked,) = ask(citizen_ids=[citizen_id], loaded=loaded, at=at)
    told = because_of(asked, loaded.world, at=at)
    if not told:
        return BecausePage(ready=True)
    marks = vacancies.marks_of(citizen_id=citizen_id)
    found = vacancies.rows_by_id([job["id"] for job in told["jobs"]])
    away = marks.hidden | marks.applied
    because = in_words(told, found, away, language=language, at=at, most=_MOST)
    return BecausePage(ready=True, because=because, starred=frozenset(marks.starred))
