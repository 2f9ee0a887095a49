# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What content says of itself, besides its steps."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.taxonomy import meaning
from jobunivers.foundation.ui.form_fields import day_field
from jobunivers.rooms.library.forms.words import FORMATS, KINDS, LICENCES, TRANSLATED, WAYS
from jobunivers.rooms.marketplace.queries import Way
from jobunivers.rooms.marketplace.queries.words import CATEGORIES

_WRITE = {"required": _("Skriv her.")}


class BeginForm(forms.Form):
    """New content: what it is, and what it is called."""

    kind = forms.ChoiceField(label=_("Slags"), choices=list(KINDS.items()))
    title_da = forms.CharField(
        label=_("Overskrift på dansk"),
        max_length=150,
        error_messages={"required": _("Skriv en overskrift.")},
    )
    summary_da = forms.CharField(
        label=_("Kort om indholdet på dansk"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Skriv kort, hvad det handler om.")},
    )


class FactsForm(forms.Form):
    """All that content says of itself."""

    title_da = BeginForm.base_fields["title_da"]
    summary_da = BeginForm.base_fields["summary_da"]
    about_da = forms.CharField(
        label=_("Mere om det på dansk"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    title_en = forms.CharField(label=_("Overskrift på engelsk"), required=False, max_length=150)
    summary_en = forms.CharField(
        label=_("Kort om indholdet på engelsk"),
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    about_en = forms.CharField(
        label=_("Mere om det på engelsk"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    translated = forms.ChoiceField(
        label=_("Den engelske tekst"), choices=TRANSLATED, required=False
    )
    format = forms.ChoiceField(label=_("Hvor foregår det?"), choices=FORMATS)
    way = forms.ChoiceField(label=_("Hvordan begynder man?"), choices=WAYS)
    url = forms.URLField(
        label=_("Link"), required=False, max_length=1000, assume_scheme="https",
        error_messages={"invalid": _("Skriv en adresse, der begynder med https://.")},
    )  # fmt: skip
    contact = forms.CharField(
        label=_("Hvem skriver eller ringer man til?"), required=False, max_length=200
    )
    address = forms.CharField(label=_("Sted"), required=False, max_length=200)
    starts_at = forms.DateTimeField(
        label=_("Begynder"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={"invalid": _("Skriv dag og tid.")},
    )
    ends_at = forms.DateTimeField(
        label=_("Slutter"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={"invalid": _("Skriv dag og tid.")},
    )
    seats = forms.IntegerField(
        label=_("Pladser"), required=False, min_value=1, max_value=100_000,
        error_messages={"invalid": _("Skriv et helt tal.")},
    )  # fmt: skip
    minutes = forms.IntegerField(
        label=_("Minutter i alt"), required=False, min_value=1, max_value=100_000,
        error_messages={"invalid": _("Skriv et helt tal.")},
    )  # fmt: skip
    licence = forms.ChoiceField(
        label=_("Licens"), choices=LICENCES, error_messages={"required": _("Vælg en licens.")}
    )
    categories = forms.MultipleChoiceField(
        label=_("Emner"),
        required=False,
        choices=list(CATEGORIES.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    skills = forms.CharField(
        label=_("Kompetencer, det giver"),
        help_text=_("Én på hver linje, for eksempel: kundeservice."),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    written_by = forms.CharField(label=_("Skrevet af"), max_length=150, error_messages=_WRITE)
    review_on = day_field(
        _("Skal læses igennem igen senest"), required=True, missing=_("Vælg en dag.")
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def clean_skills(self) -> list[str]:
        """Return the competences that the lines mean; refuses a line that means none."""
        lines = [one.strip() for one in self.cleaned_data["skills"].splitlines() if one.strip()]
        found = [(line, _meant(line)) for line in dict.fromkeys(lines)]
        unknown = [line for line, uri in found if not uri]
        if unknown:
            raise forms.ValidationError(
                _("Vi kender ikke kompetencen %(words)s. Prøv med et andet ord."),
                params={"words": ", ".join(unknown)[:200]},
            )
        return list(dict.fromkeys(uri for _line, uri in found if uri))

    def clean_review_on(self) -> date:
        """Refuse a day that has passed."""
        day: date = self.cleaned_data["review_on"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("Vælg en dag, der ikke er gået."))
        return day

    def clean(self) -> dict[str, Any]:
        """Ask for what the way to begin needs, and for times in their order."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("way") == Way.LINK and not told.get("url") and "url" not in self.errors:
            self.add_error("url", _("Skriv linket."))
        if told.get("way") == Way.CONTACT and not told.get("contact"):
            self.add_error("contact", _("Skriv, hvem man skriver eller ringer til."))
        if bool(told.get("translated")) != bool(told.get("title_en")):
            self.add_error(
                "translated", _("Skriv den engelske overskrift, og sig, hvordan den er lavet.")
            )
        starts, ends = told.get("starts_at"), told.get("ends_at")
        if ends and (not starts or ends <= starts):
            self.add_error("ends_at", _("Det skal slutte, efter at det begynder."))
        return told

    def changes(self) -> dict[str, Any]:
        """Return the valid form as fields of a version."""
        return {k: v for k, v in self.cleaned_data.items() if k not in {"review_on", "seen"}}


def _meant(line: str) -> str:
    """Return the address of a competence; one that an import wrote stays as it is."""
    return line if line.startswith("http") else meaning.skill_meant(line)


class WhyForm(forms.Form):
    """A reason."""

    why = forms.CharField(
        label=_("Hvorfor?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Skriv hvorfor.")},
    )
