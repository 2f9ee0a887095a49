# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The day that rules are asked about, and for whom."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jobunivers.foundation.ui.form_fields import day_field
from jobunivers.rooms.law.queries.words import GROUPS

FIRST, LAST = date(1990, 1, 1), date(2100, 1, 1)


class DayForm(forms.Form):
    """A day, today when nothing is said, and perhaps a group."""

    den = day_field(_("Regler, der gælder den"))
    gruppe = forms.ChoiceField(
        label=_("For hvem"),
        required=False,
        choices=[("", pgettext_lazy("people", "Alle"))]
        + [(code, name) for code, name in GROUPS.items() if code != "alle"],
    )

    def __init__(self, data: Any, *, today: date) -> None:
        """Show today at first; a word that is no date or no group is told, and nothing else is."""
        self.today = today
        super().__init__(data or {"den": today.isoformat()})

    @property
    def day(self) -> date:
        """Return the day asked about; today when none or no day was written."""
        said = self.cleaned_data.get("den") if self.is_valid() else None
        return said if isinstance(said, date) and FIRST <= said <= LAST else self.today

    @property
    def group(self) -> str:
        """Return the group asked about, or nothing."""
        return str(self.cleaned_data.get("gruppe", "")) if self.is_valid() else ""


class ChangesForm(forms.Form):
    """Two days between which rules are compared."""

    fra = day_field(_("Fra"))
    til = day_field(_("Til"))

    def __init__(self, data: Any, *, first: date, today: date) -> None:
        """Compare with today unless something else is said."""
        self.first, self.today = first, today
        super().__init__(data or {"fra": first.isoformat(), "til": today.isoformat()})

    @property
    def days(self) -> tuple[date, date]:
        """Return the two days, the earlier first."""
        cleaned = self.cleaned_data if self.is_valid() else {}
        first, second = cleaned.get("fra") or self.first, cleaned.get("til") or self.today
        return min(first, second), max(first, second)
