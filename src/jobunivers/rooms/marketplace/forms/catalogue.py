# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a citizen says of an offer, and what an editor says of her words."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.marketplace.actions.rating import LONGEST_WORDS

STARS = (
    ("5", _("5 – rigtig god")),
    ("4", _("4 – god")),
    ("3", _("3 – midt imellem")),
    ("2", _("2 – ikke så god")),
    ("1", _("1 – ikke noget for mig")),
)


class RatingForm(forms.Form):
    """One to five, and words if she likes."""

    stars = forms.ChoiceField(
        label=_("Hvor god var den for dig?"),
        choices=STARS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg et tal fra 1 til 5.")},
    )
    words = forms.CharField(
        label=_("Hvad vil du sige til andre?"),
        help_text=_("Dit navn står der ikke. En redaktør læser det, før andre kan se det."),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class HideWordsForm(forms.Form):
    """Why an experience is kept from others; she reads it."""

    why = forms.CharField(
        label=_("Hvorfor vises det ikke?"),
        help_text=_("Den, der har skrevet, kan læse det."),
        max_length=200,
        error_messages={"required": _("Skriv hvorfor. Borgeren læser det.")},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
