# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a citizen's profile."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple, TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet

from jobunivers.foundation.counted import counted
from jobunivers.foundation.places.homes import Reach
from jobunivers.foundation.prepared import prepared
from jobunivers.foundation.taxonomy import meaning, words
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.foundation.ui.wording import listed
from jobunivers.rooms.journey.models import (
    Competence,
    Education,
    EducationLevel,
    Experience,
    Part,
    Profile,
    Spell,
    Wish,
)
from jobunivers.rooms.journey.queries import words as profile_words
from jobunivers.rooms.journey.queries.telling import tellers_of
from jobunivers.rooms.journey.queries.words import LANGUAGE_LEVELS
from jobunivers.science.matching import Experience as MatchedExperience
from jobunivers.science.matching import Profile as MatchedProfile
from jobunivers.science.matching import Wish as MatchedWish
from jobunivers.science.matching import land_of

Row = TypeVar("Row", Experience, Competence, Wish)
_DAYS_A_YEAR = 365.25
_BASICS = {"postal_code": profile_words.HOME, "summary": profile_words.ABOUT}
# What makes the suggestions better, most useful first.
_STEPS = ("wishes", "place", "experience", "competences", "education", "languages")


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
    origins: Sequence["LineOrigin"] = ()  # who told each line

    @property
    def languages(self) -> str:
        """Return her languages in words, e.g. `dansk (flydende) og engelsk (lidt)`."""
        levels = self.profile.languages
        return listed(
            [
                f"{name} ({str(LANGUAGE_LEVELS[levels[code]]).lower()})"
                for code, name in words.LANGUAGES.items()
                if levels.get(code) in LANGUAGE_LEVELS
            ]
        )

    @property
    def licences(self) -> str:
        """Return the licences she has in words."""
        return words.licence_words(self.profile.licences)

    @property
    def steps(self) -> list[Step]:
        """Return what is there and what is missing, most useful first."""
        done = {
            "wishes": bool(self.wishes),
            "place": self.profile.latitude is not None,
            "experience": bool(self.experience),
            "competences": bool(self.competences),
            "education": bool(self.education),
            "languages": _says_abilities(self.profile),
        }
        return [Step(code, done[code]) for code in _STEPS]

    @property
    def next_step(self) -> str:
        """Return the code of the next step, or "" when nothing is missing."""
        return next((step.code for step in self.steps if not step.done), "")


def _says_abilities(profile: Profile) -> bool:
    """Return whether she has said anything about languages or licences."""
    return bool(profile.languages or profile.licences or profile.lacks_licences)


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


def reaches_of(citizen_ids: Sequence[int]) -> dict[int, Reach]:
    """Return where each lives and how far she would travel, in one question."""
    rows = Profile.objects.filter(citizen_id__in=list(citizen_ids), latitude__isnull=False)
    columns = ("citizen_id", "latitude", "longitude", "max_km")
    return {
        pk: Reach(lat, lon, float(km))
        for pk, lat, lon, km in rows.exclude(longitude=None).order_by().values_list(*columns)
    }


def changed_since(*, since: datetime, most: int) -> QuerySet[Profile, int]:
    """Return the question how many of the kommune's profiles were changed, counted to `most`."""
    return counted(Profile.objects.filter(changed_at__gte=since), most=most)


def profile_page(*, citizen_id: int, origins: bool = False) -> ProfilePage | None:
    """Return the whole profile, if she has begun one; with `origins` who told each line."""
    profile = profile_of(citizen_id=citizen_id)
    if profile is None:
        return None
    page = ProfilePage(
        profile=profile,
        experience=list(profile.experience.order_by("-started_on", "-pk")),
        education=list(profile.education.order_by("-ended_year", "-pk")),
        competences=list(profile.competences.order_by("words", "pk")),
        wishes=list(profile.wishes.order_by("pk")),
    )
    return replace(page, origins=_origins(page)) if origins else page


@dataclass(frozen=True, slots=True)
class LineOrigin:
    """A line of the profile, and who told it in words; nobody else: she herself."""

    name: str
    told: str


