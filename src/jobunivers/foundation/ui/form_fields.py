# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What many forms ask for: a day, a time of day, and who decided what from when."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Words = _StrPromise | str

# As browsers send them, and as people write them.
DAYS = ("%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y")
CLOCKS = ("%H:%M", "%H.%M", "%H:%M:%S", "%H")
_NO_DAY, _NO_CLOCK = _("Skriv en dato."), _("Skriv et klokkeslæt.")


def day_field(
    label: "Words",
    help_text: "Words" = "",
    *,
    required: bool = False,
    missing: "Words" = _NO_DAY,
) -> forms.DateField:
    """Return a field for a day; `missing` is said when it must be there and is not."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=required,
        widget=forms.DateInput(attrs={"type": "date"}, format=DAYS[0]),
        input_formats=DAYS,
        error_messages={
            "required": missing,
            "invalid": _("Skriv datoen som dag-måned-år, for eksempel 23-11-2026."),
        },
    )


def clock_field(
    label: "Words",
    *,
    required: bool = False,
    missing: "Words" = _NO_CLOCK,
) -> forms.TimeField:
    """Return a field for a time of day; `missing` as for a day."""
    return forms.TimeField(
        label=label,
        required=required,
        widget=forms.TimeInput(attrs={"type": "time"}, format=CLOCKS[0]),
        input_formats=CLOCKS,
        error_messages={
            "required": missing,
            "invalid": _("Skriv klokkeslættet som timer og minutter, for eksempel 14.30."),
        },
    )


class DecidedForm(forms.Form):
    """Who decided something, why, and from which day; never one that has passed.

    What was shown on a day then stays true.
    """

    effective_from = day_field(_("Gælder fra"), required=True)
    decided_by = forms.CharField(
        label=_("Hvem har besluttet det?"),
        max_length=200,
        error_messages={"required": _("Skriv, hvem der har besluttet det.")},
    )
    why = forms.CharField(
        label=_("Hvorfor?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Skriv hvorfor.")},
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        today: date,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        """Propose today; `initial` is what else is shown at first."""
        super().__init__(data, initial={"effective_from": today, **(initial or {})})
        self.today = today

    def clean_effective_from(self) -> date:
        """Refuse a day that has passed."""
        day: date = self.cleaned_data["effective_from"]
        if day < self.today:
            raise forms.ValidationError(gettext("Vælg i dag eller en senere dag."))
        return day
