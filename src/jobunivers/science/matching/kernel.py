# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The loops that make a score: the only place where the formula is computed.

Everything that is added is a whole number of 1/10,000, so a score does not depend on who is
compared beside it, in which order, or on which machine. Floats are float32, each operation as
written. `shares` are the weights × 10,000 at a boldness, in the order of `PARTS`.
"""

import numpy as np

from jobunivers.science.matching.arrays import DIMS
from jobunivers.science.matching.compiling import exact_sums, inlined, inner, quick
from jobunivers.science.matching.tables import (
    Classes,
    Floats,
    Folk,
    Int8s,
    Int16s,
    Int32s,
    Near,
    Scratch,
    Terms,
)
from jobunivers.science.matching.travel import KM_A_MICRODEGREE, NOWHERE

BARRED = -(2**28)
"""What an opening gets for breaking a constraint: far below any score."""
_HALF, _ONE, _ZERO = np.float32(0.5), np.float32(1.0), np.float32(0.0)
_AT_THE_EDGE = np.float32(0.7)
_HALF_WAY_KM = np.float32(25.0)
_FULL = np.float32(127 * 127)
_A_DOT = np.float32(1.0 / (127 * 127))
NO_LIMIT = np.float32(3.4e38)
BLOCK = 1024


@inlined
def rounded(share: np.float32, value: np.float32) -> np.int32:
    """Return share × value to the nearest whole number (neither is negative)."""
    return np.int32(share * value + _HALF)


@inlined
def alike(dot: np.float32) -> np.float32:
    """Return how alike two meanings are, 0 to 1, from the product of their vectors."""
    return min(max(dot, _ZERO), _FULL) * _A_DOT


@inlined
def within(way: np.float32, inverse: np.float32) -> np.float32:
    """Return what a way is worth to who goes at most 1/inverse km; −1 km: unknown."""
    return _HALF if way < _ZERO else _ONE - _AT_THE_EDGE * min(way * inverse, _ONE)


@inlined
def anywhere(way: np.float32) -> np.float32:
    """Return what a way is worth to who has named no limit; −1 km: unknown."""
    return _HALF if way < _ZERO else _HALF_WAY_KM / (_HALF_WAY_KM + way)


@inlined
def skilled(total: np.int32, factor: np.float32) -> np.float32:
    """Return the value of the skills from the sum of weight × having."""
    return min(np.float32(total) * factor, _ONE)


@inlined
def bridging(skill: np.float32, done: np.float32, wished: np.float32) -> np.float32:
    """Return what the skills are worth in a trade that is neither hers nor her wish."""
    return skill * (_ONE - max(done, wished))


@inlined
def apart(north: np.int32, east: np.int32, cosines: np.float32, sines: np.float32) -> np.float32:
    """Return the km of so many millionths of a degree; the products are of half the latitudes."""
    up = np.float32(north) * KM_A_MICRODEGREE
    side = np.float32(east) * KM_A_MICRODEGREE * (cosines - sines)
    return np.float32(np.sqrt(up * up + side * side))


@inlined
def straight(folk: Folk, p: int, near: Near, j: int) -> np.float32:
    """Return the km from a home to an opening in a straight line."""
    return apart(
        np.int32(folk.lat[p] - near.lat[j]),
        np.int32(folk.lon[p] - near.lon[j]),
        folk.cosine[p] * near.cosine[j],
        folk.sine[p] * near.sine[j],
    )


@inlined
def after_home(km: np.float32, away: np.float32) -> np.float32:
    """Return what is left of a way for who wants to work from home; −1: unknown."""
    return km if km < _ZERO and away > _ZERO else km * away


@inner
def ways(folk: Folk, p: int, near: Near, way: Floats) -> None:
    """Write the km she would travel to each opening; −1: unknown.

    Work from home shortens the way of those who want it.
    """
    if folk.lat[p] == NOWHERE:
        way[:] = _ZERO
        return
    lats, lons, cosines, sines = near.lat, near.lon, near.cosine, near.sine
    # Her own numbers are read before the loop, or it could not do several openings at a time.
    lat, lon, cosine, sine = folk.lat[p], folk.lon[p], folk.cosine[p], folk.sine[p]
    for j in range(len(way)):
        north, east = np.int32(lat - lats[j]), np.int32(lon - lons[j])
        way[j] = apart(north, east, cosine * cosines[j], sine * sines[j])
    for j in near.unplaced:
        way[j] = -_ONE
    for i in range(len(near.across)):
        j = near.across[i]
        around = folk.legs[p, near.across_land[i]] + near.across_tail[i]
        way[j] = max(way[j], around)
    if folk.wants_remote[p]:
        for j in range(len(way)):
            way[j] = after_home(way[j], near.away[j])


@quick
def abilities(terms: Terms, folk: Folk, p: int, have: Int16s, found: Int32s) -> int:
    """Write how far she has each skill (thousandths) to `have`, and which are not 0 to `found`.

    Returns how many those are; `have` must be zeros. Stated skills count in full, essential needs
    of what she has done 600, and each stands in part for near ones; the most counts.
    """
    count = 0
    for i in range(folk.skill_start[p], folk.skill_start[p + 1]):
        s = folk.skill[i]
        for q in range(terms.own_start[s], terms.own_start[s + 1]):
            count = _least(have, found, count, terms.own_skill[q], terms.own_value[q])
    for i in range(folk.work_start[p], folk.work_start[p + 1]):
        k = folk.work[i]
        for q in range(terms.work_start[k], terms.work_start[k + 1]):
            count = _least(have, found, count, terms.work_skill[q], terms.work_value[q])
    return count


@inlined
def _least(have: Int16s, found: Int32s, count: int, skill: int, value: int) -> int:
    if have[skill] == 0:
        found[count] = skill
        count += 1
    have[skill] = max(have[skill], value)
    return count


@inner
def asked_and_had(near: Near, have: Int16s, found: Int32s, count: int, sums: Int32s) -> None:
    """Write Σ weight × having (millionths) of each opening to `sums`, shape (places,)."""
    sums[:] = 0
    for i in range(count):
        skill = found[i]
        value = np.int32(have[skill])
        for q in range(near.post_start[skill], near.post_start[skill + 1]):
            sums[near.post_at[q]] += value * near.post_weight[q]
    for i in range(len(near.implied)):
        sums[near.implied[i]] = sums[near.implied_by[i]]


@quick
def kinds(terms: Terms, folk: Folk, p: int, done: Floats, wished: Floats) -> None:
    """Write how near each kind of work is to what she has done and to what she wishes, (K,)."""
    done[:] = _ZERO
    wished[:] = _ZERO
    for i in range(folk.work_start[p], folk.work_start[p + 1]):
        row = terms.near[folk.work[i]]
        years = terms.years[folk.work_years[i]]
        for k in range(len(done)):
            done[k] = max(done[k], row[k] * years)
    for i in range(folk.wish_start[p], folk.wish_start[p + 1]):
        row = terms.near[folk.wish[i]]
        for k in range(len(wished)):
            wished[k] = max(wished[k], row[k])


@inlined
def hours_value(low: np.int32, high: np.int32, least: np.int32, most: np.int32) -> np.float32:
    """Return which share of an opening's hours she wants; −1: not said (quarters of an hour)."""
    if least < 0 and most < 0:
        return _ZERO
    if low < 0:
        return _HALF
    lowest = max(low, least)
    highest = high if most < 0 else min(high, most)
    if lowest == low and highest == high:
        return _ONE
    if highest <= lowest:
        return _ZERO
    return np.float32(highest - lowest) / np.float32(high - low)


