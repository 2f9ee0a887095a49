# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is written of a tool after LTI 1.3: by who runs the platform, and by its firm.

It lies among the actions because the room of the firms asks the same (rooms meet at their doors).
"""

import json
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.launching.actions.connecting import NotConnectable
from jobunivers.rooms.launching.models import LtiTool

_NO_ADDRESS = _("Adressen skal begynde med https:// og må ikke have * eller #.")
_SAID: dict[str, tuple[str, Promise]] = {
    "addresses": ("redirect_uris", _("Skriv fra én til ti adresser, en på hver linje.")),
    "redirect": ("redirect_uris", _NO_ADDRESS),
    "login": ("login_uri", _NO_ADDRESS),
    "launch": ("launch_uri", _NO_ADDRESS),
    "deep_link": ("deep_link_uri", _NO_ADDRESS),
    "keys_uri": ("keys_uri", _NO_ADDRESS),
    "keys": (
        "keys_uri",
        _("Skriv enten adressen på nøglerne eller nøglerne selv (JWK-sæt, RSA, mindst 2048 bit)."),
    ),
    "offer": ("login_uri", _("Løsningen har ingen leverandør.")),
}


class ToolForm(forms.Form):
    """Where a tool is launched, and by which keys it is known."""

    login_uri = forms.CharField(
        label=_("Her begynder en start i løsningen"),
        help_text=_("Kaldes ofte “OIDC login initiation URL”."),
        max_length=500,
        error_messages={"required": _("Skriv adressen.")},
    )
    launch_uri = forms.CharField(
        label=_("Det åbnes"),
        help_text=_("Kaldes ofte “target link URI” eller “launch URL”."),
        max_length=500,
        error_messages={"required": _("Skriv adressen.")},
    )
    redirect_uris = forms.CharField(
        label=_("Hertil må vi sende borgeren"),
        help_text=_("redirect_uri: en adresse på hver linje. De sammenlignes bogstav for bogstav."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=6_000,
        error_messages={"required": _("Skriv mindst én adresse.")},
    )
    keys_uri = forms.CharField(
        label=_("Her viser løsningen sine nøgler"),
        help_text=_("Kaldes ofte “JWKS URL” eller “public keyset URL”."),
        max_length=500,
        required=False,
    )
    keys = forms.CharField(
        label=_("Eller nøglerne selv"),
        help_text=_(
            "Et JWK-sæt som tekst, hvis de ikke vises nogen steder. Brug helst RSA på 3.072 bit: "
            "kortere nøgler ned til 2.048 virker, men er svagere."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=50_000,
        required=False,
    )
    deep_link_uri = forms.CharField(
        label=_("Her kan indhold vælges"),
        help_text=_("Kaldes ofte “deep linking URL”."),
        max_length=500,
        required=False,
    )

    def clean_redirect_uris(self) -> list[str]:
        """Return the addresses, one of each line."""
        return [
            one.strip() for one in self.cleaned_data["redirect_uris"].splitlines() if one.strip()
        ]

    def told(self) -> dict[str, Any]:
        """Return what was written, as `register_tool` takes it."""
        return dict(self.cleaned_data)

    def say(self, wrong: NotConnectable) -> None:
        """Put what is wrong beside the field it is in."""
        field, words = _SAID[wrong.code]
        self.add_error(field, f"{wrong.address} {words}".strip())


def tools_beginning(tool: LtiTool | None) -> dict[str, Any]:
    """Return what stands in the fields of a tool that is there."""
    if tool is None:
        return {}
    return {
        "login_uri": tool.login_uri,
        "launch_uri": tool.launch_uri,
        "redirect_uris": "\n".join(tool.redirect_uris),
        "keys_uri": tool.keys_uri,
        "keys": "" if tool.keys_uri else json.dumps(tool.keys, indent=1),
        "deep_link_uri": tool.deep_link_uri,
    }
