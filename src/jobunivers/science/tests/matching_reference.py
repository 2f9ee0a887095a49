# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Matching once more, slowly, in plain Python: what the fast one is compared with.

Written from the description in README.md, not from the loops; only the taxonomy (who is near whom)
and the table of water ways are taken as given.
"""

import math
from dataclasses import dataclass

import numpy as np

from jobunivers.science.matching import Model, Opening, Profile, Vocabulary
from jobunivers.science.matching.travel import ROUTES, Point

F = np.float32


def quantised(value: float, steps: int) -> int:
    return round(value * steps)


def vector(meaning: bytes | None) -> list[int]:
    return [] if meaning is None else [b - 256 if b > 127 else b for b in meaning]


def dot(one: bytes | None, other: bytes | None) -> int:
    return sum(a * b for a, b in zip(vector(one), vector(other), strict=False))


def half(lat: int) -> tuple[np.float32, np.float32]:
    angle = math.radians(lat / 1e6) / 2
    return tuple(F(round(f(angle) * 2**24) / 2**24) for f in (math.cos, math.sin))  # type: ignore[return-value]


def km_between(one: Point, other: Point) -> np.float32:
    (cos_one, sin_one), (cos_two, sin_two) = half(one.lat), half(other.lat)
    unit = F(6371.0088 * math.pi / 180 / 1e6)
    mean = cos_one * cos_two - sin_one * sin_two
    north, east = F(one.lat - other.lat) * unit, F(one.lon - other.lon) * unit * mean
    return F(np.sqrt(north * north + east * east))


@dataclass(frozen=True)
class Slow:
    vocabulary: Vocabulary
    model: Model
    day: int

    def nearest(self, mine: list[tuple[int, np.float32]], kind: int) -> np.float32:
        return max((self.vocabulary.near[m, kind] * f for m, f in mine), default=F(0))

    def abilities(self, person: Profile) -> dict[int, int]:
        """Return skill → thousandths."""
        v, sources = self.vocabulary, dict[int, int]()
        for uri, isco, _ in person.occupations:
            for skill, _, essential in v.needs_of(v.kind_of(uri, isco)):
                if essential:
                    sources[skill] = 600
        sources |= {s: 1000 for uri in person.skills if (s := v.skill_of(uri)) >= 0}
        have = dict(sources)
        for skill, strength in sources.items():
            for other, value in v.akin_of(skill):
                have[other] = max(have.get(other, 0), (strength * value + 500) // 1000)
        return have

    def asked(self, opening: Opening) -> tuple[dict[int, int], np.float64 | float]:
        """Return skill → weight in thousandths, and how far the list is trusted."""
        v, degrees = self.vocabulary, dict[int, tuple[bool, int]]()
        for uri, confidence, essential in opening.skills:
            if (skill := v.skill_of(uri)) >= 0:
                degree = (essential, quantised(confidence, 1000))
                degrees[skill] = max(degree, degrees.get(skill, (False, 0)))
        if not degrees:
            kind = v.kind_of(opening.occupation, opening.isco)
            sure = quantised(opening.occupation_confidence, 1000) / 1000
            return {skill: weight for skill, weight, _ in v.needs_of(kind)}, 0.5 * sure
        weights = {}
        for skill, (essential, sure) in degrees.items():
            rarity = round(float(v.rarity[skill]) * 1000)
            weights[skill] = max(1, (rarity * sure * (2 if essential else 1) + 1000) // 2000)
        return weights, 1.0

    def skills(self, person: Profile, opening: Opening) -> np.float32:
        weights, trust = self.asked(opening)
        have = self.abilities(person)
        total = sum(weight * have.get(skill, 0) for skill, weight in weights.items())
        factor = F(trust / (1000 * (sum(weights.values()) + 600)))
        return min(F(total) * factor, F(1))

    def way(self, person: Profile, opening: Opening) -> np.float32 | None:
        if opening.remote_share >= 1 and person.wants_remote:
            return F(0)
        if opening.lat is None or opening.lon is None or person.lat is None or person.lon is None:
            return None
        home = Point(quantised(person.lat, 10**6), quantised(person.lon, 10**6))
        work = Point(quantised(opening.lat, 10**6), quantised(opening.lon, 10**6))
        km, route = km_between(home, work), ROUTES[person.land][opening.land]
        if route is not None:
            rest = F(route.between_km) + km_between(route.last, work)
            km = max(km, km_between(home, route.first) + rest)
        away = 100 - quantised(opening.remote_share, 100)
        return km * F(away / 100) if person.wants_remote else km

    def distance(self, person: Profile, opening: Opening) -> np.float32:
        if person.lat is None:
            return F(0)
        way = self.way(person, opening)
        if way is None:
            return F(0.5)
        if person.max_km is None:
            return F(25) / (F(25) + way)
        limit = F(quantised(person.max_km, 100) / 100)
        inverse = F(1) / limit if limit > 0 else F(0)
        return F(1) - F(0.7) * min(way * inverse, F(1))

    @staticmethod
    def span(opening: Opening) -> tuple[int, int] | None:
        said = [quantised(h, 4) for h in (opening.hours_min, opening.hours_max) if h is not None]
        return (min(said), max(said)) if said else None

    def hours(self, person: Profile, opening: Opening) -> np.float32:
        if person.hours_min is None and person.hours_max is None:
            return F(0)
        span = self.span(opening)
        if span is None:
            return F(0.5)
        least = 0 if person.hours_min is None else quantised(person.hours_min, 4)
        most = 10**6 if person.hours_max is None else quantised(person.hours_max, 4)
        low, high = span
        if low >= least and high <= most:
            return F(1)
        shared = max(0, min(high, most) - max(low, least))
        return F(shared) / F(high - low) if high > low else F(0)

    def freshness(self, opening: Opening) -> np.float32:
        if opening.published_day <= 0:
            return F(0.5)
        age = min(400, max(0, self.day - opening.published_day))
        return F(round(2 ** (-age / 14) * 2**20) / 2**20)

    def parts(self, person: Profile, opening: Opening) -> list[int]:
        v = self.vocabulary
        kind = v.kind_of(opening.occupation, opening.isco)
        sure = F(quantised(opening.occupation_confidence, 1000) / 1000)
        years = [(w, min(300, max(0, quantised(w.years, 100)))) for w in person.occupations]
        works = [(v.kind_of(w.uri, w.isco), F(0.7 + (1.0 - 0.7) * (y / 300))) for w, y in years]
        wishes = [(v.kind_of(w.uri, w.isco), F(1)) for w in person.wanted_occupations]
        done, wished = self.nearest(works, kind) * sure, self.nearest(wishes, kind) * sure
        skill = self.skills(person, opening)
        text, taste = (
            F(min(max(dot(mine, opening.meaning), 0), 127 * 127)) * F(1 / 127**2)
            for mine in (person.meaning, person.taste)
        )
        values = (
            done,
            wished,
            skill,
            skill * (F(1) - max(done, wished)),
            text,
            taste,
            self.distance(person, opening),
            self.hours(person, opening),
            self.freshness(opening),
        )
        shares = self.model.at(person.boldness) * F(10_000)
        return [int(w * x + F(0.5)) for w, x in zip(shares, values, strict=True)]

    def constraint(self, person: Profile, opening: Opening) -> str:
        broken = {
            "not_hers": opening.owner not in {0, person.owner},
            "expired": opening.last_day is not None and opening.last_day < self.day,
            "hidden": opening.id in person.hidden_openings
            or opening.employer in person.hidden_employers
            or opening.occupation in person.hidden_occupations,
            "applied": opening.id in person.applied,
            "language": bool(person.languages) and not opening.languages <= person.languages,
            "licence": bool(opening.licences & person.lacks_licences),
            "too_far": self.too_far(person, opening),
            "hours": self.other_hours(person, opening),
        }
        return next((name for name, is_broken in broken.items() if is_broken), "")

    def too_far(self, person: Profile, opening: Opening) -> bool:
        way = self.way(person, opening)
        if person.lat is None or person.max_km is None or way is None:
            return False
        return bool(way > F(quantised(person.max_km, 100) / 100))

    def other_hours(self, person: Profile, opening: Opening) -> bool:
        if (span := self.span(opening)) is None:
            return False
        few = person.hours_min is not None and span[1] < quantised(person.hours_min, 4)
        return few or (person.hours_max is not None and span[0] > quantised(person.hours_max, 4))