@inlined
def hours_bar(low: np.int32, high: np.int32, least: np.int32, most: np.int32) -> bool:
    """Return whether an opening's hours are all too few or all too many."""
    return bool(low >= 0 and ((least >= 0 and high < least) or (most >= 0 and low > most)))


@inner
def language_bar(folk: Folk, p: int, classes: Classes, c: int) -> bool:
    """Return whether she has named languages and one that is needed is not among them."""
    start, end = folk.language_start[p], folk.language_start[p + 1]
    barred = False
    for q in range(classes.language_start[c], classes.language_start[c + 1]):
        spoken = start == end
        for i in range(start, end):
            spoken |= folk.language[i] == classes.language[q]
        barred |= not spoken
    return barred


@inner
def class_points(classes: Classes, folk: Folk, p: int, share: np.float32, points: Int32s) -> None:
    """Write what the hours of each class of openings add, (C,)."""
    least, most = np.int32(folk.hours_min[p]), np.int32(folk.hours_max[p])
    for c in range(len(points)):
        low, high = np.int32(classes.hours_min[c]), np.int32(classes.hours_max[c])
        points[c] = rounded(share, hours_value(low, high, least, most))


@inner
def bar_classes(classes: Classes, folk: Folk, p: int, points: Int32s) -> None:
    """Write BARRED for the classes of openings that somebody may not see or cannot take, (C,)."""
    least, most = np.int32(folk.hours_min[p]), np.int32(folk.hours_max[p])
    for c in range(len(points)):
        low, high = np.int32(classes.hours_min[c]), np.int32(classes.hours_max[c])
        owner = classes.owner[c]
        if (
            (owner != 0 and owner != folk.owner[p])
            or (classes.licences[c] & folk.lacks[p]) != 0
            or hours_bar(low, high, least, most)
            or language_bar(folk, p, classes, c)
        ):
            points[c] = BARRED


