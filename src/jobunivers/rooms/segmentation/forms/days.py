# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Days as people write them: a first and a last one."""

from datetime import date, timedelta

from django import forms
from django.utils.translation import gettext


class PeriodForm(forms.Form):
    """A form with a first and a last day; the last may be left open where the form allows it."""

    first_name = "first_day"
    last_name = "last_day"
    longest = timedelta(days=366)

    def clean(self) -> dict[str, object]:
        """Ask for a last day that is not before the first, nor too far away."""
        cleaned: dict[str, object] = super().clean() or {}
        first, last = cleaned.get(self.first_name), cleaned.get(self.last_name)
        if isinstance(first, date) and isinstance(last, date):
            if last < first:
                self.add_error(
                    self.last_name, gettext("Den sidste dag ligger før den første. Ret en af dem.")
                )
            elif last - first > self.longest:
                self.add_error(self.last_name, gettext("Vælg en dag, der er tættere på."))
        return cleaned


def day_after(last: date | None) -> date | None:
    """Return the first day it no longer lasts, from the last day as people say it."""
    return last + timedelta(days=1) if last else None
