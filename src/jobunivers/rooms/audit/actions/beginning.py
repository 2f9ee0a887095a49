# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bringing chains up to what is written now, and sealing and checking them on their first day."""

import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.audit.actions.chaining import A_MOMENT, chain, mark, seal, settled
from jobunivers.rooms.audit.actions.checking import check
from jobunivers.rooms.audit.queries import links

_PATIENCE = 30  # tries of a second each: whoever writes for longer is chained by the worker


def begin(*, municipality: Municipality, at: datetime) -> bool:
    """Seal and check a chain that has none of both; once, so that its first day is no gap.

    Returns whether it was begun now. The first seal is of the day before, as if that had ended
    when the chain began: tonight's is then the next.
    """
    with working_for(municipality.pk):
        if links.last_link() is None or links.last_seal() is not None:
            return False
        yesterday = timezone.localdate(at) - timedelta(days=1)
        begun = seal(day=yesterday, at=at) is not None
    if begun:
        check(municipality=municipality, at=at)
    return begun


def catch_up(
    *,
    kommuner: Sequence[Municipality],
    clock: Callable[[], datetime],
    wait: Callable[[float], None] = time.sleep,
) -> bool:
    """Chain at once what stands written in these kommuner; return whether all of it could be.

    It waits a moment between two marks, and for what others are writing, but not for long.
    """
    highs = _settle(clock, wait)
    for municipality in kommuner:
        with working_for(municipality.pk):
            chain(highs=highs, at=clock())
        begin(municipality=municipality, at=clock())
    return bool(highs)


def _settle(clock: Callable[[], datetime], wait: Callable[[float], None]) -> Mapping[str, int]:
    """Return the numbers all tables had come to when this was asked; {}: others still write."""
    asked = mark(at=clock())
    wait(A_MOMENT.total_seconds())
    mark(at=clock())
    for _try in range(_PATIENCE):
        found = settled()
        if found and all(found.get(table, 0) >= high for table, high in asked.highs.items()):
            return found
        wait(1.0)
    return {}
