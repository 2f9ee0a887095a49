# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Advertisements end: the source says so, has them no longer, or their time is up."""

from collections.abc import Sequence
from datetime import datetime

from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.rooms.vacancies.actions import duplicates
from jobunivers.rooms.vacancies.actions.changing import lock_writers, touch, writing
from jobunivers.rooms.vacancies.models import Source, Vacancy

_AT_A_TIME = 1000


def close_vacancies(*, source: Source, keys: Sequence[str], at: datetime) -> int:
    """Close the source's open advertisements of these keys. The writers' lock must be held."""
    if not keys:
        return 0
    open_ids = Vacancy.objects.filter(source=source, source_key__in=keys, closed_at=None)
    return close_ids(list(open_ids.order_by("pk").values_list("pk", flat=True)), at=at)


def close_ids(ids: Sequence[int], *, at: datetime) -> int:
    """Close advertisements and let a duplicate, if there is one, take each one's place.

    The writers' lock must be held.
    """
    if not ids:
        return 0
    Vacancy.objects.filter(pk__in=ids).update(closed_at=at)
    touch(ids)
    duplicates.forget(ids)
    duplicates.inherit(ids, at=at)
    return len(ids)


def close_unseen(*, source: Source, at: datetime) -> int:
    """Close what a complete reading of the source, begun at `at`, did not meet."""
    closed = 0
    while True:
        with writing(source.municipality_id):
            lock_writers()
            unseen = Vacancy.objects.filter(source=source, closed_at=None, seen_at__lt=at)
            ids = list(unseen.order_by("pk").values_list("pk", flat=True)[:_AT_A_TIME])
            closed += close_ids(ids, at=at)
        if len(ids) < _AT_A_TIME:
            return closed


def show_hidden(*, at: datetime) -> int:
    """Let kommuner's own advertisements out from behind shared ones that have ended.

    Whoever closes a shared advertisement sees no kommune's own rows, so they are looked after
    here, kommune by kommune. Returns how many are shown again.
    """
    shown = 0
    for owner in tenancy.opened().values_list("pk", flat=True):
        with writing(owner):
            hidden = Vacancy.objects.filter(
                municipality_id=owner, closed_at=None, duplicate_of__closed_at__isnull=False
            )
            ended = sorted(set(hidden.values_list("duplicate_of_id", flat=True)))
            if ended:
                lock_writers()
                shown += len(duplicates.inherit([pk for pk in ended if pk], at=at))
    return shown
