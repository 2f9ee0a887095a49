# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Kept recommendations as rows of a list: the advertisement, its points, its reasons in words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from jobunivers.foundation.taxonomy import packed
from jobunivers.rooms.tailored.queries import words
from jobunivers.rooms.tailored.queries.reading import KeptRow, named
from jobunivers.rooms.tailored.queries.telling import main_reasons
from jobunivers.rooms.tailored.queries.words import ReasonWords
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.science.matching import UNIT

if TYPE_CHECKING:
    from jobunivers.rooms.vacancies.models import Vacancy

# So much of a score must be about the work for a job to be like what she does, can or wants.
_OF_THE_WORK = ("occupation.", "wish.", "skills.", "bridge", "taste")
_ALIKE = 0.08


@dataclass(frozen=True, slots=True)
class Row:
    """One recommended advertisement as a list shows it."""

    vacancy: "Vacancy"
    rank: int
    points: int  # whole points of 100, as the reasons add up
    main: str
    reasons: list[ReasonWords]
    km: float | None
    starred: bool
    explored: bool  # chance put it here, for the model to learn from
    turning: bool = False  # from here on all are here for being near and new

    @property
    def alike(self) -> bool:
        """Say whether it is here for what she does, can and wants, more than for being near."""
        work = sum(one.weight for one in self.reasons if one.code.startswith(_OF_THE_WORK))
        return not self.explored and work >= _ALIKE


def still_shown(
    kept: Sequence[KeptRow],
    found: "dict[int, Vacancy]",
    marks: vacancies.Marks,
    *,
    at: datetime,
) -> "list[tuple[KeptRow, Vacancy]]":
    """Leave out what ended, disappeared, was hidden or applied for after the run was made."""
    away = marks.hidden | marks.applied
    pairs = [
        (one, found[one.vacancy_id])
        for one in kept
        if one.vacancy_id in found and one.vacancy_id not in away
    ]
    return [(one, vacancy) for one, vacancy in pairs if is_open(vacancy, at)]


def is_open(vacancy: "Vacancy", at: datetime) -> bool:
    """Say whether an advertisement can still be applied for."""
    return vacancy.closed_at is None and vacancy.expires_at > at


def rows_of(
    pairs: "Sequence[tuple[KeptRow, Vacancy]]",
    marks: vacancies.Marks,
    *,
    place: str,
    language: str,
    at: datetime,
    short: bool = False,
) -> list[Row]:
    """Return the rows in words; `place` says from where kilometres were measured.

    In `short` the main reason is all that is to be shown: what reasons rest on is left out.
    """
    names = named((one for one, _ in pairs), language)
    labels = names.labels
    kinds = packed.kinds_of_skills(names.skills)
    unsaid = words.goes_without_saying(kinds, labels, language)
    starred = frozenset(marks.starred)
    said = [
        words.in_words(
            [_about(reason, at) for reason in names.reasons_of(one)],
            labels,
            place=place,
            unsaid=unsaid,
            short=short,
        )
        for one, _ in pairs
    ]
    rows = [
        Row(
            vacancy=vacancy,
            rank=one.rank,
            points=round(100 * one.score / UNIT),
            main=main,
            reasons=reasons,
            km=one.km if place == "profile" else None,
            starred=vacancy.pk in starred,
            explored=one.explored,
        )
        for (one, vacancy), reasons, main in zip(pairs, said, main_reasons(said), strict=True)
    ]
    return _turned(rows)


def _turned(rows: list[Row]) -> list[Row]:
    """Return the rows of a page, the first after the last alike one marked as the turn."""
    turn = max((place for place, row in enumerate(rows, start=1) if row.alike), default=0)
    return [replace(row, turning=True) if place == turn else row for place, row in enumerate(rows)]


def _about(reason: dict[str, Any], at: datetime) -> dict[str, Any]:
    """Return a reason with how old the advertisement is on the day of the page."""
    facts = reason["facts"]
    if "published_day" in facts:
        facts["days"] = vacancies.day_number(timezone.localdate(at)) - facts["published_day"]
    return reason
