# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lists that were shown, and what people then did on purpose, as arrays without names or ids.

Each kommune's rows are read under its own lock. A list is a whole run that was on the screen: that
she never came to its second page is a part of how likely she looks at a place.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby
from typing import NamedTuple

import numpy as np
from django.db.models import QuerySet
from numpy.typing import NDArray

from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.rooms.tailored.actions.exploring import DESIGN
from jobunivers.rooms.tailored.models import ListShown, RecommendationRun
from jobunivers.rooms.tailored.queries import MODEL
from jobunivers.rooms.tailored.queries.models import model_of
from jobunivers.rooms.tailored.queries.reading import records_of
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.rooms.vacancies.queries import Act
from jobunivers.science.counterfactual import EMPTY, Logs, propensity
from jobunivers.science.matching import PARTS, UNIT, Model, Record
from jobunivers.trust import queries as trust

WITHIN = timedelta(days=7)
"""An act belongs to the list it was last seen in, when that was at most so long before."""
_LONG_AGO = timedelta(days=90)  # an advertisement kept before that is hardly open any more
_MOST_LISTS = 50_000  # some 200 MB of arrays; more tells little more
_AT_A_TIME = 500

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Gathered:
    """What can be learned from: L lists of at most N places, P parts of a score.

    `logs.acts` are keeping and applying; `hidden` bool[L, N] counts against. `values` float32
    [L, N, P] are the parts (0 to 1), `prices` float32[L, N] what spreading took off (≤ 0, of 1),
    `boldness` float32[L] where she stood. `left_out`: reason → how many lists.
    """

    logs: Logs
    hidden: Bools
    values: Floats
    prices: Floats
    boldness: Floats
    left_out: dict[str, int]

    @property
    def people(self) -> int:
        """Return how many people the lists are of."""
        return len(np.unique(self.logs.people))

    def of(self, which: Bools) -> "Gathered":
        """Return some of the lists: `which` bool[L]."""
        logs = self.logs
        return Gathered(
            Logs(
                logs.design,
                logs.ranks[which],
                logs.propensity[which],
                logs.acts[which],
                logs.lengths[which],
                logs.pools[which],
                logs.people[which],
            ),
            self.hidden[which],
            self.values[which],
            self.prices[which],
            self.boldness[which],
            {},
        )


class _Showing(NamedTuple):
    """These places of a run, from 1, were on the screen."""

    at: datetime
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _List:
    """One list: n places of a run that was shown."""

    person: int
    pool: int
    boldness: float
    ranks: NDArray[np.int32]
    chances: Floats
    acts: Bools
    hidden: Bools
    values: Floats
    prices: Floats


@dataclass(slots=True)
class _Basket:
    lists: list[_List] = field(default_factory=list)
    people: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    models: dict[str, Model | None] = field(default_factory=dict)

    def model(self, version: str) -> Model | None:
        if version not in self.models:
            self.models[version] = model_of(version)
        return self.models[version]


def gather_logs(*, since: datetime, until: datetime) -> Gathered:
    """Return the lists shown in [since, until) with what was done within 7 days, of all kommuner.

    A kommune that has switched the model off is left alone. Beyond 50,000 lists a part of the
    people, the same each time, stands for all. Lists without chance in them, of another design
    of chance, or of weights that are not kept any more cannot be learned from and are counted.
    """
    basket = _Basket()
    homes = [one.pk for one in tenancy.opened()]
    many = sum(_count(home, since, until) for home in homes)
    share = min(1.0, _MOST_LISTS / max(many, 1))
    for home in homes:
        with working_for(home):
            if trust.is_on(MODEL):
                _gather_here(basket, since=since, until=until, share=share)
    return _together(basket)


def _count(home: int, since: datetime, until: datetime) -> int:
    with working_for(home):
        return _shown(since, until).values("run_id").distinct().count()


def _shown(since: datetime, until: datetime) -> QuerySet[ListShown]:
    return ListShown.objects.filter(at__gte=since, at__lt=until).order_by("pk")


def _gather_here(basket: _Basket, *, since: datetime, until: datetime, share: float = 1.0) -> None:
    """Put the lists of the kommune being worked for into the basket."""
    showings: dict[int, dict[int, list[_Showing]]] = defaultdict(lambda: defaultdict(list))
    columns = ("citizen_id", "run_id", "at", "first_rank", "last_rank")
    for citizen, run, *seen in _shown(since, until).values_list(*columns):
        if _stands_for_all(citizen, share):
            showings[citizen][run].append(_Showing(*seen))
    them = sorted(showings)
    for start in range(0, len(them), _AT_A_TIME):
        some = {citizen: showings[citizen] for citizen in them[start : start + _AT_A_TIME]}
        _gather_some(basket, some, since=since)


def _stands_for_all(citizen_id: int, share: float) -> bool:
    """Say whether the citizen is of the part that is read: the same each time, evenly chosen."""
    return (citizen_id * 2_654_435_761) % 2**32 < share * 2**32


