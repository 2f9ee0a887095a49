# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What her newest competences and courses brought nearer, in words."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from jobunivers.foundation import lessons
from jobunivers.foundation.lessons import Lesson
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.foundation.ui.wording import listed
from jobunivers.rooms.tailored.models import RecommendationRun
from jobunivers.rooms.tailored.queries.rows import is_open

if TYPE_CHECKING:
    from jobunivers.rooms.vacancies.models import Vacancy

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Nearer:
    """A job she covers more of, and which of her new competences it asks for."""

    vacancy: "Vacancy"
    skills: str


@dataclass(frozen=True, slots=True)
class Work:
    """A kind of work that is near now, and which of her new competences it needs."""

    name: str
    skills: str


@dataclass(frozen=True, slots=True)
class Because:
    """What came nearer, and why, in words.

    `title` is the course that it comes from, "" when it is competences she has added; `skills`
    names the new competences of the jobs, `many` how many those are.
    """

    skills: str
    many: int
    jobs: tuple[Nearer, ...]
    title: str = ""
    near: tuple[Work, ...] = ()
    lessons: tuple[Lesson, ...] = ()


def ids_of(run: RecommendationRun | None, *, at: datetime) -> list[int]:
    """Return the advertisements that the run holds for this, while the news is new."""
    if run is None or not run.because:
        return []
    if date.fromisoformat(run.because["until"]) < timezone.localdate(at):
        return []
    return [int(job["id"]) for job in run.because["jobs"]]


def because_of(
    run: RecommendationRun | None,
    found: "Mapping[int, Vacancy]",
    away: Container[int],
    *,
    language: str,
    at: datetime,
) -> Because | None:
    """Return what the run holds of it, at most three jobs; None when there is nothing to show.

    `found` are the advertisements of `ids_of`; `away` those she hid or applied for.
    """
    if run is None or not run.because:
        return None
    if date.fromisoformat(run.because["until"]) < timezone.localdate(at):
        return None
    return in_words(run.because, found, away, language=language, at=at, most=_SHOWN)


def in_words(
    told: Mapping[str, Any],
    found: "Mapping[int, Vacancy]",
    away: Container[int],
    *,
    language: str,
    at: datetime,
    most: int,
) -> Because | None:
    """Return what was found (`completing.because_of`) in words; None when nothing is left."""
    skills: dict[int, list[str]] = {int(job["id"]): job["skills"] for job in told["jobs"]}
    there = [pk for pk in skills if pk in found and pk not in away and is_open(found[pk], at)][
        :most
    ]
    near: list[dict[str, Any]] = told.get("near", [])
    next_lessons = tuple(lessons.find(told.get("lessons", ()), language=language, at=at))
    if not (there or near or next_lessons):
        return None
    asked = [skills[pk] for pk in there] + [one["skills"] for one in near]
    names = taxonomy.labels(
        {uri for some in asked for uri in some} | {one["uri"] for one in near}, language
    )
    together = _named(names, [uri for pk in there for uri in skills[pk]])
    return Because(
        skills=listed(together),
        many=len(together),
        jobs=tuple(Nearer(found[pk], listed(_named(names, skills[pk]))) for pk in there),
        title=_course(told, {uri for some in asked for uri in some}),
        near=tuple(
            Work(names[one["uri"]], listed(_named(names, one["skills"][:_SHOWN])))
            for one in near
            if one["uri"] in names
        ),
        lessons=next_lessons,
    )


def _named(names: Mapping[str, str], uris: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(names.get(uri, uri) for uri in uris))


def _course(told: Mapping[str, Any], skills: set[str]) -> str:
    """Return the newest course that teaches any of what came nearer asks for; "" for none."""
    for one in told.get("completed", ()):
        if skills & set(one["skills"]) or not skills:
            return str(one["title"])
    return ""
