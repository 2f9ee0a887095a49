# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Filters are kept by name, and a list that leaves the house as a file is remembered."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import IntegrityError, transaction

from jobunivers.foundation.events import actions as events
from jobunivers.rooms.casework.models import SavedFilter


class NameTaken(ValueError):  # noqa: N818 - it reads as what happened
    """The owner has kept another filter by this name."""


def save_filter(*, owner_id: int, name: str, query: str, shared: bool, at: datetime) -> SavedFilter:
    """Keep a filter by a name of the owner's.

    Raises:
        NameTaken: she has one of that name already.
    """
    try:
        with transaction.atomic():
            kept = SavedFilter.objects.create(
                owner_id=owner_id,
                name=name,
                query=query,
                shared=shared,
                created_at=at,
                changed_at=at,
            )
            _record("casework.filter_saved", kept, at=at)
    except IntegrityError as error:
        if "a_filter_name_is_used_once" in str(error):
            raise NameTaken from error
        raise
    return kept


def change_filter(
    *, kept: SavedFilter, name: str, shared: bool, query: str | None, at: datetime
) -> None:
    """Call a kept filter otherwise, share it or not, or let it hold another query.

    Raises:
        NameTaken: the owner has another one of that name.
    """
    kept.name, kept.shared, kept.changed_at = name, shared, at
    if query is not None:
        kept.query = query
    try:
        with transaction.atomic():
            kept.save(update_fields=["name", "shared", "query", "changed_at"])
            _record("casework.filter_changed", kept, at=at)
    except IntegrityError as error:
        if "a_filter_name_is_used_once" in str(error):
            raise NameTaken from error
        raise


@transaction.atomic
def forget_filter(*, kept: SavedFilter, at: datetime) -> None:
    """Let go of a kept filter."""
    _record("casework.filter_forgotten", kept, at=at)
    kept.delete()


def list_exported(
    *,
    staff_id: int,
    citizen_ids: Iterable[int],
    columns: Sequence[str],
    reason: str,
    at: datetime,
) -> None:
    """Remember whose names and which columns left as a file, and why: one event."""
    events.record(
        "casework.list_exported",
        at=at,
        actor_id=staff_id,
        data={"citizen_ids": list(citizen_ids), "columns": list(columns), "reason": reason},
    )


def _record(kind: str, kept: SavedFilter, *, at: datetime) -> None:
    events.record(
        kind, at=at, actor_id=kept.owner_id, data={"filter": kept.pk, "shared": kept.shared}
    )
