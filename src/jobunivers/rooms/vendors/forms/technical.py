# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a firm's systems and ours speak."""

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.launching.actions import NotConnectable

_ADDRESS = _("Adressen skal begynde med https:// og må ikke have * eller #.")
_SAID: dict[str, tuple[str | None, Promise]] = {
    "offer": (None, _("Løsningen kan ikke tilsluttes.")),
    "addresses": ("redirect_uris", _("Skriv fra én til ti adresser, en på hver linje.")),
    "redirect": ("redirect_uris", _ADDRESS),
    "login": ("login_uri", _ADDRESS),
}


class ConnectionForm(forms.Form):
    """Where a solution begins a login, and where a code may be sent."""

    login_uri = forms.CharField(
        label=_("Her begynder en start hos jer"),
        help_text=_("initiate_login_uri: jeres side, der sender borgeren til os for at logge ind."),
        max_length=500,
        error_messages={"required": _("Skriv adressen.")},
    )
    redirect_uris = forms.CharField(
        label=_("Hertil må vi sende borgeren efter login"),
        help_text=_("redirect_uri: en adresse på hver linje. De sammenlignes bogstav for bogstav."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=6_000,
        error_messages={"required": _("Skriv mindst én adresse.")},
    )
    public = forms.BooleanField(
        label=_("Løsningen kan ikke holde på en hemmelighed (app eller ren browserside)"),
        required=False,
    )

    def clean_redirect_uris(self) -> list[str]:
        """Return the addresses, one of each line."""
        lines = self.cleaned_data["redirect_uris"].splitlines()
        return [one.strip() for one in lines if one.strip()]

    def say(self, wrong: NotConnectable) -> None:
        """Put what is wrong beside the field it is in."""
        field, words = _SAID[wrong.code]
        self.add_error(field, f"{wrong.address} {words}".strip())
