# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui.form_fields import day_field
from jobunivers.trust.queries import Chosen

_SHORTEST = 10


class SwitchForm(forms.Form):
    """Why a kommune switches a model on or off, and that it is meant."""

    reason = forms.CharField(
        label=_("Hvorfor?"),
        help_text=_("Alle kan læse det på siden om AI. Skriv ikke om enkelte borgere."),
        min_length=_SHORTEST,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": _("Skriv hvorfor."),
            "min_length": _("Skriv lidt mere, så borgerne kan forstå hvorfor."),
        },
    )
    sure = forms.BooleanField(
        label=_("Jeg ved, hvad der sker, og at det virker for alle i kommunen med det samme"),
        error_messages={"required": _("Sæt kryds, når du er sikker.")},
    )


class OfficerForm(forms.Form):
    """How citizens reach the officer: a name, and a mail address or a phone number."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)
    name = forms.CharField(
        label=_("Navn"),
        help_text=_("På en person eller et kontor."),
        max_length=120,
        error_messages={"required": _("Skriv et navn.")},
    )
    email = forms.EmailField(
        label=_("Mail"),
        required=False,
        max_length=254,
        error_messages={"invalid": _("Skriv en mailadresse, for eksempel dpo@kommune.dk.")},
    )
    phone = forms.RegexField(
        r"^\+?[0-9][0-9 ]{5,20}$",
        label=_("Telefon"),
        required=False,
        max_length=30,
        error_messages={"invalid": _("Skriv telefonnummeret med tal.")},
    )

    def clean(self) -> dict[str, Any]:
        """Ask for one of the two ways."""
        told = super().clean() or self.cleaned_data
        there = told.get("email") or told.get("phone")
        if not there and not {"email", "phone"} & set(self.errors):
            self.add_error("email", _("Skriv en mailadresse eller et telefonnummer."))
        return told


class LooksForm(forms.Form):
    """Whose looks she wants to see, and of which days; all when she chooses nothing."""

    hvem = forms.IntegerField(label=_("Hvem"), required=False, min_value=1, max_value=2**62)
    fra = day_field(_("Fra"))
    til = day_field(_("Til"))

    def chosen(self) -> Chosen:
        """Return what was asked for; called when the form is valid."""
        told = self.cleaned_data
        return Chosen(told["hvem"], told["fra"], told["til"])
