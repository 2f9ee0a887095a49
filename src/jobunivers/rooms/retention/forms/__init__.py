# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is typed about retention."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui.form_fields import day_field
from jobunivers.rooms.retention.queries import words

_REASON = {"required": _("Skriv hvorfor.")}


def _why(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages=_REASON,
    )


class ChoiceForm(forms.Form):
    """A number, from when, and why."""

    value = forms.IntegerField(label=_("Nyt tal"), error_messages={"required": _("Skriv et tal.")})
    from_on = day_field(_("Gælder fra"), required=True)
    reason = _why(_("Hvorfor?"))

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        bounds: tuple[int, int],
        today: date,
        value: int,
    ) -> None:
        """Say the bounds, and begin with what holds."""
        super().__init__(data, initial={"value": value, "from_on": today})
        self._bounds, self._today = bounds, today
        self.fields["value"].help_text = gettext("Fra {least} til {most}.").format(
            least=bounds[0], most=bounds[1]
        )

    def clean_value(self) -> int:
        """Refuse what is out of bounds."""
        value = int(self.cleaned_data["value"])
        if not self._bounds[0] <= value <= self._bounds[1]:
            raise forms.ValidationError(
                gettext("Vælg et tal fra {least} til {most}.").format(
                    least=self._bounds[0], most=self._bounds[1]
                )
            )
        return value

    def clean_from_on(self) -> date:
        """Refuse a day that has passed."""
        day: date = self.cleaned_data["from_on"]
        if day < self._today:
            raise forms.ValidationError(gettext("Vælg i dag eller en senere dag."))
        return day


class HoldForm(forms.Form):
    """Whom to hold back, why, and when to look again."""

    name = forms.CharField(
        label=_("Borgerens fulde navn"),
        max_length=120,
        error_messages={"required": _("Skriv navnet.")},
    )
    born_on = day_field(_("Født"), _("Når flere hedder det samme."))
    kind = forms.ChoiceField(label=_("Hvad er det?"), choices=list(words.KINDS.items()))
    reason = _why(_("Hvorfor?"))
    review_on = day_field(_("Hvornår skal det ses efter igen?"), required=True)

    def __init__(self, data: Mapping[str, Any] | None = None, *, today: date) -> None:
        """Remember what day it is."""
        super().__init__(data)
        self._today = today

    def clean_review_on(self) -> date:
        """Let it be looked at again within a year."""
        day: date = self.cleaned_data["review_on"]
        if not self._today < day <= self._today + timedelta(days=366):
            raise forms.ValidationError(gettext("Vælg en dag inden for et år."))
        return day


class WhyForm(forms.Form):
    """A reason."""

    why = _why(_("Hvorfor?"))
