# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The guards over columns, held against the same rules written one act at a time."""

from collections import Counter

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as some

from jobunivers.science.pricing import (
    ACTS,
    Act,
    Acts,
    Circumstances,
    Counting,
    Guard,
    Reason,
    active,
    counted,
    in_order,
    judged,
    people,
)
from jobunivers.science.pricing.guards import DAY, MINUTE

Row = tuple[int, int, int, int, int]  # number, citizen, offer, act, at
GUARD = Guard(window_minutes=10, most_a_minute=3, most_a_day=8)
FAR = 2**45


def plainly(rows: list[Row], guard: Guard, around: Circumstances) -> dict[int, Reason]:
    """Return the reason of each act by its number, rule by rule."""
    found: dict[int, Reason] = {}
    days = Counter((row[1], row[4] // DAY) for row in rows)
    for number, citizen, offer, _act, at in rows:
        since = (around.withdrawn or {}).get((citizen, offer))
        # Faster than a person: one more than may be within a minute, this one among them.
        near = sorted(row[4] for row in rows if row[1] == citizen)
        many = guard.most_a_minute
        fast = any(
            near[i] <= at <= near[i + many] and near[i + many] - near[i] < MINUTE
            for i in range(len(near) - many)
        )
        if not around.begins <= at < around.ends:
            found[number] = Reason.OUTSIDE
        elif since is not None and at >= since:
            found[number] = Reason.WITHDRAWN
        elif citizen in around.own:
            found[number] = Reason.OWN
        elif fast or days[citizen, at // DAY] > guard.most_a_day:
            found[number] = Reason.ROBOT
        else:
            found[number] = Reason.COUNTS
    last: dict[tuple[int, int, int], int] = {}
    left = [row for row in rows if found[row[0]] == Reason.COUNTS]
    for number, citizen, offer, act, at in sorted(left, key=lambda row: (row[4], row[0])):
        before = last.get((citizen, offer, act))
        if before is not None and at - before < guard.window_minutes * MINUTE:
            found[number] = Reason.REPEAT
        last[citizen, offer, act] = at
    return found


def paid_plainly(
    rows: list[Row], found: dict[int, Reason], how: Counting, known: set[int]
) -> set[int]:
    """Return the numbers of the starts that are paid for."""
    paid: set[int] = set()
    seen = set(known) if how == Counting.ONCE else set()
    for number, citizen, _offer, act, _at in sorted(rows, key=lambda row: (row[4], row[0])):
        if found[number] != Reason.COUNTS or ACTS[act] != Act.STARTED:
            continue
        if how == Counting.EACH or citizen not in seen:
            paid.add(number)
            seen.add(citizen)
    return paid


def table_of(rows: list[Row]) -> Acts:
    columns = [np.array([row[i] for row in rows], np.int64) for i in range(5)]
    return Acts(columns[0], columns[1], columns[2], columns[3].astype(np.int8), columns[4])


# Close together, at the very same moment, over a midnight, and so far apart that person and time
# do not fit into one number.
TIMES = some.one_of(
    some.integers(0, 4 * MINUTE),
    some.sampled_from([0, MINUTE - 1, MINUTE, 10 * MINUTE, DAY - 1, DAY, 2 * DAY]),
    some.integers(0, 3 * DAY),
)
PEOPLE = some.one_of(some.integers(1, 4), some.sampled_from([1, FAR]))


@settings(max_examples=150, deadline=None)
@given(
    some.lists(some.tuples(PEOPLE, some.integers(1, 2), some.integers(0, 2), TIMES), max_size=40),
    some.permutations(range(1, 41)),
)
def test_columns_and_one_at_a_time_come_to_the_same(
    told: list[tuple[int, int, int, int]], numbers: list[int]
) -> None:
    rows = [(numbers[i], *one) for i, one in enumerate(told)]
    around = Circumstances(
        begins=5, ends=2 * DAY, own=frozenset({4}), withdrawn={(1, 1): MINUTE, (2, 2): DAY}
    )
    expected = plainly(rows, GUARD, around)
    for table in (table_of(rows), in_order(table_of(rows))):
        reasons = judged(table, GUARD, around)
        found = dict(zip(table.id.tolist(), map(Reason, reasons.tolist()), strict=True))
        assert found == expected
        for how in Counting:
            known = np.array([3], np.int64)
            flags = counted(table, reasons, Act.STARTED, how, known)
            assert set(table.id[flags].tolist()) == paid_plainly(rows, expected, how, {3})
        counts = [row for row in rows if expected[row[0]] == Reason.COUNTS]
        assert people(table, reasons) == len({row[1] for row in counts})
        begun = {row[1] for row in counts if ACTS[row[3]] == Act.STARTED}
        assert active(table, reasons) == len(begun)
