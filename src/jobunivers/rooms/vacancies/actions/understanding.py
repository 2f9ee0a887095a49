# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From what a source says to what an advertisement means: once per changed text."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from jobunivers.foundation.places import queries as places
from jobunivers.foundation.taxonomy import meaning
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.foundation.taxonomy.reader import Said, TextMeaning
from jobunivers.foundation.text import fold
from jobunivers.integrations.jobads.records import VacancyRecord
from jobunivers.rooms.vacancies.actions import fingerprints
from jobunivers.rooms.vacancies.actions.cleaning import storable
from jobunivers.rooms.vacancies.actions.processes import Readers
from jobunivers.science import requirements
from jobunivers.science.duplicates import Fingerprint

# "5000 Odense C": four digits and a capital; only if they belong together is it an address.
_ADDRESS = re.compile(r"(?<![\d.])([1-9]\d{3})\s+([A-ZÆØÅ][\w.æøå]+)")
_ISCO_DIGITS = 4
_ISCO_SCHEMES = {"isco08", "styrk08", "disco08"}  # the national two begin with ISCO's digits

Understanding = Callable[[], "list[Understood | None]"]
"""What will be understood; None for a record that could not be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What an advertisement means, ready for its row."""

    description: str
    text: str
    language: str
    country: str
    kommune_code: str
    latitude: float | None
    longitude: float | None
    place_precision: str
    isco_given: str
    occupation_uri: str
    occupation_confidence: float
    isco: str
    area: str
    skills: list[dict[str, Any]]
    requirements: list[dict[str, Any]]
    licences: list[str]
    languages: list[str]
    working_language: str
    understood_by: str
    fingerprint: dict[str, Any]
    bands: tuple[int, ...]
    print_: Fingerprint


def model_version() -> str:
    """Return what understands a text today; a row understood by another is understood anew."""
    return f"{requirements.VERSION}+{meaning.model_version()}"[:40]


class Understander:
    """Understands batches with today's taxonomy, in this process and, if many come, in others."""

    def __init__(self, processes: int = 1) -> None:
        self._readers = Readers(meaning.reader(), processes)
        self._version = model_version()
        self._areas: dict[str, str] = {}

    @property
    def ahead(self) -> int:
        """Return how many batches to begin before the first is asked for."""
        return self._readers.ahead

    def close(self) -> None:
        """End the other processes, if there are any."""
        self._readers.close()

    def understand(self, records: Sequence[VacancyRecord]) -> Understanding:
        """Begin to understand; the answer, asked for later, holds what each record means."""
        reading = self._readers.read([said_by(record) for record in records])

        def finish() -> list[Understood | None]:
            return [
                None if read.failure else self._whole(record, read)
                for record, read in zip(records, reading(), strict=True)
            ]

        return finish

    def area_of(self, isco: str) -> str:
        """Return the short name of the area an ISCO code lies in, or ""."""
        if isco not in self._areas:
            area = taxonomy.area_of(isco) if isco else None
            self._areas[isco] = area.slug if area else ""
        return self._areas[isco]

    def _whole(self, record: VacancyRecord, read: TextMeaning) -> Understood:
        located = _located(record, read.text)
        assert read.meant is not None
        assert read.fingerprint is not None
        return Understood(
            description=read.description,
            text=read.text,
            language=read.language,
            country=located.country[:2],
            kommune_code=located.kommune_code,
            latitude=located.lat,
            longitude=located.lon,
            place_precision=located.precision,
            isco_given=isco_given(record),
            occupation_uri=read.meant.occupation,
            occupation_confidence=read.meant.confidence,
            isco=read.meant.isco,
            area=self.area_of(read.meant.isco),
            skills=read.meant.skills,
            requirements=read.meant.requirements,
            licences=read.meant.licences,
            languages=read.meant.languages,
            working_language=read.meant.working_language[:3],
            understood_by=self._version,
            fingerprint=fingerprints.stored(read.fingerprint),
            bands=read.fingerprint.bands,
            print_=read.fingerprint,
        )


def _located(record: VacancyRecord, text: str) -> places.Located:
    """Return where the job is; the text is asked when the source's own fields name no kommune."""
    located = places.locate(
        postal_code=record.postal_code,
        city=record.city,
        municipality=record.municipality,
        region=record.region,
        lat=record.latitude,
        lon=record.longitude,
        country=record.country,
    )
    if located.known or located.precision == "abroad" or record.postal_code:
        return located
    named = {code for code, town in _ADDRESS.findall(text) if _is_postcode(code, town)}
    # Several places may be the head office, the ferry, the next job; one is nearly always it.
    if len(named) != 1:
        return located
    found = places.locate(postal_code=named.pop())
    if located.region_code and found.region_code != located.region_code:
        return located
    return found


def _is_postcode(code: str, town: str) -> bool:
    known = places.postcode(code)
    return known is not None and fold(known.city).split()[:1] == fold(town).split()[:1]


def said_by(record: VacancyRecord) -> Said:
    """Return the words of a record."""
    place = f"{record.postal_code} {record.city or record.municipality}"
    return Said(
        title=storable(record.title),
        html=storable(record.description),
        language=record.language,
        employer=storable(record.employer_name),
        place=storable(place),
        occupation=storable(record.occupation_text[:200]),
        isco=isco_given(record),
    )


def isco_given(record: VacancyRecord) -> str:
    """Return the ISCO unit group the source itself gives, if any."""
    for code in record.occupations:
        if code.scheme in _ISCO_SCHEMES:
            digits = code.code.replace(".", "")[:_ISCO_DIGITS]
            if len(digits) == _ISCO_DIGITS and digits.isascii() and digits.isdigit():
                return digits
    return ""
