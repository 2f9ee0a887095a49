# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A nation on the shelves: each act hangs on a login, and who she is decides what she takes."""

import numpy as np

from jobunivers.simulator import truth as true
from jobunivers.simulator.liking import chances
from jobunivers.simulator.nation import shelved
from jobunivers.simulator.nation.shelved import Offered, Shelves, Taken

KINDS = ("job_board", "lesson", "course", "mentor", "tool")
DAY = shelved.DAY
PEOPLE = 900
LITTLE, WELL = 0.2, 0.9


def shelves() -> Shelves:
    minutes = {"lesson": 12, "course": 900, "mentor": 120}
    return Shelves.of([
        Offered(number + 50, 1, kind, "own", minutes.get(kind, 0), f"Ting {number}", "", (), "")
        for number, kind in enumerate(KINDS)
    ])  # fmt: skip


def taken() -> tuple[Taken, tuple[np.ndarray, np.ndarray, np.ndarray], np.ndarray]:
    """Return a year of people of whom every other is little used to screens, and their logins."""
    person = np.repeat(np.arange(PEOPLE), 60)
    at = np.tile(np.arange(60) * 5 * DAY + 9 * 3_600, PEOPLE) + 1_700_000_000
    spell = person * 2 + (np.tile(np.arange(60), PEOPLE) >= 30)
    readiness = np.where(np.arange(PEOPLE) % 2, WELL, LITTLE)
    login = person, at, spell
    rng = np.random.default_rng(4)
    return shelved.draw(true.Truth(), shelves(), readiness, login, rng), login, readiness


def test_nobody_begins_keeps_or_gets_through_but_on_a_visit() -> None:
    found, (person, at, spell), _ = taken()
    visits = person * 2**34 + at
    uses = found.uses
    done = np.flatnonzero(uses.done)
    assert min(len(found.began[0]), len(done), len(found.kept[0]), len(found.planned[0])) > 100
    for who, when in (
        (found.began[0], found.began[2]),
        (found.kept[0], found.kept[2]),
        (uses.person[done], uses.done[done]),
        (found.planned[0], found.planned[2]),
    ):
        before = np.searchsorted(visits, who * 2**34 + when, side="right") - 1
        assert (person[before] == who).all()
        assert (when - at[before] < 2 * 3_600).all()
    # What takes days is got through at a later visit of the same time out of work.
    long = done[uses.row[done] == KINDS.index("course")]
    assert len(long) > 20
    assert (uses.done[long] - uses.first[long] >= 5 * DAY).all()
    spell_of = dict(zip(visits.tolist(), spell.tolist(), strict=True))
    starts = np.searchsorted(visits, uses.person[long] * 2**34 + uses.first[long], "right") - 1
    ends = np.searchsorted(visits, uses.person[long] * 2**34 + uses.done[long], "right") - 1
    assert all(
        spell_of[int(visits[a])] == spell_of[int(visits[b])]
        for a, b in zip(starts, ends, strict=True)
    )


def test_a_use_a_kept_thing_and_a_line_of_a_plan_stand_once() -> None:
    found, _, _ = taken()
    for who, row in (
        (found.uses.person, found.uses.row),
        (found.kept[0], found.kept[1]),
        (found.planned[0], found.planned[1]),
    ):
        assert len(np.unique(who * 100 + row)) == len(who)
    assert found.uses.starts.sum() == len(found.began[0])
    assert (found.uses.stars[found.uses.done > 0] > 0).mean() > 0.3
    assert not found.uses.done[found.uses.row == KINDS.index("job_board")].any()


def test_who_is_used_to_screens_takes_more_and_others_go_where_there_are_people() -> None:
    found, _, readiness = taken()
    well = readiness[found.began[0]] == WELL

    assert 1.8 < well.sum() / (~well).sum() < 3.5
    mentor = found.began[1] == KINDS.index("mentor")
    assert mentor[~well].mean() > 3 * mentor[well].mean()


def test_without_shelves_nothing_is_taken() -> None:
    login = np.zeros(5, np.int64), np.arange(5) * DAY, np.zeros(5, np.int64)

    found = shelved.draw(true.Truth(), Shelves.of([]), np.ones(1), login, np.random.default_rng(1))

    assert [len(one) for one in (found.began[0], found.kept[0], found.uses.row)] == [0, 0, 0]


def test_chances_of_each_band_add_up() -> None:
    assert np.allclose(chances(KINDS).sum(axis=1), 1)
