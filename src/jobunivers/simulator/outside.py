# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the systems outside hold of a demo's citizen: what she knows, a little otherwise.

The funds and the job centre remember a job she has left out, write employers in full, and are a
month or a year off here and there, as such systems are. Made from her profile and her number
alone, so that the same person is told the same each time.
"""

import random
from collections.abc import Mapping
from typing import TYPE_CHECKING

from jobunivers.rooms.journey import queries as profiles

if TYPE_CHECKING:
    from jobunivers.rooms.journey.models import Education, Experience
    from jobunivers.rooms.journey.queries import ProfilePage

_LEFT_OUT = (
    ("Avisbud", "Morgenruten A/S"),
    ("Opvasker", "Kantinen Klokkefrø ApS"),
    ("Juleassistent", "Varehuset Tinksmed A/S"),
    ("Jordbærplukker", "Gartneriet Sivsanger"),
)
_LEVELS = {
    "primary": "Grundskole",
    "upper_secondary": "Gymnasial",
    "vocational": "Erhvervsuddannelse",
    "short": "Kort videregående",
    "bachelor": "Mellemlang videregående",
    "master": "Lang videregående",
    "phd": "Ph.d.",
    "course": "Kursus",
}
_LANGUAGE_LEVELS = {"basic": "Begynder", "working": "God", "fluent": "Flydende"}

Held = Mapping[str, object]


def held_of(citizen_id: int) -> Held | None:
    """Return what each source holds of a citizen of the kommune worked for; None of nobody."""
    page = profiles.profile_page(citizen_id=citizen_id)
    if page is None:
        return None
    rng = random.Random(citizen_id)
    return {"jobnet": _jobnet(page), "akasse": _fund(page, rng), "jobcenter": _case(page, rng)}


def _months(row: "Experience", off: int) -> tuple[str, str | None]:
    begun = row.started_on.year * 12 + row.started_on.month - 1 + off
    ended = f"{row.ended_on:%Y-%m}" if row.ended_on else None
    return f"{begun // 12}-{begun % 12 + 1:02}", ended


def _jobnet(page: "ProfilePage") -> Held:
    jobs = [
        {
            "id": f"e{row.pk}",
            "stillingsbetegnelse": row.title,
            "virksomhedsnavn": row.employer,
            "startdato": _months(row, 0)[0],
            "slutdato": _months(row, 0)[1],
        }
        for row in page.experience
    ]
    return {
        "erhvervserfaring": jobs,
        "uddannelser": [
            {"id": f"u{row.pk}", "uddannelsesnavn": row.title, "uddannelsessted": row.institution,
             "niveau": _LEVELS.get(row.level, ""), "afsluttet": str(row.ended_year or "")}
            for row in page.education
        ],
        "kompetencer": [{"id": f"k{row.pk}", "navn": row.words} for row in page.competences],
        "sprog": [
            {"kode": code, "niveau": _LANGUAGE_LEVELS.get(level, "")}
            for code, level in page.profile.languages.items()
        ],
        "koerekort": list(page.profile.licences),
        "stillingsoensker": [
            {"id": f"s{row.pk}", "stillingsbetegnelse": row.words} for row in page.wishes
        ],
        "bopael": {"postnummer": page.profile.postal_code},
    }  # fmt: skip


def _fund(page: "ProfilePage", rng: random.Random) -> Held:
    title, employer = rng.choice(_LEFT_OUT)
    jobs = []
    for number, row in enumerate(page.experience):
        began, ended = _months(row, 2 if number == 0 else 0)
        jobs.append(
            {"id": f"b{row.pk}", "stilling": row.title, "arbejdsgiver": row.employer, "fra": began,
             "til": ended}
        )  # fmt: skip
    first = min((row.started_on.year for row in page.experience), default=2015)
    early = {"id": "b0", "stilling": title, "arbejdsgiver": employer,
             "fra": f"{first - 1}-01", "til": f"{first - 1}-10"}  # fmt: skip
    return {
        "beskaeftigelse": [*jobs, early],
        "uddannelse": [_later(row) for row in page.education],
        "koerekort": list(page.profile.licences),
    }


def _later(row: "Education") -> Held:
    year = str(row.ended_year + 1) if row.ended_year else ""
    return {"id": f"u{row.pk}", "navn": row.title, "sted": row.institution,
            "niveau": _LEVELS.get(row.level, ""), "afsluttet": year}  # fmt: skip


def _case(page: "ProfilePage", rng: random.Random) -> Held:
    wished = [row.words for row in page.wishes][:1] or ["Lagermedarbejder"]
    month = rng.randrange(1, 6)
    return {
        "jobmaal": [{"id": "m1", "stillingsbetegnelse": title} for title in wished],
        "tilbud": [
            {"id": "t1", "type": "Virksomhedspraktik", "arbejdsfunktion": wished[0],
             "virksomhed": "Praktikstedet Ederfugl I/S", "startdato": f"2026-{month:02}-01",
             "slutdato": f"2026-{month + 1:02}-15"},
        ],
    }  # fmt: skip
