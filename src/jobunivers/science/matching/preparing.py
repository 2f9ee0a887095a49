# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From packed openings, people and vocabulary to what the compiled loops read."""

from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from jobunivers.science.matching.arrays import DIMS, THOUSAND, frozen, starts
from jobunivers.science.matching.choosing import postings
from jobunivers.science.matching.compiling import making
from jobunivers.science.matching.features import PERCENT
from jobunivers.science.matching.kernel import BLOCK
from jobunivers.science.matching.openings import Openings
from jobunivers.science.matching.people import People
from jobunivers.science.matching.quantities import METRES_TEN, MOST_YEARS, YEAR_STEPS
from jobunivers.science.matching.tables import (
    Bytes,
    Classes,
    Floats,
    Folk,
    Int16s,
    Int32s,
    Int64s,
    Known,
    Near,
    Scratch,
    Terms,
)
from jobunivers.science.matching.telling import SHOWN
from jobunivers.science.matching.travel import LANDS, NOWHERE, ROUTES, halves, kilometres
from jobunivers.science.matching.vocabulary import Vocabulary
from jobunivers.science.matching.weights import PARTS

STATED, IMPLIED = 1000, 600
"""Thousandths: a skill she names, and one that an occupation of hers needs."""
ONE_MORE = 600
"""Assume more than was found is asked for, so that one hit of one is no full score."""
IMPLIED_DEMAND = 0.5
"""An advertisement that names no skill is compared with its occupation's, at half trust."""
LEAST_EXPERIENCE = 0.7
"""A short experience still tells what a person can do; three years tell all a score can use."""
HALF_LIFE_DAYS = 14
"""Half the freshness is gone in two weeks, half of a usual Danish deadline of about a month."""
OLDEST = 400
_ROUNDED = float(2**20)


def fresh_table() -> Floats:
    """Return what an age in days is worth: 1 today, half every two weeks, shape (401,)."""
    ages = np.arange(OLDEST + 1, dtype=np.float64)
    worth = np.round(0.5 ** (ages / HALF_LIFE_DAYS) * _ROUNDED) / _ROUNDED
    return worth.astype(np.float32)


def years_table() -> Floats:
    """Return what experience counts, by hundredths of a year, shape (301,)."""
    share = np.arange(MOST_YEARS + 1, dtype=np.float64) / (3 * YEAR_STEPS)
    return (LEAST_EXPERIENCE + (1.0 - LEAST_EXPERIENCE) * share).astype(np.float32)


FRESH, YEARS = fresh_table(), years_table()


