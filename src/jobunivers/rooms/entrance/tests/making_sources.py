# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files and sources for this room's tests, of people who do not exist."""

import json
from typing import Any

CV = """Sanne Munk
Nørregade 4, 8000 Aarhus C

PROFIL
Jeg er god til kunder og til at holde orden.

ERHVERVSERFARING
2019 – 2023   Lagermedarbejder, Varehuset A/S
Plukker og pakker varer og kører truck.
08.2015 – 12.2018   Butiksassistent, Købmanden
Kasse og varer.

UDDANNELSE
2012 – 2015   HF, Aarhus HF og VUC

SPROG
Dansk: modersmål
Engelsk: god i skrift og tale

KØREKORT
B
"""
AKASSE: dict[str, Any] = {
    "aKassekode": "07",
    "beskaeftigelse": [
        {"id": "b1", "stilling": "Lagermedarbejder", "arbejdsgiver": "Varehuset", "fra": "2019-03",
         "til": "2023-06"},
        {"id": "b2", "stilling": "Opvasker", "arbejdsgiver": "Kroen", "fra": "2014-01",
         "til": "2014-12"},
    ],
    "uddannelse": [{"id": "u1", "navn": "HF", "sted": "Aarhus HF og VUC", "niveau": "Gymnasial",
                    "afsluttet": "2014"}],
    "koerekort": ["B"],
}  # fmt: skip
JOBNET: dict[str, Any] = {
    "erhvervserfaring": [
        {"id": "e1", "stillingsbetegnelse": "Lagermedarbejder", "virksomhedsnavn": "Varehuset A/S",
         "startdato": "2019-02-01", "slutdato": "2023-06-30", "beskrivelse": "Truck og pluk"},
    ],
    "sprog": [{"kode": "da", "niveau": "Modersmål"}, {"kode": "pl", "niveau": "Flydende"}],
    "stillingsoensker": [{"id": "s1", "stillingsbetegnelse": "Lagermedarbejder"}],
    "bopael": {"postnummer": "8200"},
}  # fmt: skip


def resume(**parts: Any) -> bytes:
    """Return a JSON Resume."""
    whole = {"basics": {"name": "-"}, "work": [], "skills": [], **parts}
    return json.dumps(whole).encode()
