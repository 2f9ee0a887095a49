# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace

import numpy as np
import pytest

from jobunivers.simulator import truth as true
from jobunivers.simulator.nation import deeds, lives
from jobunivers.simulator.nation.market import Advertised, Market, key_of

TODAY = 20_780
TRUTH = true.Truth()


def people(n: int, seed: int = 1, **same: float) -> lives.People:
    """Return people of every kind; `same` gives all of them one value of a trait."""
    rng = np.random.default_rng(seed)
    traits = true.Traits(
        age=rng.uniform(20, 64, n),
        education=rng.integers(0, 6, n),
        trade=rng.integers(1, 10, n),
        earlier_spells=np.zeros(n, dtype=np.int64),
        readiness=rng.beta(5, 2, n),
        danish=rng.choice(3, n, p=(0.05, 0.05, 0.9)),
        tightness=np.ones(n),
        frailty=np.zeros(n),
        ill_for_long=np.zeros(n, dtype=np.bool_),
    )
    fixed = {name: np.full(n, value).astype(getattr(traits, name).dtype)
             for name, value in same.items()}  # fmt: skip
    return lives.People(replace(traits, **fixed), np.zeros(n), np.ones(n))


def drawn(n: int, seed: int = 1, **same: float) -> lives.Spells:
    return lives.draw(TRUTH, people(n, seed, **same), np.random.default_rng(seed))


def market(seed: int = 2, n: int = 600) -> Market:
    rng = np.random.default_rng(seed)
    opened = (TODAY - rng.integers(1, 380, n)) * deeds.DAY
    return Market.of([
        Advertised(number + 1_000, f"Titel {number}", f"Firma {number}", "Aarhus",
                   ("5120", "2221", "9112")[number % 3], number % 2, int(opened[number]),
                   int(opened[number]) + 40 * deeds.DAY)
        for number in range(n)
    ])  # fmt: skip


def test_spells_of_a_person_follow_each_other() -> None:
    spells = drawn(4_000)

    assert set(np.unique(spells.person)) == set(range(4_000))
    assert (spells.began > spells.ended).all()
    assert (spells.began <= lives.WINDOW).all()
    assert (spells.ended[spells.end < 0] == 0).all()
    same = spells.person[1:] == spells.person[:-1]
    assert (spells.ended[:-1][same] > spells.began[1:][same]).all()
    # Only the last one can be open.
    assert (spells.end[:-1][same] >= 0).all()
    assert np.bincount(spells.person).max() <= lives.ROUNDS


def test_as_many_leave_in_the_first_weeks_as_is_true() -> None:
    everybody = people(30_000, 3, age=40, education=2, trade=5, readiness=0.7, danish=2)
    spells = lives.draw(TRUTH, everybody, np.random.default_rng(3))
    first = spells.began - 28 >= 1
    lasted = np.where(spells.end < 0, 10_000, spells.began - spells.ended)
    _, at = np.unique(spells.person, return_index=True)
    use = at[first[at]]
    # Those who lose a job at 40 today were younger then: the truth is asked for their ages.
    base = true.log_odds(
        TRUTH, replace(everybody.traits, age=40 - spells.began[use][:1] / 365.25 + np.zeros(30_000))
    )[0]
    helped = 1 + lives.FOLLOWED_UP * (TRUTH.effects.help - 1) * 2
    rate = TRUTH.leaving.rates[0] * np.exp(base) * helped

    found = (lasted[use] <= 27).mean()

    assert found == pytest.approx(1 - (1 - rate) ** 4, rel=0.06)


@pytest.mark.parametrize(
    ("better", "worse"),
    [({"age": 30}, {"age": 60}), ({"education": 4}, {"education": 0}), ({"danish": 2},
     {"danish": 0}), ({"ill_for_long": 0}, {"ill_for_long": 1}), ({"tightness": 1.5},
     {"tightness": 0.7})],
)  # fmt: skip
def test_what_is_true_decides_who_stays_long(
    better: dict[str, float], worse: dict[str, float]
) -> None:
    shares = [(drawn(6_000, 4, **same).end < 0).sum() / 6_000 for same in (better, worse)]

    assert shares[0] < shares[1] - 0.01


