# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What classifications and maps say, in one shape whatever file they came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

R_co = TypeVar("R_co", covariant=True)

Ring = tuple[tuple[float, float], ...]  # (lon, lat) pairs as in GeoJSON, the first repeated last
Polygon = tuple[Ring, ...]  # the outer ring first, then its holes


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that could not be used, set aside with its place and the reason."""

    file: str  # file name without its folder
    line: int  # the row's first line, 1-based; 0 where the file has no lines
    reason: str  # a stable code: "no_label", "bad_code", "duplicate", "columns" …
    detail: str  # an English sentence for the person who mends it

    def as_json(self) -> dict[str, str | int]:
        """Return plain values that JSON can hold."""
        return {
            "file": self.file,
            "line": self.line,
            "reason": self.reason,
            "detail": self.detail,
        }


@dataclass(frozen=True, slots=True)
class Parsed(Generic[R_co]):
    """All rows of one kind: `read == len(records) + merged + len(bad)`."""

    records: tuple[R_co, ...] = ()
    bad: tuple[BadRow, ...] = ()
    read: int = 0
    merged: int = 0  # rows that said more about a record already there: another language
    files: tuple[str, ...] = ()  # names of the files read; empty: the kind was not there
    checksum: str = ""  # of the files, where the kind comes alone


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRecord:
    """An ISCO-08 group of any level; `labels` by ISO 639-1 language."""

    code: str
    uri: str
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class OccupationRecord:
    """An occupation; `isco` is empty when the source does not say."""

    uri: str
    isco: str
    labels: Mapping[str, str]
    alts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    descriptions: Mapping[str, str] = field(default_factory=dict)
    obsolete: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillRecord:
    """A skill, piece of knowledge or attitude that a job may need."""

    uri: str
    kind: str  # knowledge, skill, language, licence, tool, transversal
    labels: Mapping[str, str]
    alts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    descriptions: Mapping[str, str] = field(default_factory=dict)
    reuse: str = ""  # ESCO's reuse level: transversal, cross-sector, sector-specific …
    groups: tuple[str, ...] = ()  # codes of the most specific groups: "S4.5.0", "K0531"
    broader: tuple[str, ...] = ()  # URIs of broader skills
    obsolete: bool = False


@dataclass(frozen=True, slots=True)
class RelationRecord:
    """An occupation needs a skill, always (`essential`) or sometimes."""

    occupation: str  # URI
    skill: str  # URI
    essential: bool
    line: int = 0  # where the file said so first


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscoRecord:
    """A code of DISCO-08, Statistics Denmark's occupations: one to four, or six digits."""

    code: str
    level: int
    label: str
    notes: str = ""
    includes: str = ""
    excludes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndustryRecord:
    """An industry of NACE or its Danish form (DB07, DB25): "A", "01", "01.11", "01.11.00"."""

    code: str
    level: int
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaRecord:
    """An area of occupations as the search page shows them."""

    slug: str
    name_da: str
    name_en: str
    isco_prefixes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SynonymRecord:
    """Who searches for `word` also wants `means`."""

    word: str
    means: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RegionRecord:
    """A Danish region; `code` is the official four digits, e.g. "1084"."""

    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KommuneRecord:
    """A kommune with a point on land and, where known, its polygons (WGS84)."""

    code: str  # four digits
    name: str
    region_code: str
    lat: float
    lon: float
    polygons: tuple[Polygon, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PostcodeRecord:
    """A postcode with a point on land (WGS84) and the kommune most of it lies in."""

    code: str  # four digits
    city: str
    lat: float
    lon: float
    kommune_code: str
    other_kommuner: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Esco:
    """What an ESCO folder says. A kind whose `files` is empty was not in the folder."""

    occupations: Parsed[OccupationRecord]
    groups: Parsed[GroupRecord] = field(default_factory=Parsed)
    skills: Parsed[SkillRecord] = field(default_factory=Parsed)
    relations: Parsed[RelationRecord] = field(default_factory=Parsed)
    edition: str = ""
    checksum: str = ""


@dataclass(frozen=True, slots=True)
class StarterTaxonomy:
    """The taxonomy that the project brings along."""

    occupations: Parsed[OccupationRecord]
    groups: Parsed[GroupRecord]
    skills: Parsed[SkillRecord]
    relations: Parsed[RelationRecord]
    areas: Parsed[AreaRecord]
    synonyms: Parsed[SynonymRecord]
    checksum: str = ""


@dataclass(frozen=True, slots=True)
class Geography:
    """Regions, kommuner and postcodes of one source."""

    regions: Parsed[RegionRecord]
    kommuner: Parsed[KommuneRecord]
    postcodes: Parsed[PostcodeRecord]
    checksum: str = ""
