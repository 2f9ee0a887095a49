# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is typed about decisions about a citizen: forms check, and never save."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui.form_fields import day_field
from jobunivers.rooms.decisions.models import AssessmentKind
from jobunivers.rooms.decisions.queries.assessing_fields import OWN
from jobunivers.rooms.decisions.queries.words import OUTCOMES_TO_STAFF

_LONGEST = 2000
_LONGEST_ANSWER = 5000
_REVIEWED_WITHIN = timedelta(days=3 * 366)


class ContestForm(forms.Form):
    """What she says to a choice."""

    words = forms.CharField(
        label=_("Hvorfor er du uenig?"),
        help_text=_("En medarbejder læser det og svarer dig. Skriv ikke om sygdomme."),
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Skriv et par ord, så vi forstår dig.")},
    )


class AnswerForm(forms.Form):
    """What a person answers."""

    outcome = forms.ChoiceField(
        label=_("Hvad bliver der ud af det?"),
        choices=list(OUTCOMES_TO_STAFF.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg det ene."), "invalid_choice": _("Vælg det ene.")},
    )
    answer = forms.CharField(
        label=_("Dit svar"),
        help_text=_("Borgeren læser det med dit navn. Skriv, hvad du har set på, og hvad du gør."),
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Skriv, hvad du svarer.")},
    )


class AssessmentForm(forms.Form):
    """The kommune's own fields of an assessment; none must be filled in to keep a draft."""

    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        kind: AssessmentKind,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(data, initial=dict(initial or {}))
        for own in OWN[kind]:
            self.fields[own.code] = forms.CharField(
                label=str(own.label),
                help_text=f"{own.hint} ({own.law})",
                required=False,
                max_length=_LONGEST_ANSWER,
                widget=forms.Textarea(attrs={"rows": 4}),
            )

    @property
    def answers(self) -> dict[str, str]:
        """Return what is said in the kommune's own fields."""
        return {name: said for name, said in self.cleaned_data.items() if name != "seen"}


class SignForm(forms.Form):
    """Who signs an assessment, and when it is looked at again."""

    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    signed_by = forms.CharField(
        label=_("Navn og stilling på den, der skriver under"),
        max_length=120,
        error_messages={"required": _("Skriv, hvem der skriver under.")},
    )
    review_on = day_field(
        _("Skal ses igennem igen senest"), required=True, missing=_("Vælg en dag.")
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        today: date,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(data, initial=dict(initial or {}), prefix="sign")
        self._today = today

    def clean_review_on(self) -> date:
        """Take a day after today, at most three years ahead."""
        day: date = self.cleaned_data["review_on"]
        if not self._today < day <= self._today + _REVIEWED_WITHIN:
            raise ValidationError(gettext("Vælg en dag efter i dag, højst tre år frem."))
        return day
