# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the model sees of citizens: nothing but what matching needs, and how it came about."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np
from django.utils import timezone

from jobunivers.foundation.places import queries as places
from jobunivers.foundation.taxonomy import meaning as understanding
from jobunivers.foundation.taxonomy import packed
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.tailored.models import MoreLikeThis, Preference, Signal
from jobunivers.rooms.tailored.queries.signals import HALF, in_use
from jobunivers.rooms.tailored.queries.worlds import Loaded
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.rooms.vacancies.queries import Acts
from jobunivers.science.first_line import profile_from_line
from jobunivers.science.latent import mix
from jobunivers.science.matching import Profile

MIDDLE = 0.5  # of the slider: everybody's start
_LONGEST_LINE = 500
# Asking for more of a kind says more than keeping it; hiding it because of the work says as much.
_LIKED, _STARRED, _APPLIED, _NOT_HER_FIELD = 2.0, 1.0, 1.0, -1.0
_NEWEST = 20  # acts of a kind that form a taste: what she wants changes


@dataclass(frozen=True, slots=True)
class Head:
    """For whom an answer is, and how the question came about.

    `place` is "profile" for her own place and "kommune" for the middle of the kommune.
    `basis` says what was read: "profile", "words" (her own text alone) or "nothing".
    """

    citizen_id: int
    profile_version: int
    boldness: float
    basis: str
    place: str
    signals: tuple[Signal, ...] = ()
    own_meaning: bytes | None = None  # of what she has said herself, where signals add to it

    @property
    def signal_ids(self) -> list[int]:
        """Return which signals are used."""
        return [one.pk for one in self.signals]

    @property
    def signal_sources(self) -> list[str]:
        """Return who told them, in order."""
        return sorted({str(one.source) for one in self.signals})


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the model for one citizen."""

    head: Head
    profile: Profile


def ask(*, citizen_ids: Sequence[int], loaded: Loaded, at: datetime) -> list[Asked]:
    """Return what to ask for each citizen of the kommune being worked for, in the same order."""
    ids = list(citizen_ids)
    known = journey.matching_profiles(citizen_ids=ids, today=timezone.localdate(at))
    acts = vacancies.acts_of(citizen_ids=ids)
    rows = Preference.objects.filter(citizen_id__in=ids).order_by("pk")
    boldness = dict(rows.values_list("citizen_id", "boldness"))
    liked: dict[int, list[int]] = {}
    for citizen, vacancy in _likes(ids):
        liked.setdefault(citizen, []).append(vacancy)
    themes = vacancies.themes_of(citizen_ids=ids)
    signals = in_use(citizen_ids=ids)
    middle = _middle()
    return [
        _one(
            _Material(
                citizen,
                known.get(citizen, _NOTHING),
                acts[citizen],
                liked.get(citizen, []),
                boldness.get(citizen, MIDDLE),
                themes.get(citizen, ()),
                tuple(signals.get(citizen, ())),
            ),
            middle,
            loaded,
        )
        for citizen in ids
    ]


@dataclass(frozen=True, slots=True)
class _Material:
    """What has been read of one citizen."""

    citizen_id: int
    known: journey.Known
    acts: Acts
    liked: list[int]
    boldness: float
    themes: tuple[str, ...] = ()
    signals: tuple[Signal, ...] = ()


_NOTHING = journey.Known(Profile(), 0, "", ())


def _likes(ids: list[int]) -> list[tuple[int, int]]:
    rows = MoreLikeThis.objects.filter(citizen_id__in=ids).order_by("-at", "-pk")
    return list(rows.values_list("citizen_id", "vacancy_id"))


def _middle() -> tuple[float, float] | None:
    """Return the middle of the kommune: from where to measure when nobody says where she lives."""
    home = tenancy.by_pk(current_municipality_id())
    middle = places.kommune(home.code) if home else None
    return (middle.lat, middle.lon) if middle is not None else None


def _one(material: _Material, middle: tuple[float, float] | None, loaded: Loaded) -> Asked:
    known, acts, words = material.known, material.acts, material.known.words
    profile = _in_use(known.profile)
    basis = "profile" if _says_something(profile) else "words" if words else "nothing"
    if basis == "words":
        said = profile_from_line(
            words[:_LONGEST_LINE],
            titles=understanding.titles.get(),
            skills=understanding.skills.get(),
        )
        profile = replace(profile, wanted_occupations=said.wanted_occupations, skills=said.skills)
    place = "profile"
    if profile.lat is None and middle is not None:
        place = "kommune"
        profile = replace(profile, lat=middle[0], lon=middle[1], max_km=None)
    profile = replace(
        profile,
        skills=profile.skills | {packed.in_use(uri) for uri in known.licences},
        boldness=material.boldness,
        owner=current_municipality_id(),
        hidden_openings=frozenset(acts.hidden),
        hidden_employers=frozenset(acts.shunned_employers),
        applied=frozenset(acts.applied),
        meaning=_meaning(profile, material, loaded),
        taste=_taste(acts, material.liked, loaded),
    )
    head = Head(material.citizen_id, known.version, material.boldness, basis, place)
    if material.signals:
        own = _meaning(profile, replace(material, signals=()), loaded)
        head = replace(head, signals=material.signals, own_meaning=own)
    return Asked(head, profile)


def _in_use(profile: Profile) -> Profile:
    """Return the profile in today's words of the taxonomy: concepts may have been handed over."""
    return replace(
        profile,
        occupations=tuple(one._replace(uri=packed.in_use(one.uri)) for one in profile.occupations),
        skills=frozenset(packed.in_use(uri) for uri in profile.skills),
        wanted_occupations=tuple(
            one._replace(uri=packed.in_use(one.uri)) for one in profile.wanted_occupations
        ),
    )


def _says_something(profile: Profile) -> bool:
    return bool(profile.occupations or profile.skills or profile.wanted_occupations)


def _meaning(profile: Profile, material: _Material, loaded: Loaded) -> bytes | None:
    """Return the meaning of what she has done, can and wants, and of her own words.

    The themes she follows are words of hers; what others have told counts half.
    """
    known, told = material.known, [one.words for one in material.signals]
    words = " ".join(filter(None, [known.words, *material.themes]))
    if not words and not told and not _says_something(profile):
        return None
    names = [*known.names, *told]
    weights = [1.0] * len(known.names) + [HALF] * len(told)
    found = loaded.meaning.from_concepts(names, words, weights)
    return found.tobytes() if found.any() else None


def _taste(acts: Acts, liked: list[int], loaded: Loaded) -> bytes | None:
    """Return the meaning of what she keeps and applies for, away from what she hid."""
    openings = loaded.world.openings
    rows: list[int] = []
    weights: list[float] = []
    for ids, weight in (
        (liked, _LIKED),
        (acts.starred, _STARRED),
        (acts.applied, _APPLIED),
        (acts.not_her_field, _NOT_HER_FIELD),
    ):
        there = openings.rows(ids[:_NEWEST])
        rows.extend(there)
        weights.extend([weight] * len(there))
    if not any(weight > 0 for weight in weights):
        return None
    found = mix(openings.meaning[rows], np.array(weights))
    return found.tobytes() if found.any() else None
