# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Runs are stored: one citizen's at once, a kommune's by the thousand; exactly one is current."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import psycopg
from django.db import IntegrityError, connection, transaction

from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.rooms.tailored.models import RecommendationRun, Signal
from jobunivers.rooms.tailored.queries.signals import in_use

_TRIES = 5
_TABLE = RecommendationRun._meta.db_table  # noqa: SLF001 - Django's documented model meta


# Each citizen's row is looked up in the index by itself. Joined, the planner reads the whole
# kommune's index for every thousand: it cannot know how few of the citizens are asked for.
_STAND_DOWN = f"""
    UPDATE {_TABLE} SET current = false
    WHERE municipality_id = %(municipality)b AND id = ANY (ARRAY(
        SELECT r.id
        FROM unnest(%(citizens)b::bigint[], %(versions)b::int[]) AS n(citizen_id, version)
        CROSS JOIN LATERAL (
            SELECT id, computed_at, profile_version FROM {_TABLE}
            WHERE municipality_id = %(municipality)b AND current AND citizen_id = n.citizen_id
            LIMIT 1
        ) AS r
        WHERE NOT (r.computed_at > %(at)b AND r.profile_version >= n.version)))
"""  # noqa: S608 - the table's name is ours
_ADD = f"""
    INSERT INTO {_TABLE} (municipality_id, citizen_id, profile_version, boldness, basis, place,
        max_km, person, ranking, places, pool, considered, excluded, model, vocabulary, meaning,
        day, computed_at, current, signal_ids, signal_sources, signals_brought, because)
    SELECT %(municipality)b, n.c, n.v, n.b, n.s, n.p, n.i, n.y, n.r, n.o, n.l, n.k, n.x::jsonb,
        %(model)b, %(vocabulary)b, %(meaning)b, %(day)b, %(at)b, true,
        string_to_array(n.g, ',')::bigint[], string_to_array(n.w, ','), n.h,
        COALESCE((SELECT r.because FROM {_TABLE} r WHERE r.municipality_id = %(municipality)b
            AND r.citizen_id = n.c ORDER BY r.computed_at DESC LIMIT 1), '{{}}'::jsonb)
    FROM unnest(
        %(citizens)b::bigint[], %(versions)b::int[], %(boldness)b::float8[], %(bases)b::text[],
        %(places)b::text[], %(reaches)b::float8[], %(people)b::bytea[], %(rankings)b::bytea[],
        %(orders)b::bytea[], %(pools)b::smallint[], %(considered)b::int[], %(excluded)b::text[],
        %(signals)b::text[], %(sources)b::text[], %(brought)b::bytea[])
        AS n(c, v, b, s, p, i, y, r, o, l, k, x, g, w, h)
    ON CONFLICT DO NOTHING
"""  # noqa: S608 - the table's name is ours


class SignalsGone(Exception):  # noqa: N818 - it reads as what happened
    """What was told of her and read a moment ago may not be used any more: ask anew."""


class Overtaken(Exception):  # noqa: N818 - it reads as what happened
    """Another run became the current one meanwhile."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A run ready to be stored: `person` and `ranking` as `science.matching` packs them."""

    citizen_id: int
    profile_version: int
    boldness: float
    basis: str
    place: str
    max_km: float | None
    person: bytes
    ranking: bytes
    places: bytes
    pool: int
    considered: int
    excluded: dict[str, int]
    because: dict[str, Any] = field(default_factory=dict)
    signal_ids: tuple[int, ...] = ()
    signal_sources: tuple[str, ...] = ()
    signals_brought: bytes = b""


@dataclass(frozen=True, slots=True)
class MadeBy:
    """What made a run: the model, what it was made of, and the day it counted from."""

    model: str
    vocabulary: str
    meaning: str
    day: date


def store(kept: Kept, *, by: MadeBy, at: datetime) -> RecommendationRun:
    """Make the run the citizen's current one.

    Safe to run twice at once: exactly one run is current afterwards, and never an older answer
    than the one that stood there. Raises SignalsGone when it was made with what she has removed
    or allows no longer.
    """
    for _ in range(_TRIES):
        rows = RecommendationRun.objects.filter(citizen_id=kept.citizen_id, current=True)
        current = rows.first()
        if current is not None and _is_newer(current, kept, at):
            return current
        try:
            run = _replace(current, kept, by, at)
        except (IntegrityError, Overtaken):
            continue
        return run
    raise Overtaken


