# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Hiding advertisements, and mending records that could not be taken in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.vacancies.models import HideReason

HIDE_REASONS = {
    HideReason.TOO_FAR: _("Det er for langt væk"),
    HideReason.WRONG_FIELD: _("Det er ikke mit fag"),
    HideReason.WRONG_HOURS: _("Tiderne passer ikke"),
    HideReason.MISSING_SKILLS: _("Jeg mangler noget, de kræver"),
    HideReason.NOT_THIS_EMPLOYER: _("Jeg vil ikke arbejde der"),
    HideReason.OTHER: _("En anden grund"),
}


class HideForm(forms.Form):
    """Why she does not want to see an advertisement."""

    reason = forms.ChoiceField(
        label=_("Hvorfor?"),
        choices=list(HIDE_REASONS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, hvorfor du ikke vil se jobbet.")},
    )


class MendForm(forms.Form):
    """A rejected record, mended by hand."""

    text = forms.CharField(
        label=_("Posten, som kilden sendte den"),
        widget=forms.Textarea,
        error_messages={"required": _("Skriv posten, som den skal være.")},
    )
