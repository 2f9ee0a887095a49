# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.foundation.ui import colours
from jobunivers.front import logos


class AppearanceForm(forms.Form):
    """How the kommune looks and what its front page says."""

    name = forms.CharField(label=_("Kommunens navn"), max_length=100)
    primary_colour = forms.RegexField(
        r"^#[0-9a-fA-F]{6}$",
        label=_("Hovedfarve"),
        help_text=_("Seks tegn efter #, for eksempel #0059b3. Bruges til top, knapper og links."),
        error_messages={"invalid": _("Skriv farven som # og seks tegn, for eksempel #0059b3.")},
    )
    accent_colour = forms.RegexField(
        r"^#[0-9a-fA-F]{6}$",
        label=_("Anden farve"),
        help_text=_("Bruges til markeringer og små ikoner."),
        error_messages={"invalid": _("Skriv farven som # og seks tegn, for eksempel #2a7d4f.")},
    )
    headline_da = forms.CharField(label=_("Overskrift på forsiden"), max_length=120, required=False)
    headline_en = forms.CharField(
        label=_("Overskrift på forsiden, engelsk"), max_length=120, required=False
    )
    welcome_da = forms.CharField(
        label=_("Tekst på forsiden"), widget=forms.Textarea, max_length=1500, required=False
    )
    welcome_en = forms.CharField(
        label=_("Tekst på forsiden, engelsk"),
        widget=forms.Textarea,
        max_length=1500,
        required=False,
    )
    contact_phone = forms.CharField(label=_("Telefon"), max_length=30, required=False)
    contact_email = forms.EmailField(label=_("E-mail"), required=False)
    contact_address = forms.CharField(label=_("Adresse"), max_length=200, required=False)
    logo = forms.FileField(
        label=_("Logo"),
        required=False,
        help_text=_("PNG, JPEG eller WebP, højst 1 MB. Vis det på lys baggrund."),
    )
    remove_logo = forms.BooleanField(label=_("Fjern logoet"), required=False)

    @classmethod
    def initial_of(cls, municipality: Municipality) -> dict[str, Any]:
        """Return what stands now."""
        names = [name for name in cls.base_fields if name not in {"logo", "remove_logo"}]
        return {name: getattr(municipality, name) for name in names}

    def clean_logo(self) -> bytes:
        """Return the logo redrawn, so that nothing but a picture is served; empty when none."""
        upload: UploadedFile[bytes] | None = self.cleaned_data["logo"]
        if not upload:
            return b""
        try:
            return logos.redraw(upload)
        except logos.NotALogo as error:
            raise ValidationError(error.text) from error

    def clean(self) -> dict[str, Any]:
        """Refuse colours on which people could not read."""
        cleaned = super().clean() or self.cleaned_data
        if "primary_colour" in cleaned and "accent_colour" in cleaned:
            primary, accent = cleaned["primary_colour"], cleaned["accent_colour"]
            fields = {"accent": "accent_colour"}
            for problem in colours.check_colours(primary, colours.on_colour(primary), accent):
                self.add_error(fields.get(problem.field, "primary_colour"), problem.text)
        return cleaned


class OpenMunicipalityForm(forms.Form):
    """Opening a kommune on the platform."""

    host = forms.RegexField(
        r"^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$",
        label=_("Eget domænenavn"),
        required=False,
        help_text=_("For eksempel job.kommunen.dk. Lad feltet stå tomt, hvis I ikke har et."),
        error_messages={"invalid": _("Skriv domænenavnet med små bogstaver og uden https://.")},
    )