def store_many(kept: Sequence[Kept], *, by: MadeBy, at: datetime) -> int:
    """Make the runs their citizens' current ones, in two statements; return how many.

    A citizen whose run is newer than this answer keeps hers. What her newest competences brought
    nearer is carried over from the run before: it is found when she is answered alone. One made
    with signals that may not be used any more is left out: she is answered anew by herself.
    """
    municipality = current_municipality_id()
    with transaction.atomic():
        kept = _still_allowed(kept)
        connection.ensure_connection()
        # Django's own cursor would send the packed bytes as text of twice their length.
        with psycopg.Cursor(connection.connection) as cursor:
            ids = [one.citizen_id for one in kept]
            versions = [one.profile_version for one in kept]
            cursor.execute(
                _STAND_DOWN,
                {"citizens": ids, "versions": versions, "municipality": municipality, "at": at},
            )
            cursor.execute(
                _ADD,
                {
                    "municipality": municipality,
                    "citizens": ids,
                    "versions": versions,
                    "boldness": [one.boldness for one in kept],
                    "bases": [one.basis for one in kept],
                    "places": [one.place for one in kept],
                    "reaches": [one.max_km for one in kept],
                    "people": [one.person for one in kept],
                    "rankings": [one.ranking for one in kept],
                    "orders": [one.places for one in kept],
                    "pools": [one.pool for one in kept],
                    "considered": [one.considered for one in kept],
                    "excluded": [json.dumps(one.excluded) for one in kept],
                    "signals": [",".join(map(str, one.signal_ids)) for one in kept],
                    "sources": [",".join(one.signal_sources) for one in kept],
                    "brought": [one.signals_brought for one in kept],
                    "model": by.model,
                    "vocabulary": by.vocabulary,
                    "meaning": by.meaning,
                    "day": by.day,
                    "at": at,
                },
            )
            return cursor.rowcount


def _is_newer(current: RecommendationRun, kept: Kept, at: datetime) -> bool:
    return current.computed_at > at and current.profile_version >= kept.profile_version


@transaction.atomic
def _replace(
    replacing: RecommendationRun | None, kept: Kept, by: MadeBy, at: datetime
) -> RecommendationRun:
    """Put the run in the current one's place; raises when somebody was faster."""
    if not _still_allowed([kept]):
        raise SignalsGone
    if replacing is not None:
        rows = RecommendationRun.objects.filter(pk=replacing.pk, current=True)
        if not rows.update(current=False):
            raise Overtaken
    return RecommendationRun.objects.create(**_columns(kept, by, at))


def _still_allowed(kept: Sequence[Kept]) -> list[Kept]:
    """Return those made with nothing from elsewhere, or with what may still be used.

    The signals are held until the transaction ends: who removes one waits, and then finds the run
    that was made with it.
    """
    wanted = sorted({pk for one in kept for pk in one.signal_ids})
    if not wanted:
        return list(kept)
    held = Signal.objects.filter(pk__in=wanted, removed_at=None).select_for_update(of=("self",))
    there = set(held.order_by("pk").values_list("pk", flat=True))
    people = [one.citizen_id for one in kept if one.signal_ids]
    used = {pk: {one.pk for one in rows} for pk, rows in in_use(citizen_ids=people).items()}
    return [
        one
        for one in kept
        if {*one.signal_ids} <= there & used.get(one.citizen_id, set()) or not one.signal_ids
    ]


def _columns(kept: Kept, by: MadeBy, at: datetime) -> dict[str, Any]:
    return {
        "citizen_id": kept.citizen_id,
        "profile_version": kept.profile_version,
        "model": by.model,
        "vocabulary": by.vocabulary,
        "meaning": by.meaning,
        "day": by.day,
        "boldness": kept.boldness,
        "basis": kept.basis,
        "place": kept.place,
        "max_km": kept.max_km,
        "person": kept.person,
        "ranking": kept.ranking,
        "places": kept.places,
        "pool": kept.pool,
        "considered": kept.considered,
        "excluded": kept.excluded,
        "because": kept.because,
        "signal_ids": list(kept.signal_ids),
        "signal_sources": list(kept.signal_sources),
        "signals_brought": kept.signals_brought,
        "computed_at": at,
    }
