# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Made-up content for the gallery of components, so that it can be looked at and checked."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui.form_fields import day_field


class ExampleForm(forms.Form):
    """One of each kind of field."""

    name = forms.CharField(label=_("Fulde navn"), max_length=100)
    occupation = forms.CharField(
        label=_("Hvad arbejder du med?"), help_text=_("Skriv et par bogstaver, og vælg fra listen.")
    )
    place = forms.CharField(label=_("By eller postnummer"), required=False)
    distance = forms.ChoiceField(
        label=_("Hvor langt vil du rejse?"),
        choices=[("10", "10 km"), ("25", "25 km"), ("50", "50 km")],
    )
    start = day_field(_("Hvornår kan du begynde?"))
    hours = forms.ChoiceField(
        label=_("Fuldtid eller deltid"),
        choices=[("full", _("Fuldtid")), ("part", _("Deltid")), ("both", _("Begge dele"))],
        widget=forms.RadioSelect,
    )
    licences = forms.MultipleChoiceField(
        label=_("Kørekort"),
        choices=[("B", _("B – personbil")), ("C", _("C – lastbil"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Sæt kryds ved dem, du har."),
    )
    about = forms.CharField(
        label=_("Fortæl om dig selv"), widget=forms.Textarea(attrs={"rows": 4}), required=False
    )
    agree = forms.BooleanField(label=_("Send mig nye job, der ligner"), required=False)
    token = forms.CharField(widget=forms.HiddenInput, required=False)


@dataclass(frozen=True)
class Reason:
    """A made-up reason."""

    label: Any
    weight: float
    detail: Any = ""


REASONS = (
    Reason(_("Du kan 5 af 7 ting, de søger"), 0.41, _("Truckcertifikat, lagerstyring, pakning …")),
    Reason(_("Ligner dit seneste job"), 0.24),
    Reason(_("12 km fra dig"), 0.13, _("Du har sagt, at du vil rejse højst 25 km.")),
    Reason(_("Opslaget er nyt"), 0.05),
    Reason(_("Aftenarbejde, som du helst vil undgå"), -0.04),
)

_TITLES = (
    "Lagermedarbejder", "Lager- og logistikmedarbejder", "Lagerchef", "Lærer", "Pædagog",
    "Sygeplejerske", "Social- og sundhedshjælper", "Buschauffør", "Kok", "Tømrer",
)  # fmt: skip


def suggestions(text: str) -> list[dict[str, str]]:
    """Return made-up occupations that contain the text."""
    wanted = text.strip().lower()
    found = [title for title in _TITLES if wanted and wanted in title.lower()]
    return [{"value": f"urn:example:{title.lower()}", "label": title} for title in found]


def _square(code: str, name: str, west: float, south: float) -> dict[str, Any]:
    east, north = west + 0.5, south + 0.3
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {
        "type": "Feature",
        "properties": {"kode": code, "navn": name},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


AREAS: dict[str, Any] = {
    "type": "FeatureCollection",
    "features": [
        _square("0001", "Vestby", 9.4, 56.0),
        _square("0002", "Midtby", 9.9, 56.0),
        _square("0003", "Nordby", 9.9, 56.3),
    ],
}
POINTS: dict[str, Any] = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"title": f"Job {n}", "url": "#kort", "text": "Midtby, 12 km"},
            "geometry": {"type": "Point", "coordinates": [10.0 + n * 0.021, 56.1 + (n % 3) * 0.05]},
        }
        for n in range(14)
    ],
}


def context(request: HttpRequest) -> dict[str, Any]:
    """Return everything the gallery shows."""
    today = dt.date(2026, 12, 3)
    mistaken = ExampleForm({"name": "", "occupation": "", "distance": "11", "hours": ""})
    return {
        "form": ExampleForm(initial={"hours": "full"}, prefix="ny"),
        "mistaken": mistaken if "fejl" in request.GET else None,
        "page": Paginator(range(240), 10).page(4),
        "reasons": REASONS,
        "steps": [_("Arbejde"), _("Kompetencer"), _("Ønsker"), _("Færdig")],
        "path": [(_("Forside"), "/"), (_("Find job"), "#"), (_("Galleri"), "")],
        "headings": [_("Stilling"), _("Arbejdsgiver"), _("Frist")],
        "rows": [
            ["Lagermedarbejder", "Nordlys Transport", "om 3 dage"],
            ["Pædagog", "Børnehaven Solsikken", "om 9 dage"],
        ],
        "soon": today + dt.timedelta(days=3),
        "today": today,
        "sources": ["jobnet", "municipality", "library", "vendor"],
    }
