# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The loops that say why: what each part adds to one opening's score, and by which of her facts.

Each value is computed by the same functions as the scores of many, so the sums are the same.
"""

import numpy as np

from jobunivers.science.matching.choosing import place_of_row
from jobunivers.science.matching.compiling import inlined, inner, quick
from jobunivers.science.matching.kernel import (
    abilities,
    after_home,
    alike,
    anywhere,
    bridging,
    hours_value,
    products,
    rounded,
    share_of,
    skilled,
    straight,
    within,
    words_of,
)
from jobunivers.science.matching.tables import (
    Bytes,
    Classes,
    Floats,
    Folk,
    Int8s,
    Int16s,
    Int32s,
    Int64s,
    Known,
    Near,
    Scratch,
    Shorts,
    Terms,
)
from jobunivers.science.matching.travel import NOWHERE

NOT_SAID, SAID, UNKNOWN, REMOTE = 0, 1, 2, 3
"""What is said of distance and hours: nothing by her; a value; nothing by the opening; at home."""
SAME, WHOLE_GROUP, BY_SKILLS, BY_DIGITS = 1, 2, 3, 3
"""By which way two kinds are near; `BY_DIGITS` + 1 … 4 digits in common. 0: not at all."""
STATED_SKILL, IMPLIED_SKILL, AKIN_SKILL = 1, 2, 3
SHOWN = 3
"""How many skills are named: of those she brings, and of those she lacks."""
NO_KM = 65_535
_A_HUNDRED_METRES, _KM_MOST = np.float32(10.0), np.float32(65_534.0)
_BY_GROUP = np.array([0.0, 0.1, 0.3, 0.55, 0.8], dtype=np.float32)
_CLOSE = np.float32(0.0005)
_ZERO, _HALF, _ONE = np.float32(0.0), np.float32(0.5), np.float32(1.0)
_NONE = 255


@inner
def _way(terms: Terms, mine: int, kind: int) -> int:
    """Return by which way a kind of hers is near an opening's."""
    occupations = terms.occupations[0]
    if mine == kind and mine < occupations:
        return SAME
    near = terms.near[mine, kind]
    if near <= _ZERO:
        return 0
    digits, length = 0, 0
    for d in range(4):
        if terms.isco[mine, d] >= 0:
            length += 1
        if digits == d and terms.isco[mine, d] >= 0 and terms.isco[mine, d] == terms.isco[kind, d]:
            digits += 1
    if mine >= occupations and digits == length:
        return WHOLE_GROUP
    return BY_SKILLS if near > _BY_GROUP[digits] + _CLOSE else BY_DIGITS + digits


@inner
def _nearest_work(terms: Terms, folk: Folk, p: int, kind: int) -> tuple[np.float32, int]:
    """Return how near a kind is to what she has done, and to which of it (the first)."""
    value, which = _ZERO, -1
    start = folk.work_start[p]
    for i in range(start, folk.work_start[p + 1]):
        one = terms.near[folk.work[i], kind] * terms.years[folk.work_years[i]]
        if one > value:
            value, which = one, i - start
    return value, which


@inner
def _nearest_wish(terms: Terms, folk: Folk, p: int, kind: int) -> tuple[np.float32, int]:
    """Return how near a kind is to what she wishes, and to which of it (the first)."""
    value, which = _ZERO, -1
    start = folk.wish_start[p]
    for i in range(start, folk.wish_start[p + 1]):
        one = terms.near[folk.wish[i], kind]
        if one > value:
            value, which = one, i - start
    return value, which


@inner
def origins(known: Known, folk: Folk, p: int, level: Int8s, seen: Int32s) -> int:
    """Write where each skill of hers is from to `level` (zeros before), and which to `seen`."""
    count = 0
    for i in range(folk.skill_start[p], folk.skill_start[p + 1]):
        level[folk.skill[i]] = STATED_SKILL
        seen[count] = folk.skill[i]
        count += 1
    for i in range(folk.work_start[p], folk.work_start[p + 1]):
        k = folk.work[i]
        for q in range(known.needs_start[k], known.needs_start[k + 1]):
            s = known.needs_skill[q]
            if known.needs_essential[q] and level[s] == 0:
                level[s] = IMPLIED_SKILL
                seen[count] = s
                count += 1
    return count


