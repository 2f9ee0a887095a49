# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questions about one citizen's joblog since a day, to be asked together with others."""

from datetime import date, datetime

from django.db.models import QuerySet

from jobunivers.rooms.vacancies.models import Application, Interview


def applications_after(*, citizen_id: int, since: datetime) -> QuerySet[Application]:
    """Return what she has written into her joblog since then, newest first; her notes stay hers."""
    rows = Application.objects.filter(citizen_id=citizen_id, created_at__gt=since)
    return rows.defer("note").order_by("-created_at", "-pk")


def interviews_after(*, citizen_id: int, since: date, today: date) -> QuerySet[Interview]:
    """Return her talks with employers from a day until today, newest first."""
    rows = Interview.objects.filter(citizen_id=citizen_id, cancelled_at=None, on__gte=since)
    rows = rows.filter(on__lte=today).select_related("application")
    return rows.defer("note", "application__note").order_by("-on", "-pk")


def interviews_ahead(*, citizen_id: int, today: date) -> QuerySet[Interview]:
    """Return her talks with employers from today on, the nearest first."""
    rows = Interview.objects.filter(citizen_id=citizen_id, cancelled_at=None, on__gte=today)
    return rows.defer("note").order_by("on", "starts_at", "pk")
