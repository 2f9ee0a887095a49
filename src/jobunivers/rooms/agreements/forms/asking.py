# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Why a kommune says no to what a firm asks."""

from django import forms
from django.utils.translation import gettext_lazy as _


class DeclineForm(forms.Form):
    """Why a kommune says no to other prices."""

    answer = forms.CharField(
        label=_("Hvorfor ikke?"),
        help_text=_("Firmaet læser det."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Skriv, hvorfor I siger nej. Firmaet læser det.")},
    )
