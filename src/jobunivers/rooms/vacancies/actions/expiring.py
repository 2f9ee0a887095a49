# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Advertisements end when they say so."""

from datetime import datetime

from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.rooms.vacancies.actions.changing import lock_writers, writing
from jobunivers.rooms.vacancies.actions.closing import close_ids, show_hidden
from jobunivers.rooms.vacancies.models import Vacancy
from jobunivers.rooms.vacancies.queries.changes import rows_of

_AT_A_TIME = 1000


def close_expired(*, at: datetime) -> int:
    """Close every advertisement whose time is up, shared and own; return how many."""
    owners: list[int | None] = [None, *tenancy.opened().values_list("pk", flat=True)]
    closed = sum(_close(owner, at=at) for owner in owners)
    show_hidden(at=at)
    return closed


def _close(municipality_id: int | None, *, at: datetime) -> int:
    closed = 0
    while True:
        with writing(municipality_id):
            lock_writers()
            due = Vacancy.objects.filter(
                rows_of(municipality_id), closed_at=None, expires_at__lte=at
            )
            ids = list(due.order_by("pk").values_list("pk", flat=True)[:_AT_A_TIME])
            closed += close_ids(ids, at=at)
        if len(ids) < _AT_A_TIME:
            return closed
