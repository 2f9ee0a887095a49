# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What she has just learned or finished, and what it was good for: jobs, work, next lessons."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from jobunivers.foundation import lessons
from jobunivers.foundation.taxonomy import meaning, packed
from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.plan import queries as plan
from jobunivers.rooms.plan.actions import ActivityKind
from jobunivers.rooms.tailored.queries.asking import Asked
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.science.first_line import profile_from_line
from jobunivers.science.gaps import Offer, because_completed, next_learning, occupations_near
from jobunivers.science.matching import Vocabulary, World

NEW_FOR = timedelta(days=30)
# Three are shown; some of those found may end, or be hidden or applied for, before that.
_FOUND = 12
_NEAR, _LESSONS = 3, 3
_LONGEST = 200
_COURSES = frozenset({ActivityKind.COURSE})


@dataclass(frozen=True, slots=True)
class Completed:
    """A course or education, what it teaches by its name, and until when it is new."""

    title: str
    until: datetime
    skills: frozenset[str]


@dataclass(frozen=True, slots=True)
class News:
    """All that is new with her: what she has added as competences, and what she has finished."""

    added: Mapping[str, datetime]  # a competence's address → when
    completed: tuple[Completed, ...] = ()
    skills: frozenset[str] = field(default_factory=frozenset)

    @property
    def until(self) -> datetime:
        """Return the last moment at which any of it is new."""
        ends = [one + NEW_FOR for one in self.added.values()]
        return max([*ends, *(one.until for one in self.completed)])


def news_of(asked: Asked, vocabulary: Vocabulary, *, at: datetime) -> News:
    """Return what is new with a citizen: of the last 30 days, in today's words of the taxonomy."""
    citizen_id, since = asked.head.citizen_id, at - NEW_FOR
    told = journey.new_competences(citizen_id=citizen_id, since=since)
    named = {packed.in_use(uri): moment for uri, moment in told.items()}
    added = {uri: moment for uri, moment in named.items() if uri in asked.profile.skills}
    finished = [
        (one.title, one.at + NEW_FOR)
        for one in journey.finished_lately(citizen_id=citizen_id, since=since)
    ]
    # A day is as good as a moment: what was done on the first day is new on the last.
    finished += [
        (one.title, at + NEW_FOR - (timezone.localdate(at) - one.done_on))
        for one in plan.finished(
            citizen_id=citizen_id, kinds=_COURSES, since=timezone.localdate(since)
        )
    ]
    completed = tuple(
        Completed(title[:_LONGEST], until, taught)
        for title, until in finished
        if (taught := taught_by(title, vocabulary))
    )
    skills = frozenset(added).union(*(one.skills for one in completed))
    return News(added, completed, skills)


def taught_by(title: str, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the skills that a course or education teaches, as far as its name says it.

    Those it names; else what the work that it is named after cannot do without.
    """
    said = profile_from_line(title, titles=meaning.titles.get(), skills=meaning.skills.get())
    if said.skills:
        return frozenset(packed.in_use(uri) for uri in said.skills)
    if not said.wanted_occupations:
        return frozenset()
    wish = said.wanted_occupations[0]
    kind = vocabulary.kind_of(packed.in_use(wish.uri))
    if kind == vocabulary.unknown:
        return frozenset()
    needs = vocabulary.needs_of(kind)
    return frozenset(vocabulary.skill_uris[skill] for skill, _weight, must in needs if must)


def because_of(asked: Asked, world: World, *, at: datetime) -> dict[str, Any]:
    """Return what is new with her and what it brought nearer; empty when it brought nothing.

    `jobs` are advertisements with the new skills each asks for, those that opened first; `near`
    occupations with the same; `lessons` codes of what would open most next, where a room has
    lessons; `completed` the courses with what they teach. `until` is the last day of any of it.
    """
    news = news_of(asked, world.vocabulary, at=at)
    if not news.skills:
        return {}
    day = vacancies.day_number(timezone.localdate(at))
    raised = because_completed(world, asked.profile, news.skills, day=day, limit=_FOUND)
    jobs = [{"id": one.id, "skills": list(one.skills)} for one in raised if one.skills]
    near = _near(asked, news.skills, world.vocabulary) if news.completed else []
    learn = _lessons(asked, news.skills, world, day=day, at=at)
    if not (jobs or near or learn):
        return {}
    return {
        "until": timezone.localdate(news.until).isoformat(),
        "jobs": jobs,
        "near": near,
        "lessons": learn,
        "completed": [{"title": one.title, "skills": sorted(one.skills)} for one in news.completed],
    }


def _near(asked: Asked, new: Collection[str], vocabulary: Vocabulary) -> list[dict[str, Any]]:
    """Return the occupations that are near now, but for those she has or wishes for."""
    profile = asked.profile
    has = {one.uri for one in profile.occupations}
    wished = {one.uri for one in profile.wanted_occupations}
    implied = {
        vocabulary.skill_uris[skill]
        for uri in has
        if (kind := vocabulary.kind_of(uri)) != vocabulary.unknown
        for skill, _weight, must in vocabulary.needs_of(kind)
        if must
    }
    found = occupations_near(
        vocabulary, profile.skills | implied, new, without=has | wished, limit=_NEAR
    )
    return [{"uri": one.uri, "skills": list(one.skills)} for one in found]


def _lessons(
    asked: Asked, new: Collection[str], world: World, *, day: int, at: datetime
) -> list[str]:
    """Return what to learn next, once the new skills are counted as hers."""
    offers = [
        Offer(one.code, one.skills, one.hours, one.weeks)
        for one in lessons.lessons(language="da", at=at)
    ]
    if not offers:
        return []
    profile = replace(asked.profile, skills=asked.profile.skills | frozenset(new))
    found = next_learning(world, profile, offers, day=day, limit=_LESSONS)
    return [one.offer.id for one in found if one.opens]
