# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django import forms
from django.utils.translation import gettext_lazy as _

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