def _origins(page: ProfilePage) -> list[LineOrigin]:
    tellers = tellers_of(page.profile)
    lines = [
        *((Part.WISH, str(row.pk), row.words) for row in page.wishes),
        *((Part.BASICS, name, str(told)) for name, told in _BASICS.items()
          if getattr(page.profile, name)),
        *((Part.EXPERIENCE, str(row.pk), row.title) for row in page.experience),
        *((Part.COMPETENCE, str(row.pk), row.words) for row in page.competences),
        *((Part.EDUCATION, str(row.pk), row.title) for row in page.education),
        *((Part.LANGUAGE, code, words.language_words([code])) for code in page.profile.languages),
        *((Part.LICENCE, code, words.licence_words([code])) for code in page.profile.licences),
    ]  # fmt: skip
    return [
        LineOrigin(
            name[:1].upper() + name[1:], profile_words.tellers(tellers.get((part, line), []))
        )
        for part, line, name in lines
    ]


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a profile has come: its version, and the code of the next step ("" for none)."""

    version: int
    changed_at: datetime
    next_step: str


@prepared
def standing_question(*, citizen_id: int) -> QuerySet[Profile]:
    """Return the question for how far her profile has come, to be asked together with others."""
    parts = {
        "wishes": Exists(Wish.objects.filter(profile=OuterRef("pk"))),
        "experience": Exists(Experience.objects.filter(profile=OuterRef("pk"))),
        "competences": Exists(Competence.objects.filter(profile=OuterRef("pk"))),
        "education": Exists(Education.objects.filter(profile=OuterRef("pk"))),
    }
    rows = Profile.objects.filter(citizen_id=citizen_id).order_by("pk")
    return rows.annotate(**{f"has_{name}": found for name, found in parts.items()})


def standing_from(rows: Iterable[Profile]) -> Standing | None:
    """Return how far her profile has come, from the answer; None when not begun."""
    row = next(iter(rows), None)
    if row is None:
        return None
    told = ("wishes", "experience", "competences", "education")
    done = {name: getattr(row, f"has_{name}") for name in told}
    done["place"] = row.latitude is not None
    done["languages"] = _says_abilities(row)
    missing = next((code for code in _STEPS if not done[code]), "")
    return Standing(row.version, row.changed_at, missing)


def standing_of(*, citizen_id: int) -> Standing | None:
    """Return how far the citizen's profile has come, in one question; None when not begun."""
    return standing_from(standing_question(citizen_id=citizen_id))


def version_question() -> QuerySet[Profile, int]:
    """Return the question for the version of a row's citizen's profile, to be a part of another."""
    rows = Profile.objects.filter(citizen_id=OuterRef("citizen_id"))
    return rows.order_by().values_list("version", flat=True)


def citizen_ids() -> list[int]:
    """Return the kommune's citizens who have begun a profile, in order.

    Who was out of work and is not any more is left alone: she has not asked for anything.
    """
    spells = Spell.objects.filter(citizen_id=OuterRef("citizen_id"))
    rows = Profile.objects.exclude(Exists(spells), ~Exists(spells.filter(ended_on=None))).order_by(
        "citizen_id", "pk"
    )
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


@dataclass(frozen=True, slots=True)
class Known:
    """What matching may see of a citizen. No name, age, sex or origin is among it.

    `words` are her own for which no concept was found, `names` what she called her jobs, wishes
    and competences. `licences` are those she has, as concepts: an advertisement asks for a licence
    as it asks for a skill.
    """

    profile: MatchedProfile
    version: int
    words: str
    names: tuple[str, ...]
    licences: frozenset[str] = frozenset()


# The starter taxonomy's concept of each code of science.matching.licences; not every one has one.
_SKILL = "urn:jobunivers:skill:"
_LICENCE_SKILLS = {
    "B": "koerekort-b",
    "C": "koerekort-c",
    "D": "koerekort-d",
    "E": "koerekort-be",
    "truck": "truckcertifikat",
    "taxi": "koerekort-erhverv",
    "A": "koerekort-a",
    "cpc": "eu-kvalifikationsbevis",
    "adr": "adr",
    "crane": "kranbasis",
    "telehandler": "teleskoplaesser",
    "lift": "liftkort",
    "scaffold": "stilladscertifikat",
    "welding": "svejsecertifikat",
    "hot_work": "varmt-arbejde",
    "road_work": "vejen-som-arbejdsplads",
    "epoxy": "epoxykursus",
    "asbestos": "asbestkursus",
    "food_hygiene": "hygiejnebevis",
    "guard": "vagtkort",
    "first_aid": "foerstehjaelpsbevis",
    "pesticide": "sproejtecertifikat",
    "forestry": "motorsavsbevis",
    "electrical": "el-autorisation",
    "plumbing": "vvs-autorisation",
}


