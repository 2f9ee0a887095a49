# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A simulated nation for matching: people, openings, and what people would truly want.

Everything is drawn with a seed from the taxonomy's relations, Danish postal districts and the
distributions below, which are assumptions. Two things are made that the model is never given:
what each person truly wants (`Truth`), and who she is (`groups`: sex, age, origin of her name,
kommune), by which fairness is measured.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from _drawing import (
    CULTURE,
    DATA,
    DIMS,
    FACTORS,
    Draw,
    Floats,
    Ints,
    Taxonomy,
    taxonomy,
    unit,
    vocabulary_of,
)
from numpy.typing import NDArray

from jobunivers.science.matching import (
    LICENCES,
    Experience,
    Opening,
    Openings,
    People,
    Profile,
    Required,
    Vocabulary,
    Wish,
)

__all__ = [
    "DATA",
    "DAY",
    "DIMS",
    "Nation",
    "Taxonomy",
    "Truth",
    "build",
    "kilometres",
    "profile_of",
]

DAY = 20_780
REACH = {15: 0.12, 20: 0.15, 30: 0.25, 40: 0.17, 50: 0.17, 75: 0.08, 100: 0.06}
"""How many kilometres people would go, and how many of them. Nobody is without a limit."""
EMPLOYERS = 20_000
EARTH_KM = 6371.0088


@dataclass(frozen=True)
class Truth:
    """What people would truly want: never given to the model. Rows as in People and Openings."""

    person: NDArray[np.float32]  # (m, FACTORS + CULTURE), unit halves
    opening: NDArray[np.float32]
    can: tuple[Ints, Ints]  # start and skill (of the vocabulary) that she truly has
    asks: tuple[Ints, Ints]  # start and skill that the work truly takes
    home: Floats  # (m, 2) degrees
    place: Floats
    away: NDArray[np.float32]  # (n,) the share of the work that is not from home
    at_home: NDArray[np.bool_]  # (m,) who would work from home
    sways: NDArray[np.float32]  # (m, 4): how much content, skills, place's culture and way count
    fit_noise: float = 0.25

    def of(self, person: int, rng: np.random.Generator | None) -> Floats:
        """Return how much one person would like each opening, float64[n].

        Without `rng`, what could be known: no mood, no chance.
        """
        content = self.opening[:, :FACTORS] @ self.person[person, :FACTORS]
        culture = self.opening[:, FACTORS:] @ self.person[person, FACTORS:]
        mine = np.zeros(int(max(self.can[1].max(initial=0), self.asks[1].max(initial=0))) + 1)
        mine[self.can[1][self.can[0][person] : self.can[0][person + 1]]] = 1
        covered = np.concatenate([[0.0], np.cumsum(mine[self.asks[1]])])
        start = self.asks[0]
        skills = (covered[start[1:]] - covered[start[:-1]]) / np.maximum(np.diff(start), 1)
        way = kilometres(self.home[person], self.place) / 25
        if self.at_home[person]:
            way = way * self.away
        sway = self.sways[person].astype(np.float64)
        sure = sway[0] * content + sway[1] * skills + sway[2] * culture - sway[3] * way
        mood = rng.normal(0, self.fit_noise, len(sure)) if rng else 0.0
        return np.asarray(sure + mood)


@dataclass(frozen=True)
class Nation:
    """All that a run of matching needs, and what only its judges may see."""

    taxonomy: str
    vocabulary: Vocabulary
    people: People
    openings: Openings
    truth: Truth
    groups: dict[str, NDArray[np.int64]]
    day: int = DAY


def kilometres(home: Floats, places: Floats) -> Floats:
    """Return the great circle from one place to others, in km (haversine)."""
    one, others = np.radians(home), np.radians(places)
    north, east = others[:, 0] - one[0], others[:, 1] - one[1]
    h = np.sin(north / 2) ** 2 + np.cos(one[0]) * np.cos(others[:, 0]) * np.sin(east / 2) ** 2
    return np.asarray(2 * EARTH_KM * np.arcsin(np.sqrt(h)))


