# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Searches with a name, and how often their news are told."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.vacancies.models import AlertRhythm

RHYTHMS = {
    AlertRhythm.AT_ONCE: _("Med det samme"),
    AlertRhythm.DAILY: _("En gang om dagen"),
    AlertRhythm.WEEKLY: _("En gang om ugen"),
    AlertRhythm.NONE: _("Aldrig"),
}


class SaveSearchForm(forms.Form):
    """A name for a search."""

    name = forms.CharField(
        label=_("Hvad skal søgningen hedde?"),
        max_length=120,
        error_messages={"required": _("Skriv, hvad søgningen skal hedde.")},
    )
    query = forms.CharField(widget=forms.HiddenInput, max_length=1500)


class ChangeSearchForm(forms.Form):
    """Another name for a search, and how often its news are told."""

    name = forms.CharField(
        label=_("Hvad skal søgningen hedde?"),
        max_length=120,
        error_messages={"required": _("Skriv, hvad søgningen skal hedde.")},
    )
    rhythm = forms.ChoiceField(
        label=_("Hvor tit vil du høre om nye job?"),
        choices=list(RHYTHMS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, hvor tit du vil høre om nye job.")},
    )
