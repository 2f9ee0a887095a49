# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checking what a person says of notices; nothing is saved here."""

from collections.abc import Mapping
from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.notices.actions import Said
from jobunivers.foundation.notices.models import Channel, Rhythm
from jobunivers.foundation.notices.queries import SettingsPage
from jobunivers.foundation.notices.words import RHYTHMS, channel_name

_HOURS = [(str(hour), f"{hour:02d}.00") for hour in range(24)]
_DAYTIME = [(str(hour), f"{hour:02d}.00") for hour in range(6, 22)]
# What lands on a phone is one thing at a time: nothing is collected there.
_COLLECTED = frozenset({Channel.EMAIL, Channel.DIGITAL_POST})
PAUSES = {"7": _("En uge"), "14": _("To uger"), "30": _("30 dage")}


class EmailForm(forms.Form):
    """An e-mail address that notices may go to."""

    email = forms.EmailField(
        label=_("Din e-mail"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def clean_email(self) -> str:
        """Return the address with its domain as all write it."""
        address = str(self.cleaned_data["email"])
        user, _at, domain = address.rpartition("@")
        return f"{user}@{domain.lower()}"


class PreferencesForm(forms.Form):
    """Each type by each channel, quiet hours, the daily message and the language."""

    quiet = forms.BooleanField(
        label=_("Hold ro i de timer, jeg vælger her"),
        help_text=_("Beskeder, der kommer imens, venter til bagefter."),
        required=False,
    )
    quiet_from = forms.ChoiceField(label=_("Ro fra klokken"), choices=_HOURS, required=False)
    quiet_to = forms.ChoiceField(label=_("Ro til klokken"), choices=_HOURS, required=False)
    digest_hour = forms.ChoiceField(label=_("Send dagens samlede mail klokken"), choices=_DAYTIME)
    language = forms.ChoiceField(
        label=_("Sprog i beskederne"), choices=[("da", "Dansk"), ("en", "English")]
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, page: SettingsPage) -> None:
        super().__init__(data, initial=_initial(page))
        self.asked: dict[str, tuple[str, str]] = {}
        for known in page.types:
            for channel in page.channels:
                name = f"{known.code}-{channel}".replace(".", "_")
                rhythms = [Rhythm.OFF, Rhythm.AT_ONCE]
                if channel in _COLLECTED:
                    rhythms.insert(1, Rhythm.DAILY)
                self.fields[name] = forms.ChoiceField(
                    label=channel_name(channel),
                    choices=[(one.value, RHYTHMS[one]) for one in rhythms],
                )
                self.asked[name] = (known.code, channel)

    def clean(self) -> dict[str, Any]:
        """Refuse quiet hours that are no hours."""
        cleaned: dict[str, Any] = self.cleaned_data
        wanted = cleaned.get("quiet")
        begins, ends = cleaned.get("quiet_from", ""), cleaned.get("quiet_to", "")
        if wanted and (not begins or not ends):
            self.add_error("quiet_from", ValidationError(_("Vælg både fra og til.")))
        elif wanted and begins == ends:
            self.add_error(
                "quiet_to", ValidationError(_("Vælg et andet klokkeslæt end det, roen begynder."))
            )
        return cleaned

    def said(self) -> Said:
        """Return what she says in general."""
        cleaned = self.cleaned_data
        quiet = bool(cleaned["quiet"])
        return Said(
            quiet_from=time(int(cleaned["quiet_from"])) if quiet else None,
            quiet_to=time(int(cleaned["quiet_to"])) if quiet else None,
            digest_hour=int(cleaned["digest_hour"]),
            language=cleaned["language"],
        )

    def choices(self) -> dict[tuple[str, str], Rhythm]:
        """Return the rhythm of each type and channel that the form asked about."""
        return {asked: Rhythm(self.cleaned_data[name]) for name, asked in self.asked.items()}


class PauseForm(forms.Form):
    """For how long nothing but what is critical may go out."""

    days = forms.ChoiceField(label=_("Hvor længe?"), choices=list(PAUSES.items()))


def _initial(page: SettingsPage) -> dict[str, Any]:
    hers = page.preferences
    begins, ends = hers.quiet_from, hers.quiet_to
    found: dict[str, Any] = {
        "quiet": begins is not None,
        "quiet_from": str(begins.hour if begins else 20),
        "quiet_to": str(ends.hour if ends else 8),
        "digest_hour": str(hers.digest_hour),
        "language": hers.language,
    }
    for (kind, channel), rhythm in page.choices.items():
        found[f"{kind}-{channel}".replace(".", "_")] = rhythm
    return found
