# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is written of where a vendor is told."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.webhooks.queries import KINDS, Endpoint, wrong_words

_FIELDS = {"kinds": "kinds"}


class EndpointForm(forms.Form):
    """Address and types; `seen` is the version the writer has read."""

    url = forms.CharField(
        label=_("Adresse"),
        help_text=_("Leverandørens egen adresse. Den begynder med https://."),
        max_length=500,
        error_messages={"required": _("Skriv adressen.")},
    )
    kinds = forms.MultipleChoiceField(
        label=_("Hvad vil I have besked om?"),
        choices=[],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Vælg mindst én slags besked.")},
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the types there are."""
        super().__init__(*args, **kwargs)
        kinds = self.fields["kinds"]
        assert isinstance(kinds, forms.MultipleChoiceField)
        kinds.choices = list(KINDS.items())

    def clean_url(self) -> str:
        """Return the address without what stands around it."""
        return str(self.cleaned_data["url"]).strip()

    def clean_kinds(self) -> list[str]:
        """Return what is wanted; all of them is none left out, those to come included."""
        chosen = list(self.cleaned_data["kinds"])
        return [] if len(chosen) == len(KINDS) else chosen

    def say(self, code: str) -> None:
        """Put what is wrong beside the field it is in."""
        self.add_error(_FIELDS.get(code, "url"), wrong_words(code))


def beginning_of(endpoint: Endpoint | None) -> dict[str, Any]:
    """Return what stands in the fields at first."""
    if endpoint is None:
        return {"kinds": list(KINDS)}
    return {
        "url": endpoint.url,
        "kinds": endpoint.kinds or list(KINDS),
        "seen": endpoint.version,
    }
