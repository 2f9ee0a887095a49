# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What any source of job advertisements says, in one shape, before anyone has understood it."""

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class OccupationCode:
    """An occupation as the source classified it."""

    scheme: str  # "esco", "isco08", "styrk08", "disco08", "jobnet" …
    code: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VacancyRecord:
    """One advertisement. Empty text or None means that the source does not say."""

    source_id: str  # the source's own id, unique within the source
    title: str  # plain text
    description: str  # HTML or plain text as the source gave it, entities decoded; not sanitised
    original: str  # the raw record as text
    language: str = ""  # ISO 639-1, when the source says so
    employer_name: str = ""
    employer_cvr: str = ""  # eight digits
    employer_url: str = ""
    street: str = ""
    postal_code: str = ""
    city: str = ""
    municipality: str = ""  # name or code as written
    region: str = ""
    country: str = ""  # ISO 3166-1 alpha-2
    latitude: float | None = None  # WGS84 degrees
    longitude: float | None = None
    remote_share: float | None = None  # 0 … 1
    employment_types: tuple[str, ...] = ()  # schema.org words: FULL_TIME, PART_TIME, TEMPORARY …
    hours_min: float | None = None  # hours a week
    hours_max: float | None = None
    salary_text: str = ""  # as written; money is never interpreted
    published_at: datetime | None = None
    expires_at: datetime | None = None  # the advertisement is no longer shown after this
    deadline: date | None = None  # last day to apply
    url: str = ""  # the advertisement at its source
    apply_url: str = ""
    occupations: tuple[OccupationCode, ...] = ()
    occupation_text: str = ""  # the source's words for the occupation
    positions: int = 1
    closed: bool = False  # the source says that this advertisement has ended
    warnings: tuple[str, ...] = field(default=())  # what was odd but could be mended, as codes


@dataclass(frozen=True, slots=True, kw_only=True)
class BadRecord:
    """A record that could not be read, set aside with the reason."""

    position: int  # 1-based place in the source
    reason: str  # a stable code, e.g. "no_title", "not_json", "too_large", "xml_forbidden"
    detail: str  # English sentence for the person who mends it; never personal data
    original: str  # the raw record as text, cut at 200,000 characters
    source_id: str = ""


Outcome = VacancyRecord | BadRecord
"""What reading one record of a source gives."""
