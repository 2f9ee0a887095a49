# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Days and times as people write them."""

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

# Days further away are slips of the finger.
_BACK, _AHEAD = timedelta(days=366), timedelta(days=3653)


def day_field(
    label: "_StrPromise", *, required: bool = False, help_text: "_StrPromise | str" = ""
) -> forms.DateField:
    """Return a field for a day."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=required,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=("%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y"),
        error_messages={
            "required": _("Skriv en dato."),
            "invalid": _("Skriv datoen som dag-måned-år, for eksempel 23-11-2026."),
        },
    )


def time_field(label: "_StrPromise") -> forms.TimeField:
    """Return a field for a time of the day."""
    return forms.TimeField(
        label=label,
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        input_formats=("%H:%M", "%H.%M", "%H:%M:%S", "%H"),
        error_messages={"invalid": _("Skriv tiden som timer og minutter, for eksempel 14.30.")},
    )


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
