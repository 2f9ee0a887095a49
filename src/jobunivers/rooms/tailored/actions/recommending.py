# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What fits one citizen: computed over all open advertisements, stored with its reasons."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.utils import timezone

from jobunivers.rooms.tailored import queries
from jobunivers.rooms.tailored.actions import storing
from jobunivers.rooms.tailored.actions.crediting import because_of
from jobunivers.rooms.tailored.actions.exploring import Chosen, explored
from jobunivers.rooms.tailored.actions.storing import Kept, MadeBy
from jobunivers.rooms.tailored.models import RecommendationRun
from jobunivers.rooms.tailored.queries import worlds
from jobunivers.rooms.tailored.queries.asking import Asked, Head, ask
from jobunivers.rooms.tailored.queries.packing import packed_records
from jobunivers.rooms.tailored.queries.reading import max_km_of
from jobunivers.rooms.tailored.queries.worlds import Loaded
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.science.matching import People, World
from jobunivers.trust import queries as trust

# Three pages of twenty: more than anybody reads in a week, little enough to keep with reasons.
KEPT_MATCHES = 60
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
        )
        for row, head in enumerate(heads)
    ]