def matching_profiles(*, citizen_ids: Sequence[int], today: date) -> dict[int, Known]:
    """Return what matching may see of each citizen who has begun a profile, in five questions."""
    profiles = list(Profile.objects.filter(citizen_id__in=citizen_ids).order_by("citizen_id", "pk"))
    wanted = [profile.pk for profile in profiles]
    lines = {"profile__in": wanted}
    jobs = _by_profile(Experience.objects.filter(**lines).order_by("-started_on", "-pk"))
    competences = _by_profile(Competence.objects.filter(**lines).order_by("words", "pk"))
    wishes = _by_profile(Wish.objects.filter(**lines).order_by("pk"))
    named = [row.occupation_uri for rows in jobs.values() for row in rows]
    named += [row.occupation_uri for rows in wishes.values() for row in rows]
    isco = meaning.isco_of([uri for uri in named if uri])
    return {
        profile.citizen_id: _known(
            profile,
            _Said(jobs[profile.pk], competences[profile.pk], wishes[profile.pk]),
            isco,
            today=today,
        )
        for profile in profiles
    }


def new_competences(*, citizen_id: int, since: datetime) -> dict[str, datetime]:
    """Return the concepts she has added since then and when, newest first."""
    rows = Competence.objects.filter(profile__citizen_id=citizen_id, added_at__gt=since)
    named = rows.exclude(skill_uri="").order_by("-added_at", "pk")
    return {row.skill_uri: row.added_at for row in named if row.added_at is not None}


class Finished(NamedTuple):
    """A course or education she has told of lately, and when."""

    title: str
    at: datetime


def finished_lately(*, citizen_id: int, since: datetime) -> list[Finished]:
    """Return the courses and educations she has added since then and just finished.

    One that ended this year or the last; a course also when no year is said. Newest first.
    """
    rows = Education.objects.filter(profile__citizen_id=citizen_id, added_at__gt=since)
    year = since.year - 1
    lately = rows.filter(
        Q(ended_year__gte=year) | Q(ended_year=None, level=EducationLevel.COURSE)
    ).order_by("-added_at", "pk")
    return [Finished(row.title, row.added_at) for row in lately if row.added_at is not None]


def _by_profile(rows: Iterable[Row]) -> defaultdict[int, list[Row]]:
    found: defaultdict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.profile_id].append(row)
    return found


class _Said(NamedTuple):
    """The lines of one profile."""

    jobs: Sequence[Experience]
    competences: Sequence[Competence]
    wishes: Sequence[Wish]


def _known(profile: Profile, said: _Said, isco: Mapping[str, str], *, today: date) -> Known:
    matched = MatchedProfile(
        occupations=tuple(
            MatchedExperience(
                row.occupation_uri, isco.get(row.occupation_uri, ""), _years(row, today)
            )
            for row in said.jobs
            if row.occupation_uri
        ),
        skills=frozenset(row.skill_uri for row in said.competences if row.skill_uri),
        wanted_occupations=tuple(
            MatchedWish(row.occupation_uri, isco.get(row.occupation_uri, ""))
            for row in said.wishes
            if row.occupation_uri
        ),
        lat=profile.latitude,
        lon=profile.longitude,
        max_km=float(profile.max_km) if profile.latitude is not None else None,
        hours_min=profile.hours_min,
        hours_max=profile.hours_max,
        wants_remote=profile.wants_remote,
        # What she has named restricts only when she says so.
        languages=frozenset(profile.languages) if profile.only_languages else frozenset(),
        lacks_licences=frozenset(profile.lacks_licences),
        owner=profile.municipality_id or 0,
        land=land_of(profile.kommune_code),
    )
    titles = [row.title for row in said.jobs]
    wishes = [row.words for row in said.wishes]
    competences = [row.words for row in said.competences]
    loose = [row.words for row in said.wishes if not row.occupation_uri]
    loose += [row.words for row in said.competences if not row.skill_uri]
    loose += [row.title for row in said.jobs if not row.occupation_uri]
    own = " ".join([profile.summary, *loose]).strip()
    held = frozenset(
        f"{_SKILL}{_LICENCE_SKILLS[code]}" for code in profile.licences if code in _LICENCE_SKILLS
    )
    return Known(matched, profile.version, own, (*titles, *wishes, *competences), held)


def _years(row: Experience, today: date) -> float:
    return max(0.0, ((row.ended_on or today) - row.started_on).days / _DAYS_A_YEAR)
