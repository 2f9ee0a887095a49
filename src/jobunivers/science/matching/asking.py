# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The loop for one person over all openings, and what keeps each from her."""

import numpy as np

from jobunivers.science.matching.choosing import bar_hidden, place_of
from jobunivers.science.matching.compiling import inner, quick
from jobunivers.science.matching.kernel import (
    BARRED,
    NO_LIMIT,
    abilities,
    asked_and_had,
    class_points,
    hours_bar,
    kinds,
    language_bar,
    likeness,
    limit_of,
    share_of,
    ways,
    without_likeness,
    words_of,
)
from jobunivers.science.matching.tables import (
    Bytes,
    Classes,
    Floats,
    Folk,
    Int32s,
    Known,
    Near,
    Scratch,
    Terms,
)

CONSTRAINTS = (
    "",
    "not_hers",
    "expired",
    "hidden",
    "applied",
    "language",
    "licence",
    "too_far",
    "hours",
)
"""What keeps an opening away, in the order in which it is named; the place is the code."""
SILENT = 1
"""Codes up to this one are never said and never counted."""


@quick
def scores_of_all(  # noqa: PLR0917
    terms: Terms,
    classes: Classes,
    near: Near,
    known: Known,
    folk: Folk,
    shares: Floats,
    p: int,
    day: int,
    scratch: Scratch,
    sums: Int32s,
    points: Int32s,
    way: Floats,
    out: Int32s,
    codes: Bytes,
) -> None:
    """Write person p's scores as if nothing kept an opening away, and what does."""
    have, found, share = scratch.have, scratch.found, scratch.share
    text, taste = scratch.text, scratch.taste
    share_of(shares, folk, p, share)
    ways(folk, p, near, way)
    count = abilities(terms, folk, p, have, found)
    asked_and_had(near, have, found, count, sums)
    kinds(terms, folk, p, scratch.done, scratch.wished)
    class_points(classes, folk, p, share[7], points)
    without_likeness(near, points, sums, way, folk.reach[p], NO_LIMIT, scratch, out)
    limit = limit_of(folk, p)
    words_of(folk, p, text, taste)
    least, most = np.int32(folk.hours_min[p]), np.int32(folk.hours_max[p])
    for j in range(len(out)):
        out[j] += likeness(text, taste, near.meaning[j], share)
        c = near.group[j]
        code = 0
        if hours_bar(np.int32(classes.hours_min[c]), np.int32(classes.hours_max[c]), least, most):
            code = 8
        if way[j] > limit:
            code = 7
        if (classes.licences[c] & folk.lacks[p]) != 0:
            code = 6
        if language_bar(folk, p, classes, c):
            code = 5
        codes[j] = code
    _own_codes(classes, near, known, folk, p, day, sums[: len(codes)], codes)


@inner
def _own_codes(  # noqa: PLR0917
    classes: Classes,
    near: Near,
    known: Known,
    folk: Folk,
    p: int,
    day: int,
    mark: Int32s,
    codes: Bytes,
) -> None:
    """Write over `codes` what is named before: applied for, hidden, over, not hers."""
    mark[:] = 0
    for i in range(folk.applied_start[p], folk.applied_start[p + 1]):
        row = place_of(known.id, folk.applied[i])
        if row >= 0:
            codes[row] = 4
    bar_hidden(near, known, folk, p, mark)
    for j in range(len(codes)):
        owner = classes.owner[near.group[j]]
        if mark[j] == BARRED:
            codes[j] = 3
        if known.last[j] < day:
            codes[j] = 2
        if owner != 0 and owner != folk.owner[p]:
            codes[j] = 1
