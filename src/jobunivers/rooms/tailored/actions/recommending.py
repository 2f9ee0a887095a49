# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What fits one citizen: computed over all open advertisements, stored with its reasons."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

import numpy as np
from django.utils import timezone
from numpy.typing import NDArray

from jobunivers.rooms.tailored import queries
from jobunivers.rooms.tailored.actions import storing
from jobunivers.rooms.tailored.actions.exploring import Chosen, explored
from jobunivers.rooms.tailored.actions.storing import Kept, MadeBy
from jobunivers.rooms.tailored.models import RecommendationRun
from jobunivers.rooms.tailored.queries import worlds
from jobunivers.rooms.tailored.queries.asking import Asked, Head, ask
from jobunivers.rooms.tailored.queries.completing import because_of
from jobunivers.rooms.tailored.queries.packing import packed_records
from jobunivers.rooms.tailored.queries.reading import max_km_of
from jobunivers.rooms.tailored.queries.worlds import Loaded
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.science.matching import PARTS, People, Record, World
from jobunivers.trust import queries as trust

# Three pages of twenty: more than anybody reads in a week, little enough to keep with reasons.
KEPT_MATCHES = 60
# What others told may be removed between reading and storing; hardly this often in a row.
_TRIES = 3
# From where explored advertisements are drawn: good enough to be shown, too low to be seen.
LOOKED_AT = 150


class SwitchedOff(Exception):  # noqa: N818 - it reads as what happened
    """The kommune has switched the model off: nothing is computed for anybody there."""


class NotReady(Exception):  # noqa: N818 - it reads as what happened
    """There is no packed world to look in: an empty answer now would be a wrong one."""


def recommend(*, citizen_id: int, at: datetime) -> RecommendationRun:
    """Compute what fits the citizen now, and make it her current run.

    Raises NotReady while the packed world is being made, SwitchedOff where the kommune has
    switched the model off.
    """
    if not trust.is_on(queries.MODEL):
        raise SwitchedOff
    loaded = worlds.current()
    if loaded is None:
        raise NotReady
    for _ in range(_TRIES):
        with suppress(storing.SignalsGone):
            return _recommend(citizen_id, loaded, at=at)
    raise storing.SignalsGone


def _recommend(citizen_id: int, loaded: Loaded, *, at: datetime) -> RecommendationRun:
    (asked,) = ask(citizen_ids=[citizen_id], loaded=loaded, at=at)
    kept = replace(_found(asked, loaded, at), because=because_of(asked, loaded.world, at=at))
    return storing.store(kept, by=made_by(loaded, at), at=at)


def made_by(loaded: Loaded, at: datetime) -> MadeBy:
    """Return what stands behind an answer of this world."""
    return MadeBy(
        model=loaded.world.model.version,
        vocabulary=loaded.world.vocabulary.digest,
        meaning=loaded.edition.meaning.removeprefix("meaning-"),
        day=timezone.localdate(at),
    )


def _found(asked: Asked, loaded: Loaded, at: datetime) -> Kept:
    world, day = loaded.world, vacancies.day_number(timezone.localdate(at))
    people = People.pack([asked.profile], [asked.head.citizen_id], world.vocabulary)
    found = world.records(people, day=day, top=LOOKED_AT)
    ranking = world.rank(asked.profile, day=day, limit=KEPT_MATCHES)
    best = found.rows[:, :KEPT_MATCHES]
    chosen = explored(best, candidates=found.rows, citizen_ids=people.id, day=day)
    (kept,) = kept_of([asked.head], people, chosen, world, day=day, considered=ranking.considered)
    return replace(kept, excluded=dict(sorted(ranking.kept_away.items())))


def kept_of(
    heads: Sequence[Head],
    people: People,
    chosen: Chosen,
    world: World,
    *,
    day: int,
    considered: int,
) -> list[Kept]:
    """Return runs ready to be stored, one for each of the people, with all their reasons."""
    records = world.record_of(people, chosen.rows, day=day, propensities=chosen.propensities)
    brought = _brought(heads, people, chosen, records, world, day=day)
    return [
        Kept(
            citizen_id=head.citizen_id,
            profile_version=head.profile_version,
            boldness=head.boldness,
            basis=head.basis,
            place=head.place,
            max_km=max_km_of(people, row),
            person=people.to_bytes(row, world.vocabulary),
            ranking=packed_records(records[row][chosen.rows[row] >= 0]),
            places=chosen.ranks[row].tobytes() if chosen.pools[row] else b"",
            pool=int(chosen.pools[row]),
            considered=considered,
            excluded={},
            signal_ids=tuple(head.signal_ids),
            signal_sources=tuple(head.signal_sources),
            signals_brought=brought.get(row, b""),
        )
        for row, head in enumerate(heads)
    ]


def _brought(
    heads: Sequence[Head],
    people: People,
    chosen: Chosen,
    records: NDArray[Record],
    world: World,
    *,
    day: int,
) -> dict[int, bytes]:
    """Return, for each who is told of by others, how much of each place's score that brought.

    Counted as the same places without it: what is less then is there because of it. int16 a
    place, in 1/10,000, as packed as the ranking is.
    """
    rows = [row for row, head in enumerate(heads) if head.signals]
    if not rows:
        return {}
    nothing = bytes(people.meaning.shape[1])
    own = [np.frombuffer(heads[row].own_meaning or nothing, dtype=np.int8) for row in rows]
    alone = replace(people.take(np.array(rows)), meaning=np.stack(own))
    without = world.record_of(alone, chosen.rows[rows], day=day)
    text = PARTS.index("text")
    found = {}
    for at, row in enumerate(rows):
        there = chosen.rows[row] >= 0
        more = records[row]["contributions"][there, text].astype(np.int64)
        less = without[at]["contributions"][there, text].astype(np.int64)
        found[row] = np.maximum(more - less, 0).astype(np.int16).tobytes()
    return found
