# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the simulated Denmark: sectors, occupations and phrases, read from texts/."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TEXTS = Path(__file__).parent / "texts"
Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Occupation:
    """What advertisements for one occupation talk about; texts are Danish unless marked `en`."""

    slug: str
    isco: str  # ISCO-08 unit group
    sector: str  # for the mix by region
    voice: str  # key of the sector texts it speaks with
    da: str  # indefinite singular, always common gender: "en {da}"
    plural: str
    en: str
    weight: float = 1.0  # share of vacancies, relative
    nicknames: Lines = ()  # other words that real titles use
    hours: tuple[int, int] = (37, 37)  # a week
    shifts: bool = False
    remote: float = 0.0  # share of advertisements that offer work from home
    units: Lines = ()
    tasks: Lines = ()  # infinitives without "at"
    skills: Lines = ()  # noun phrases
    education: str = ""  # completes "du er …"
    licences: Lines = ()  # noun phrases
    en_tasks: Lines = ()
    en_skills: Lines = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """What employers of one kind are called and say about themselves."""

    key: str
    public: float = 0.0  # share of advertisements from a public owner
    owner: str = ""  # "kommune" or "region"
    names: Lines
    intros: Lines
    offers: Lines
    traits: Lines
    roles: Lines
    intros_en: Lines = ()
    offers_en: Lines = ()
    roles_en: Lines = ()


@dataclass(frozen=True, slots=True)
class Names:
    """Names of people and firms."""

    stem_first: Lines
    stem_last: Lines
    firm_surname: Lines
    nature: Lines
    first_women: Lines
    first_men: Lines
    last_danish: Lines
    minority_weights: Mapping[str, float]
    minorities: Mapping[str, Mapping[str, Lines]]


def _lines(text: object) -> Lines:
    return tuple(line for line in str(text or "").split("\n") if line)


def _read(path: Path) -> dict[str, object]:
    with path.open("rb") as file:
        return tomllib.load(file)


def _occupation(raw: Mapping[str, object], sector: Mapping[str, object]) -> Occupation:
    low, _, high = str(raw.get("hours", "37")).partition("-")
    return Occupation(
        slug=str(raw["slug"]),
        isco=str(raw["isco"]),
        sector=str(sector["key"]),
        voice=f"{sector['key']}/{raw['slug']}",
        da=str(raw["da"]),
        plural=str(raw["plural"]),
        en=str(raw["en"]),
        weight=float(str(raw.get("weight", 1.0))),
        nicknames=tuple(str(raw.get("nicknames") or raw["da"]).split("|")),
        hours=(int(low), int(high or low)),
        shifts=bool(raw.get("shifts")),
        remote=float(str(raw.get("remote", sector.get("remote", 0.0)))),
        units=_lines(raw.get("units")),
        tasks=_lines(raw.get("tasks")),
        skills=_lines(raw.get("skills")),
        education=str(raw.get("education", "")),
        licences=tuple(part for part in str(raw.get("licences", "")).split("|") if part),
        en_tasks=_lines(raw.get("en_tasks")),
        en_skills=_lines(raw.get("en_skills")),
    )


def _sector(key: str, raw: Mapping[str, object]) -> Sector:
    texts = {name: _lines(raw.get(name)) for name in _SECTOR_TEXTS}
    return Sector(
        key=key,
        public=float(str(raw.get("public", 0.0))),
        owner=str(raw.get("owner", "")),
        **texts,
    )


@cache
def sectors() -> Mapping[str, Sector]:
    """Return the texts each occupation speaks with: its sector's, or its own where it has them."""
    found = {}
    for raw in _sector_files():
        key = str(raw["key"])
        found[key] = _sector(key, raw)
        for one in _listed(raw):
            voice = f"{key}/{one['slug']}"
            found[voice] = _sector(voice, {**raw, **one})
    return found


def _sector_files() -> list[dict[str, object]]:
    return [_read(path) for path in sorted((TEXTS / "sectors").glob("*.toml"))]


def _listed(raw: Mapping[str, object]) -> list[dict[str, object]]:
    listed = raw["occupation"]
    assert isinstance(listed, list)
    return listed


_SECTOR_TEXTS = ("names", "intros", "offers", "traits", "roles",
                 "intros_en", "offers_en", "roles_en")  # fmt: skip


@cache
def occupations() -> tuple[Occupation, ...]:
    """Return the simulator's own occupations, in a fixed order."""
    return tuple(_occupation(one, raw) for raw in _sector_files() for one in _listed(raw))


@cache
def phrases(language: str) -> Mapping[str, Lines]:
    """Return the general sentences of advertisements in "da" or "en", by kind."""
    return lines_of(f"phrases_{language}.toml")


def lines_of(name: str) -> Mapping[str, Lines]:
    """Return the lines of a file of texts, by kind."""
    return {key: _lines(text) for key, text in _read(TEXTS / name).items()}


@cache
def names() -> Names:
    """Return the names that people and firms are made of."""
    raw = _read(TEXTS / "names.toml")
    minorities = raw["minorities"]
    assert isinstance(minorities, dict)

    def words(key: str) -> Lines:
        return tuple(str(raw[key]).split())

    return Names(
        stem_first=words("stem_first"),
        stem_last=words("stem_last"),
        firm_surname=words("firm_surname"),
        nature=words("nature"),
        first_women=words("first_women"),
        first_men=words("first_men"),
        last_danish=words("last_danish"),
        minority_weights=minorities["weights"],
        minorities={
            origin: {key: tuple(text.split()) for key, text in group.items()}
            for origin, group in minorities["names"].items()
        },
    )
