# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The loops of skill gaps: what each new skill adds to every opening that asks for it.

A new skill also stands in part for near ones (`own_*`, lists end to end, thousandths). `post_*` are
the inverted lists of openings, entries beyond the openings are of kinds of work and are passed by.
`need` int32[n] is what an opening lacks, in millionths, `NEVER` where nothing can open it.
Compiled loops take plain arrays, one after the other, therefore many.
"""

import numpy as np
from numpy.typing import NDArray

from jobunivers.science.compiled import compiled

Int16s = NDArray[np.int16]
Int32s = NDArray[np.int32]
Int64s = NDArray[np.int64]
NEVER = 2**30


@compiled
def gains(  # noqa: PLR0917
    skills: Int64s,
    own_start: Int64s,
    own_skill: Int32s,
    own_value: Int16s,
    have: Int16s,
    post_start: Int64s,
    post_at: Int32s,
    post_weight: Int16s,
    need: Int32s,
    boost: Int16s,
    gain: Int32s,
    touched: Int32s,
) -> int:
    """Add what these skills together add to each opening to `gain`; return how many it touches.

    Those are the first of `touched`. `boost` and `gain` are zeros before, `boost` also after.
    """
    count = 0
    for i in range(len(skills)):
        for q in range(own_start[skills[i]], own_start[skills[i] + 1]):
            other = own_skill[q]
            more = own_value[q] - have[other]
            if more > boost[other]:
                step = np.int32(more - boost[other])
                boost[other] = more
                for p in range(post_start[other], post_start[other + 1]):
                    j = post_at[p]
                    if j >= len(need) or need[j] == NEVER:
                        continue
                    if gain[j] == 0:
                        touched[count] = j
                        count += 1
                    gain[j] += step * post_weight[p]
    for i in range(len(skills)):
        for q in range(own_start[skills[i]], own_start[skills[i] + 1]):
            boost[own_skill[q]] = 0
    return count


@compiled
def opened_by_each(  # noqa: PLR0917
    sets: Int64s,
    own_start: Int64s,
    own_skill: Int32s,
    own_value: Int16s,
    have: Int16s,
    post_start: Int64s,
    post_at: Int32s,
    post_weight: Int16s,
    need: Int32s,
    score: Int32s,
) -> Int64s:
    """Return for each set of skills, [k, size], what it opens: int64[k, 3].

    How many openings, the sum of their scores, and how far it brings those that stay shut
    (thousandths of what they lack, summed over all that it touches).
    """
    found = np.zeros((len(sets), 3), np.int64)
    boost = np.zeros(len(have), np.int16)
    gain, touched = np.zeros(len(need), np.int32), np.empty(len(need), np.int32)
    for i in range(len(sets)):
        count = gains(
            sets[i],
            own_start,
            own_skill,
            own_value,
            have,
            post_start,
            post_at,
            post_weight,
            need,
            boost,
            gain,
            touched,
        )
        for at in range(count):
            j = touched[at]
            if gain[j] >= need[j]:
                found[i, 0] += 1
                found[i, 1] += score[j]
                found[i, 2] += 1000
            else:
                found[i, 2] += np.int64(gain[j]) * 1000 // need[j]
            gain[j] = 0
    return found
