# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a manager plans: room, languages, leave, who stands in, who is handed over."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui.form_fields import day_field
from jobunivers.rooms.segmentation.forms.days import PeriodForm
from jobunivers.rooms.segmentation.queries.words import LANGUAGES

Choices = Sequence[tuple[int, str]]


class CaseloadForm(forms.Form):
    """How many a consultant can help, and in which languages."""

    capacity = forms.IntegerField(
        label=_("Hvor mange borgere kan konsulenten hjælpe?"),
        help_text=_("0 betyder, at konsulenten ikke får nye borgere."),
        min_value=0,
        max_value=200,
        error_messages={
            "required": _("Skriv et tal."),
            "invalid": _("Skriv et helt tal."),
            "min_value": _("Skriv 0 eller mere."),
            "max_value": _("Skriv højst 200."),
        },
    )
    languages = forms.MultipleChoiceField(
        label=_("Sprog ud over dansk"),
        choices=list(LANGUAGES.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


def _people(form: forms.Form, name: str, people: Choices, nobody: str) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = [("", nobody), *((str(pk), said) for pk, said in people)]


class SubstituteForm(forms.Form):
    """Who stands in for a consultant who is away."""

    substitute = forms.ChoiceField(
        label=_("Hvem hjælper borgerne imens?"),
        help_text=_("Stedfortræderen ser borgerne i de dage og ikke længere."),
        choices=[],
        required=False,
        error_messages={"invalid_choice": _("Vælg en kollega fra listen.")},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        people: Choices,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(data, initial=dict(initial or {}))
        _people(self, "substitute", people, gettext("Ingen"))

    def clean_substitute(self) -> int | None:
        """Return who stands in, by id."""
        said: str = self.cleaned_data["substitute"]
        return int(said) if said else None


class LeaveForm(PeriodForm):
    """When a consultant is away, and who stands in; why is asked nowhere."""

    first_name, last_name = "away_first", "away_last"
    away_first = day_field(_("Væk fra"), required=True)
    away_last = day_field(_("Til og med"), required=True)
    substitute = SubstituteForm.base_fields["substitute"]

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, people: Choices, today: date
    ) -> None:
        super().__init__(data)
        self._today = today
        _people(self, "substitute", people, gettext("Ingen"))

    clean_substitute = SubstituteForm.clean_substitute

    def clean_away_last(self) -> date:
        """Refuse a leave that is over."""
        last: date = self.cleaned_data["away_last"]
        if last < self._today:
            raise forms.ValidationError(gettext("Den sidste dag er gået. Vælg en senere."))
        if last > self._today + timedelta(days=730):
            raise forms.ValidationError(gettext("Vælg en dag inden for to år."))
        return last


class HandOverForm(forms.Form):
    """Why citizens are handed over; which, and to whom, stands in the list."""

    reason = forms.CharField(
        label=_("Hvorfor flytter du dem?"),
        help_text=_("For eksempel: Konsulenten stopper. Skriv ikke noget om borgerne."),
        max_length=300,
        error_messages={
            "required": _("Skriv hvorfor."),
            "max_length": _("Skriv det kortere."),
        },
    )
