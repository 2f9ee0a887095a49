# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The loops of spreading. Views are counted in whole 1/65,536, so that no sum depends on order.

`rows` and `scores` are int32[m, K], best first, −1 after the last; `prices` int32[n];
`weights` int64[N], what a place in the list is worth as a view. Compiled loops take plain arrays,
one after the other, therefore many.
"""

import numpy as np
from numpy.typing import NDArray

from jobunivers.science.compiled import compiled

Int32s = NDArray[np.int32]
Int64s = NDArray[np.int64]
LEAST = -(2**31)


@compiled
def best_first(  # noqa: PLR0917
    rows: Int32s,
    scores: Int32s,
    prices: Int32s,
    order: Int32s,
    worth: Int32s,
    most: int,
    least: int,
) -> int:
    """Write the places of one person's best candidates to `order`, what they are worth to `worth`.

    Best is score − price, then the smaller row; what is worth less than `least` is left out.
    Returns how many there are, at most `most`. Stops as soon as no later candidate can enter.
    """
    found = 0
    for k in range(len(rows)):
        row = rows[k]
        if row < 0 or (found == most and scores[k] < worth[found - 1]):
            break
        value = scores[k] - prices[row]
        if value < least:
            continue
        at = found
        while at > 0 and (
            worth[at - 1] < value or (worth[at - 1] == value and rows[order[at - 1]] > row)
        ):
            at -= 1
        if at == most:
            continue
        last = found if found < most else most - 1
        for move in range(last, at, -1):
            order[move] = order[move - 1]
            worth[move] = worth[move - 1]
        order[at] = k
        worth[at] = value
        if found < most:
            found += 1
    return found


@compiled
def add_views(
    rows: Int32s, scores: Int32s, prices: Int32s, weights: Int64s, views: Int64s
) -> tuple[np.int64, np.int64]:
    """Add the views of everybody's list at these prices to `views`.

    Returns the fit of all lists (Σ weight × score) and how much place they use (Σ weight).
    """
    length = len(weights)
    order = np.empty(length, np.int32)
    worth = np.empty(length, np.int32)
    fit, used = np.int64(0), np.int64(0)
    for i in range(len(rows)):
        found = best_first(rows[i], scores[i], prices, order, worth, length, 1)
        for r in range(found):
            k = order[r]
            views[rows[i, k]] += weights[r]
            fit += weights[r] * scores[i, k]
            used += weights[r]
    return fit, used


@compiled
def sort_all(  # noqa: PLR0917
    rows: Int32s, scores: Int32s, prices: Int32s, order: Int32s, worth: Int32s, found: Int32s
) -> None:
    """Write each person's whole order of candidates at these prices, dear ones last."""
    for i in range(len(rows)):
        found[i] = best_first(rows[i], scores[i], prices, order[i], worth[i], rows.shape[1], LEAST)


@compiled
def choose_next(  # noqa: PLR0917
    rows: Int32s,
    order: Int32s,
    worth: Int32s,
    found: Int32s,
    start: Int32s,
    taken: NDArray[np.bool_],
    remaining: Int64s,
    weight: int,
    waiting: Int32s,
    choice: Int32s,
    loss: Int32s,
    asked: Int64s,
) -> None:
    """Find what each waiting person would take now, and what she loses if she does not get it.

    `choice` is a place in her order (−1: nothing is left for her); `loss` the worth of it less
    that of the next one she could have instead (all of it when there is none), −1 where all who
    want it can have it. `asked` int64[n] is scratch.
    """
    asked[:] = 0
    for w in range(len(waiting)):
        i = waiting[w]
        while start[i] < found[i] and taken[i, start[i]]:
            start[i] += 1
        first, second = -1, -1
        for at in range(start[i], found[i]):
            if not taken[i, at] and remaining[rows[i, order[i, at]]] >= weight:
                if first < 0:
                    first = at
                else:
                    second = at
                    break
        choice[w] = first
        if first >= 0:
            loss[w] = max(0, worth[i, first] - (worth[i, second] if second >= 0 else 0))
            asked[rows[i, order[i, first]]] += weight
    for w in range(len(waiting)):
        if choice[w] >= 0:
            i = waiting[w]
            row = rows[i, order[i, choice[w]]]
            if asked[row] <= remaining[row]:
                loss[w] = -1


@compiled
def grant(  # noqa: PLR0917
    rows: Int32s,
    order: Int32s,
    taken: NDArray[np.bool_],
    remaining: Int64s,
    weight: int,
    waiting: Int32s,
    choice: Int32s,
    queue: Int64s,
    place: int,
    lists: Int32s,
) -> Int32s:
    """Give the people of `queue` (positions in `waiting`) what they chose while it lasts.

    Returns those who did not get it and must choose again.
    """
    again = np.empty(len(queue), np.int32)
    left = 0
    for w in queue:
        i, at = waiting[w], choice[w]
        row = rows[i, order[i, at]]
        if remaining[row] >= weight:
            remaining[row] -= weight
            taken[i, at] = True
            lists[i, place] = order[i, at]
        else:
            again[left] = i
            left += 1
    return again[:left]


@compiled
def first_come(
    rows: Int32s, remaining: Int64s, weights: Int64s, lists: Int32s, people: Int64s
) -> None:
    """Fill one person's list after the other with the best that still has room."""
    for i in people:
        place = 0
        for k in range(rows.shape[1]):
            row = rows[i, k]
            if row < 0 or place == len(weights):
                break
            if remaining[row] >= weights[place]:
                remaining[row] -= weights[place]
                lists[i, place] = k
                place += 1


@compiled
def count_lists(  # noqa: PLR0917
    rows: Int32s, scores: Int32s, lists: Int32s, weights: Int64s, views: Int64s, shown: Int64s
) -> tuple[np.int64, np.int64]:
    """Add what chosen lists (places in the candidates, −1 none) show; return fit and place used."""
    fit, used = np.int64(0), np.int64(0)
    for i in range(len(rows)):
        for r in range(lists.shape[1]):
            k = lists[i, r]
            if k >= 0:
                views[rows[i, k]] += weights[r]
                shown[rows[i, k]] += 1
                fit += weights[r] * scores[i, k]
                used += weights[r]
    return fit, used
