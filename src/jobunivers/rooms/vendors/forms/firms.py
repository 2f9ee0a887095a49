# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A firm asks to come in, says who it is, and says who acts for it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui.form_fields import day_field
from jobunivers.integrations.cvr import is_cvr, tidy
from jobunivers.rooms.vendors.actions import Asking
from jobunivers.rooms.vendors.models import Rank

_EMAIL = {
    "required": _("Skriv en mailadresse."),
    "invalid": _("Skriv en mailadresse, for eksempel navn@firma.dk."),
}
RANKS = (
    (Rank.EDITOR.value, _("Redaktør: skriver løsninger, svar og beskeder")),
    (Rank.ADMINISTRATOR.value, _("Administrator: alt, også hvem der er med")),
)


def _cvr(typed: str) -> str:
    number = tidy(typed)
    if number and not is_cvr(number):
        raise ValidationError(
            _("Det er ikke et CVR-nummer. Det er otte cifre, der passer sammen. Se efter igen.")
        )
    return number


def _website() -> forms.URLField:
    return forms.URLField(
        label=_("Hjemmeside"),
        required=False,
        max_length=500,
        assume_scheme="https",
        error_messages={"invalid": _("Skriv en adresse, for eksempel https://firma.dk.")},
    )


def _about(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, max_length=5_000, widget=forms.Textarea(attrs={"rows": 5})
    )


class SignUpForm(forms.Form):
    """Which firm, and whom to write to."""

    name = forms.CharField(
        label=_("Firmaets navn"),
        max_length=150,
        error_messages={"required": _("Skriv firmaets navn.")},
    )
    cvr = forms.CharField(
        label=_("CVR-nummer"),
        help_text=_("Otte cifre. Har firmaet ikke et, så udfyld det næste felt."),
        max_length=20,
        required=False,
    )
    abroad = forms.CharField(
        label=_("Nummer i et andet land"),
        help_text=_("Kun når firmaet ikke har et CVR-nummer. For eksempel: DE HRB 12345."),
        max_length=60,
        required=False,
    )
    website = _website()
    about = _about(_("Hvad kan I hjælpe ledige med?"))
    contact_name = forms.CharField(
        label=_("Dit navn"), max_length=120, error_messages={"required": _("Skriv dit navn.")}
    )
    contact_email = forms.EmailField(label=_("Din mail"), error_messages=_EMAIL)
    contact_phone = forms.CharField(label=_("Din telefon"), max_length=30, required=False)

    def clean_cvr(self) -> str:
        """Return the number as it is kept; refuses what is none."""
        return _cvr(self.cleaned_data["cvr"])

    def clean(self) -> dict[str, Any]:
        """Ask for one number or the other."""
        told: dict[str, Any] = super().clean() or {}
        if not told.get("cvr") and not told.get("abroad") and "cvr" not in self.errors:
            self.add_error("cvr", ValidationError(_("Skriv firmaets CVR-nummer.")))
        return told

    def asking(self) -> Asking:
        """Return the valid form as what a firm says."""
        return Asking(**self.cleaned_data)


class RefuseForm(forms.Form):
    """Yes or no to a firm; a no says why."""

    act = forms.ChoiceField(choices=[(one, one) for one in ("luk-ind", "afvis")])
    why = forms.CharField(label=_("Hvorfor ikke?"), max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for a reason with a no."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("act") == "afvis" and not told.get("why", "").strip():
            self.add_error("why", ValidationError(_("Skriv hvorfor. Firmaet får det at vide.")))
        return told


class ProfileForm(forms.Form):
    """What a firm says of itself."""

    name = SignUpForm.base_fields["name"]
    cvr = SignUpForm.base_fields["cvr"]
    about_da = _about(_("Om firmaet"))
    about_en = _about(_("Om firmaet på engelsk"))
    website = _website()
    support_email = forms.EmailField(label=_("Mail"), required=False, error_messages=_EMAIL)
    support_phone = forms.CharField(label=_("Telefon"), max_length=30, required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10**9)

    def clean_cvr(self) -> str | None:
        """Return the number as it is kept, None for none; refuses what is none."""
        return _cvr(self.cleaned_data["cvr"]) or None


class InviteForm(forms.Form):
    """Whom a firm lets act for it."""

    name = forms.CharField(
        label=_("Navn"), max_length=120, error_messages={"required": _("Skriv et navn.")}
    )
    email = forms.EmailField(label=_("Mail"), error_messages=_EMAIL)
    rank = forms.ChoiceField(
        label=_("Hvad må personen?"),
        choices=RANKS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, hvad personen må.")},
    )


class MailForm(forms.Form):
    """Where a link to log in with is sent."""

    email = forms.EmailField(label=_("Din mail hos firmaet"), error_messages=_EMAIL)


class EndForm(forms.Form):
    """From which day somebody acts for the firm no more; today when nothing is said."""

    until_on = day_field(
        _("Fra hvilken dag?"), _("Lad feltet stå tomt, hvis det er nu."), required=False
    )
