# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# The codes are those of trust.REASONS, which says the same to the citizen.
REASONS: dict[str, Promise] = {
    "talk": _("Jeg forbereder en samtale"),
    "request": _("Borgeren har spurgt om noget"),
    "follow_up": _("Jeg følger op på jobsøgningen"),
    "case": _("Jeg behandler en sag"),
}


class ReasonForm(forms.Form):
    """Why an adviser looks at a citizen."""

    reason = forms.ChoiceField(
        label=_("Hvorfor har du brug for oplysningerne?"),
        choices=list(REASONS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg en grund."), "invalid_choice": _("Vælg en grund.")},
    )
    note = forms.CharField(
        label=_("Uddyb det gerne"),
        help_text=_("Borgeren kan læse, hvad du skriver her."),
        max_length=200,
        required=False,
    )


class NameForm(forms.Form):
    """Looking a citizen up."""

    navn = forms.CharField(label=_("Borgerens navn"), max_length=120, required=False)
