# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is typed about Mine data."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.mydata.models import Decision, RequestKind
from jobunivers.rooms.mydata.queries.words import DECISIONS, KINDS

LONGEST = 4_000


def _text(label: Any, missing: Any, *, rows: int = 5, hint: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=LONGEST,
        help_text=hint,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": missing},
    )


class AskForm(forms.Form):
    """What she wants done, in her own words."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label=_("Hvad vil du have gjort?"),
        choices=list(KINDS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, hvad du vil have gjort.")},
    )
    words = _text(
        _("Skriv, hvad der er galt"),
        _("Skriv med dine egne ord, hvad der er galt."),
        hint=_("Skriv gerne, hvad der skulle stå. Skriv ikke dit CPR-nummer."),
    )

    @classmethod
    def fresh(cls) -> dict[str, Any]:
        """Return what an empty form starts with."""
        return {"key": uuid.uuid4()}

    def kind_chosen(self) -> RequestKind:
        """Return the right she uses."""
        return RequestKind(self.cleaned_data["kind"])


class AnswerForm(forms.Form):
    """The decision, the words she reads, and the paragraph of a no."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    decision = forms.ChoiceField(
        label=_("Afgørelse"),
        choices=list(DECISIONS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg en afgørelse.")},
    )
    answer = _text(
        _("Dit svar"),
        _("Skriv et svar, som borgeren kan forstå."),
        rows=6,
        hint=_("Skriv, hvad I har gjort, eller hvorfor ikke. Borgeren læser det, som det står."),
    )
    law = forms.CharField(
        label=_("Hvilken regel siger nej?"),
        max_length=300,
        required=False,
        help_text=_("For eksempel: Databeskyttelsesforordningen art. 17, stk. 3, litra b."),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for the paragraph of a no."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        decision = cleaned.get("decision")
        if decision and decision != Decision.GRANTED and not (cleaned.get("law") or "").strip():
            self.add_error("law", _("Skriv reglen, når svaret er nej eller delvist."))
        return cleaned


class ExtendForm(forms.Form):
    """Why two months more are needed."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    why = _text(
        _("Hvorfor er der brug for mere tid?"),
        _("Skriv grunden. Borgeren læser den."),
        rows=3,
        hint=_("Kun når sagen er svær, eller der er mange. Fristen bliver to måneder længere."),
    )
