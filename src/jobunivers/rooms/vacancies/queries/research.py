# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What research may be told of job seeking: how many applications a citizen has written down."""

from datetime import date

from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.retention.queries import variables
from jobunivers.rooms.vacancies.models import Application, ApplicationStatus

_MANY, _SOME = (1, 5, 10, 25, 50), (1, 10, 50)


def offer() -> None:
    """Offer it; said in `apps.py`."""
    variables.offer(
        variables.Variable(
            code="applications",
            name=_("Ansøgninger, der er skrevet ned"),
            domain=lambda: variables.bands(_MANY),
            asked=_applications,
            coarser=(variables.joined(_MANY, _SOME),),
        )
    )


def _applications(today: date) -> dict[int, str]:
    del today
    rows = (
        Application.objects.exclude(status=ApplicationStatus.PLANNED)
        .order_by()
        .values("citizen_id")
        .annotate(many=Count("pk"))
    )
    return {row["citizen_id"]: variables.band(row["many"], _MANY) for row in rows}