def _gather_some(
    basket: _Basket, showings: dict[int, dict[int, list[_Showing]]], *, since: datetime
) -> None:
    acts: dict[int, dict[int, Act]] = defaultdict(dict)
    for act in vacancies.acts_since(citizen_ids=list(showings), since=since - _LONG_AGO):
        acts[act.citizen_id].setdefault(act.vacancy_id, act)  # her first: then it was decided
    ids = [run for runs in showings.values() for run in runs]
    # What others have told was told for her own list: nothing is learned for others from it.
    rows = RecommendationRun.objects.filter(
        pk__in=ids, citizen_id__in=list(showings), signal_sources=[]
    )
    ordered = rows.order_by("citizen_id", "computed_at", "pk").defer("person", "excluded")
    for citizen, runs in groupby(ordered.iterator(_AT_A_TIME), key=lambda run: run.citizen_id):
        usable = [found for run in runs if (found := _usable(basket, run)) is not None]
        if usable:
            basket.lists += _lists(basket.people, usable, showings[citizen], acts[citizen])
            basket.people += 1


@dataclass(frozen=True, slots=True)
class _Run:
    """A run with chance in it, unpacked."""

    row: RecommendationRun
    records: NDArray[Record]
    ranks: NDArray[np.int32]
    model: Model


def _usable(basket: _Basket, run: RecommendationRun) -> _Run | None:
    """Return what can be learned from, or None and why not."""
    records, model = records_of(run), basket.model(run.model)
    ranks = np.frombuffer(bytes(run.places), dtype=np.int16).astype(np.int32)[: len(records)]
    if not len(records) or len(ranks) < len(records):
        basket.left_out["without chance in them"] += 1
        return None
    if model is None:
        basket.left_out["of weights that are not kept"] += 1
        return None
    length, pool = np.array([len(records)]), np.array([run.pool])
    due = propensity(DESIGN, ranks[None], length, pool)[0]
    if (ranks == EMPTY).any() or not np.allclose(due, records["propensity"], rtol=1e-4, atol=1e-7):
        basket.left_out["of another design of chance"] += 1
        return None
    return _Run(run, records, ranks, model)


def _lists(
    person: int,
    runs: Sequence[_Run],
    showings: Mapping[int, list[_Showing]],
    acts: Mapping[int, Act],
) -> Iterator[_List]:
    """Yield the citizen's lists; each act belongs to the list she last saw it in."""
    done = {vacancy: _last_seen(act, runs, showings) for vacancy, act in acts.items()}
    for run in runs:
        first = min(seen.at for seen in showings[run.row.pk])
        ids = run.records["vacancy"].tolist()
        kinds = [acts[one].kind if done.get(one) == run.row.pk else "" for one in ids]
        # What she had decided about before is no question of this list.
        settled = np.array([one in acts and acts[one].at < first for one in ids])
        yield _List(
            person=person,
            pool=run.row.pool,
            boldness=run.row.boldness,
            ranks=np.where(settled, EMPTY, run.ranks).astype(np.int32),
            chances=np.where(settled, 0, run.records["propensity"]).astype(np.float32),
            acts=np.array([kind in {"starred", "applied"} for kind in kinds]),
            hidden=np.array([kind == "hidden" for kind in kinds]),
            values=_values(run),
            prices=run.records["contributions"][:, len(PARTS)].astype(np.float32)
            / np.float32(UNIT),
        )


def _last_seen(
    act: Act, runs: Sequence[_Run], showings: Mapping[int, list[_Showing]]
) -> int | None:
    """Return the run in which she last saw what she then acted on, within 7 days; else None."""
    seen: list[tuple[datetime, int]] = []
    for run in runs:
        lately = [one for one in showings[run.row.pk] if timedelta(0) <= act.at - one.at <= WITHIN]
        if not lately:
            continue
        places = np.flatnonzero(run.records["vacancy"] == act.vacancy_id) + 1
        seen += [
            (one.at, run.row.pk)
            for one in lately
            if any(one.first <= place <= one.last for place in places)
        ]
    return max(seen)[1] if seen else None


def _values(run: _Run) -> Floats:
    """Return the parts of each place, 0 to 1; 0 where the part did not count at her boldness."""
    most = run.model.at(run.row.boldness) * UNIT
    parts = run.records["contributions"][:, : len(PARTS)].astype(np.float32)
    found: Floats = np.divide(parts, most, out=np.zeros_like(parts), where=most > 0)
    return np.clip(found, 0.0, 1.0)


def _together(basket: _Basket) -> Gathered:
    lists = basket.lists
    lengths = np.array([len(one.ranks) for one in lists], dtype=np.int64)
    shape = (len(lists), int(lengths.max(initial=0)))
    ranks = np.full(shape, EMPTY, dtype=np.int32)
    chances, prices = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
    acts, hidden = np.zeros(shape, np.bool_), np.zeros(shape, np.bool_)
    values = np.zeros((*shape, len(PARTS)), np.float32)
    for row, one in enumerate(lists):
        there = slice(0, len(one.ranks))
        ranks[row, there], chances[row, there] = one.ranks, one.chances
        acts[row, there], hidden[row, there] = one.acts, one.hidden
        values[row, there], prices[row, there] = one.values, one.prices
    pools = np.array([one.pool for one in lists], dtype=np.int64)
    people = np.array([one.person for one in lists], dtype=np.int64)
    logs = Logs(DESIGN, ranks, chances, acts, lengths, pools, people)
    boldness = np.array([one.boldness for one in lists], dtype=np.float32)
    return Gathered(logs, hidden, values, prices, boldness, dict(sorted(basket.left_out.items())))
