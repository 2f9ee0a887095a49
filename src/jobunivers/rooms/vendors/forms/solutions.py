# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a firm says of a solution."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.places import queries as places
from jobunivers.foundation.taxonomy import meaning
from jobunivers.foundation.text import fold
from jobunivers.foundation.ui.form_fields import day_field
from jobunivers.rooms.marketplace.queries import OfferVersion, Way
from jobunivers.rooms.marketplace.queries.words import (
    CATEGORIES,
    DATA,
    FORMATS,
    KINDS,
    LANGUAGES,
    LEVELS,
    STATEMENTS,
)
from jobunivers.rooms.vendors.models.talking import LONGEST_MESSAGE
from jobunivers.rooms.vendors.queries.steps import SAYS, WIDTHS, Step
from jobunivers.rooms.vendors.queries.words import WAYS

_WAYS = [(one, words) for one, words in WAYS.items() if one != Way.OWN]
_TOO_LONG = {"max_length": _("Teksten er for lang. Der er plads til %(limit_value)s tegn.")}
_WHOLE = {
    "invalid": _("Skriv et helt tal."),
    "min_value": _("Skriv et tal, der er større end nul."),
    "max_value": _("Tallet er for stort."),
}
_WHEN = ("%Y-%m-%dT%H:%M", "%d-%m-%Y %H:%M", "%d.%m.%Y %H:%M")


# Where somebody tries her own solution before it has an address.
_OWN_MACHINE = ("localhost", "127.0.0.1")


def _text(label: Any, longest: int, *, rows: int, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=longest,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages=_TOO_LONG,
    )


def _line(label: Any, longest: int, *, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=longest,
        error_messages=_TOO_LONG,
    )


def _some(label: Any, words: Mapping[str, Any], help_text: Any = "") -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        help_text=help_text,
        required=False,
        choices=list(words.items()),
        widget=forms.CheckboxSelectMultiple,
    )


def _moment(label: Any) -> forms.DateTimeField:
    return forms.DateTimeField(
        label=label,
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=_WHEN[0]),
        input_formats=_WHEN,
        error_messages={"invalid": _("Skriv dag og tid, for eksempel 23-11-2026 14:30.")},
    )


class NewSolutionForm(forms.Form):
    """What a solution is, and what it is called."""

    kind = forms.ChoiceField(
        label=_("Hvad er det?"),
        choices=[("", _("Vælg")), *((one.value, words) for one, words in KINDS.items())],  # type: ignore[attr-defined]
        error_messages={"required": _("Vælg, hvad det er.")},
    )
    title_da = forms.CharField(
        label=_("Titel"), max_length=150, error_messages={"required": _("Skriv en titel.")}
    )
    summary_da = forms.CharField(
        label=_("Kort om"),
        help_text=_("Én eller to sætninger: hvad får borgeren ud af det?"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Skriv kort, hvad det er."), **_TOO_LONG},
    )


class DescriptionForm(forms.Form):
    """What a version says, one step (`forms.steps`) at a time; the others stay as they are."""

    title_da = NewSolutionForm.base_fields["title_da"]
    summary_da = NewSolutionForm.base_fields["summary_da"]
    about_da = _text(
        _("Beskrivelse"), 20_000, rows=10, help_text=_("Skal være der, før I sender ind.")
    )
    title_en = _line(_("Titel på engelsk"), 150)
    summary_en = _text(_("Kort om på engelsk"), 400, rows=3)
    about_en = _text(_("Beskrivelse på engelsk"), 20_000, rows=8)
    categories = _some(_("Emner"), CATEGORIES)
    level = forms.ChoiceField(
        label=_("Niveau"), required=False, choices=[("", _("Ikke sagt")), *LEVELS.items()]
    )
    languages = _some(_("Sprog"), LANGUAGES)
    minutes = forms.IntegerField(
        label=_("Minutter i alt"),
        help_text=_("Lad feltet stå tomt, hvis det ikke har en ende."),
        required=False,
        min_value=1,
        max_value=100_000,
        error_messages=_WHOLE,
    )
    skills = _text(
        _("Kompetencer, det giver"),
        2_000,
        rows=4,
        help_text=_("Én på hver linje, for eksempel: kundeservice."),
    )
    format = forms.ChoiceField(label=_("Hvor foregår det?"), choices=list(FORMATS.items()))
    kommuner = _text(
        _("Kommuner, det foregår i"),
        2_000,
        rows=3,
        help_text=_("Én på hver linje. Lad feltet stå tomt, hvis det er i hele landet."),
    )
    address = _line(_("Sted"), 200)
    starts_at = _moment(_("Begynder"))
    ends_at = _moment(_("Slutter"))
    seats = forms.IntegerField(
        label=_("Pladser"), required=False, min_value=1, max_value=100_000, error_messages=_WHOLE
    )
    way = forms.ChoiceField(
        label=_("Hvordan åbnes den?"),
        choices=_WAYS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, hvordan den åbnes.")},
    )
    url = forms.URLField(
        label=_("Adresse"),
        required=False,
        max_length=1000,
        assume_scheme="https",
        error_messages={"invalid": _("Skriv en adresse, der begynder med https://.")},
    )
    contact = _line(_("Hvem skriver eller ringer man til?"), 200)
    gets = _some(
        _("Oplysninger om borgeren, som I skal have"),
        DATA,
        _("Bed om så lidt som muligt. Borgeren læser det med de her ord, før I får det."),
    )
    price_da = _text(
        _("Pris, i ord"),
        300,
        rows=2,
        help_text=_("Kun kommunernes medarbejdere ser den."),
    )
    note = _line(_("Hvad er nyt i denne udgave?"), 300)
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10**9)

    def __init__(self, *args: Any, step: Step, **more: Any) -> None:
        """Add a field for each statement of accessibility and data; keep those of a step."""
        super().__init__(*args, **more)
        self.step = step
        for code, words in STATEMENTS.items():
            self.fields[f"{SAYS}{code}"] = _text(words, 1_000, rows=2)
        self.fields = {name: self.fields[name] for name in ("seen", *step.fields)}

    def clean_skills(self) -> list[str]:
        """Return the competences that the lines mean; refuses a line that means none."""
        found = {line: _meant(line) for line in _lines(self.cleaned_data["skills"])}
        unknown = [line for line, uri in found.items() if not uri]
        if unknown:
            raise ValidationError(
                _("Vi kender ikke kompetencen %(words)s. Prøv med et andet ord."),
                params={"words": ", ".join(unknown)[:200]},
            )
        return list(dict.fromkeys(found.values()))

    def clean_kommuner(self) -> list[str]:
        """Return the codes of the kommuner that are named; refuses a name of none."""
        codes = {fold(one.name): one.code for one in places.kommuner()}
        lines = _lines(self.cleaned_data["kommuner"])
        found = {line: codes.get(_plain(line), "") for line in lines}
        unknown = [line for line, code in found.items() if not code]
        if unknown:
            raise ValidationError(
                _("Vi kender ikke kommunen %(words)s."),
                params={"words": ", ".join(unknown)[:200]},
            )
        return list(dict.fromkeys(found.values()))

    def clean_url(self) -> str:
        """Refuse an address that others on the way could read or change (http)."""
        url: str = self.cleaned_data["url"]
        parts = urlsplit(url)
        if url and parts.scheme != "https" and parts.hostname not in _OWN_MACHINE:
            raise ValidationError(_("Skriv en adresse, der begynder med https://."))
        return url

    def clean(self) -> dict[str, Any]:
        """Ask for what the way to open it needs, and for times in their order."""
        told: dict[str, Any] = super().clean() or {}
        way = told.get("way")
        if way and way != Way.CONTACT and not told.get("url") and "url" not in self.errors:
            self.add_error("url", ValidationError(_("Skriv den adresse, den åbnes på.")))
        if way == Way.CONTACT and not told.get("contact") and "contact" not in self.errors:
            self.add_error(
                "contact", ValidationError(_("Skriv, hvem man skriver eller ringer til."))
            )
        starts, ends = told.get("starts_at"), told.get("ends_at")
        if ends and (not starts or ends <= starts):
            self.add_error("ends_at", ValidationError(_("Det skal slutte, efter at det begynder.")))
        return told

    def changes(self) -> dict[str, Any]:
        """Return the valid step as fields of a version."""
        told = dict(self.cleaned_data)
        told.pop("seen")
        if "gets" in told:
            told["data"] = told.pop("gets")
        says = [name for name in told if name.startswith(SAYS)]
        if says:
            words = {name.removeprefix(SAYS): told.pop(name).strip() for name in says}
            told["statements"] = {code: text for code, text in words.items() if text}
        if "title_en" in told:
            told["translated"] = "person" if told["title_en"] else ""
        return told

    def shown(self) -> list[tuple[Any, str | None]]:
        """Return the fields of the step in their order, each with its width."""
        return [(self[name], WIDTHS.get(name)) for name in self.step.fields]


