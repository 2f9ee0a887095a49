# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the log of events, by kind and time; pages of single people never do."""

from datetime import datetime

from jobunivers.foundation.events.models import Event


def count(*, kind: str, since: datetime, of_citizens: bool = False, most: int = 10_000) -> int:
    """Return how many events of a kind there were, counting no further than `most` + 1.

    The index holds kind and time, and the bound keeps a busy week from becoming a slow page.
    """
    found = Event.objects.filter(kind=kind, at__gte=since)
    if of_citizens:
        found = found.exclude(citizen_id=None)
    return found.order_by()[: most + 1].count()


def citizens_with(*, kind: str, since: datetime) -> frozenset[int]:
    """Return the kommune's citizens to whom this has happened since then. For workers."""
    rows = Event.objects.filter(kind=kind, at__gte=since, citizen_id__isnull=False).order_by()
    found = rows.values_list("citizen_id", flat=True).distinct()
    return frozenset(one for one in found if one is not None)
