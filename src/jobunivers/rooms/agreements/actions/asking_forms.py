# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a firm asks: the prices of a solution, and other prices in an agreement."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.agreements.actions.terms_form import TermsForm, months_from
from jobunivers.rooms.agreements.queries.words import PROBLEMS
from jobunivers.science.pricing import Guard

# How much money there is, and what is no use, is for those who pay to say.
_THEIRS = ("budget", "window_minutes")


class PriceListForm(TermsForm):
    """The prices a firm asks for a solution."""

    words = forms.CharField(
        label=_("Hvad er med i prisen?"),
        help_text=_("For eksempel hjælp, oplæring og nye udgaver. Kommunerne læser det."),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(self, *args: Any, **more: Any) -> None:
        """Leave out what those who pay say."""
        super().__init__(*args, **more)
        for name in _THEIRS:
            del self.fields[name]


class RequestForm(TermsForm):
    """Other prices in an agreement, from the first of a month."""

    from_on = forms.TypedChoiceField(
        label=_("Fra den 1. i"),
        coerce=date.fromisoformat,
        error_messages={"required": _("Vælg en måned."), "invalid_choice": PROBLEMS["notice"]},
    )
    why = forms.CharField(
        label=_("Hvorfor?"),
        help_text=_("Kommunen læser det, før den svarer."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Skriv, hvorfor priserne skal ændres.")},
    )

    def __init__(self, *args: Any, earliest: date, guard: Guard, budget: Any, **more: Any) -> None:
        """Offer the months after the notice; the budget and what is no use stay as they are."""
        super().__init__(*args, guard=guard, **more)
        for name in _THEIRS:
            del self.fields[name]
        self._budget = budget
        self.fields["from_on"].choices = months_from(earliest)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Put the payment model together with the budget that holds."""
        self.cleaned_data["budget"] = self._budget
        return super().clean()
