# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import sys
from pathlib import Path

import numpy as np
from numba.core.dispatcher import Dispatcher

from jobunivers.science.engine import LocalEngine
from jobunivers.science.gaps import gaps, similar
from jobunivers.science.matching import Openings, People, Profile, Vocabulary, World
from jobunivers.science.spreading import Candidates, Spreading, capacity_of, select, spread
from jobunivers.science.warming import DAY, compile_loops, small_person, small_world


def compiled() -> int:
    """Return how many versions of loops this process has."""
    modules = [m for name, m in sys.modules.items() if name.startswith("jobunivers.science")]
    loops = {id(v): v for m in modules for v in vars(m).values() if isinstance(v, Dispatcher)}
    return sum(len(loop.signatures) for loop in loops.values())


def test_after_warming_nothing_that_a_room_asks_is_compiled_again(tmp_path: Path) -> None:
    compile_loops()
    before = compiled()
    assert before > 10
    made = small_world()
    made.vocabulary.save(tmp_path / "vocabulary")
    made.openings.save(tmp_path / "openings")
    openings = Openings.load(tmp_path / "openings")
    world = World(Vocabulary.load(tmp_path / "vocabulary"), openings.merged(openings, [2]))
    person = small_person()
    people = People.pack([person, Profile(), person], [4, 5, 6], world.vocabulary)

    assert world.rank(person, day=DAY, boldness=1.0).matches
    found = LocalEngine(threads=2, partition=2).records(world, people, day=DAY, top=5)
    world.record_of(people.take([1, 2]), found.rows[1:], day=DAY)
    gaps(world, person, day=DAY, learnable={"urn:fry"})
    similar(world.vocabulary, world.openings, 1, day=DAY, owner=0)
    everybody, how = Candidates(found.rows, found.scores), Spreading(list_length=3)
    capacity = capacity_of(world.openings.positions.astype(np.int64))
    known = np.zeros(len(world.openings), dtype=np.int32)
    prices = spread([everybody], capacity, how, known=known)
    select(everybody, prices.values, prices.capacity, how)

    assert compiled() == before
