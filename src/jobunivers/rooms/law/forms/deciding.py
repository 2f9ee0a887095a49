# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a kommune decides itself, and what the national organisation approves."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui.form_fields import DecidedForm
from jobunivers.science.law.register import Local


class OwnValueForm(DecidedForm):
    """A number, from when, who decided it and why; without a number it is left open again."""

    field_order = ("value",)

    value = forms.IntegerField(label=_("Tal"), required=False)

    def __init__(self, data: Any, *, local: Local, today: date) -> None:
        """Know between what the number must be."""
        super().__init__(data, today=today)
        field = self.fields["value"]
        field.help_text = gettext(
            "Fra %(least)s til %(most)s. Lad feltet stå tomt for intet tal."
        ) % {"least": local.least, "most": local.most}
        self.local = local

    def clean_value(self) -> int | None:
        """Hold the number within what the rule allows."""
        value = self.cleaned_data.get("value")
        if value is not None and not self.local.least <= value <= self.local.most:
            raise forms.ValidationError(
                gettext("Skriv et tal fra %(least)s til %(most)s.")
                % {"least": self.local.least, "most": self.local.most}
            )
        return value


class ApproveForm(forms.Form):
    """Why a register takes effect."""

    why = forms.CharField(
        label=_("Hvad er set efter, og af hvem?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Skriv, hvad der er set efter.")},
    )
