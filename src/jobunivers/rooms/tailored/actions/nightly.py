# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every night: everybody's list, spread so that no job is shown to everyone.

Each kommune's people are scored against all open advertisements, under its own lock. Prices of
crowded advertisements are then found from sums alone: how often each is shown, never to whom. At
those prices each kommune's lists are chosen and stored, under its own lock again.
"""

import os
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime

import numpy as np
from django.conf import settings
from django.db import DatabaseError, transaction
from django.utils import timezone
from numpy.typing import NDArray

from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.tailored.actions import storing
from jobunivers.rooms.tailored.actions.demanding import tell_demand
from jobunivers.rooms.tailored.actions.exploring import explored
from jobunivers.rooms.tailored.actions.following import write_prices
from jobunivers.rooms.tailored.actions.recommending import (
    KEPT_MATCHES,
    LOOKED_AT,
    NotReady,
    kept_of,
    made_by,
)
from jobunivers.rooms.tailored.models import Night, Pressure
from jobunivers.rooms.tailored.queries import MODEL, worlds
from jobunivers.rooms.tailored.queries.asking import Head, ask
from jobunivers.rooms.tailored.queries.worlds import Loaded
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.science.ahead import ahead
from jobunivers.science.engine import Engine, engine_of
from jobunivers.science.matching import People, Profile, World
from jobunivers.science.spreading import (
    Candidates,
    Lists,
    Prices,
    Spreading,
    capacity_of,
    report,
    select,
    spread,
)
from jobunivers.trust import queries as trust

_AT_A_TIME = 500
_FAILURE = 300  # characters that are kept
_HOW = Spreading(list_length=KEPT_MATCHES)


@dataclass(frozen=True, slots=True)
class _Part:
    """Some of a kommune's people and what fits them, best first."""

    municipality_id: int
    heads: list[Head]
    people: People
    candidates: Candidates


@dataclass(frozen=True, slots=True)
class _Piece:
    """So many of a part's people as are stored at once; the part's first is `first` of all."""

    part: _Part
    first: int
    rows: NDArray[np.int64]


@dataclass(slots=True)
class _Clock:
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        start = time.monotonic()
        yield
        self.seconds[name] = round(self.seconds.get(name, 0.0) + time.monotonic() - start, 3)


def match_everybody(*, at: datetime) -> Night:
    """Make everybody's list anew; return what the night did.

    Raises NotReady while the packed world is being made. A night that fails says of what.
    """
    loaded = worlds.current()
    if loaded is None:
        raise NotReady
    night = Night.objects.create(started_at=at, openings=len(loaded.world.openings))
    try:
        return _matched(night, loaded, at=at)
    except Exception as problem:
        failure = f"{type(problem).__name__}: {problem}"[:_FAILURE]
        with suppress(DatabaseError):  # it may be what failed
            Night.objects.filter(pk=night.pk).update(failure=failure)
        raise


def _matched(night: Night, loaded: Loaded, *, at: datetime) -> Night:
    world, day = loaded.world, vacancies.day_number(timezone.localdate(at))
    clock = _Clock()
    engine = engine_of(settings.ENGINE, threads=os.cpu_count() or 1)
    with clock.stage("scoring"), closing(engine):
        parts = list(_parts(engine, loaded, day, at=at))
    with clock.stage("prices"):
        capacity = capacity_of(world.openings.positions.astype(np.int64))
        prices = spread([part.candidates for part in parts], capacity, _HOW, known=loaded.prices)
    with clock.stage("lists"):
        everybody = _together(parts)
        lists, left = select(everybody, prices.values, prices.capacity, _HOW)
    with clock.stage("stored"):
        _write(parts, lists, loaded.world.with_prices(prices.values), loaded, day, at=at)
    with clock.stage("sums"):
        _remember(world, prices, np.asarray(prices.capacity - left), at=at)
        write_prices(at=at)
    with clock.stage("demand"):
        everybody_by_home = ((part.municipality_id, part.people) for part in parts)
        tell_demand(everybody_by_home, world, today=timezone.localdate(at))
    night.people = sum(len(part.heads) for part in parts)
    night.facts = {"seconds": clock.seconds, "rounds": prices.rounds, "scale": prices.scale} | (
        _figures(everybody, lists, prices, world) if night.people else {}
    )
    night.finished_at = timezone.now()
    night.save()
    return night