@making
def _lists(  # noqa: PLR0917
    start: Int64s,
    skill: Int32s,
    base: Int16s,
    akin_start: Int64s,
    akin_skill: Int32s,
    akin_value: Int16s,
) -> tuple[Int64s, Int32s, Int16s]:
    """Return lists widened by near skills: of each skill the most that anything in the list gives.

    `base` (thousandths) is what each entry counts itself; 0 leaves it out.
    """
    skills, lists = len(akin_start) - 1, len(start) - 1
    best, seen = np.zeros(skills, np.int16), np.empty(skills, np.int32)
    out_start = np.zeros(lists + 1, np.int64)
    room = np.int64(0)
    for i in range(len(skill)):
        if base[i] > 0:
            room += 1 + akin_start[skill[i] + 1] - akin_start[skill[i]]
    out_skill, out_value = np.empty(room, np.int32), np.empty(room, np.int16)
    at = np.int64(0)
    for one in range(lists):
        count = 0
        for i in range(start[one], start[one + 1]):
            if base[i] == 0:
                continue
            for q in range(akin_start[skill[i]] - 1, akin_start[skill[i] + 1]):
                itself = q < akin_start[skill[i]]
                other = skill[i] if itself else akin_skill[q]
                part = THOUSAND if itself else akin_value[q]
                value = (np.int32(base[i]) * part + THOUSAND // 2) // THOUSAND
                if value > 0 and best[other] == 0:
                    seen[count] = other
                    count += 1
                best[other] = max(best[other], value)
        for i in range(count):
            out_skill[at], out_value[at] = seen[i], best[seen[i]]
            best[seen[i]] = 0
            at += 1
        out_start[one + 1] = at
    return out_start, out_skill[:at].copy(), out_value[:at].copy()


def terms_of(vocabulary: Vocabulary) -> Terms:
    """Return the vocabulary for the loops."""
    akin = vocabulary.akin_start, vocabulary.akin_skill, vocabulary.akin_value
    skills = vocabulary.skills
    own = _lists(
        frozen(np.arange(skills + 1, dtype=np.int64)),
        frozen(np.arange(skills, dtype=np.int32)),
        frozen(np.full(skills, STATED, dtype=np.int16)),
        *akin,
    )
    base = (vocabulary.needs_essential.astype(np.int16) * IMPLIED).astype(np.int16)
    work = _lists(vocabulary.needs_start, vocabulary.needs_skill, frozen(base), *akin)
    return Terms(
        near=vocabulary.near,
        own_start=frozen(own[0]),
        own_skill=frozen(own[1]),
        own_value=frozen(own[2]),
        work_start=frozen(work[0]),
        work_skill=frozen(work[1]),
        work_value=frozen(work[2]),
        years=frozen(YEARS),
        isco=vocabulary.isco,
        occupations=frozen(np.array([vocabulary.occupations], dtype=np.int32)),
    )


def weights_of(openings: Openings, vocabulary: Vocabulary) -> Int16s:
    """Return rarity × (1 must, ½ may) × sureness of each skill asked for, in thousandths, ≥ 1."""
    rarity = np.round(vocabulary.rarity * THOUSAND).astype(np.int64)[openings.skill]
    degree = 1 + openings.skill_essential.astype(np.int64)
    weight = (rarity * openings.skill_sure * degree + THOUSAND) // (2 * THOUSAND)
    return np.asarray(np.maximum(weight, 1), dtype=np.int16)


def known_of(openings: Openings, vocabulary: Vocabulary) -> Known:
    """Return the openings for the loops."""
    return Known(
        openings.id,
        openings.employer,
        openings.kind,
        openings.published,
        openings.last,
        openings.skill_start,
        openings.skill,
        frozen(weights_of(openings, vocabulary)),
        openings.skill_essential,
        vocabulary.needs_start,
        vocabulary.needs_skill,
        vocabulary.needs_weight,
        vocabulary.needs_essential,
    )


def _sums(start: Int64s, weight: Int16s) -> Int64s:
    whole = np.zeros(len(weight) + 1, dtype=np.int64)
    np.cumsum(weight, out=whole[1:])
    return np.asarray(whole[start[1:]] - whole[start[:-1]])


def _factor(openings: Openings, known: Known) -> Floats:
    """Return what makes Σ weight × having (millionths) the value of the skills, (n,)."""
    asked = _sums(known.skill_start, known.weight)
    needed = _sums(known.needs_start, known.needs_weight)[openings.kind]
    bare = np.diff(known.skill_start) == 0
    trust = np.where(bare, IMPLIED_DEMAND * openings.sure / THOUSAND, 1.0)
    whole = np.where(bare, needed, asked) + ONE_MORE
    return np.asarray(trust / (THOUSAND * whole), dtype=np.float32)


def classes_of(openings: Openings) -> tuple[Classes, Int32s]:
    """Return the different combinations of what bars an opening, and the class of each, (n,)."""
    sets, which = _language_sets(openings)
    names = ("hours_min", "hours_max", "licences", "owner")
    columns = [getattr(openings, name).astype(np.int64) for name in names]
    found, group = np.unique(np.stack([*columns, which], axis=1), axis=0, return_inverse=True)
    spoken = [sets[number] for number in found[:, 4].tolist()]
    classes = Classes(
        hours_min=frozen(found[:, 0].astype(np.int16)),
        hours_max=frozen(found[:, 1].astype(np.int16)),
        licences=frozen(found[:, 2].astype(np.int32)),
        owner=frozen(found[:, 3]),
        language_start=frozen(starts([len(one) for one in spoken])),
        language=frozen(np.array([code for one in spoken for code in one], dtype=np.int16)),
    )
    return classes, group.reshape(-1).astype(np.int32)


def _language_sets(openings: Openings) -> tuple[list[tuple[int, ...]], Int64s]:
    """Return the different sets of languages openings need, and which each opening needs, (n,)."""
    which = np.zeros(len(openings), dtype=np.int64)
    number: dict[tuple[int, ...], int] = {(): 0}
    start = openings.language_start
    for row in np.flatnonzero(start[1:] > start[:-1]).tolist():
        codes = tuple(openings.language[start[row] : start[row + 1]].tolist())
        which[row] = number.setdefault(codes, len(number))
    return list(number), which


def near_of(
    openings: Openings, known: Known, vocabulary: Vocabulary, group: Int32s, price: Int32s
) -> Near:
    """Return all openings to compare with; without freshness and water (see `at`)."""
    cosine, sine = halves(openings.lat)
    away = ((PERCENT - openings.remote.astype(np.float64)) / PERCENT).astype(np.float32)
    placed = openings.lat != NOWHERE
    rows = np.arange(len(openings), dtype=np.int32)
    nothing = np.zeros(len(rows), dtype=np.float32)
    return _near(
        {
            "row": rows,
            "kind": openings.kind,
            "sure": (openings.sure.astype(np.float64) / THOUSAND).astype(np.float32),
            "factor": _factor(openings, known),
            "lat": openings.lat,
            "lon": openings.lon,
            "cosine": cosine,
            "sine": sine,
            "away": away,
            "placed": placed.astype(np.float32),
            "group": group,
            "fresh": nothing,
            "price": price,
            "meaning": openings.meaning,
        },
        known,
        vocabulary,
    )


def _near(columns: dict[str, NDArray[np.generic]], known: Known, vocabulary: Vocabulary) -> Near:
    row = frozen(columns["row"].astype(np.int32))
    start, at, weight, implied, implied_by, places = postings(
        known, row, vocabulary.skills, vocabulary.kinds
    )
    none = frozen(np.zeros(0, dtype=np.int32))
    found = {
        **columns,
        "unplaced": np.flatnonzero(columns["placed"] == 0).astype(np.int32),
        "across": none,
        "across_land": none,
        "across_tail": none.astype(np.float32),
        "post_start": start,
        "post_at": at,
        "post_weight": weight,
        "implied": implied,
        "implied_by": implied_by,
        "places": np.array([places], dtype=np.int32),
    }
    return Near(**{name: frozen(array) for name, array in found.items()})  # type: ignore[arg-type]


COLUMNS = (
    "row",
    "kind",
    "sure",
    "factor",
    "lat",
    "lon",
    "cosine",
    "sine",
    "away",
    "placed",
    "group",
    "fresh",
    "price",
    "meaning",
)


def gathered(everything: Near, rows: Int32s, known: Known, vocabulary: Vocabulary) -> Near:
    """Return some of the openings, rows ascending."""
    columns = {name: getattr(everything, name)[rows] for name in COLUMNS}
    return _near(columns, known, vocabulary)


def fresh_at(openings: Openings, day: int) -> Floats:
    """Return how new each opening is on a day, 0 to 1; an unknown age counts ½, (n,)."""
    age = np.clip(day - openings.published.astype(np.int64), 0, OLDEST)
    unknown = np.float32(0.5)
    return frozen(np.where(openings.published > 0, FRESH[age], unknown).astype(np.float32))


def with_water(near: Near, tail: Floats, lands: Bytes) -> Near:
    """Return the openings with what the water adds for people of one land.

    `tail` are its last legs to each opening, `lands` the openings' lands, both (n,).
    """
    across = np.flatnonzero(tail >= 0.0).astype(np.int32)
    return near._replace(
        across=frozen(across),
        across_land=frozen(lands[across].astype(np.int32)),
        across_tail=frozen(tail[across]),
    )


def scratch_of(terms: Terms) -> Scratch:
    """Return room for the loops to write in; each thread needs its own."""
    skills, kind_count = len(terms.own_start) - 1, len(terms.near)
    return Scratch(
        have=np.zeros(skills, dtype=np.int16),
        found=np.zeros(skills, dtype=np.int32),
        level=np.zeros(skills, dtype=np.int8),
        seen=np.zeros(skills, dtype=np.int32),
        done=np.zeros(kind_count, dtype=np.float32),
        wished=np.zeros(kind_count, dtype=np.float32),
        block_done=np.zeros(BLOCK, dtype=np.float32),
        block_wished=np.zeros(BLOCK, dtype=np.float32),
        text=np.zeros(DIMS, dtype=np.float32),
        taste=np.zeros(DIMS, dtype=np.float32),
        share=np.zeros(len(PARTS), dtype=np.float32),
        best=np.zeros((2, SHOWN), dtype=np.int64),
        bins=np.zeros(512, dtype=np.int32),
        some=np.zeros(BLOCK, dtype=np.int32),
    )


_prepared: WeakKeyDictionary[People, Folk] = WeakKeyDictionary()


def folk_of(people: People) -> Folk:
    """Return people for the loops; remembered as long as the people are."""
    found = _prepared.get(people)
    if found is None:
        found = _prepared[people] = _folk_of(people)
    return found


def _folk_of(people: People) -> Folk:
    cosine, sine = halves(people.lat)
    reach = (people.reach.astype(np.float64) / METRES_TEN).astype(np.float32)
    reach[people.reach < 0] = -1.0
    lists = ("work", "wish", "skill", "language")
    hidden = ("hidden_opening", "hidden_employer", "hidden_kind", "applied")
    columns = {
        name: getattr(people, name)
        for name in ("owner", "lat", "lon", "boldness", "meaning", "taste")
    }
    columns |= {name: getattr(people, name) for name in ("hours_min", "hours_max", "lacks")}
    columns["wants_remote"] = people.wants_remote
    for name in (*lists, *hidden):
        columns[f"{name}_start"] = getattr(people, f"{name}_start")
        columns[name] = getattr(people, name)
    columns |= {"cosine": cosine, "sine": sine, "legs": _legs(people), "reach": reach}
    columns["work_years"] = people.work_years
    return Folk(**{name: frozen(array) for name, array in columns.items()})


def _legs(people: People) -> Floats:
    """Return each person's km to where the way to each land leaves hers, (m, lands)."""
    legs = np.zeros((len(people), len(LANDS)), dtype=np.float32)
    for land in np.unique(people.land).tolist():
        rows = np.flatnonzero((people.land == land) & (people.lat != NOWHERE))
        for other, route in enumerate(ROUTES[land]):
            if route is not None and len(rows):
                legs[rows, other] = kilometres(route.first, people.lat[rows], people.lon[rows])
    return legs
