# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The loops that choose: near openings, the best of a list, what she does not want to see."""

import numpy as np

from jobunivers.science.matching.compiling import inlined, inner, making, quick
from jobunivers.science.matching.kernel import (
    BARRED,
    BLOCK,
    abilities,
    asked_and_had,
    bar_classes,
    class_points,
    kinds,
    likeness,
    limit_of,
    most_likeness,
    share_of,
    ways,
    without_likeness,
    words_of,
)
from jobunivers.science.matching.tables import (
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
from jobunivers.science.matching.travel import KM_A_MICRODEGREE

SLACK, SLACK_KM = np.float32(1.0001), np.float32(0.01)
"""More than any rounding: who is compared with too many loses time, with too few an opening."""
_WORST = BARRED // 2
_CHUNK = 32
_DEAL = 8
_STEP = 5
_LOW_BITS = 2**31 - 1


@inner
def place_of(sorted_ids: Int64s, wanted: int) -> int:
    """Return where an id stands in a sorted list, or −1."""
    low, high = 0, len(sorted_ids)
    while low < high:
        middle = (low + high) // 2
        if sorted_ids[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low if low < len(sorted_ids) and sorted_ids[low] == wanted else -1


@inner
def place_of_row(rows: Int32s, wanted: int) -> int:
    """Return where a row stands in a sorted list of rows, or −1."""
    low, high = 0, len(rows)
    while low < high:
        middle = (low + high) // 2
        if rows[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low if low < len(rows) and rows[low] == wanted else -1


@making
def within_box(near: Near, last: Int32s, box: Floats, corners: Int32s, day: int) -> Int32s:
    """Return the rows of all openings somebody in a box may reach and that are not over.

    `corners`: south, north, west, east in millionths of a degree; `box`: cosine and sine of half
    the south, then of half the north latitude, the longest reach in km (negative: no limit), and 1
    when somebody wants to work from home.
    No distance from inside the box is below the one computed here: the cosine of the mean latitude
    is least at one of the ends.
    """
    found = np.empty(len(last), np.int32)
    count = 0
    reach = box[4] * SLACK + SLACK_KM
    for j in range(len(last)):
        if last[j] < day:
            continue
        if box[4] >= 0 and near.placed[j] > 0:
            lat, lon = near.lat[j], near.lon[j]
            up = max(0, corners[0] - lat, lat - corners[1])
            side = max(0, corners[2] - lon, lon - corners[3])
            south = box[0] * near.cosine[j] - box[1] * near.sine[j]
            north = box[2] * near.cosine[j] - box[3] * near.sine[j]
            tall = np.float32(up) * KM_A_MICRODEGREE
            wide = np.float32(side) * KM_A_MICRODEGREE * min(south, north)
            away = near.away[j] if box[5] > 0 else np.float32(1.0)
            if np.sqrt(tall * tall + wide * wide) * away > reach:
                continue
        found[count] = j
        count += 1
    return found[:count].copy()


@making
def postings(
    known: Known, rows: Int32s, skills: int, kind_count: int
) -> tuple[Int64s, Int32s, Int16s, Int32s, Int32s, int]:
    """Return the inverted lists of some openings; see `Near` for what is returned, in its order.

    An opening that names no skill takes the place of its kind, whose needs are there once.
    """
    size = len(rows)
    place, own = np.full(kind_count, -1, np.int32), np.empty(kind_count, np.int32)
    implied, implied_by = np.empty(size, np.int32), np.empty(size, np.int32)
    bare, extra = 0, 0
    for i in range(size):
        r = rows[i]
        if known.skill_start[r] == known.skill_start[r + 1]:
            k = known.kind[r]
            if place[k] < 0:
                place[k] = size + extra
                own[extra] = k
                extra += 1
            implied[bare], implied_by[bare] = i, place[k]
            bare += 1
    own = own[:extra]
    start = np.zeros(skills + 1, np.int64)
    _count(rows, known.skill_start, known.skill, start)
    _count(own, known.needs_start, known.needs_skill, start)
    for s in range(skills):
        start[s + 1] += start[s]
    at, weight = np.empty(start[skills], np.int32), np.empty(start[skills], np.int16)
    fill = start[:skills].copy()
    _fill(rows, 0, known.skill_start, known.skill, known.weight, fill, at, weight)
    _fill(own, size, known.needs_start, known.needs_skill, known.needs_weight, fill, at, weight)
    return start, at, weight, implied[:bare].copy(), implied_by[:bare].copy(), size + extra


@inner
def _count(lists: Int32s, begin: Int64s, skill: Int32s, start: Int64s) -> None:
    """Count each skill of some lists, one place further on."""
    for one in lists:
        for q in range(begin[one], begin[one + 1]):
            start[skill[q] + 1] += 1


@inner
def _fill(  # noqa: PLR0917
    lists: Int32s,
    first: int,
    begin: Int64s,
    skill: Int32s,
    value: Int16s,
    fill: Int64s,
    at: Int32s,
    weight: Int16s,
) -> None:
    """Write each skill of some lists where its inverted list goes on."""
    for i in range(len(lists)):
        for q in range(begin[lists[i]], begin[lists[i] + 1]):
            to = fill[skill[q]]
            at[to], weight[to] = first + i, value[q]
            fill[skill[q]] = to + 1


@inner
def bar_applied(near: Near, known: Known, folk: Folk, p: int, out: Int32s) -> None:
    """Bar what she has applied for."""
    for i in range(folk.applied_start[p], folk.applied_start[p + 1]):
        _bar_one(near, known, folk.applied[i], out)


@inner
def bar_hidden(near: Near, known: Known, folk: Folk, p: int, out: Int32s) -> None:
    """Bar what she has hidden."""
    for i in range(folk.hidden_opening_start[p], folk.hidden_opening_start[p + 1]):
        _bar_one(near, known, folk.hidden_opening[i], out)
    for i in range(folk.hidden_employer_start[p], folk.hidden_employer_start[p + 1]):
        for j in range(len(out)):
            if known.employer[near.row[j]] == folk.hidden_employer[i]:
                out[j] = BARRED
    for i in range(folk.hidden_kind_start[p], folk.hidden_kind_start[p + 1]):
        for j in range(len(out)):
            if near.kind[j] == folk.hidden_kind[i]:
                out[j] = BARRED


@inner
def _bar_one(near: Near, known: Known, opening: int, out: Int32s) -> None:
    row = place_of(known.id, opening)
    j = place_of_row(near.row, row) if row >= 0 else -1
    if j >= 0:
        out[j] = BARRED


@inlined
def _key(score: int, row: int) -> np.int64:
    return (np.int64(score) << 31) + (_LOW_BITS - np.int64(row))


@inner
def _sink(heap: Int64s, size: int, value: np.int64) -> None:
    """Put a value in place of the least of a heap."""
    at = 0
    while True:
        child = 2 * at + 1
        if child >= size:
            break
        if child + 1 < size and heap[child + 1] < heap[child]:
            child += 1
        if heap[child] >= value:
            break
        heap[at] = heap[child]
        at = child
    heap[at] = value


@inlined
def _highest(some: Int32s) -> np.int32:
    """Return the highest of some numbers."""
    highest: np.int32 = some[0]
    for value in some:
        highest = max(highest, value)
    return highest


@inner
def _bound(out: Int32s, top: int, most_of: Int32s, bins: Int32s) -> int:
    """Return a score that at least `top` of a list are above; _WORST when there are not so many.

    The highest of every `_DEAL` are different entries, so if enough of them are above it, enough of
    all are. They are counted by steps of the score; `most_of` (n,) and `bins` are scratch.
    """
    size = len(out) // _DEAL
    if size < top:
        return _WORST
    some = most_of[:size]
    for c in range(size):
        some[c] = out[c]
    for i in range(1, _DEAL):
        other = out[i * size : (i + 1) * size]
        for c in range(size):
            some[c] = max(some[c], other[c])
    bins[:] = 0
    for c in range(size):
        if some[c] >= 0:
            bins[min(some[c] >> _STEP, len(bins) - 1)] += 1
    count = 0
    for step in range(len(bins) - 1, -1, -1):
        count += bins[step]
        if count >= top:
            return (step << _STEP) - 1
    return _WORST


@inlined
def _between(out: Int32s, low: int, high: int, start: int, some: Int32s) -> int:
    """Write the places of a block whose scores are from low to high; return how many.

    Without a branch for each: which are in is as good as chance, and a wrong guess costs more.
    """
    count = 0
    for j in range(start, min(start + BLOCK, len(out))):
        some[count] = j
        count += int((out[j] >= low) & (out[j] <= high))
    return count


@inner
def _gather_alike(  # noqa: PLR0917
    out: Int32s,
    near: Near,
    scratch: Scratch,
    share: Floats,
    bound: int,
    heap: Int64s,
) -> None:
    """Make `heap` the best keys when likeness is added to a list of scores.

    At least as many as the heap holds are above `bound`; they come first. Likeness is never
    negative, so the worst of them is a bound for the others: what could not pass it even with the
    most likeness there can be is not looked at.
    """
    text, taste, some = scratch.text, scratch.taste, scratch.some
    most = most_likeness(text, taste, share)
    heap[:] = _key(bound, _LOW_BITS)
    for start in range(0, len(out), BLOCK):
        for i in range(_between(out, bound + 1, _LOW_BITS, start, some)):
            _enter(some[i], out, near, text, taste, share, heap)
    if most == 0 or bound == _WORST:
        return
    for start in range(0, len(out), BLOCK):
        for i in range(_between(out, (heap[0] >> 31) - most, bound, start, some)):
            _enter(some[i], out, near, text, taste, share, heap)


@inlined
def _enter(  # noqa: PLR0917
    j: int, out: Int32s, near: Near, text: Floats, taste: Floats, share: Floats, heap: Int64s
) -> None:
    """Let an opening in when with its likeness it is better than the worst of the heap."""
    key = _key(out[j] + likeness(text, taste, near.meaning[j], share), near.row[j])
    if key > heap[0]:
        _sink(heap, len(heap), key)


@inner
def _gather_best(out: Int32s, row: Int32s, heap: Int64s) -> None:
    """Make `heap` the best keys of a list whose rows ascend."""
    heap[:] = _key(_WORST, _LOW_BITS)
    least, size = _WORST, len(out)
    for start in range(0, size, _CHUNK):
        end = min(start + _CHUNK, size)
        if _highest(out[start:end]) <= least:
            continue
        for j in range(start, end):
            if out[j] > least:
                _sink(heap, len(heap), _key(out[j], row[j]))
                least = heap[0] >> 31


@inner
def _write(heap: Int64s, rows: Int32s, scores: Int32s) -> None:
    """Write a heap, best first; −1 and 0 where there are no more."""
    for place in range(len(heap) - 1, -1, -1):
        value, last = heap[0], heap[place]
        _sink(heap, place, last)
        score = value >> 31
        there = score > _WORST
        rows[place] = _LOW_BITS - (value & _LOW_BITS) if there else -1
        scores[place] = score if there else 0


@quick
def chosen(out: Int32s, row: Int32s, heap: Int64s, rows: Int32s, scores: Int32s) -> None:
    """Write the best of a list, best first, ties by row; −1 and 0 where there are no more."""
    _gather_best(out, row, heap)
    _write(heap, rows, scores)


@quick
def best_of_each(  # noqa: PLR0917
    terms: Terms,
    classes: Classes,
    near: Near,
    known: Known,
    folk: Folk,
    shares: Floats,
    who: Int64s,
    scratch: Scratch,
    sums: Int32s,
    points: Int32s,
    way: Floats,
    out: Int32s,
    heap: Int64s,
    rows: Int32s,
    scores: Int32s,
) -> None:
    """Write the best openings of each person in `who` to her row of `rows` and `scores`.

    The others are room to write in: `sums` (places,), `points` (C,), `way` and `out` (n,), `heap`
    (top,).
    """
    have, found, share = scratch.have, scratch.found, scratch.share
    before = -1
    for p in who:
        share_of(shares, folk, p, share)
        if before < 0 or folk.lat[p] != folk.lat[before] or folk.lon[p] != folk.lon[before]:
            ways(folk, p, near, way)
        before = p
        count = abilities(terms, folk, p, have, found)
        asked_and_had(near, have, found, count, sums)
        for q in range(count):
            have[found[q]] = 0
        kinds(terms, folk, p, scratch.done, scratch.wished)
        class_points(classes, folk, p, share[7], points)
        bar_classes(classes, folk, p, points)
        reach, limit = folk.reach[p], limit_of(folk, p)
        without_likeness(near, points, sums, way, reach, limit, scratch, out)
        bar_hidden(near, known, folk, p, out)
        bar_applied(near, known, folk, p, out)
        words_of(folk, p, scratch.text, scratch.taste)
        bound = _bound(out, len(heap), sums, scratch.bins)
        _gather_alike(out, near, scratch, share, bound, heap)
        _write(heap, rows[p], scores[p])
