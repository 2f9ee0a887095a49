# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Why one advertisement was recommended: the reasons, the data, the model, and the answer again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from jobunivers.foundation.taxonomy import packed
from jobunivers.rooms.tailored.models import RecommendationRun
from jobunivers.rooms.tailored.queries.again import Again, made_again, vocabulary_of
from jobunivers.rooms.tailored.queries.reading import Recommendation
from jobunivers.rooms.tailored.queries.rows import Row, is_open, rows_of
from jobunivers.rooms.tailored.queries.signals import Told, told_of
from jobunivers.rooms.tailored.queries.slider import STEPS, step_of
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.science.matching import People


@dataclass(frozen=True, slots=True)
class DataUsed:
    """What the model saw of her, in words: read from what was kept with the run."""

    boldness: str
    wishes: Sequence[str] = ()
    occupations: Sequence[str] = ()
    skills: Sequence[str] = ()
    languages: bool = False
    max_km: float | None = None
    hours: bool = False
    wants_remote: bool = False
    licences: bool = False
    words: bool = False
    taste: bool = False
    told: Sequence[Told] = ()  # by others, with her consent


@dataclass(frozen=True, slots=True)
class WhyPage:
    """Why one advertisement was recommended, from which data, by what."""

    row: Row
    run: RecommendationRun
    data: DataUsed
    open: bool
    again: Again | None


def why_page(
    *, recommendation: Recommendation, language: str, at: datetime, again: bool = False
) -> WhyPage | None:
    """Return why an advertisement was recommended; None when it is no longer there at all.

    `again` makes the answer anew from what was kept, and compares.
    """
    run, kept = recommendation.run, recommendation.kept
    marks = vacancies.marks_of(citizen_id=run.citizen_id)
    vacancy = vacancies.rows_by_id([kept.vacancy_id]).get(kept.vacancy_id)
    if vacancy is None:
        return None
    (row,) = rows_of([(kept, vacancy)], marks, place=run.place, language=language, at=at)
    return WhyPage(
        row=row,
        run=run,
        data=data_used(run, language),
        open=is_open(vacancy, at),
        again=made_again(run=run, vacancy_id=kept.vacancy_id) if again else None,
    )


def data_used(run: RecommendationRun, language: str) -> DataUsed:
    """Return what the model saw of the citizen when it made the run."""
    vocabulary = vocabulary_of(run.vocabulary)
    boldness = str(STEPS[step_of(run.boldness)])
    if vocabulary is None:
        return DataUsed(boldness=boldness, told=told_of(run))
    her = People.from_bytes([bytes(run.person)], [run.citizen_id], vocabulary)
    number = vocabulary.kind_number
    wishes, works = number[her.wish].tolist(), number[her.work].tolist()
    kinds = packed.names_of_kinds({*wishes, *works}, language)
    skills = packed.names_of_skills(vocabulary.skill_number[her.skill].tolist(), language)
    return DataUsed(
        wishes=_names(wishes, kinds),
        occupations=_names(works, kinds),
        skills=sorted({name for _, name in skills.values()}),
        languages=bool(len(her.language)),
        max_km=None if her.reach[0] < 0 else float(her.reach[0]) / 100,
        hours=bool(her.hours_min[0] >= 0 or her.hours_max[0] >= 0),
        wants_remote=bool(her.wants_remote[0]),
        licences=bool(her.lacks[0]),
        words=bool(her.meaning[0].any()),
        taste=bool(her.taste[0].any()),
        boldness=boldness,
        told=told_of(run),
    )


def _names(numbers: list[int], found: dict[int, tuple[str, str]]) -> list[str]:
    names = (found[number][1] for number in numbers if number in found)
    return list(dict.fromkeys(names))
