# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What staff say of a point, what she says, and how a kommune uses the rules."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui.form_fields import DecidedForm
from jobunivers.rooms.casework.queries.attention_words import WRONG
from jobunivers.science.attention import MOST_DAYS, RULES, Tuning

_CHOICES = ((3, _("3 dage")), (7, _("En uge")), (14, _("To uger")), (30, _("En måned")))


class PostponeForm(forms.Form):
    """For how many days a point is put off."""

    dage = forms.TypedChoiceField(choices=_CHOICES, coerce=int, label=_("Kom igen om"), initial=7)


class WrongForm(forms.Form):
    """Why a rule was wrong about her."""

    why = forms.ChoiceField(
        label=_("Hvorfor passer det ikke?"),
        choices=list(WRONG.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg en grund."), "invalid_choice": _("Vælg en grund.")},
    )
    note = forms.CharField(
        label=_("Med dine egne ord"),
        help_text=_("Skriv ikke om helbred eller andre mennesker."),
        max_length=300,
        required=False,
    )

    def clean(self) -> dict[str, object]:
        """Ask for words when none of the reasons fits."""
        cleaned: dict[str, object] = super().clean() or {}
        if cleaned.get("why") == "other" and not str(cleaned.get("note", "")).strip():
            self.add_error("note", gettext("Skriv, hvad der ikke passer."))
        return cleaned


class MessageForm(forms.Form):
    """A message to her; the days until the point comes again if nothing happens."""

    words = forms.CharField(
        label=_("Din besked"),
        help_text=_("Teksten er et forslag. Skriv den, som du selv ville sige det."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Skriv, hvad du vil sige.")},
    )
    dage = forms.TypedChoiceField(
        choices=_CHOICES, coerce=int, label=_("Mind mig om det igen om"), initial=7
    )


class DoesNotFitForm(forms.Form):
    """She says that a point does not fit her."""

    words = forms.CharField(
        label=_("Fortæl gerne, hvad der ikke passer"),
        help_text=_("Du behøver ikke skrive noget."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class TuningForm(DecidedForm):
    """How the kommune uses each rule, from which day, who decided and why."""

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, tuning: Tuning, language: str, today: date
    ) -> None:
        """Show the rules as they are used now."""
        super().__init__(data, today=today)
        for code, rule in RULES.items():
            used, name = tuning[code], rule.name.said(language, {})
            self.fields |= {
                f"{code}-on": forms.BooleanField(label=name, required=False, initial=used.on),
                f"{code}-days": _days(_("Efter så mange dage"), used.days),
                f"{code}-cool_down": _days(_("Hvile efter svar, i dage"), used.cool_down),
            }

    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField, forms.BoundField]]:
        """Return the fields of each rule."""
        return [
            (self[f"{code}-on"], self[f"{code}-days"], self[f"{code}-cool_down"]) for code in RULES
        ]

    def body(self) -> dict[str, dict[str, int | bool]]:
        """Return what was typed as it is stored."""
        data = self.cleaned_data
        return {
            code: {
                "on": bool(data[f"{code}-on"]),
                "days": int(data[f"{code}-days"]),
                "cool_down": int(data[f"{code}-cool_down"]),
            }
            for code in RULES
        }


def _days(label: Any, initial: int) -> forms.IntegerField:
    wrong = _("Skriv et helt tal fra 0 til %(most)s.") % {"most": MOST_DAYS}
    return forms.IntegerField(
        label=label,
        initial=initial,
        min_value=0,
        max_value=MOST_DAYS,
        error_messages={
            "required": wrong, "invalid": wrong, "min_value": wrong, "max_value": wrong,
        },
    )  # fmt: skip
