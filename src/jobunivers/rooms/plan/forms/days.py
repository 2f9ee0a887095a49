# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Days and times as people write them."""

from datetime import date, datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext

# Days further away are slips of the finger.
_BACK, _AHEAD = timedelta(days=366), timedelta(days=3653)


def within_reason(day: date | None, *, today: date) -> date | None:
    """Refuse days so far away that they are mistakes of typing."""
    if day is not None and not today - _BACK <= day <= today + _AHEAD:
        raise ValidationError(gettext("Datoen ser ikke rigtig ud. Tjek årstallet."))
    return day


def not_past(day: date | None, *, today: date, before: date | None = None) -> date | None:
    """Refuse a day that has passed, unless it was the day before too."""
    within_reason(day, today=today)
    if day is not None and day < today and day != before:
        raise ValidationError(gettext("Den dag er gået. Vælg i dag eller en senere dag."))
    return day


def moment(day: date, clock: time) -> datetime:
    """Return the moment of a Danish day and time."""
    return datetime.combine(day, clock, tzinfo=timezone.get_current_timezone())