def _parts(engine: Engine, loaded: Loaded, day: int, *, at: datetime) -> Iterator[_Part]:
    """Yield each kommune's people with what fits them, where the kommune lets it be found."""
    unpriced = loaded.world.with_prices(None)
    for municipality in tenancy.opened():
        with working_for(municipality.pk):
            if not trust.is_on(MODEL):
                continue
            ids, heads, profiles = journey.citizen_ids(), list[Head](), list[Profile]()
            for start in range(0, len(ids), _AT_A_TIME):
                for one in ask(citizen_ids=ids[start : start + _AT_A_TIME], loaded=loaded, at=at):
                    heads.append(one.head)
                    profiles.append(one.profile)
        people = People.pack(profiles, ids, unpriced.vocabulary)
        found = engine.records(unpriced, people, day=day, top=LOOKED_AT)
        yield _Part(municipality.pk, heads, people, Candidates(found.rows, found.scores))


def _together(parts: list[_Part]) -> Candidates:
    """Return everybody's candidates as one: who competes for the same jobs chooses together."""
    if not parts:
        none = np.full((0, LOOKED_AT), -1, dtype=np.int32)
        return Candidates(none, none)
    return Candidates(
        np.concatenate([part.candidates.rows for part in parts]),
        np.concatenate([part.candidates.scores for part in parts]),
    )


def _write(
    parts: list[_Part], lists: Lists, world: World, loaded: Loaded, day: int, *, at: datetime
) -> None:
    """Store everybody's list, some at a time, each under its own kommune's lock.

    The reasons of the next are found while some are stored.
    """

    def made(piece: _Piece) -> list[storing.Kept]:
        people = piece.part.people.take(piece.rows)
        chosen = explored(
            lists.rows[piece.first + piece.rows],
            candidates=piece.part.candidates.rows[piece.rows],
            citizen_ids=people.id,
            day=day,
        )
        heads = [piece.part.heads[row] for row in piece.rows]
        return kept_of(heads, people, chosen, world, day=day, considered=len(world.openings))

    by = made_by(loaded, at)
    for piece, kept in ahead(made, _pieces(parts), threads=os.cpu_count() or 1):
        with working_for(piece.part.municipality_id):
            storing.store_many(kept, by=by, at=at)


def _pieces(parts: list[_Part]) -> Iterator[_Piece]:
    first = 0
    for part in parts:
        for start in range(0, len(part.heads), _AT_A_TIME):
            yield _Piece(part, first, np.arange(start, min(start + _AT_A_TIME, len(part.heads))))
        first += len(part.heads)


@transaction.atomic
def _remember(world: World, prices: Prices, shown: NDArray[np.float64], *, at: datetime) -> None:
    """Keep how crowded each advertisement is: what is told of it, and where tomorrow begins."""
    crowded = np.flatnonzero((prices.values > 0) | (shown > 0))
    Pressure.objects.all().delete()
    Pressure.objects.bulk_create(
        (
            Pressure(
                vacancy_id=int(world.openings.id[row]),
                price=int(prices.values[row]),
                views=float(shown[row]),
                capacity=float(prices.capacity[row]),
                at=at,
            )
            for row in crowded
        ),
        batch_size=5_000,
    )


def _figures(everybody: Candidates, lists: Lists, prices: Prices, world: World) -> dict[str, float]:
    found = report(
        [everybody],
        [lists],
        prices.capacity,
        _HOW,
        prices=prices,
        positions=world.openings.positions.astype(np.int64),
    )
    return {
        "fit_kept": found.mean_fit_kept,
        "shown_once": found.coverage_once,
        "shown_five_times": found.coverage_five,
        "gini": found.gini,
    }
