# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the model sees of a citizen, and what it answers; nothing is stored here."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

from django.conf import settings
from django.utils import timezone

from jobunivers.foundation.places import queries as places
from jobunivers.foundation.taxonomy import meaning
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.science.first_line import profile_from_line
from jobunivers.science.matching_1 import Match, Profile, rank_and_exclude

# Three pages of twenty: more than anybody reads in a week, little enough to keep with reasons.
KEPT_MATCHES = 60
# How many advertisements are looked at closely; ranking them costs milliseconds.
_CANDIDATES = 500
_LONGEST_LINE = 500


class NotReady(Exception):  # noqa: N818 - it reads as what happened
    """There is no index to look in: an empty answer now would be a wrong one."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the model for one citizen, and how it came about.

    `place` is "profile" for her own place and "kommune" for the middle of the kommune.
    `basis` says what was read: "profile", "words" (her own text alone) or "nothing".
    """

    profile: Profile
    version: int
    words: str
    place: str
    basis: str


@dataclass(frozen=True, slots=True)
class Found:
    """The model's answer, ready to be stored: inputs are ids and numbers, never text of hers."""

    profile_version: int
    inputs: dict[str, Any]
    considered: int
    excluded: dict[str, int]
    matches: tuple[Match, ...]


def find(*, citizen_id: int, at: datetime) -> Found:
    """Rank the open advertisements for a citizen of the kommune being worked for.

    Raises NotReady while the vacancies' index is being built.
    """
    asked = _asked(citizen_id, at)
    marks = vacancies.marks_of(citizen_id=citizen_id)
    employers = vacancies.hidden_employer_ids(citizen_id=citizen_id)
    candidates, other_hours = _candidates(asked, marks, at)
    if not candidates and not vacancies.index_ready(folder=settings.SEARCH_FOLDER):
        raise NotReady
    # What she has applied for needs no suggestion; that is no constraint of the model's.
    new = [pk for pk in candidates if pk not in marks.applied]
    hidden = {str(pk) for pk in marks.hidden} | {vacancies.employer_key(pk) for pk in employers}
    openings = vacancies.openings(ids=new, at=at)
    ranking = rank_and_exclude(
        replace(asked.profile, hidden=frozenset(hidden)),
        openings,
        relations=meaning.relations.get(),
        limit=KEPT_MATCHES,
    )
    excluded = Counter(one.reason for one in ranking.excluded)
    if len(new) < len(candidates):
        excluded["applied"] = len(candidates) - len(new)
    if other_hours:
        excluded["hours"] += other_hours
    inputs = _inputs(asked) | {
        "hidden": sorted(marks.hidden),
        "hidden_employers": sorted(employers),
        "applied": sorted(marks.applied),
        "taxonomy": taxonomy.version(),
    }
    return Found(
        asked.version,
        inputs,
        len(candidates) + other_hours,
        dict(sorted(excluded.items())),
        ranking.matches,
    )


def _candidates(asked: Asked, marks: vacancies.Marks, at: datetime) -> tuple[list[int], int]:
    """Return what to look at closely, and how many would have been but for their hours."""
    ask = partial(
        vacancies.candidates_for,
        profile=asked.profile,
        text=asked.words,
        owner=current_municipality_id(),
        at=at,
        limit=_CANDIDATES + len(marks.hidden) + len(marks.applied),
    )
    candidates = ask()
    if asked.profile.hours_min is None and asked.profile.hours_max is None:
        return candidates, 0
    # Leaving out only moves the others up: what is missing was left out for its hours.
    left_out = {*ask(any_hours=True)}.difference(candidates, marks.hidden, marks.applied)
    return candidates, len(left_out)


def _asked(citizen_id: int, at: datetime) -> Asked:
    """Return what to ask. A profile of words alone is read as words; no place is the kommune's."""
    known = journey.matching_profile(citizen_id=citizen_id, today=timezone.localdate(at))
    profile, version, words = known or (Profile(), 0, "")
    basis = "profile" if _says_something(profile) else "words" if words else "nothing"
    if basis == "words":
        said = profile_from_line(
            words[:_LONGEST_LINE], titles=meaning.titles.get(), skills=meaning.skills.get()
        )
        profile = replace(profile, wanted_occupations=said.wanted_occupations, skills=said.skills)
    place = "profile"
    if profile.lat is None:
        place = "kommune"
        home = tenancy.by_pk(current_municipality_id())
        middle = places.kommune(home.code) if home else None
        if middle is not None:
            profile = replace(profile, lat=middle.lat, lon=middle.lon, max_km=None)
    return Asked(profile, version, words, place, basis)


def _says_something(profile: Profile) -> bool:
    return bool(profile.occupations or profile.skills or profile.wanted_occupations)


def _inputs(asked: Asked) -> dict[str, Any]:
    profile = asked.profile
    return {
        "basis": asked.basis,
        "place": asked.place,
        "occupations": [
            {"uri": one.uri, "isco": one.isco, "years": round(one.years, 1)}
            for one in profile.occupations
        ],
        "skills": sorted(profile.skills),
        "wishes": [{"uri": one.uri, "isco": one.isco} for one in profile.wanted_occupations],
        "lat": profile.lat,
        "lon": profile.lon,
        "max_km": profile.max_km,
        "hours_min": profile.hours_min,
        "hours_max": profile.hours_max,
        "wants_remote": profile.wants_remote,
        "length_of_words": len(asked.words),
    }
