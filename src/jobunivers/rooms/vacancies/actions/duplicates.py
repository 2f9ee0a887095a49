# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The same advertisement from two sources is shown once."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from jobunivers.rooms.vacancies.actions.changing import touch
from jobunivers.rooms.vacancies.actions.fingerprints import fingerprint_of, same_ad
from jobunivers.rooms.vacancies.models import Vacancy
from jobunivers.science.duplicates import Fingerprint

# So many others may share a number with a batch; more is a text that everybody uses.
_MOST_COMPARED = 5_000


@dataclass(slots=True)
class Written:
    """A row just written, as far as finding its duplicates goes."""

    pk: int
    owner: int | None
    fingerprint: Fingerprint
    was_there: bool = False  # the row is older, its words are new
    expired: bool = False  # it hides nothing, and nothing needs to hide it
    duplicate_of: int | None = None


def mark(written: Sequence[Written], *, at: datetime) -> int:
    """Point each advertisement at the older one it repeats; return how many of `written` do.

    The writers' lock must be held. A shared advertisement never points at a kommune's own, which
    others could not see.
    """
    if not written:
        return 0
    released = _release([row for row in written if row.was_there])
    by_pk = {row.pk: row for row in written}
    written = [row for row in written if not row.expired]
    others = _sharing_bands(written, at=at)
    rows = {**others, **{row.pk: row for row in written}}
    by_band: dict[int, list[Written]] = defaultdict(list)
    for row in rows.values():
        for band in row.fingerprint.bands:
            by_band[band].append(row)
    pointed: dict[int, int] = {}
    for row in sorted(written, key=lambda one: one.pk):
        for pk, original in _place(row, by_band):
            rows[pk].duplicate_of = original
            pointed[pk] = original
    _point(pointed)
    _remember(written)
    touch([pk for pk in {*pointed, *released} if pk not in by_pk])
    return sum(pk in by_pk for pk in pointed)


def _place(row: Written, by_band: Mapping[int, list[Written]]) -> list[tuple[int, int]]:
    """Return which rows must point at which others now that this one says what it says."""
    if row.duplicate_of is not None:
        return []
    near = {
        other.pk: other
        for band in row.fingerprint.bands
        for other in by_band[band]
        if other.pk != row.pk and other.duplicate_of is None
    }
    alike = [other for other in near.values() if same_ad(row.fingerprint, other.fingerprint)]
    older = [other for other in alike if other.pk < row.pk and _sees(row, other)]
    if older:
        return [(row.pk, min(other.pk for other in older))]
    if not row.was_there:
        return []
    # Its words are new, the row is old: a younger one may repeat it now. Only the same owner's,
    # as nobody else's may be written here.
    return [(o.pk, row.pk) for o in alike if o.pk > row.pk and o.owner == row.owner]


def _sees(row: Written, other: Written) -> bool:
    return other.owner is None or other.owner == row.owner


def _sharing_bands(written: Sequence[Written], *, at: datetime) -> dict[int, Written]:
    bands = list({band for row in written for band in row.fingerprint.bands})
    mine = [row.pk for row in written]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT vacancy_id FROM vacancies_band"
            " WHERE band = ANY(%s) AND vacancy_id <> ALL(%s) ORDER BY 1 LIMIT %s",
            [bands, mine, _MOST_COMPARED],
        )
        near = [pk for (pk,) in cursor.fetchall()]
    rows = Vacancy.objects.filter(pk__in=near, closed_at=None, expires_at__gt=at).values_list(
        "pk", "municipality_id", "fingerprint", "bands", "duplicate_of_id"
    )
    return {
        pk: Written(pk, owner, made, duplicate_of=repeats)
        for pk, owner, kept, bands, repeats in rows.order_by("pk")
        if (made := fingerprint_of(kept, bands)) is not None
    }


def _remember(written: Sequence[Written]) -> None:
    """Note which numbers the rows have, so that later ones find them."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO vacancies_band (band, vacancy_id)
            SELECT DISTINCT band, v.id FROM vacancies_vacancy v, unnest(v.bands) AS band
            WHERE v.id = ANY(%s)
            ON CONFLICT DO NOTHING
            """,
            [[row.pk for row in written]],
        )


def forget(ids: Sequence[int]) -> None:
    """Forget the numbers of rows that end or say something else from now on."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            DELETE FROM vacancies_band b USING vacancies_vacancy v, unnest(v.bands) AS one
            WHERE v.id = ANY(%s) AND b.band = one AND b.vacancy_id = v.id
            """,
            [list(ids)],
        )


def _release(changed: Sequence[Written]) -> list[int]:
    """Let go of those that pointed at an advertisement which now says something else."""
    if not changed:
        return []
    now = {row.pk: row.fingerprint for row in changed}
    rows = Vacancy.objects.filter(duplicate_of_id__in=list(now)).values_list(
        "pk", "duplicate_of_id", "fingerprint", "bands"
    )
    free = [
        pk
        for pk, original, kept, bands in rows.order_by("pk")
        if (made := fingerprint_of(kept, bands)) is None or not same_ad(made, now[original or 0])
    ]
    Vacancy.objects.filter(pk__in=free).update(duplicate_of=None)
    return free


def _point(pointed: Mapping[int, int]) -> None:
    """Write who repeats whom; what pointed at a row that now points on, points on too."""
    if not pointed:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            """
            WITH said AS (
                SELECT (one->>0)::bigint AS id, (one->>1)::bigint AS original
                FROM json_array_elements(%s::json) AS one
            )
            UPDATE vacancies_vacancy v SET duplicate_of_id = said.original
            FROM said WHERE v.id = said.id OR v.duplicate_of_id = said.id
            """,
            [json.dumps(list(pointed.items()))],
        )


def inherit(closed: Iterable[int], *, at: datetime) -> list[int]:
    """Let one duplicate of each closed advertisement take its place; return those that do.

    The writers' lock must be held.
    """
    rows = (
        Vacancy.objects.filter(duplicate_of_id__in=list(closed), closed_at=None)
        .order_by("pk")
        .values_list("pk", "duplicate_of_id", "expires_at")
    )
    waiting: dict[int, list[tuple[bool, int]]] = defaultdict(list)
    for pk, original, expires in rows:
        waiting[original or 0].append((expires <= at, pk))
    heirs = {original: min(rest)[1] for original, rest in waiting.items()}
    Vacancy.objects.filter(pk__in=heirs.values()).update(duplicate_of=None)
    _point(
        {
            pk: heirs[original]
            for original, rest in waiting.items()
            for _, pk in rest
            if pk != heirs[original]
        }
    )
    touch(heirs.values())
    return list(heirs.values())