@inner
def without_likeness(  # noqa: PLR0917
    near: Near,
    points: Int32s,
    sums: Int32s,
    way: Floats,
    reach: np.float32,
    limit: np.float32,
    scratch: Scratch,
    out: Int32s,
) -> None:
    """Write every opening's score but for text and taste to `out`.

    It is BARRED and less where the way is beyond `limit`. `reach` < 0: she named no limit.
    """
    inverse = _ONE / reach if reach > _ZERO else _ZERO
    a, b, shares = scratch.block_done, scratch.block_wished, scratch.share
    done, wished = scratch.done, scratch.wished
    for start in range(0, len(out), BLOCK):
        size = min(BLOCK, len(out) - start)
        fit = out[start : start + size]
        kind, group = near.kind[start : start + size], near.group[start : start + size]
        for i in range(size):
            a[i] = done[kind[i]]
            b[i] = wished[kind[i]]
            fit[i] = points[group[i]]
        _work(near, start, a, b, sums, shares, fit)
        _place(near, start, way, shares, reach, inverse, limit, fit)


@inner
def _work(  # noqa: PLR0917
    near: Near, start: int, done: Floats, wished: Floats, sums: Int32s, shares: Floats, fit: Int32s
) -> None:
    size = len(fit)
    sure, factor = near.sure[start : start + size], near.factor[start : start + size]
    total = sums[start : start + size]
    first, second, third, fourth = shares[0], shares[1], shares[2], shares[3]
    for i in range(size):
        one, two = done[i] * sure[i], wished[i] * sure[i]
        skill = skilled(total[i], factor[i])
        fit[i] += (
            rounded(first, one)
            + rounded(second, two)
            + rounded(third, skill)
            + rounded(fourth, bridging(skill, one, two))
        )


@inner
def _place(  # noqa: PLR0917
    near: Near,
    start: int,
    way: Floats,
    shares: Floats,
    reach: np.float32,
    inverse: np.float32,
    limit: np.float32,
    fit: Int32s,
) -> None:
    size = len(fit)
    fresh, price = near.fresh[start : start + size], near.price[start : start + size]
    km = way[start : start + size]
    place, new = shares[6], shares[8]
    if reach >= _ZERO:
        for i in range(size):
            value = rounded(place, within(km[i], inverse))
            fit[i] += value + rounded(new, fresh[i]) - price[i]
    else:
        for i in range(size):
            fit[i] += rounded(place, anywhere(km[i])) + rounded(new, fresh[i]) - price[i]
    if limit < NO_LIMIT:
        for i in range(size):
            fit[i] += BARRED if km[i] > limit else 0


@exact_sums
def products(text: Floats, taste: Floats, meaning: Int8s) -> tuple[np.float32, np.float32]:
    """Return the products of two vectors of hers with an opening's: whole numbers.

    Every sum stays below 2²⁴, so float32 holds it exactly and the order of adding is free.
    """
    one, two = _ZERO, _ZERO
    for d in range(DIMS):
        value = np.float32(meaning[d])
        one += text[d] * value
        two += taste[d] * value
    return one, two


@inner
def words_of(folk: Folk, p: int, text: Floats, taste: Floats) -> None:
    """Write the vectors of a person's words and taste, (64,) each."""
    for d in range(DIMS):
        text[d] = np.float32(folk.meaning[p, d])
        taste[d] = np.float32(folk.taste[p, d])


@inlined
def likeness(text: Floats, taste: Floats, meaning: Int8s, shares: Floats) -> np.int32:
    """Return what an opening's meaning adds by her words and by her taste."""
    one, two = products(text, taste, meaning)
    return rounded(shares[4], alike(one)) + rounded(shares[5], alike(two))


@inner
def most_likeness(text: Floats, taste: Floats, shares: Floats) -> np.int32:
    """Return the most that `likeness` can be for a person."""
    most = np.int32(0)
    said, liked = _ZERO, _ZERO
    for d in range(DIMS):
        said += abs(text[d])
        liked += abs(taste[d])
    if said > _ZERO:
        most += rounded(shares[4], _ONE)
    if liked > _ZERO:
        most += rounded(shares[5], _ONE)
    return most


@inner
def share_of(shares: Floats, folk: Folk, p: int, share: Floats) -> None:
    """Write a person's weights to `share` (9,): without a home, distance has none."""
    for part in range(len(share)):
        share[part] = shares[folk.boldness[p], part]
    if folk.lat[p] == NOWHERE:
        share[6] = _ZERO


@inner
def limit_of(folk: Folk, p: int) -> np.float32:
    """Return how far a person goes at most (km): without a limit or a home, any way."""
    return folk.reach[p] if folk.reach[p] >= _ZERO and folk.lat[p] != NOWHERE else NO_LIMIT