def beginning_of(version: OfferVersion, *, seen: int, skills: Mapping[str, str]) -> dict[str, Any]:
    """Return what stands in the fields of a description; `skills` are the names of competences."""
    told: dict[str, Any] = {
        name: getattr(version, name, None) for name in DescriptionForm.base_fields
    }
    named = {one.code: one.name for one in places.kommuner()}
    told |= {f"{SAYS}{code}": version.statements.get(code, "") for code in STATEMENTS}
    return told | {
        "seen": seen,
        "gets": version.data,
        # What was new in the one people see is not new in the next.
        "note": "" if version.approved_at else version.note,
        "skills": "\n".join(skills.get(uri, uri) for uri in version.skills),
        "kommuner": "\n".join(named.get(code, code) for code in version.kommuner),
    }


def _lines(text: str) -> list[str]:
    return list(dict.fromkeys(one.strip() for one in text.splitlines() if one.strip()))


def _plain(line: str) -> str:
    """Return the name of a kommune as it is compared: Aarhus, Århus Kommune, aarhus."""
    return fold(line).removesuffix(" kommune")


def _meant(line: str) -> str:
    """Return the address of a competence; one that an import wrote stays as it is."""
    return line if line.startswith(("http", "urn:")) else meaning.skill_meant(line)


class MessageForm(forms.Form):
    """A message about a solution."""

    words = forms.CharField(
        label=_("Din besked"),
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Skriv en besked."), **_TOO_LONG},
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**62, initial=0)


class LeavingForm(forms.Form):
    """From which day a solution goes, and why."""

    from_on = day_field(_("Fra hvilken dag kan den ikke bruges?"), required=True)
    why = forms.CharField(
        label=_("Hvorfor?"),
        help_text=_("Kommunerne og de borgere, der bruger den, læser det."),
        max_length=300,
        error_messages={"required": _("Skriv hvorfor."), **_TOO_LONG},
    )

    def __init__(self, *args: Any, first: date, **more: Any) -> None:
        """Take the first day it may be."""
        super().__init__(*args, **more)
        self.first = first

    def clean_from_on(self) -> date:
        """Refuse a day nearer than the notice."""
        day: date = self.cleaned_data["from_on"]
        if day < self.first:
            raise ValidationError(
                _("Kommunerne skal have en måned til at finde noget andet. Vælg en senere dag.")
            )
        return day