def test_about_29_of_100_are_out_of_work_today() -> None:
    everybody = people(20_000, 5)
    rng = np.random.default_rng(5)
    real = replace(
        everybody.traits,
        frailty=true.draw_frailty(TRUTH, 20_000, rng),
        ill_for_long=true.draw_ill_for_long(TRUTH, 20_000, rng),
    )

    spells = lives.draw(TRUTH, lives.People(real, everybody.effort, everybody.advice), rng)

    assert 0.25 < (spells.end < 0).sum() / 20_000 < 0.34


def test_an_advertisement_is_open_when_somebody_applies() -> None:
    there = market()
    rng = np.random.default_rng(6)
    at = (TODAY - rng.integers(1, 364, 3_000)) * deeds.DAY

    row, is_open = there.chosen(np.full(3_000, key_of(0, "5131")), at, rng)

    assert 0.1 < is_open.mean() < 0.9
    assert (there.opened[row[is_open]] <= at[is_open]).all()
    assert (there.closed[row[is_open]] > at[is_open]).all()
    # There is nothing of the kind: any work in the region is taken.
    assert (there.keys[row] // 1_000 == 0).all()
    assert len(np.unique(there.keys[row])) == 3
    row, _ = there.chosen(np.full(500, key_of(1, "2221")), at[:500], rng)
    assert (there.keys[row] == key_of(1, "2221")).all()


def a_year(n: int = 1_500) -> tuple[lives.Spells, deeds.Deeds]:
    spells = drawn(n, 7)
    who = deeds.Acting(np.zeros(n), np.full(n, key_of(0, "5120")), np.arange(n) % 5 == 0)
    year = deeds.Year(TRUTH, market(), TODAY, 1.0, np.random.default_rng(8))
    return spells, year.draw(spells, who)


def test_nobody_acts_outside_a_spell_or_today() -> None:
    spells, done = a_year(300)
    person, at, spell = done.login
    assert (spells.person[spell] == person).all()
    acts = [(person, at), done.change]
    acts += [(one.person, one.at) for one in (done.applied, done.starred, done.hidden)]
    for person, at in acts:
        assert len(person)
        ago = TODAY - at // deeds.DAY
        assert (ago >= 1).all()
        assert (ago <= deeds.YEAR).all()
        inside = np.zeros(len(person), dtype=bool)
        for one, day, place in zip(person.tolist(), ago.tolist(), range(len(person)), strict=True):
            mine = spells.person == one
            inside[place] = ((spells.began >= day) & (spells.ended < day) & mine).any()
        assert inside.all()


def test_an_advertisement_is_applied_for_starred_and_hidden_once() -> None:
    _, done = a_year()
    for person, row in (
        (done.applied.person[done.applied.linked], done.applied.row[done.applied.linked]),
        (done.starred.person, done.starred.row),
        (done.hidden.person, done.hidden.row),
    ):
        pairs = person * 10_000 + row
        assert len(np.unique(pairs)) == len(pairs)
    starred = set((done.starred.person * 10_000 + done.starred.row).tolist())
    assert not starred & set((done.hidden.person * 10_000 + done.hidden.row).tolist())


def test_employers_answer_some_the_majority_more_often() -> None:
    _, done = a_year(4_000)
    minority = done.applied.person % 5 == 0
    invited = done.applied.status == deeds.INTERVIEW

    assert 0.3 < (done.applied.status != deeds.NO_ANSWER).mean() < 0.6
    assert invited[minority].mean() < 0.85 * invited[~minority].mean()
    assert (done.applied.status == deeds.OFFER).any()


def test_absences_begin_within_a_spell() -> None:
    spells, done = a_year()

    assert (done.away.ends < done.away.begins).all()
    for one, day in list(zip(done.away.person.tolist(), done.away.begins.tolist(), strict=True))[
        :300
    ]:
        mine = spells.person == one
        assert ((spells.began >= day) & (spells.ended < day) & mine).any()
