# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from collections import Counter
from random import Random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.science.matching import (
    DEFAULT_MODEL,
    PARTS,
    Excluded,
    Opening,
    Openings,
    People,
    Profile,
    World,
)
from jobunivers.science.tests.matching_reference import Slow
from jobunivers.science.tests.matching_worlds import DAY, VOCABULARY, openings, profiles

SLOW = Slow(VOCABULARY, DEFAULT_MODEL, DAY)
SILENT = {"not_hers"}
few = settings(max_examples=40, deadline=None)


def world(some: list[Opening], prices: list[int] | None = None) -> World:
    return World(VOCABULARY, Openings.pack(some, VOCABULARY), prices=prices)


def prices_for(some: list[Opening], random: Random) -> dict[int, int]:
    return {one.id: random.choice([0, 0, 35, 900, 20_000]) for one in some}


def slow_list(person: Profile, some: list[Opening], price: dict[int, int]) -> list[tuple[int, int]]:
    """Return (−score, id) of what may be shown, best first."""
    return sorted(
        (price[one.id] - sum(SLOW.parts(person, one)), one.id)
        for one in some
        if not SLOW.constraint(person, one)
    )


@few
@given(profiles(), openings(), st.randoms(use_true_random=False))
def test_the_fast_and_the_slow_way_give_the_same_numbers(
    person: Profile, some: list[Opening], random: Random
) -> None:
    price = prices_for(some, random)
    fast = world(some, [price[pk] for pk in sorted(price)])

    found = fast.rank(person, day=DAY, limit=100)

    assert [(-m.score, m.id) for m in found.matches] == slow_list(person, some, price)
    by_id = {one.id: one for one in some}
    for match in found.matches:
        slow = dict(zip(PARTS, SLOW.parts(person, by_id[match.id]), strict=True))
        told = {reason.code.split(".")[0]: reason.weight for reason in match.reasons}
        assert {name: told.get(name, 0) for name in PARTS} == slow
        assert -told.get("spread", 0) == price[match.id]


@few
@given(profiles(), openings())
def test_what_keeps_an_opening_away_is_named_as_the_slow_way_names_it(
    person: Profile, some: list[Opening]
) -> None:
    fast = world(some)
    for one in some:
        name = SLOW.constraint(person, one)
        try:
            said = fast.explain(person, one.id, day=DAY)
        except KeyError:
            assert name == "not_hers"
            continue
        if not name:
            assert not isinstance(said, Excluded)
            assert said.score == sum(SLOW.parts(person, one))
        else:
            assert said == Excluded(one.id, name)


@few
@given(profiles(), openings(), st.integers(1, 4))
def test_it_counts_what_would_have_been_among_these_but_for_a_constraint(
    person: Profile, some: list[Opening], limit: int
) -> None:
    shown = slow_list(person, some, dict.fromkeys((one.id for one in some), 0))[:limit]
    last = shown[-1] if len(shown) == limit else (1, 0)
    expected = Counter(
        name
        for one in some
        if (name := SLOW.constraint(person, one)) not in SILENT | {""}
        and (-sum(SLOW.parts(person, one)), one.id) < last
    )

    found = world(some).rank(person, day=DAY, limit=limit)

    assert dict(found.kept_away) == dict(expected)
    assert found.considered == sum(SLOW.constraint(person, one) not in SILENT for one in some)


@few
@given(st.lists(profiles(), min_size=1, max_size=5), openings())
def test_whom_an_opening_fits_is_what_each_of_them_would_see(
    people: list[Profile], some: list[Opening]
) -> None:
    fast = world(some)
    packed = People.pack(people, range(1, len(people) + 1), VOCABULARY)
    for one in some:
        rows, scores = fast.people_for(fast.openings.row(one.id), packed, day=DAY)
        expected = sorted(
            (-sum(SLOW.parts(person, one)), row)
            for row, person in enumerate(people)
            if not SLOW.constraint(person, one)
        )
        assert list(zip((-scores).tolist(), rows.tolist(), strict=True)) == expected


def test_a_world_without_openings_shows_nothing() -> None:
    found = world([]).rank(Profile(), day=DAY)

    assert found.matches == ()
    packed = People.pack([Profile()], [1], VOCABULARY)
    assert np.array_equal(world([]).records(packed, day=DAY, top=2).rows, [[-1, -1]])
