# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Changing the terms of an agreement, and assuming an effect."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.agreements.actions.terms_form import TermsForm, months_from
from jobunivers.rooms.agreements.queries.words import PROBLEMS


class ChangeForm(TermsForm):
    """Other terms from the first of a month."""

    field_order = ("from_on", "why")
    from_on = forms.TypedChoiceField(
        label=_("Fra den 1. i"),
        coerce=date.fromisoformat,
        error_messages={"required": _("Vælg en måned."), "invalid_choice": PROBLEMS["notice"]},
    )
    why = forms.CharField(
        label=_("Hvorfor?"),
        help_text=_("Firmaet og de andre kommuner læser det."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Skriv, hvorfor priserne skal ændres.")},
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(self, *args: Any, earliest: date, **more: Any) -> None:
        """Offer the months after the notice."""
        super().__init__(*args, **more)
        self.fields["from_on"].choices = months_from(earliest)  # type: ignore[attr-defined]


class EffectForm(forms.Form):
    """An effect that nobody has measured, to see what it would come to."""

    effekt = forms.DecimalField(
        label=_("Jeres skøn over effekten"),
        help_text=_("Et tal, I selv sætter: 0,02 er to procentpoint flere i arbejde."),
        min_value=Decimal(-1),
        max_value=Decimal(1),
        decimal_places=4,
        max_digits=5,
        localize=True,
        error_messages={
            "required": PROBLEMS["number"],
            "invalid": PROBLEMS["number"],
            "min_value": _("Skriv et tal fra -1 til 1."),
            "max_value": _("Skriv et tal fra -1 til 1."),
            "max_decimal_places": _("Skriv højst fire decimaler."),
            "max_digits": _("Skriv højst fire decimaler."),
            "max_whole_digits": _("Skriv et tal fra -1 til 1."),
        },
    )
