# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Advertisements end when they say so."""

from datetime import datetime

from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for, writing_shared
from jobunivers.rooms.vacancies.actions import importing
from jobunivers.rooms.vacancies.models import Vacancy

_AT_A_TIME = 1000


def close_expired(*, at: datetime) -> int:
    """Close every advertisement whose time is up, shared and own; return how many."""
    with writing_shared():
        closed = _close(None, at=at)
    for municipality in tenancy.opened():
        with working_for(municipality.pk):
            closed += _close(municipality.pk, at=at)
    return closed


def _close(municipality_id: int | None, *, at: datetime) -> int:
    importing.lock_writers()
    due = Vacancy.objects.filter(
        municipality_id=municipality_id, closed_at=None, expires_at__lte=at
    )
    ids = list(due.order_by("pk").values_list("pk", flat=True)[:_AT_A_TIME])
    closed = importing.close_ids(ids, at=at)
    return closed + (_close(municipality_id, at=at) if len(ids) == _AT_A_TIME else 0)
