# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Weekly hours as people write them: 37, 37,5, 37.5 or 37 timer."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui import wording

_MOST = 60
_WRITTEN = re.compile(
    r"\s*(-?\d{1,4})(?:[.,](\d{1,4}))?\s*(?:timer|time|t\.?|hours?|h\.?)?\s*", re.IGNORECASE
)


class HoursField(forms.FloatField):
    """Hours a week, between 1 and 60; a comma and a point both divide whole hours from parts.

    A text field, not a number field: a browser in English turns "37,5" in a number field to 375.
    """

    widget = forms.TextInput(attrs={"inputmode": "decimal"})
    default_error_messages = {
        "invalid": _("Skriv timerne som et tal, for eksempel 37 eller 37,5."),
        "min_value": _("Skriv et tal mellem 1 og 60."),
        "max_value": _("Skriv et tal mellem 1 og 60."),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=1, max_value=_MOST, **kwargs)

    # Django's FloatField departs from its parent IntegerField in the same way.
    def to_python(self, value: Any) -> float | None:  # type: ignore[override]
        """Return what was written as a number; None when nothing was."""
        if not isinstance(value, str) or not value.strip():
            return super().to_python(value)
        written = _WRITTEN.fullmatch(value)
        if written is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return float(f"{written[1]}.{written[2] or 0}")

    def prepare_value(self, value: Any) -> Any:
        """Return hours as the reader writes them: 37, and 37,5 (37.5 in English)."""
        return wording.hours(value) if isinstance(value, int | float) else value
