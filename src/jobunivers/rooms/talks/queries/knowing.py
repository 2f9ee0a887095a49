# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is known of one citizen before a talk, read from prepared rows through the doors."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from jobunivers.foundation import together
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.plan import queries as plan
from jobunivers.rooms.segmentation.queries import since as course
from jobunivers.rooms.tailored import queries as tailored
from jobunivers.rooms.tailored.queries import asked_for, near, reading
from jobunivers.rooms.talks.models import Talk
from jobunivers.rooms.talks.queries.talks import last_held
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.rooms.vacancies.queries import since as joblog
from jobunivers.science.talks import TalkFacts

_EPOCH = date(1970, 1, 1)
_PARTS = ("has_wishes", "has_experience", "has_competences", "has_education")
_DAYS = 90  # before the first talk, this far back is looked
_MOST_CHANGES, _MOST_APPLICATIONS = 8, 20


@dataclass(frozen=True, slots=True)
class Home:
    """Where she lives and how far she would travel; None of a place she has not told."""

    point: tuple[float, float] | None
    max_km: int | None
    wishes: tuple[tuple[str, str], ...]  # address of the occupation, its name; her own order


@dataclass(frozen=True, slots=True)
class Since:
    """What has happened since the last talk, as rows of the rooms that know."""

    day: date
    last: Talk | None
    applications: Sequence[Any]
    interviews: Sequence[Any]
    changes: Sequence[Any]
    moves: Sequence[Any]
    competences: tuple[str, ...]
    profile_changed: bool


@dataclass(frozen=True, slots=True)
class Known:
    """All that is looked at before a talk."""

    facts: TalkFacts
    home: Home
    since: Since
    course: str


def known(
    *,
    citizen_id: int,
    talk: Talk | None,
    run: tailored.Run | None,
    language: str,
    at: datetime,
) -> Known:
    """Return what is known of her on a day; `run` is her list of jobs, if it may be used."""
    today = timezone.localdate(at)
    last = next(iter(last_held(citizen_id=citizen_id, before=talk)), None)
    moment = last.begun_at if last and last.begun_at else at - timedelta(days=_DAYS)
    asked: dict[str, together.Question] = {
        "spell": journey.spells_of(citizen_id)[:1],
        "absences": journey.absences_of(citizen_id)[:5],
        "profile": journey.standing_question(citizen_id=citizen_id),
        "objection": course.open_objections(citizen_id=citizen_id)[:1],
        "course": course.course_of(citizen_id=citizen_id)[:1],
        "moves": course.moves_after(citizen_id=citizen_id, since=moment)[:_MOST_CHANGES],
        "ahead": joblog.interviews_ahead(citizen_id=citizen_id, today=today)[:1],
        "interviews": joblog.interviews_after(
            citizen_id=citizen_id, since=timezone.localdate(moment), today=today
        )[:_MOST_CHANGES],
        "applications": joblog.applications_after(citizen_id=citizen_id, since=moment)[
            :_MOST_APPLICATIONS
        ],
        "changes": plan.changes_after(citizen_id=citizen_id, since=moment)[:_MOST_CHANGES],
    }
    together.ask(list(asked.values()))
    rows = {name: list(question) for name, question in asked.items()}
    profile = next(iter(rows["profile"]), None)
    home = _home(profile, language)
    added = journey.new_competences(citizen_id=citizen_id, since=moment)
    labels = taxonomy.labels(list(added), language) if added else {}
    return Known(
        facts=TalkFacts(
            today=today,
            first_talk=last is None,
            **_of_spell(rows, today),
            **_of_joblog(citizen_id, rows, today),
            **_of_plan(citizen_id, today),
            **_of_jobs(home, run, language, at),
            profile_parts=_parts(profile),
        ),
        home=home,
        since=Since(
            day=timezone.localdate(moment),
            last=last,
            applications=rows["applications"],
            interviews=rows["interviews"],
            changes=rows["changes"],
            moves=rows["moves"],
            competences=tuple(labels.get(uri, uri) for uri in added),
            profile_changed=profile is not None and profile.changed_at > moment,
        ),
        course=rows["course"][0].course if rows["course"] else "",
    )


def home_of(citizen_id: int, language: str) -> Home:
    """Return where she lives and what she wishes, for the map."""
    return _home(next(iter(journey.standing_question(citizen_id=citizen_id)), None), language)


def _home(profile: Any, language: str) -> Home:
    if profile is None:
        return Home(None, None, ())
    point = (profile.latitude, profile.longitude)
    wishes = list(profile.wishes.order_by("pk").values_list("occupation_uri", "words"))
    labels = taxonomy.labels([uri for uri, _ in wishes if uri], language)
    return Home(
        point=None if None in point else point,
        max_km=profile.max_km,
        wishes=tuple((uri, labels.get(uri, words)) for uri, words in wishes if uri),
    )


def _parts(profile: Any) -> int | None:
    if profile is None:
        return 0
    said = bool(profile.languages or profile.licences or profile.lacks_licences)
    return sum(
        [*(bool(getattr(profile, name)) for name in _PARTS), profile.latitude is not None, said]
    )


def _of_spell(rows: dict[str, list[Any]], today: date) -> dict[str, Any]:
    spell = next(iter(rows["spell"]), None)
    ended = [one.ends_on for one in rows["absences"] if one.ends_on and one.ends_on <= today]
    objection = next(iter(rows["objection"]), None)
    return {
        "out_since": spell.began_on if spell and spell.ended_on is None else None,
        "back_since": max(ended, default=None),
        "objection_since": timezone.localdate(objection.at) if objection else None,
    }


def _of_joblog(citizen_id: int, rows: dict[str, list[Any]], today: date) -> dict[str, Any]:
    log = vacancies.joblogs(today=today, ids=[citizen_id])
    talked = vacancies.talks(today=today, ids=[citizen_id])
    there = bool(len(log.ids))
    return {
        "last_applied": _day(log.last_applied[0]) if there else None,
        "applications90": int(log.applications[0]) if there else 0,
        "open_offer": _day(log.offer[0]) if there else None,
        "interviews180": int(talked.many[0]) if len(talked.ids) else 0,
        "next_interview": rows["ahead"][0].on if rows["ahead"] else None,
    }


def _of_plan(citizen_id: int, today: date) -> dict[str, Any]:
    found = plan.plans(today=today, ids=[citizen_id])
    if not len(found.ids):
        return {}
    return {
        "goals_open": int(found.goals[0]),
        "activities_ahead": int(found.ahead[0]),
        "overdue": int(found.late[0]),
        "overdue_since": _day(found.late_since[0]),
    }


def _of_jobs(home: Home, run: tailored.Run | None, language: str, at: datetime) -> dict[str, Any]:
    told: dict[str, Any] = {"reach_km": home.max_km}
    if home.point is not None and home.wishes and home.max_km:
        uri, name = home.wishes[0]
        there = near.jobs_near(point=home.point, km=home.max_km, uris=[uri], at=at)
        told |= {"wished": name, "openings_near": None if there is None else len(there)}
    asked = asked_for.most_asked(reading.kept_rows(run), language) if run else None
    if asked is not None:
        told |= {"skill": asked.name, "skill_jobs": asked.many, "skill_of": asked.of}
    return told


def _day(value: float) -> date | None:
    return None if value != value else _EPOCH + timedelta(days=int(value))  # noqa: PLR0124 - NaN


__all__ = ["Home", "Known", "Since", "home_of", "known"]
