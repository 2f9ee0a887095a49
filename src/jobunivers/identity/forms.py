# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui.form_fields import day_field
from jobunivers.identity.models import ProtectionKind

if TYPE_CHECKING:
    from datetime import date

    from django.utils.functional import Promise

KINDS: dict[str, "Promise"] = {
    ProtectionKind.CPR: _("Navne- og adressebeskyttelse i CPR (CPR-loven § 28)"),
    ProtectionKind.OWN: _("Kommunens egen beslutning"),
}
_SHORTEST = 10


class _WhyForm(forms.Form):
    reason = forms.CharField(
        label=_("Hvorfor?"),
        help_text=_("Skriv, hvad beslutningen bygger på. Skriv ikke, hvor borgeren er."),
        min_length=_SHORTEST,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": _("Skriv hvorfor."),
            "min_length": _("Skriv lidt mere, så andre kan forstå hvorfor."),
        },
    )


class ProtectForm(_WhyForm):
    """Whose name and address are kept back, why, and how long."""

    name = forms.CharField(
        label=_("Borgerens fulde navn"),
        max_length=120,
        error_messages={"required": _("Skriv borgerens fulde navn.")},
    )
    born_on = day_field(_("Fødselsdag"), _("Når flere borgere har samme navn."))
    kind = forms.ChoiceField(
        label=_("Slags"),
        choices=list(KINDS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg en."), "invalid_choice": _("Vælg en.")},
    )
    last_day = day_field(
        _("Sidste dag"), _("Lad den stå tom, hvis den gælder, til nogen ophæver den.")
    )
    field_order = ("name", "born_on", "kind", "last_day", "reason")

    def __init__(self, *args: object, today: "date", **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.today = today

    def clean_last_day(self) -> "date | None":
        """Ask for a day to come."""
        last: date | None = self.cleaned_data["last_day"]
        if last is not None and last < self.today:
            raise forms.ValidationError(_("Dagen er gået. Vælg en, der kommer."))
        return last


class LiftForm(_WhyForm):
    """Why a citizen's name and address are shown again."""
