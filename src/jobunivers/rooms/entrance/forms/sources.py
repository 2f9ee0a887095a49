# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What she sends: a file, and what she fills in that a source did not say."""

import re
from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from jobunivers.integrations.profiles.reading import SUFFIXES
from jobunivers.rooms.entrance.queries.source_words import month
from jobunivers.rooms.journey.queries.words import EDUCATION_LEVELS, LANGUAGE_LEVELS

_LEVELS = {*EDUCATION_LEVELS, *LANGUAGE_LEVELS}


class FileForm(forms.Form):
    """A file of hers. What is in it is looked at when it is read, not here."""

    file = forms.FileField(
        label=_("Vælg dit CV eller en anden fil"),
        help_text=_("PDF, Word (.docx), OpenDocument, tekst, Europass, JSON Resume eller din profil"
                    " herfra. Højst 5 MB. Vi gemmer ikke filen, kun det, du vælger."),
        allow_empty_file=True,
        max_length=1000,
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(SUFFIXES)}),
        error_messages={
            "required": _("Vælg en fil først."),
            "invalid": _("Vælg en fil først."),
            "max_length": _("Filens navn er for langt. Giv den et kortere, og prøv igen."),
        },
    )  # fmt: skip


def filled_in(data: Mapping[str, str]) -> dict[int, dict[str, str]]:
    """Return what she has filled in beside findings, by their numbers: `started-12`."""
    filled: dict[int, dict[str, str]] = {}
    for name, text in data.items():
        found = re.fullmatch(r"(started|ended|level)-(\d{1,18})", name)
        if found is None:
            continue
        value = month(text) if found[1] != "level" else text if text in _LEVELS else ""
        if value:
            filled.setdefault(int(found[2]), {})[found[1]] = value
    return filled
