# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where classifications come from and under which terms, for the about page.

Plain facts by kind of dataset; the words shown to people are translated where they are shown.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Source:
    """Who publishes a dataset and what the terms ask us to say."""

    name: str
    publisher: str
    licence: str
    address: str
    attribution: Promise


SOURCES = {
    "esco": Source(
        "ESCO",
        "European Commission",
        "Commission Decision 2011/833/EU (reuse with attribution)",
        "https://esco.ec.europa.eu/",
        # The sentence that ESCO's terms ask for (https://esco.ec.europa.eu/en/use-esco/download).
        _("Denne tjeneste anvender Europa-Kommissionens ESCO-klassifikation."),
    ),
    "disco": Source(
        "DISCO-08",
        "Danmarks Statistik",
        "CC BY 4.0",
        "https://www.dst.dk/da/Statistik/dokumentation/nomenklaturer/disco-08",
        _("Kilde: Danmarks Statistik, DISCO-08."),
    ),
    "nace": Source(
        "NACE / DB07",
        "Eurostat, Danmarks Statistik",
        "CC BY 4.0",
        "https://www.dst.dk/da/Statistik/dokumentation/nomenklaturer/db",
        _("Kilde: Eurostat (NACE) og Danmarks Statistik (Dansk Branchekode)."),
    ),
    "geography": Source(
        "DAGI",
        "Klimadatastyrelsen",
        "CC BY 4.0; ODbL 1.0 (postnumre)",
        "https://dataforsyningen.dk/",
        _(
            "Indeholder data fra Klimadatastyrelsen: Danmarks Administrative Geografiske "
            "Inddeling. Punkter for postnumre: OpenStreetMaps bidragydere, ODbL."
        ),
    ),
    "starter": Source(
        "Jobunivers",
        "Jobunivers",
        "EUPL-1.2",
        "",
        _("Starttaksonomien er skrevet af Jobunivers’ bidragydere."),
    ),
    "places_starter": Source(
        "GeoNames",
        "GeoNames",
        "CC BY 4.0",
        "https://www.geonames.org/",
        _("Postnumre: GeoNames, tilpasset (CC BY 4.0)."),
    ),
}
