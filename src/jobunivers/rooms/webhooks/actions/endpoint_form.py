# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is written of where a vendor is told: by who runs the platform, and by its firm.

It lies among the actions because the room of the firms asks the same (rooms meet at their doors).
"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.webhooks.queries import KINDS, Endpoint, kind_words, wrong_words

_FIELDS = {"kinds": "kinds"}
_LONGEST_NUMBER = 10


class EndpointForm(forms.Form):
    """Address and types; `seen` is the version the writer has read."""

    url = forms.CharField(
        label=_("Adresse"),
        help_text=_("Firmaets egen adresse. Den begynder med https://."),
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

    def take_seen(self, theirs: Endpoint) -> None:
        """Let what was written count over what somebody wrote meanwhile, once that is read."""
        told = self.data.copy()  # type: ignore[attr-defined]
        told["seen"] = str(theirs.version)
        self.data = told


def wanted_words(endpoint: Endpoint) -> list[str]:
    """Return the types an endpoint wants, in the reader's words; none: all of them."""
    return [kind_words(one) for one in endpoint.kinds]


def endpoints_beginning(endpoint: Endpoint | None) -> dict[str, Any]:
    """Return what stands in the fields at first."""
    if endpoint is None:
        return {"kinds": list(KINDS)}
    return {
        "url": endpoint.url,
        "kinds": endpoint.kinds or list(KINDS),
        "seen": endpoint.version,
    }


def version_read(text: str) -> int | None:
    """Return the version a page's button was read at; None: it says none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < _LONGEST_NUMBER else None
