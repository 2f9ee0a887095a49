# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Compiles every loop once, on a world of three openings, so that nobody waits for it later.

The compiled loops are kept in `NUMBA_CACHE_DIR`. What is asked here must reach all that pages and
the night ask: a test sees that nothing compiles after it.
"""

import numpy as np

from jobunivers.science.engine import LocalEngine
from jobunivers.science.gaps import Offer, because_completed, gaps, next_learning, similar
from jobunivers.science.matching import (
    Experience,
    Opening,
    Openings,
    People,
    Profile,
    Required,
    Vocabulary,
    Wish,
    World,
)
from jobunivers.science.spreading import Candidates, Spreading, capacity_of, report, select, spread

DAY = 20_000
_MEANING = bytes([127, *[0] * 63])


def small_world() -> World:
    """Return a world of three openings and two kinds of work."""
    vocabulary = Vocabulary.build(
        occupations=[("urn:cook", "5120", 1), ("urn:waiter", "5131", 2)],
        groups=[("5", 1), ("51", 2), ("5120", 3)],
        skills=[("urn:fry", 1), ("urn:serve", 2), ("urn:count", 3)],
        relations=[
            ("urn:cook", "urn:fry", True),
            ("urn:waiter", "urn:serve", True),
            ("urn:waiter", "urn:count", False),
        ],
        broader=[("urn:fry", "urn:serve")],
    )
    openings = [
        Opening(
            id=number,
            occupation="urn:cook" if number < 3 else "urn:waiter",  # noqa: PLR2004
            skills=(Required("urn:fry"), Required("urn:count")) if number < 3 else (),  # noqa: PLR2004
            lat=56.1,
            lon=10.2,
            hours_min=30.0,
            hours_max=37.0,
            languages=frozenset({"da"}),
            licences=frozenset({"B"}),
            published_day=DAY - number,
            last_day=DAY + 9,
            meaning=_MEANING,
            land=1,
        )
        for number in (1, 2, 3)
    ]
    return World(vocabulary, Openings.pack(openings, vocabulary), prices=[0, 5, 0])


def small_person() -> Profile:
    """Return somebody about whom everything is known."""
    return Profile(
        occupations=(Experience("urn:waiter", "5131", 2.0),),
        skills=frozenset({"urn:count"}),
        wanted_occupations=(Wish("urn:cook"),),
        lat=56.2,
        lon=10.1,
        max_km=30.0,
        hours_min=20.0,
        hours_max=37.0,
        languages=frozenset({"da"}),
        hidden_openings=frozenset({9}),
        hidden_employers=frozenset({9}),
        applied=frozenset({8}),
        lacks_licences=frozenset({"C"}),
        meaning=_MEANING,
        taste=_MEANING,
        land=1,
    )


def compile_loops() -> None:
    """Ask everything once that pages and the night ask."""
    world, person = small_world(), small_person()
    people = People.pack([person, Profile()], [1, 2], world.vocabulary)
    world.rank(person, day=DAY, like=[1])
    world.explain(person, 2, day=DAY)
    found = LocalEngine(threads=1).records(world, people, day=DAY, top=3)
    world.record_of(people, found.rows, day=DAY)
    world.people_for(0, people, day=DAY)
    gaps(world, person, day=DAY)
    because_completed(world, person, ["urn:fry"], day=DAY)
    next_learning(world, person, [Offer("course", ("urn:fry",), 10.0)], day=DAY)
    similar(world.vocabulary, world.openings, 1, day=DAY, owner=0)
    everybody, how = Candidates(found.rows, found.scores), Spreading(list_length=2, rounds=2)
    capacity = capacity_of(world.openings.positions.astype(np.int64))
    prices = spread([everybody], capacity, how)
    lists, _ = select(everybody, prices.values, prices.capacity, how)
    report([everybody], [lists], prices.capacity, how, prices=prices)
