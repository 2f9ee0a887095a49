# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which acts count."""

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
    judged,
)
from jobunivers.science.pricing.guards import DAY, MINUTE, Codes

ALWAYS = Circumstances(begins=0, ends=100 * DAY)
KNOWN = np.array([], np.int64)
Row = tuple[int, int, Act, int]  # citizen, offer, act, at


def acts(rows: list[Row]) -> Acts:
    return Acts(
        id=np.arange(1, len(rows) + 1, dtype=np.int64),
        citizen=np.array([row[0] for row in rows], np.int64),
        offer=np.array([row[1] for row in rows], np.int64),
        act=np.array([ACTS.index(row[2]) for row in rows], np.int8),
        at=np.array([row[3] for row in rows], np.int64),
    )


def said(rows: list[Row], guard: Guard | None = None, around: Circumstances = ALWAYS) -> list[str]:
    return [Reason(one).name for one in judged(acts(rows), guard or Guard(), around)]


def start(citizen: int, at: int, offer: int = 1) -> Row:
    return citizen, offer, Act.STARTED, at


def test_the_same_again_within_the_window_is_left_out_and_a_chain_is_one() -> None:
    rows = [start(1, 0), start(1, 20 * MINUTE), start(1, 45 * MINUTE), start(1, 75 * MINUTE)]
    assert said(rows) == ["COUNTS", "REPEAT", "REPEAT", "COUNTS"]
    assert said(rows[::-1]) == ["COUNTS", "REPEAT", "REPEAT", "COUNTS"]
    others = [start(1, 0), start(2, 1), start(1, 2, offer=2), (1, 1, Act.COMPLETED, 3)]
    assert said(others) == ["COUNTS"] * 4


def test_what_is_faster_than_a_person_is_left_out_whole() -> None:
    guard = Guard(window_minutes=0, most_a_minute=5)
    fast = [start(1, MINUTE + i, offer=i) for i in range(6)]
    assert said([*fast, start(1, 3 * MINUTE)], guard) == ["ROBOT"] * 6 + ["COUNTS"]
    slow = [start(1, i * MINUTE // 5, offer=i) for i in range(6)]
    assert said(slow, guard) == ["COUNTS"] * 6
    many = [start(1, i * 10 * MINUTE) for i in range(6)]
    assert said(many, Guard(window_minutes=0, most_a_day=5)) == ["ROBOT"] * 6


def test_own_people_the_withdrawn_and_what_lies_outside_are_left_out() -> None:
    around = Circumstances(begins=10, ends=20, own=frozenset({7}), withdrawn={(1, 1): 15})
    rows = [
        start(2, 9), start(2, 20), start(7, 12), start(1, 14), start(1, 15), start(1, 15, offer=2),
    ]  # fmt: skip
    assert said(rows, around=around) == [
        "OUTSIDE", "OUTSIDE", "OWN", "COUNTS", "WITHDRAWN", "COUNTS",
    ]  # fmt: skip


def test_a_price_once_a_person_counts_the_first_act_and_not_who_was_paid_for() -> None:
    rows = [start(2, 5 * 60 * MINUTE), start(2, 0), start(1, 0), start(3, 0)]
    table = acts(rows)
    reasons = judged(table, Guard(), ALWAYS)
    known = np.array([3], np.int64)
    found = {how: counted(table, reasons, Act.STARTED, how, known).tolist() for how in Counting}
    assert found == {
        Counting.EACH: [True, True, True, True],
        Counting.MONTHLY: [False, True, True, True],
        Counting.ONCE: [False, True, True, False],
    }
    assert active(table, reasons) == 3


def test_nothing_at_all_is_judged_without_harm() -> None:
    table = acts([])
    assert judged(table, Guard(), ALWAYS).tolist() == []
    assert active(table, np.zeros(0, np.int8)) == 0


ROWS = some.lists(
    some.tuples(
        some.integers(1, 4), some.integers(1, 3), some.sampled_from(Act), some.integers(0, 3 * DAY)
    ),
    max_size=60,
)


@settings(max_examples=60)
@given(ROWS, some.randoms())
def test_the_order_of_the_acts_plays_no_role(rows: list[Row], random: some.DataObject) -> None:
    guard = Guard(window_minutes=30, most_a_minute=3, most_a_day=10)
    table = acts(rows)
    straight = judged(table, guard, ALWAYS)
    order = np.array(random.sample(range(len(rows)), len(rows)), np.int64)  # type: ignore[attr-defined]
    mixed = Acts(table.id[order], table.citizen[order], table.offer[order], table.act[order],
                 table.at[order])  # fmt: skip
    again: Codes = judged(mixed, guard, ALWAYS)
    assert again.tolist() == straight[order].tolist()
    for how in Counting:
        first = counted(table, straight, Act.STARTED, how, KNOWN)
        assert counted(mixed, again, Act.STARTED, how, KNOWN).tolist() == first[order].tolist()
        assert not (first & (straight != Reason.COUNTS)).any()