@inner
def _insert(best: Int64s, chosen: Int32s, value: np.int64, skill: int) -> None:
    """Keep the highest values, equal ones in the order they come."""
    at = len(best)
    while at > 0 and best[at - 1] < value:
        at -= 1
    for move in range(len(best) - 1, at, -1):
        best[move], chosen[move] = best[move - 1], chosen[move - 1]
    if at < len(best):
        best[at], chosen[at] = value, skill


@inner
def _skills(  # noqa: PLR0917
    start: int,
    end: int,
    skill: Int32s,
    weight: Int16s,
    essential: Bytes,
    have: Int16s,
    level: Int8s,
    matched: Int32s,
    missing: Int32s,
    tops: Int64s,
) -> tuple[int, int]:
    """Write the skills that tell most, −1 for none; return Σ weight × having and how many are hers.

    Akin ones are not counted as hers, but may be among the matched.
    """
    best, worst = tops[0], tops[1]
    best[:] = 0
    worst[:] = 0
    matched[:] = -1
    missing[:] = -1
    total, brought = 0, 0
    for q in range(start, end):
        s, w = skill[q], np.int64(weight[q])
        value = w * have[s]
        total += value
        brought += 1 if level[s] > 0 else 0
        if value > 0:
            _insert(best, matched, value, s)
        elif essential[q]:
            _insert(worst, missing, w, s)
    return total, brought


@inner
def km_of(folk: Folk, p: int, near: Near, j: int) -> np.float32:
    """Return the km from a home to an opening, around the water."""
    km = straight(folk, p, near, j)
    i = place_of_row(near.across, j)
    if i < 0:
        return km
    return max(km, folk.legs[p, near.across_land[i]] + near.across_tail[i])


@inner
def _tell_kinds(  # noqa: PLR0917
    terms: Terms, folk: Folk, p: int, kind: int, fact: Bytes, mine: Int32s
) -> tuple[np.float32, np.float32]:
    """Write which of hers are nearest and by which ways; return how near work and wish are."""
    done, which = _nearest_work(terms, folk, p, kind)
    wished, which_wish = _nearest_wish(terms, folk, p, kind)
    fact[0] = which if 0 <= which < _NONE else _NONE
    fact[1] = which_wish if 0 <= which_wish < _NONE else _NONE
    ways, mine[0], mine[1] = 0, -1, -1
    if which >= 0:
        mine[0] = folk.work[folk.work_start[p] + which]
        ways = _way(terms, mine[0], kind)
    if which_wish >= 0:
        mine[1] = folk.wish[folk.wish_start[p] + which_wish]
        ways += _way(terms, mine[1], kind) << 4
    fact[2] = ways
    return done, wished


@inner
def _tell_skills(  # noqa: PLR0917
    known: Known,
    j: int,
    kind: int,
    have: Int16s,
    level: Int8s,
    fact: Bytes,
    matched: Int32s,
    missing: Int32s,
    tops: Int64s,
) -> int:
    """Write what the skills say; return Σ weight × having."""
    start, end = known.skill_start[j], known.skill_start[j + 1]
    fact[6] = 1 if end > start else 0
    skill, weight, essential = known.skill, known.weight, known.essential
    if end == start:
        start, end = known.needs_start[kind], known.needs_start[kind + 1]
        skill, weight, essential = known.needs_skill, known.needs_weight, known.needs_essential
    total, brought = _skills(
        start, end, skill, weight, essential, have, level, matched, missing, tops
    )
    fact[7], fact[8] = min(end - start, _NONE), min(brought, _NONE)
    origin = 0
    for i in range(SHOWN):
        if matched[i] >= 0:
            one = level[matched[i]]
            origin |= (one if one > 0 else AKIN_SKILL) << (2 * i)
    fact[9] = origin
    return total


@inlined
def way_of(folk: Folk, p: int, near: Near, j: int) -> np.float32:
    """Return the km she would travel to an opening; −1: unknown."""
    km = km_of(folk, p, near, j) if near.placed[j] > _ZERO else -_ONE
    return after_home(km, near.away[j]) if folk.wants_remote[p] else km


