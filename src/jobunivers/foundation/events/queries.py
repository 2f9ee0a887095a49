# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the log of events, for workers: no page does (a test looks)."""

from datetime import datetime

from jobunivers.foundation.events.models import Event


def citizens_with(*, kind: str, since: datetime) -> frozenset[int]:
    """Return the kommune's citizens to whom this has happened since then."""
    rows = Event.objects.filter(kind=kind, at__gte=since, citizen_id__isnull=False).order_by()
    found = rows.values_list("citizen_id", flat=True).distinct()
    return frozenset(one for one in found if one is not None)