def build(people: int = 250_000, openings: int = 50_000, seed: int = 1) -> Nation:
    """Return a nation of this size; the same seed and size give the same nation."""
    found = taxonomy()
    draw = Draw(seed, found)
    vocabulary = vocabulary_of(found)
    packed, opening_truth, asks, place = _openings(draw, vocabulary, openings)
    persons, person_truth, can, home, groups = _people(draw, vocabulary, people, packed)
    sways = np.abs(draw.rng.normal((1.6, 1.0, 0.5, 0.5), (0.3, 0.3, 0.25, 0.25), (people, 4)))
    truth = Truth(
        person=person_truth,
        opening=opening_truth,
        can=can,
        asks=asks,
        home=home,
        place=place,
        away=(1 - packed.remote / 100).astype(np.float32),
        at_home=persons.wants_remote.astype(bool),
        sways=sways.astype(np.float32),
    )
    return Nation(found.name, vocabulary, persons, packed, truth, groups)


def _openings(
    draw: Draw, vocabulary: Vocabulary, many: int
) -> tuple[Openings, NDArray[np.float32], tuple[Ints, Ints], Floats]:
    rng = draw.rng
    occupation = rng.choice(len(draw.iscos), size=many, p=draw.offered)
    district, point = draw.districts.drawn(rng, many, 1.15)
    employer = (rng.pareto(0.9, many) * 20).astype(np.int64) % EMPLOYERS + 1
    house = unit(rng.normal(size=(EMPLOYERS + 1, CULTURE)))
    about = unit(draw.factors[occupation] + 0.08 * rng.normal(size=(many, FACTORS)))
    culture = unit(house[employer] + 0.05 * rng.normal(size=(many, CULTURE)))
    truth = np.concatenate([about, culture], axis=1)
    asks = draw.skills_for(occupation, 0.5, 0.15, 0.7)
    meaning = draw.meaning(truth, 0.8)
    made = list(_opening_rows(draw, many, occupation, district, point, employer, asks, meaning))
    return Openings.pack(made, vocabulary), truth, asks, point


_RARE_LICENCES = (("83", "C"), ("83", "D"), ("93", "truck"), ("22", "health"), ("74", "electrical"))


def _opening_rows(
    draw: Draw, many: int, occupation: Ints, district: Ints, point: Floats, employer: Ints,
    asks: tuple[Ints, Ints], meaning: NDArray[np.int8],
) -> Iterator[Opening]:  # fmt: skip
    rng, found = draw.rng, draw.found
    dice = rng.random((many, 8))
    sure = rng.uniform(0.55, 1.0, many)
    published = DAY - np.minimum(rng.exponential(14, many), 180).astype(int)
    last = DAY + rng.integers(-1, 60, many)
    positions = np.minimum(rng.geometric(0.72, many), 6)
    remote = np.where(dice[:, 0] < 0.05, 1.0, np.where(dice[:, 0] < 0.2, dice[:, 1] * 0.6, 0.0))
    hours = np.where(dice[:, 2] < 0.7, 37.0, np.rint(8 + 27 * dice[:, 3]))
    kept = rng.random(len(asks[1])) < 0.8  # what the advertisement says of what the work takes
    must = rng.random(len(asks[1])) < 0.7
    confident = np.round(rng.uniform(0.5, 0.95, len(asks[1])), 2)
    start, skills = (one.tolist() for one in asks)
    for row in range(many):
        uri, isco = found.occupations[occupation[row]]
        vague = dice[row, 4]
        says = [at for at in range(start[row], start[row + 1]) if kept[at]][:14]
        language = "en" if dice[row, 5] < 0.06 else "da" if dice[row, 5] < 0.4 else ""
        needs = {code for group, code in _RARE_LICENCES if isco.startswith(group)}
        needs = {code for code in needs if dice[row, 6] < 0.5} | ({"B"} if vague > 0.85 else set())
        somewhere = dice[row, 7] > 0.03
        yield Opening(
            id=row + 1,
            owner=int(draw.districts.owner[district[row]]) if dice[row, 7] > 0.99 else 0,
            employer=int(employer[row]),
            occupation="" if vague < 0.05 else uri,
            isco="" if vague < 0.01 else isco[:3] if vague < 0.05 else isco,
            occupation_confidence=float(sure[row]),
            skills=tuple(Required(found.skills[skills[at]], float(confident[at]), bool(must[at]))
                         for at in says) if vague > 0.12 else (),
            lat=float(point[row, 0]) if somewhere else None,
            lon=float(point[row, 1]) if somewhere else None,
            hours_min=float(hours[row]) if dice[row, 3] < 0.9 else None,
            hours_max=float(hours[row]) if dice[row, 3] < 0.9 else None,
            remote_share=float(remote[row]),
            languages=frozenset({language} - {""}),
            licences=frozenset(needs),
            published_day=int(published[row]),
            last_day=None if dice[row, 1] > 0.9 else int(last[row]),
            positions=int(positions[row]),
            meaning=meaning[row].tobytes() if dice[row, 6] < 0.97 else None,
            kommune=draw.districts.kommune[district[row]] if somewhere else "",
            land=int(draw.districts.land[district[row]]) if somewhere else 0,
        )  # fmt: skip


