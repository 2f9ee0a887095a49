# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a citizen tells: that she disagrees, and that she is away."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui.form_fields import day_field
from jobunivers.rooms.segmentation.forms.days import PeriodForm
from jobunivers.rooms.segmentation.queries.words import OBJECTIONS

_ABSENCES: Mapping[str, Promise] = {"illness": _("Jeg er syg"), "holiday": _("Jeg holder ferie")}
_BACK, _AHEAD = timedelta(days=30), timedelta(days=366)


class ObjectionForm(forms.Form):
    """What she says to the course she is offered."""

    kind = forms.ChoiceField(
        label=_("Hvad vil du sige?"),
        choices=list(OBJECTIONS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg en af linjerne."), "invalid_choice": _("Vælg igen.")},
    )
    wished_course = forms.ChoiceField(
        label=_("Hvilket forløb vil du hellere have?"), choices=[], required=False
    )
    words = forms.CharField(
        label=_("Fortæl det med dine egne ord"),
        help_text=_("En medarbejder læser det. Skriv ikke om sygdomme."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Skriv et par ord, så vi forstår dig.")},
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, courses: list[tuple[str, str]]
    ) -> None:
        super().__init__(data)
        field = self.fields["wished_course"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", gettext("Det ved jeg ikke")), *courses]

    def clean(self) -> dict[str, object]:
        """Keep the wished course only when that is what it is about."""
        cleaned: dict[str, object] = super().clean() or {}
        if cleaned.get("kind") != "other_course":
            cleaned["wished_course"] = ""
        return cleaned


class AbsenceForm(PeriodForm):
    """That she is ill or on holiday; illness may last until she says otherwise."""

    kind = forms.ChoiceField(
        label=_("Hvad er det?"),
        choices=list(_ABSENCES.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg det ene."), "invalid_choice": _("Vælg det ene.")},
    )
    first_day = day_field(_("Første dag"), required=True)
    last_day = day_field(
        _("Sidste dag"),
        _("Ved du det ikke endnu, så lad feltet stå tomt, når du er syg."),
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, today: date) -> None:
        super().__init__(data, initial={"first_day": today})
        self._today = today

    def clean_first_day(self) -> date:
        """Refuse days far away: they are mistakes of typing."""
        first: date = self.cleaned_data["first_day"]
        if not self._today - _BACK <= first <= self._today + _AHEAD:
            raise ValidationError(gettext("Vælg en dag, der er tættere på i dag."))
        return first

    def clean(self) -> dict[str, object]:
        """Ask when a holiday ends, and for an absence that is not over."""
        cleaned = super().clean()
        last = cleaned.get("last_day")
        if cleaned.get("kind") == "holiday" and last is None and "last_day" not in self.errors:
            self.add_error("last_day", gettext("Skriv den sidste dag af din ferie."))
        if isinstance(last, date) and last < self._today and "last_day" not in self.errors:
            self.add_error("last_day", gettext("Det er allerede forbi. Vælg en senere dag."))
        return cleaned
