# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a citizen's profile."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef

from jobunivers.foundation.taxonomy import meaning
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.rooms.journey.models import (
    Competence,
    Education,
    EducationLevel,
    Experience,
    Profile,
    Wish,
)
from jobunivers.science.matching_1 import Experience as MatchedExperience
from jobunivers.science.matching_1 import Profile as MatchedProfile
from jobunivers.science.matching_1 import Wish as MatchedWish

_DAYS_A_YEAR = 365.25
# What makes the suggestions better, most useful first.
_STEPS = ("wishes", "place", "experience", "competences", "education")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that would make the profile say more, in the order that helps most."""

    code: str
    done: bool


@dataclass(frozen=True, slots=True)
class ProfilePage:
    """All that the profile page shows."""

    profile: Profile
    experience: list[Experience]
    education: list[Education]
    competences: list[Competence]
    wishes: list[Wish]

    @property
    def steps(self) -> list[Step]:
        """Return what is there and what is missing, most useful first."""
        done = {
            "wishes": bool(self.wishes),
            "place": self.profile.latitude is not None,
            "experience": bool(self.experience),
            "competences": bool(self.competences),
            "education": bool(self.education),
        }
        return [Step(code, done[code]) for code in _STEPS]

    @property
    def next_step(self) -> str:
        """Return the code of the next step, or "" when nothing is missing."""
        return next((step.code for step in self.steps if not step.done), "")


def education_level(word: str) -> EducationLevel:
    """Return the level that a word such as "vocational" names; ValueError when none is."""
    return EducationLevel(word)


def profile_of(*, citizen_id: int) -> Profile | None:
    """Return the citizen's profile, if she has begun one."""
    return Profile.objects.filter(citizen_id=citizen_id).first()


def home_of(citizen_id: int) -> tuple[float, float] | None:
    """Return latitude and longitude of the place in the citizen's profile, if it says one."""
    rows = Profile.objects.filter(citizen_id=citizen_id).order_by()
    lat, lon = rows.values_list("latitude", "longitude").first() or (None, None)
    return None if lat is None or lon is None else (lat, lon)


def changed_since(*, since: datetime, most: int) -> int:
    """Return how many of the kommune's profiles were changed, counting to `most` + 1."""
    return Profile.objects.filter(changed_at__gte=since).order_by()[: most + 1].count()


def profile_page(*, citizen_id: int) -> ProfilePage | None:
    """Return the whole profile, if she has begun one."""
    profile = profile_of(citizen_id=citizen_id)
    if profile is None:
        return None
    return ProfilePage(
        profile=profile,
        experience=list(profile.experience.order_by("-started_on", "-pk")),
        education=list(profile.education.order_by("-ended_year", "-pk")),
        competences=list(profile.competences.order_by("words", "pk")),
        wishes=list(profile.wishes.order_by("pk")),
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a profile has come: its version, and the code of the next step ("" for none)."""

    version: int
    changed_at: datetime
    next_step: str


def standing_of(*, citizen_id: int) -> Standing | None:
    """Return how far the citizen's profile has come, in one question; None when not begun."""
    parts = {
        "wishes": Exists(Wish.objects.filter(profile=OuterRef("pk"))),
        "experience": Exists(Experience.objects.filter(profile=OuterRef("pk"))),
        "competences": Exists(Competence.objects.filter(profile=OuterRef("pk"))),
        "education": Exists(Education.objects.filter(profile=OuterRef("pk"))),
    }
    rows = Profile.objects.filter(citizen_id=citizen_id)
    row = rows.annotate(**{f"has_{name}": found for name, found in parts.items()}).first()
    if row is None:
        return None
    done = {name: getattr(row, f"has_{name}") for name in parts}
    done["place"] = row.latitude is not None
    missing = next((code for code in _STEPS if not done[code]), "")
    return Standing(row.version, row.changed_at, missing)


def citizen_ids() -> list[int]:
    """Return the kommune's citizens who have begun a profile, in order."""
    rows = Profile.objects.order_by("citizen_id", "pk")
    return list(rows.values_list("citizen_id", flat=True))


def suggested_competences(
    *, page: ProfilePage, language: str, limit: int = 12
) -> list[tuple[str, str]]:
    """Return (uri, label) of skills that her jobs usually give and the profile does not say yet."""
    have = {row.skill_uri for row in page.competences}
    found: dict[str, str] = {}
    for row in page.experience:
        if row.occupation_uri:
            for skill in taxonomy.skills_of_occupation(row.occupation_uri, language):
                found.setdefault(skill.uri, skill.label)
    return [(uri, label) for uri, label in found.items() if uri not in have][:limit]


def matching_profile(*, citizen_id: int, today: date) -> tuple[MatchedProfile, int, str] | None:
    """Return what matching may see of her, the profile's version, and her own words.

    No name, age, sex or origin is among it.
    """
    page = profile_page(citizen_id=citizen_id)
    if page is None:
        return None
    uris = [row.occupation_uri for row in page.experience] + [
        row.occupation_uri for row in page.wishes
    ]
    isco = meaning.isco_of([uri for uri in uris if uri])
    profile = page.profile
    matched = MatchedProfile(
        occupations=tuple(
            MatchedExperience(
                row.occupation_uri, isco.get(row.occupation_uri, ""), _years(row, today)
            )
            for row in page.experience
            if row.occupation_uri
        ),
        skills=frozenset(row.skill_uri for row in page.competences if row.skill_uri),
        wanted_occupations=tuple(
            MatchedWish(row.occupation_uri, isco.get(row.occupation_uri, ""))
            for row in page.wishes
            if row.occupation_uri
        ),
        lat=profile.latitude,
        lon=profile.longitude,
        max_km=float(profile.max_km) if profile.latitude is not None else None,
        hours_min=profile.hours_min,
        hours_max=profile.hours_max,
        wants_remote=profile.wants_remote,
    )
    return matched, profile.version, _own_words(page)


def _years(row: Experience, today: date) -> float:
    return max(0.0, ((row.ended_on or today) - row.started_on).days / _DAYS_A_YEAR)


def _own_words(page: ProfilePage) -> str:
    """Return her own words: what no concept could be found for still counts as text."""
    loose = [row.words for row in page.wishes if not row.occupation_uri]
    loose += [row.words for row in page.competences if not row.skill_uri]
    loose += [row.title for row in page.experience if not row.occupation_uri]
    return " ".join([page.profile.summary, *loose]).strip()