def _people(
    draw: Draw, vocabulary: Vocabulary, many: int, openings: Openings
) -> tuple[People, NDArray[np.float32], tuple[Ints, Ints], Floats, dict[str, Ints]]:
    rng = draw.rng
    mine = rng.choice(len(draw.iscos), size=many, p=draw.wanted)
    before = np.where(
        rng.random(many) < 0.6, draw.near(mine), rng.integers(0, len(draw.iscos), many)
    )
    anywhere = rng.choice(len(draw.iscos), size=many, p=draw.wanted)
    kind = rng.random(many)
    wish = np.where(kind < 0.6, mine, np.where(kind < 0.85, draw.near(mine), anywhere))
    district, home = draw.districts.drawn(rng, many, 1.0)
    turning = rng.uniform(0.2, 0.8, (many, 1))  # how far her heart is in what she wishes for
    about = (1 - turning) * draw.factors[mine] + turning * draw.factors[wish]
    about = unit(about + 0.1 * rng.normal(size=about.shape))
    culture = unit(rng.normal(size=(many, CULTURE)))
    truth = np.concatenate([about, culture], axis=1)
    can = draw.skills_for(mine, 0.75, 0.3, 1.5)
    words = truth * np.repeat([1.0, 0.35], [FACTORS, CULTURE])  # she writes of the work mostly
    meaning = draw.meaning(words.astype(np.float32), 1.0)
    taste = draw.meaning(truth, 1.0)
    groups = {
        "sex": rng.integers(0, 2, many),
        "age": rng.integers(0, 5, many),
        "origin": (rng.random(many) < 0.15).astype(np.int64),
        "kommune": draw.districts.owner[district].astype(np.int64),
    }
    rows = _profiles(
        draw, many, (mine, before, wish), district, home, can, meaning, taste, openings
    )
    people = People.pack(rows, range(1, many + 1), vocabulary)
    return people, truth, can, home, groups


_LANGUAGES = (
    frozenset[str](), frozenset({"da", "en"}), frozenset({"da"}), frozenset({"en"}),
    frozenset({"en", "uk"}),
)  # fmt: skip
_LACKS = (frozenset[str](), frozenset({"B"}), frozenset({"C", "D", "truck"}))


