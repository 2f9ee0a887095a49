# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What who runs the platform writes of a connection."""

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.launching.actions import NotConnectable

_SAID: dict[str, tuple[str, Promise]] = {
    "addresses": ("redirect_uris", _("Skriv fra én til ti adresser, en på hver linje.")),
    "redirect": (
        "redirect_uris",
        _("Adressen skal begynde med https:// og må ikke have * eller #."),
    ),
    "login": ("login_uri", _("Adressen skal begynde med https:// og må ikke have * eller #.")),
}


class ConnectionForm(forms.Form):
    """Where a solution begins a login, and where a code may be sent."""

    login_uri = forms.CharField(
        label=_("Her begynder en start hos leverandøren"),
        help_text=_(
            "initiate_login_uri: siden, der sender borgeren tilbage til os for at logge ind."
        ),
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
        return [
            one.strip() for one in self.cleaned_data["redirect_uris"].splitlines() if one.strip()
        ]

    def say(self, wrong: NotConnectable) -> None:
        """Put what is wrong beside the field it is in."""
        field, words = _SAID[wrong.code]
        self.add_error(field, f"{wrong.address} {words}".strip())


def beginning_of(client: Any) -> dict[str, Any]:
    """Return what stands in the fields of a connection that is there."""
    if client is None:
        return {}
    return {
        "login_uri": client.login_uri,
        "redirect_uris": "\n".join(client.redirect_uris),
        "public": client.is_public,
    }
