# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Caseloads are balanced, languages and leave respected, and nobody is moved without need."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.science.segmentation import Consultant, Needing, Why, assign

DAY = date(2026, 11, 25)


def of(chosen: list) -> dict[int, int]:  # type: ignore[type-arg]
    return {one.citizen: one.consultant for one in chosen}


def test_each_goes_where_there_is_most_room_beside_what_one_can_take() -> None:
    half, whole = Consultant(1, capacity=10, load=0), Consultant(2, capacity=20, load=0)

    chosen = assign([Needing(n) for n in range(30)], [half, whole], DAY)

    assert sum(one.consultant == 1 for one in chosen) == 10
    assert not any(one.over_capacity for one in chosen)


def test_somebody_is_helped_even_when_nobody_has_room_and_it_is_said() -> None:
    (one,) = assign([Needing(7)], [Consultant(1, capacity=1, load=1)], DAY)

    assert one.over_capacity


def test_who_speaks_her_language_goes_first_when_somebody_does() -> None:
    dane = Consultant(1, capacity=20, load=0)
    arab = Consultant(2, capacity=20, load=15, languages=frozenset({"ar"}))

    (one,) = assign([Needing(7, frozenset({"ar"}))], [dane, arab], DAY)
    assert (one.consultant, one.why) == (2, Why.LANGUAGE)
    assert of(assign([Needing(7, frozenset({"pl"}))], [dane, arab], DAY)) == {7: 1}


def test_a_short_leave_moves_nobody_but_brings_nobody_new_and_a_long_one_hands_over() -> None:
    def away(days: int) -> Consultant:
        back = DAY + timedelta(days=days)
        return Consultant(1, 20, 5, away_from=DAY, away_to=back)

    other = Consultant(2, capacity=20, load=19)
    hers, new = Needing(7, current=1), Needing(8)

    assert of(assign([hers, new], [away(14), other], DAY)) == {8: 2}
    moved = {one.citizen: one for one in assign([hers, new], [away(60), other], DAY)}
    assert (moved[7].consultant, moved[7].why) == (2, Why.AWAY)


def test_who_has_left_hands_over_and_who_is_known_comes_first() -> None:
    here = [Consultant(2, 20, 0), Consultant(3, 20, 9)]

    (one,) = assign([Needing(7, current=1)], here, DAY)
    assert (one.consultant, one.why) == (2, Why.LEFT)
    (back,) = assign([Needing(8, before=3)], here, DAY)
    assert (back.consultant, back.why) == (3, Why.KNOWN)


def test_without_anybody_at_work_nothing_is_promised() -> None:
    assert assign([Needing(7)], [], DAY) == []
    assert assign([Needing(7)], [Consultant(1, 0, 0)], DAY) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 30), st.integers(0, 20)), min_size=1, max_size=6),
       st.sets(st.integers(1, 200), max_size=40))  # fmt: skip
def test_a_second_asking_changes_nothing_and_the_load_is_as_even_as_it_can_be(
    staff: list[tuple[int, int]], people: set[int]
) -> None:
    team = [Consultant(n, capacity, load) for n, (capacity, load) in enumerate(staff)]
    chosen = of(assign([Needing(one) for one in people], team, DAY))
    load = {one.id: one.load + sum(c == one.id for c in chosen.values()) for one in team}
    after = [Consultant(one.id, one.capacity, load[one.id]) for one in team]

    assert assign([Needing(c, current=s) for c, s in chosen.items()], after, DAY) == []
    for one in team:
        got = sum(c == one.id for c in chosen.values())
        if got:  # the last who came to her found no emptier place
            share = load[one.id] / one.capacity
            assert all(share <= (load[o.id] + 1) / o.capacity + 1e-9 for o in team)