def _profiles(
    draw: Draw, many: int, jobs: tuple[Ints, Ints, Ints], district: Ints, home: Floats,
    can: tuple[Ints, Ints], meaning: NDArray[np.int8], taste: NDArray[np.int8], openings: Openings,
) -> Iterator[Profile]:  # fmt: skip
    rng, found = draw.rng, draw.found
    dice = rng.random((many, 8))
    reach = rng.choice(list(REACH), size=many, p=list(REACH.values())).tolist()
    years = np.round(rng.gamma(2.0, 3.0, (many, 2)), 1).tolist()
    language = rng.choice(5, size=many, p=(0.60, 0.25, 0.10, 0.03, 0.02)).tolist()
    lacks = rng.choice(3, size=many, p=(0.82, 0.12, 0.06)).tolist()
    low = np.where(dice[:, 0] < 0.65, 30.0, np.rint(10 + 20 * dice[:, 1]))
    bold = np.where(dice[:, 2] < 0.7, 0.5, np.round(dice[:, 3], 2)).tolist()
    some = rng.integers(1, len(openings) + 1, (many, 6)).tolist()
    says = (rng.random(len(can[1])) < 0.65).tolist()  # nobody writes down all she can
    mine, before, wish = (one.tolist() for one in jobs)
    start, skills = (one.tolist() for one in can)
    occupations, owner, land = found.occupations, draw.districts.owner, draw.districts.land
    d, lat, lon = dice.tolist(), home[:, 0].tolist(), home[:, 1].tolist()
    for row in range(many):
        uri, isco = occupations[mine[row]]
        works = [Experience(uri, isco, years[row][0])]
        if d[row][4] < 0.5:
            works.append(Experience(*occupations[before[row]], years[row][1]))
        wished = occupations[wish[row]]
        where = district[row]
        yield Profile(
            occupations=tuple(works) if d[row][4] > 0.04 else (),
            skills=frozenset(found.skills[skills[at]]
                             for at in range(start[row], start[row + 1]) if says[at]),
            wanted_occupations=(Wish("", wished[1][:2]),) if d[row][5] < 0.1
            else (Wish(*wished),) if d[row][5] < 0.85 else (),
            lat=lat[row], lon=lon[row], max_km=reach[row],
            hours_min=float(low[row]) if d[row][6] > 0.1 else None,
            hours_max=37.0 if d[row][0] < 0.65 else float(low[row]) + 10,
            wants_remote=d[row][7] < 0.2,
            languages=_LANGUAGES[language[row]],
            hidden_openings=frozenset(some[row][:3]) if d[row][7] < 0.05 else frozenset(),
            hidden_employers=frozenset({some[row][3] % EMPLOYERS + 1}) if d[row][7] > 0.98
            else frozenset(),
            hidden_occupations=frozenset({occupations[before[row]][0]}) if 0.5 < d[row][7] < 0.52
            else frozenset(),
            applied=frozenset(some[row][4:]) if d[row][1] < 0.2 else frozenset(),
            lacks_licences=_LACKS[lacks[row]],
            boldness=bold[row],
            meaning=meaning[row].tobytes() if d[row][5] > 0.05 else None,
            taste=taste[row].tobytes() if d[row][6] < 0.4 else None,
            owner=int(owner[where]), land=int(land[where]),
        )  # fmt: skip


def profile_of(nation: Nation, row: int) -> Profile:
    """Return one person as pages would hand her over."""
    p, v = nation.people, nation.vocabulary

    def listed(name: str, start: str = "") -> list[int]:
        where = getattr(p, f"{start or name}_start")
        found: list[int] = getattr(p, name)[int(where[row]) : int(where[row + 1])].tolist()
        return found

    def named(kind: int) -> tuple[str, str]:
        key = v.kind_keys[kind]
        return (key, "") if kind < v.occupations else ("", key)

    works = zip(listed("work"), listed("work_years", "work"), strict=True)
    hours = [int(p.hours_min[row]), int(p.hours_max[row])]
    return Profile(
        occupations=tuple(Experience(*named(kind), years / 100) for kind, years in works),
        skills=frozenset(v.skill_uris[skill] for skill in listed("skill")),
        wanted_occupations=tuple(Wish(*named(kind)) for kind in listed("wish")),
        lat=int(p.lat[row]) / 1e6,
        lon=int(p.lon[row]) / 1e6,
        max_km=int(p.reach[row]) / 100,
        hours_min=None if hours[0] < 0 else hours[0] / 4,
        hours_max=None if hours[1] < 0 else hours[1] / 4,
        wants_remote=bool(p.wants_remote[row]),
        languages=frozenset(chr(n >> 8) + chr(n & 255) for n in listed("language")),
        hidden_openings=frozenset(listed("hidden_opening")),
        hidden_employers=frozenset(listed("hidden_employer")),
        hidden_occupations=frozenset(v.kind_keys[kind] for kind in listed("hidden_kind")),
        applied=frozenset(listed("applied")),
        lacks_licences=frozenset(
            c for bit, c in enumerate(LICENCES) if int(p.lacks[row]) >> bit & 1
        ),
        boldness=int(p.boldness[row]) / 100,
        meaning=p.meaning[row].tobytes(),
        taste=p.taste[row].tobytes(),
        owner=int(p.owner[row]),
        land=int(p.land[row]),
    )
