# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""However the people are cut into partitions, everybody gets the same list to the last bit."""

import importlib.util

import numpy as np
import pytest

from jobunivers.science.engine import LocalEngine, RayEngine, engine_of, partitions
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

DAY = 20_000
PEOPLE, OPENINGS = 60, 150
SKILLS = [f"skill:{n}" for n in range(40)]
WORK = [(f"work:{n}", f"{1 + n % 4}{1 + n % 3}{1 + n % 2}{n % 10}", n + 1) for n in range(24)]


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    rng = np.random.default_rng(1)
    relations = [
        (uri, SKILLS[skill], bool(rng.random() < 0.6))
        for uri, _, _ in WORK
        for skill in rng.choice(len(SKILLS), 6, replace=False)
    ]
    return Vocabulary.build(
        occupations=WORK,
        groups=[(str(n), n) for n in range(1, 5)],
        skills=[(uri, n + 1) for n, uri in enumerate(SKILLS)],
        relations=relations,
    )


def _meaning(rng: np.random.Generator) -> bytes:
    return rng.integers(-40, 40, 64).astype(np.int8).tobytes()


@pytest.fixture(scope="module")
def world(vocabulary: Vocabulary) -> World:
    rng = np.random.default_rng(2)
    openings = [
        Opening(
            id=number + 1,
            occupation=WORK[rng.integers(len(WORK))][0],
            skills=tuple(Required(SKILLS[s], 0.8) for s in rng.choice(len(SKILLS), 4, False)),
            lat=float(rng.uniform(54.8, 57.5)),
            lon=float(rng.uniform(8.3, 12.5)),
            published_day=DAY - int(rng.integers(40)),
            meaning=_meaning(rng),
        )
        for number in range(OPENINGS)
    ]
    return World(vocabulary, Openings.pack(openings, vocabulary))


@pytest.fixture(scope="module")
def people(vocabulary: Vocabulary) -> People:
    rng = np.random.default_rng(3)
    profiles = [
        Profile(
            occupations=(Experience(WORK[rng.integers(len(WORK))][0], "", 2.0),),
            skills=frozenset(SKILLS[s] for s in rng.choice(len(SKILLS), 5, False)),
            wanted_occupations=(Wish(WORK[rng.integers(len(WORK))][0]),),
            lat=float(rng.uniform(54.8, 57.5)),
            lon=float(rng.uniform(8.3, 12.5)),
            max_km=float(rng.choice([20, 60, 150])),
            meaning=_meaning(rng),
        )
        for _ in range(PEOPLE)
    ]
    return People.pack(profiles, range(1, PEOPLE + 1), vocabulary)


@pytest.mark.parametrize("parts", [1, 2, 7])
@pytest.mark.parametrize("threads", [1, 2])
def test_however_they_are_cut_everybody_gets_the_same_to_the_last_bit(
    world: World, people: People, parts: int, threads: int
) -> None:
    whole = world.records(people, day=DAY, top=10)
    engine = LocalEngine(threads=threads, partition=-(-PEOPLE // parts))

    found = engine.records(world, people, day=DAY, top=10)

    assert len(partitions(people, engine.partition)) == parts
    assert found.rows.tobytes() == whole.rows.tobytes()
    assert found.scores.tobytes() == whole.scores.tobytes()
    assert (found.rows >= 0).any(axis=1).mean() > 0.5


def test_everybody_is_in_exactly_one_partition(people: People) -> None:
    pieces = partitions(people, 7)

    assert sorted(np.concatenate(pieces).tolist()) == list(range(PEOPLE))
    assert max(map(len, pieces)) <= 7


def test_neighbours_are_together(people: People) -> None:
    def spread(rows: np.ndarray) -> float:
        return float(np.std(people.lat[rows]))

    together = np.mean([spread(rows) for rows in partitions(people, 10)])

    assert together < 0.5 * spread(np.arange(PEOPLE))


def test_nobody_is_no_work(world: World, people: People) -> None:
    found = LocalEngine().records(world, people.take([]), day=DAY, top=5)

    assert found.rows.shape == (0, 5)


def test_a_partition_of_nobody_is_refused(people: People) -> None:
    with pytest.raises(ValueError, match="at least one"):
        partitions(people, 0)


def test_a_setting_that_names_no_engine_is_refused() -> None:
    for wrong in ("spark", "", "local://here"):
        with pytest.raises(ValueError, match="local, ray or ray://host:port"):
            engine_of(wrong)


@pytest.mark.slow
@pytest.mark.enable_socket
@pytest.mark.skipif(importlib.util.find_spec("ray") is None, reason="Ray is not installed")
def test_processes_answer_the_same(world: World, people: People) -> None:
    whole = world.records(people, day=DAY, top=10)
    with RayEngine(workers=2, partition=20) as engine:
        found = engine.records(world, people, day=DAY, top=10)

    assert found.rows.tobytes() == whole.rows.tobytes()
    assert found.scores.tobytes() == whole.scores.tobytes()
