# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.casework.queries.words import OBJECTIONS
from jobunivers.trust.words import CHOSEN_REASONS, STAFF_REASONS

REASONS = STAFF_REASONS


class ReasonForm(forms.Form):
    """Why an adviser looks at a citizen."""

    reason = forms.ChoiceField(
        label=_("Hvorfor har du brug for oplysningerne?"),
        choices=list(CHOSEN_REASONS.items()),
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


class RegionForm(forms.Form):
    """Which region's figures to see."""

    region = forms.ChoiceField(label=_("Vælg region"), required=False)

    def __init__(self, regions: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer these regions, one of them chosen."""
        super().__init__(initial={"region": chosen})
        field = self.fields["region"]
        if isinstance(field, forms.ChoiceField):
            field.choices = regions


class DisputeForm(forms.Form):
    """Why an adviser disagrees with a suggestion."""

    code = forms.ChoiceField(
        label=_("Hvorfor er du uenig?"),
        choices=list(OBJECTIONS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg en grund."), "invalid_choice": _("Vælg en grund.")},
    )
    note = forms.CharField(
        label=_("Med dine egne ord"),
        help_text=_(
            "Borgeren kan læse, hvad du skriver her. Skriv ikke om helbred eller andre mennesker."
        ),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, object]:
        """Ask for words when none of the reasons fits."""
        cleaned: dict[str, object] = super().clean() or {}
        if cleaned.get("code") == "other" and not str(cleaned.get("note", "")).strip():
            self.add_error("note", gettext("Skriv, hvad du er uenig i."))
        return cleaned
