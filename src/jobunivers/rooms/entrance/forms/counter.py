# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django import forms
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.entrance.models import Shown

SHOWN_WORDS = {
    Shown.PASSPORT: _("Pas"),
    Shown.DRIVING_LICENCE: _("Kørekort"),
    Shown.RESIDENCE_CARD: _("Opholdskort"),
    Shown.ID_CARD: _("ID-kort"),
    Shown.HEALTH_CARD: _("Sundhedskort og spørgsmål, som kun borgeren kan svare på"),
}


class CounterNameForm(forms.Form):
    """Looking up who stands at the counter."""

    navn = forms.CharField(
        label=_("Borgerens navn"),
        min_length=2,
        max_length=120,
        error_messages={
            "required": _("Skriv borgerens navn."),
            "min_length": _("Skriv mindst to bogstaver."),
        },
    )


class YesForm(forms.Form):
    """She says yes at the counter, having shown who she is."""

    shown = forms.ChoiceField(
        label=_("Hvad har borgeren vist dig?"),
        choices=list(SHOWN_WORDS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, hvad borgeren har vist.")},
    )
    understood = forms.BooleanField(
        label=_("Jeg har læst eller hørt det her og siger ja til hjælpen"),
        error_messages={"required": _("Borgeren skal selv sige ja, før I kan begynde.")},
    )
