# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Another day or time for something in her week."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.diary import Entry
from jobunivers.foundation.ui.form_fields import clock_field, day_field


class MoveForm(forms.Form):
    """Where it shall stand; `to` is a button that names the day, and wins over the field."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    day = day_field(_("Hvilken dag?"))
    clock = clock_field(_("Hvad tid?"))
    to = forms.DateField(required=False, input_formats=("%Y-%m-%d",))

    def __init__(self, data: Mapping[str, Any] | None = None, *, entry: Entry) -> None:
        at = entry.starts_at
        super().__init__(
            data,
            initial={
                "version": entry.version,
                "day": entry.day,
                "clock": None if at is None else timezone.localtime(at).time(),
            },
        )

    def clean(self) -> dict[str, object]:
        """Ask for a day, in one of the two ways."""
        cleaned: dict[str, object] = super().clean() or {}
        if cleaned.get("to") is None and cleaned.get("day") is None and "day" not in self.errors:
            self.add_error("day", forms.ValidationError(_("Vælg en dag.")))
        return cleaned

    @property
    def wanted_day(self) -> date:
        """Return the day it shall stand on."""
        found = self.cleaned_data.get("to") or self.cleaned_data["day"]
        assert isinstance(found, date)
        return found

    @property
    def wanted_clock(self) -> time | None:
        """Return the time of day, if any."""
        found: time | None = self.cleaned_data.get("clock")
        return found

    @property
    def seen_version(self) -> int:
        """Return which version stood on the page; one that no row has when it was not said."""
        found: int | None = self.cleaned_data.get("version")
        return -1 if found is None else found
