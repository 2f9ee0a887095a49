# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What her newest competences brought nearer, as her own page shows it."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.rooms.tailored.models import RecommendationRun
from jobunivers.rooms.tailored.queries import words
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
class Because:
    """The jobs, and the competences they have it from, in words; `many`: how many those are."""

    skills: str
    many: int
    jobs: tuple[Nearer, ...]


def ids_of(run: RecommendationRun | None, *, at: datetime) -> list[int]:
    """Return the advertisements that the run holds for this, while the competences are new."""
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
    """Return at most three jobs that are still open; None when there is nothing to show.

    `found` are the advertisements of `ids_of`; `away` those she hid or applied for.
    """
    there = [
        pk for pk in ids_of(run, at=at) if pk in found and pk not in away and is_open(found[pk], at)
    ][:_SHOWN]
    if run is None or not there:
        return None
    skills: dict[int, list[str]] = {job["id"]: job["skills"] for job in run.because["jobs"]}
    names = taxonomy.labels({uri for pk in there for uri in skills[pk]}, language)
    asked = {pk: [names.get(uri, uri) for uri in skills[pk]] for pk in there}
    together = list(dict.fromkeys(name for some in asked.values() for name in some))
    jobs = tuple(Nearer(found[pk], words.listed(some)) for pk, some in asked.items())
    return Because(words.listed(together), len(together), jobs)
