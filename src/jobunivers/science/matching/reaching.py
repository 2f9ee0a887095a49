# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The loop for one opening over all people: whom a new vacancy fits."""

from typing import NamedTuple

import numpy as np

from jobunivers.science.matching.compiling import inner, making, quick
from jobunivers.science.matching.kernel import (
    BARRED,
    bridging,
    hours_bar,
    hours_value,
    language_bar,
    likeness,
    rounded,
    share_of,
    skilled,
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
from jobunivers.science.matching.telling import way_of, worth
from jobunivers.science.matching.travel import NOWHERE

_ZERO = np.float32(0.0)


class Helps(NamedTuple):
    """Which of an opening's skills a thing of hers stands for; lists end to end."""

    start: Int64s
    place: Int32s
    """Which of the asked."""
    value: Int16s
    """Thousandths."""


@making
def helps(asked: Int32s, start: Int64s, skill: Int32s, value: Int16s) -> Helps:
    """Return what is left of lists of skills when only those asked for count.

    `asked` gives each skill's place among the asked, −1 for the others.
    """
    count = 0
    for q in range(len(skill)):
        if asked[skill[q]] >= 0:
            count += 1
    out_start = np.zeros(len(start), np.int64)
    place, worth_of = np.empty(count, np.int32), np.empty(count, np.int16)
    at = 0
    for one in range(len(start) - 1):
        for q in range(start[one], start[one + 1]):
            if asked[skill[q]] >= 0:
                place[at], worth_of[at] = asked[skill[q]], value[q]
                at += 1
        out_start[one + 1] = at
    return Helps(out_start, place, worth_of)


@making
def asked_by(known: Known, j: int, skills: int) -> tuple[Int32s, Int16s]:
    """Return the place of each skill among those an opening asks for (−1), and their weights."""
    start, end = known.skill_start[j], known.skill_start[j + 1]
    skill, weight = known.skill, known.weight
    if start == end:
        kind = known.kind[j]
        start, end = known.needs_start[kind], known.needs_start[kind + 1]
        skill, weight = known.needs_skill, known.needs_weight
    asked = np.full(skills, -1, np.int32)
    for q in range(start, end):
        asked[skill[q]] = q - start
    return asked, weight[start:end].copy()


@inner
def _kept(  # noqa: PLR0917
    classes: Classes, group: int, known: Known, folk: Folk, p: int, j: int
) -> bool:
    """Return whether something but the way keeps an opening from a person."""
    owner = classes.owner[group]
    low, high = np.int32(classes.hours_min[group]), np.int32(classes.hours_max[group])
    least, most = np.int32(folk.hours_min[p]), np.int32(folk.hours_max[p])
    if (
        (owner != 0 and owner != folk.owner[p])
        or (classes.licences[group] & folk.lacks[p]) != 0
        or hours_bar(low, high, least, most)
        or language_bar(folk, p, classes, group)
    ):
        return True
    for i in range(folk.hidden_opening_start[p], folk.hidden_opening_start[p + 1]):
        if folk.hidden_opening[i] == known.id[j]:
            return True
    for i in range(folk.applied_start[p], folk.applied_start[p + 1]):
        if folk.applied[i] == known.id[j]:
            return True
    for i in range(folk.hidden_employer_start[p], folk.hidden_employer_start[p + 1]):
        if folk.hidden_employer[i] == known.employer[j]:
            return True
    for i in range(folk.hidden_kind_start[p], folk.hidden_kind_start[p + 1]):
        if folk.hidden_kind[i] == known.kind[j]:
            return True
    return False


@inner
def _brought(  # noqa: PLR0917
    folk: Folk, p: int, own: Helps, work: Helps, weight: Int16s, best: Int32s
) -> np.int64:
    """Return Σ weight × having of one opening's skills; `best` is scratch, one per asked."""
    best[:] = 0
    for i in range(folk.skill_start[p], folk.skill_start[p + 1]):
        s = folk.skill[i]
        for q in range(own.start[s], own.start[s + 1]):
            best[own.place[q]] = max(best[own.place[q]], np.int32(own.value[q]))
    for i in range(folk.work_start[p], folk.work_start[p + 1]):
        k = folk.work[i]
        for q in range(work.start[k], work.start[k + 1]):
            best[work.place[q]] = max(best[work.place[q]], np.int32(work.value[q]))
    total = np.int64(0)
    for q in range(len(weight)):
        total += np.int64(weight[q]) * best[q]
    return total


@quick
def scores_for(  # noqa: PLR0917
    terms: Terms,
    classes: Classes,
    near: Near,
    known: Known,
    folk: Folk,
    shares: Floats,
    own: Helps,
    work: Helps,
    weight: Int16s,
    j: int,
    who: Int64s,
    scratch: Scratch,
    best: Int32s,
    out: Int32s,
) -> None:
    """Write the scores of opening j for the people in `who`; BARRED where it is kept from one.

    `near` holds all openings, with the water as seen from the land of these people; `best` is
    scratch, one per skill asked for.
    """
    kind, group = near.kind[j], near.group[j]
    column, share = scratch.done, scratch.share
    text, taste = scratch.text, scratch.taste
    for k in range(len(column)):
        column[k] = terms.near[k, kind]
    low, high = np.int32(classes.hours_min[group]), np.int32(classes.hours_max[group])
    for p in who:
        home, reach = folk.lat[p] != NOWHERE, folk.reach[p]
        way = way_of(folk, p, near, j) if home else _ZERO
        if (home and reach >= 0 and way > reach) or _kept(classes, group, known, folk, p, j):
            out[p] = BARRED
            continue
        share_of(shares, folk, p, share)
        done, wished = _ZERO, _ZERO
        for i in range(folk.work_start[p], folk.work_start[p + 1]):
            done = max(done, column[folk.work[i]] * terms.years[folk.work_years[i]])
        for i in range(folk.wish_start[p], folk.wish_start[p + 1]):
            wished = max(wished, column[folk.wish[i]])
        done, wished = done * near.sure[j], wished * near.sure[j]
        skill = skilled(np.int32(_brought(folk, p, own, work, weight, best)), near.factor[j])
        score = rounded(share[0], done) + rounded(share[1], wished) + rounded(share[2], skill)
        score += rounded(share[3], bridging(skill, done, wished))
        words_of(folk, p, text, taste)
        score += likeness(text, taste, near.meaning[j], share)
        score += rounded(share[6], worth(folk, p, way)) if home else 0
        least, most = np.int32(folk.hours_min[p]), np.int32(folk.hours_max[p])
        score += rounded(share[7], hours_value(low, high, least, most))
        out[p] = score + rounded(share[8], near.fresh[j]) - near.price[j]