@inlined
def worth(folk: Folk, p: int, way: np.float32) -> np.float32:
    """Return what a way is worth to a person who has a home."""
    reach = folk.reach[p]
    inverse = _ONE / reach if reach > _ZERO else _ZERO
    return within(way, inverse) if reach >= _ZERO else anywhere(way)


@inner
def _tell_place(folk: Folk, p: int, near: Near, j: int, fact: Bytes) -> tuple[np.float32, np.int64]:
    """Write what is said of the distance; return its value and hundred metres."""
    if folk.lat[p] == NOWHERE:
        return _ZERO, np.int64(NO_KM)
    hundred = np.int64(NO_KM)
    if near.lat[j] != NOWHERE:
        km = km_of(folk, p, near, j)
        hundred = np.int64(min(km * _A_HUNDRED_METRES + _HALF, _KM_MOST))
    way = way_of(folk, p, near, j)
    fact[3] = SAID if way >= _ZERO else UNKNOWN
    if near.away[j] == _ZERO and folk.wants_remote[p]:
        fact[3] = REMOTE
    return worth(folk, p, way), hundred


@inner
def _tell_hours(classes: Classes, group: int, folk: Folk, p: int, fact: Bytes) -> np.float32:
    """Write what is said of the hours; return their value."""
    low, high = np.int32(classes.hours_min[group]), np.int32(classes.hours_max[group])
    least, most = np.int32(folk.hours_min[p]), np.int32(folk.hours_max[p])
    if least >= 0 or most >= 0:
        fact[4] = UNKNOWN if low < 0 else SAID
    return hours_value(low, high, least, most)


@quick
def tell(  # noqa: PLR0917
    terms: Terms,
    classes: Classes,
    near: Near,
    known: Known,
    folk: Folk,
    shares: Floats,
    who: Int64s,
    scratch: Scratch,
    rows: Int32s,
    parts: Int16s,
    facts: Bytes,
    km: Shorts,
    mine: Int32s,
    matched: Int32s,
    missing: Int32s,
) -> None:
    """Say why each of the rows (m, top) was chosen for the people in `who`; −1 is left alone.

    `near` holds all openings, with the water as seen from the land of these people. Written:
    `parts` (m, top, 10), `facts` (m, top, 10: which work, which wish, by which ways, distance,
    hours, freshness, whether the opening names skills, asked, hers, from where), `km` (m, top) in
    hundred metres, `mine` (m, top, 2) her nearest kinds (work and wish), `matched` and `missing`
    (m, top, 3) skills, −1 for none.
    """
    have, found, level, seen = scratch.have, scratch.found, scratch.level, scratch.seen
    text, taste, share = scratch.text, scratch.taste, scratch.share
    for p in who:
        share_of(shares, folk, p, share)
        count = abilities(terms, folk, p, have, found)
        count_seen = origins(known, folk, p, level, seen)
        words_of(folk, p, text, taste)
        for x in range(rows.shape[1]):
            j = rows[p, x]
            if j < 0:
                continue
            part, fact = parts[p, x], facts[p, x]
            kind, group = near.kind[j], near.group[j]
            done, wished = _tell_kinds(terms, folk, p, kind, fact, mine[p, x])
            done, wished = done * near.sure[j], wished * near.sure[j]
            total = _tell_skills(
                known, j, kind, have, level, fact, matched[p, x], missing[p, x], scratch.best
            )
            skill = skilled(np.int32(total), near.factor[j])
            place, km[p, x] = _tell_place(folk, p, near, j, fact)
            part[0] = rounded(share[0], done)
            part[1] = rounded(share[1], wished)
            part[2] = rounded(share[2], skill)
            part[3] = rounded(share[3], bridging(skill, done, wished))
            one, two = products(text, taste, near.meaning[j])
            part[4], part[5] = rounded(share[4], alike(one)), rounded(share[5], alike(two))
            part[6] = rounded(share[6], place)
            part[7] = rounded(share[7], _tell_hours(classes, group, folk, p, fact))
            part[8] = rounded(share[8], near.fresh[j])
            part[9] = -near.price[j]
            fact[5] = SAID if known.published[j] > 0 else UNKNOWN
        for q in range(count):
            have[found[q]] = 0
        for q in range(count_seen):
            level[seen[q]] = 0
