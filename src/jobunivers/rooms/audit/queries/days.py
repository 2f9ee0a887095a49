# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A day's looks of a kommune, and what is usual: read from the log of looks alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from statistics import median

from django.db import connection
from django.utils import timezone

from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.trust.models import Look

# They are no look into somebody's case: a list's overview, and the control of looks itself.
_NOT_COUNTED = ("overview", "control")
# The page knew that the citizen was hers, or had a meeting with her, or sat beside her.
TIED = frozenset({"assigned", "substitute", "meeting", "counter"})
_USUAL = timedelta(days=60)
_ENOUGH = 5  # days of her own, before her own usual says anything


@dataclass(frozen=True, slots=True)
class One:
    """One look, as the rules read it."""

    staff_id: int
    role: str
    citizen_id: int
    at: datetime
    reason: str
    protected: bool

    @property
    def clock(self) -> datetime:
        """Return when it was, by the clock on the wall."""
        return timezone.localtime(self.at)


def midnight(day: date) -> datetime:
    """Return the moment a day begins in Denmark."""
    return timezone.make_aware(datetime.combine(day, time.min))


def looks_of(day: date) -> list[One]:
    """Return the looks of a day that count, by staff and time."""
    rows = (
        Look.objects.filter(at__gte=midnight(day), at__lt=midnight(day + timedelta(days=1)))
        .exclude(part="list")
        .exclude(reason__in=_NOT_COUNTED)
        .order_by("viewer_id", "at", "pk")
    )
    return [
        One(*row)
        for row in rows.values_list(
            "viewer_id", "viewer_role", "citizen_id", "at", "reason", "protected"
        )
    ]


@dataclass(frozen=True, slots=True)
class Usual:
    """How many citizens a member of staff opens on a day of hers, in the middle."""

    of_staff: dict[int, float]
    of_role: dict[str, float]

    def of(self, staff_id: int, role: str) -> float:
        """Return her own usual; her role's when she has too few days."""
        return self.of_staff.get(staff_id, self.of_role.get(role, 0.0))


def usual_before(day: date, staff: Iterable[int]) -> Usual:
    """Return what was usual in the two months before a day: for these staff, and for each role."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT viewer_id, viewer_role, (at AT TIME ZONE 'Europe/Copenhagen')::date,"
            " count(DISTINCT citizen_id) FROM trust_look"
            " WHERE municipality_id = %s AND at >= %s AND at < %s AND part <> 'list'"
            " AND reason <> ALL(%s) GROUP BY 1, 2, 3",
            [current_municipality_id(), midnight(day) - _USUAL, midnight(day), list(_NOT_COUNTED)],
        )
        rows = cursor.fetchall()
    wanted = set(staff)
    own: dict[int, list[int]] = {}
    roles: dict[str, list[int]] = {}
    for staff_id, role, _day, many in rows:
        roles.setdefault(role, []).append(many)
        if staff_id in wanted:
            own.setdefault(staff_id, []).append(many)
    return Usual(
        {pk: float(median(days)) for pk, days in own.items() if len(days) >= _ENOUGH},
        {role: float(median(days)) for role, days in roles.items()},
    )
