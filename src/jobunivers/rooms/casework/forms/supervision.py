# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a manager tells of the aims as they were measured elsewhere."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui.form_fields import day_field
from jobunivers.rooms.casework.models import Measure

_WHOLE = {
    "required": _("Skriv et tal."),
    "invalid": _("Skriv et helt tal."),
    "min_value": _("Skriv et tal, der ikke er under 0."),
    "max_value": _("Tallet er for stort."),
}
_MOST = 1_000_000


class ReportForm(forms.Form):
    """An aim's counts, the last day they are about, and where they come from."""

    measure = forms.ChoiceField(
        label=_("Hvilket mål?"),
        choices=[
            (Measure.OFFER.value, _("1: Tilbud eller 100 timers arbejde")),
            (Measure.TALKS.value, _("2: Fire samtaler")),
        ],
        error_messages={"required": _("Vælg et mål."), "invalid_choice": _("Vælg et mål.")},
    )
    day = day_field(_("Talt til og med"), required=True)
    people = forms.IntegerField(
        label=_("Personer med mindst 12 måneder"),
        min_value=1,
        max_value=_MOST,
        error_messages={**_WHOLE, "min_value": _("Skriv mindst 1.")},
    )
    without = forms.IntegerField(
        label=_("Heraf uden det, målet kræver"),
        min_value=0,
        max_value=_MOST,
        error_messages=_WHOLE,
    )
    source = forms.CharField(
        label=_("Hvor kommer tallene fra?"),
        help_text=_("For eksempel: Jobindsats, hentet 3. marts."),
        max_length=120,
        error_messages={"required": _("Skriv, hvor tallene kommer fra.")},
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, today: date) -> None:
        super().__init__(data)
        self._today = today

    def clean_day(self) -> date:
        """Refuse a day to come."""
        day: date = self.cleaned_data["day"]
        if day > self._today:
            raise ValidationError(gettext("Dagen er ikke kommet endnu."))
        return day

    def clean(self) -> dict[str, object]:
        """Refuse more without than there are."""
        cleaned: dict[str, object] = super().clean() or {}
        people, without = cleaned.get("people"), cleaned.get("without")
        if isinstance(people, int) and isinstance(without, int) and without > people:
            self.add_error("without", gettext("Der kan ikke være flere uden, end der er i alt."))
        return cleaned
