# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""One chunk of a kommune's people: from a seed to rows of every table, in any process."""

import random
from collections.abc import Sequence
from datetime import timedelta
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from jobunivers.simulator import truth as true
from jobunivers.simulator import words
from jobunivers.simulator.nation import lives, registry, shelved, writing, writing_shelves
from jobunivers.simulator.nation.deeds import Acting, Year
from jobunivers.simulator.nation.lives import Spells
from jobunivers.simulator.nation.market import key_of
from jobunivers.simulator.nation.parts import Chunk, Setting, Written
from jobunivers.simulator.people import Citizen, Draft, draft, finished
from jobunivers.simulator.population.careers import Out
from jobunivers.simulator.population.names import DANISH
from jobunivers.simulator.words import Occupation
from jobunivers.simulator.world import Weighted

_LOT = 7310  # keeps what is drawn on the shelves apart
_EDUCATION = {"course": 0} | {level: at for at, level in enumerate(true.EDUCATION)}


def write(setting: Setting, chunk: Chunk) -> Written:
    """Return everything of these people; the same for the same setting and chunk."""
    rng = random.Random(f"{setting.seed} {chunk.number}")
    numbers = np.random.default_rng([setting.seed, chunk.number])
    trades = words.occupations()
    trade = Weighted(trades, [one.weight for one in trades])
    homes = Weighted(chunk.places, [place.weight for place in chunk.places])
    drafts = [draft(rng, setting.today, homes.one(rng), trade) for _ in range(chunk.many)]
    people = _as_known(setting, chunk, drafts, numbers)
    spells = lives.draw(setting.truth, people, numbers)
    citizens = _lived(rng, setting, drafts, spells, trade)
    today = registry.days_of([setting.today])[0]
    year = Year(setting.truth, setting.market, int(today), setting.activity, numbers)
    acting = Acting(
        effort=people.effort,
        searches_for=_keys(chunk, citizens),
        minority=np.array([one.origin != DANISH for one in drafts]),
    )
    made = writing.Writing(setting, chunk, rng, numbers, int(today))
    deeds = year.draw(spells, acting)
    # A lot of its own: a nation without shelves is the nation it always was.
    lot = np.random.default_rng([setting.seed, chunk.number, _LOT])
    taken = shelved.draw(setting.truth, setting.shelves, people.traits.readiness, deeds.login, lot)
    given = chain(
        made.rows(citizens, people, spells, deeds),
        writing_shelves.rows(made, setting.shelves, taken),
    )
    known = {table.label: table for table in setting.tables}
    rows: dict[tuple[str, str], list[bytes]] = {}
    many: dict[tuple[str, str], int] = {}
    for label, columns in given:
        n = len(next(iter(columns.values())))
        if n:
            names, encoded = known[label].encoded(columns)
            key = (known[label].name, names)
            rows.setdefault(key, []).append(encoded)
            many[key] = many.get(key, 0) + n
    return Written(
        tuple((*key, b"".join(parts), many[key]) for key, parts in rows.items()),
        int((spells.end < 0).sum()),
        _true(chunk, drafts, people),
    )


def _as_known(
    setting: Setting, chunk: Chunk, drafts: Sequence[Draft], rng: np.random.Generator
) -> lives.People:
    """Return the people as the truth sees them."""
    n, truth = len(drafts), setting.truth
    levels = {code: at for at, code in enumerate(true.DANISH)}
    traits = true.Traits(
        age=np.array([(setting.today - one.born_on).days / 365.25 for one in drafts]),
        education=np.array([_EDUCATION[one.education.level] for one in drafts]),
        trade=np.array([int(one.own.isco[0]) for one in drafts]),
        earlier_spells=np.zeros(n, dtype=np.int64),
        readiness=np.array([one.digital_readiness for one in drafts]),
        danish=np.array([levels[one.tongues.get("da", "basic")] for one in drafts]),
        tightness=np.full(n, chunk.tightness),
        frailty=true.draw_frailty(truth, n, rng),
        ill_for_long=true.draw_ill_for_long(truth, n, rng),
    )
    reads = rng.random(n) < chunk.advice
    factor = true.advice_factor(truth, chunk.advice, spread=True)
    return lives.People(
        traits=traits,
        effort=rng.normal(0, truth.behaviour.effort_spread, n),
        advice=np.where(reads, factor, 1.0),
    )


def _lived(
    rng: random.Random,
    setting: Setting,
    drafts: Sequence[Draft],
    spells: Spells,
    trade: Weighted[Occupation],
) -> list[Citizen]:
    """Return the people with working lives around the times out of work that were drawn."""
    starts = np.searchsorted(spells.person, np.arange(len(drafts) + 1)).tolist()
    began, ended = spells.began.tolist(), spells.ended.tolist()
    found = []
    for at, one in enumerate(drafts):
        mine = range(starts[at], starts[at + 1])
        since = setting.today - timedelta(days=began[mine[-1]])
        out = tuple(
            Out(
                setting.today - timedelta(days=began[spell]),
                setting.today - timedelta(days=ended[spell]),
            )
            for spell in reversed(mine[:-1])
        )
        found.append(finished(rng, one, trade, since=since, out=out))
    return found


def _keys(chunk: Chunk, citizens: Sequence[Citizen]) -> NDArray[np.int64]:
    isco = {one.slug: one.isco for one in words.occupations()}
    return np.array([key_of(chunk.region, isco[one.wishes[0]]) for one in citizens])


def _true(
    chunk: Chunk, drafts: Sequence[Draft], people: lives.People
) -> dict[str, NDArray[np.float64]]:
    """Return what is true of people and stands in no table, by citizen."""
    return {
        "citizen": chunk.first_id + np.arange(len(drafts), dtype=np.float64),
        "woman": np.array([one.sex == "woman" for one in drafts], dtype=np.float64),
        "minority": np.array([one.origin != DANISH for one in drafts], dtype=np.float64),
        "frailty": people.traits.frailty,
        "ill_for_long": people.traits.ill_for_long.astype(np.float64),
        "readiness": people.traits.readiness,
        "effort": people.effort,
        "advice": people.advice,
    }
