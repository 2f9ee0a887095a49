# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her joblog."""

from datetime import datetime

from django.db.models import QuerySet

from jobunivers.rooms.vacancies.models import Application


def applications_of(*, citizen_id: int) -> QuerySet[Application]:
    """Return her applications, the newest first; planned ones on top."""
    return Application.objects.filter(citizen_id=citizen_id).order_by("-created_at", "-pk")


def applications_since(*, since: datetime, most: int) -> int:
    """Return how many entries the kommune's joblogs have got, counting to `most` + 1."""
    return Application.objects.filter(created_at__gte=since).order_by()[: most + 1].count()


def latest_applications(*, citizen_id: int, limit: int = 5) -> list[Application]:
    """Return the applications she changed last."""
    rows = Application.objects.filter(citizen_id=citizen_id).order_by("-changed_at", "-pk")
    return list(rows[:limit])
