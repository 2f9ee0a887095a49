# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people bring and want, as matching sees them: nothing about who they are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from jobunivers.science.matching import arrays, features, quantities
from jobunivers.science.matching.features import NOWHERE, PersonRow
from jobunivers.science.matching.licences import bits_of
from jobunivers.science.matching.travel import micro
from jobunivers.science.matching.vocabulary import Vocabulary
from jobunivers.science.matching.weights import MIDDLE, steps_of


class Experience(NamedTuple):
    """An occupation the person has worked in or is trained for.

    `uri` is the ESCO (or starter) occupation or "", `isco` the ISCO-08 digits ("2221") or "".
    """

    uri: str
    isco: str = ""
    years: float = 1.0


class Wish(NamedTuple):
    """An occupation, or with uri "" a whole ISCO group ("22"), that the person wants to work in."""

    uri: str
    isco: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a person brings and wants; everything may be left out.

    A part about which the profile says nothing adds nothing. `max_km` without a point, and an empty
    `languages`, restrict nothing. Work from home shortens the way only if she `wants_remote`.
    `hidden_*` are openings, employers (their ids) and occupations (URIs) she does not want to see;
    `applied` are openings she has applied for. `lacks_licences` is only what she said she lacks.
    `boldness` is 0 (safe) to 1. `meaning` (of her words) and `taste` (of what she liked) are 64
    signed bytes.
    `owner` is her kommune's id, `land` from `land_of` where she lives.
    """

    occupations: tuple[Experience, ...] = ()
    skills: frozenset[str] = frozenset()
    wanted_occupations: tuple[Wish, ...] = ()
    lat: float | None = None
    lon: float | None = None
    max_km: float | None = None
    hours_min: float | None = None
    hours_max: float | None = None
    wants_remote: bool = False
    languages: frozenset[str] = frozenset()
    hidden_openings: frozenset[int] = frozenset()
    hidden_employers: frozenset[int] = frozenset()
    hidden_occupations: frozenset[str] = frozenset()
    applied: frozenset[int] = frozenset()
    lacks_licences: frozenset[str] = frozenset()
    boldness: float = MIDDLE
    meaning: bytes | None = None
    taste: bytes | None = None
    owner: int = 0
    land: int = 0


def row_of(profile: Profile, vocabulary: Vocabulary) -> PersonRow:
    """Return a profile in whole numbers; ValueError says what cannot be used."""
    here = (micro(profile.lat), micro(profile.lon))
    lat, lon = here if NOWHERE not in here else (NOWHERE, NOWHERE)
    least, most = profile.hours_min, profile.hours_max
    skills = {vocabulary.skill_of(uri) for uri in profile.skills} - {-1}
    hidden = {vocabulary.kind_of(uri) for uri in profile.hidden_occupations}
    works = ((vocabulary.kind_of(uri, isco), y) for uri, isco, y in profile.occupations)
    return PersonRow(
        owner=profile.owner,
        land=profile.land,
        lat=lat,
        lon=lon,
        reach=quantities.reach(profile.max_km),
        hours_min=-1 if least is None else quantities.quarter_hours(least),
        hours_max=-1 if most is None else quantities.quarter_hours(most),
        lacks=bits_of(profile.lacks_licences),
        boldness=steps_of(profile.boldness),
        wants_remote=int(profile.wants_remote),
        works=tuple((kind, quantities.years(y)) for kind, y in works),
        wishes=tuple(vocabulary.kind_of(uri, isco) for uri, isco in profile.wanted_occupations),
        skills=tuple(sorted(skills)),
        languages=tuple(sorted(quantities.language_number(code) for code in profile.languages)),
        hidden_openings=tuple(sorted(profile.hidden_openings)),
        hidden_employers=tuple(sorted(profile.hidden_employers)),
        hidden_kinds=tuple(sorted(hidden - {vocabulary.unknown})),
        applied=tuple(sorted(profile.applied)),
        meaning=arrays.vector(profile.meaning).tobytes(),
        taste=arrays.vector(profile.taste).tobytes(),
    )


COLUMNS: dict[str, type[np.generic]] = {
    "owner": np.int64,
    "land": np.uint8,
    "lat": np.int32,
    "lon": np.int32,
    "reach": np.int32,
    "hours_min": np.int16,
    "hours_max": np.int16,
    "lacks": np.int32,
    "boldness": np.uint8,
    "wants_remote": np.uint8,
}
LISTS: dict[str, type[np.generic]] = {
    "wish": np.int32,
    "skill": np.int32,
    "language": np.int16,
    "hidden_opening": np.int64,
    "hidden_employer": np.int64,
    "hidden_kind": np.int32,
    "applied": np.int64,
}
_LIST_OF = {
    "wish": "wishes",
    "skill": "skills",
    "language": "languages",
    "hidden_opening": "hidden_openings",
    "hidden_employer": "hidden_employers",
    "hidden_kind": "hidden_kinds",
    "applied": "applied",
}


@dataclass(frozen=True, eq=False)
class People:
    """People in columns, one row each, in the order given; m rows.

    What there may be several of lies end to end: that of row r is from `*_start[r]` to
    `*_start[r + 1]`.
    """

    vocabulary: str
    """The digest of the vocabulary that gave the kinds and skills their places."""
    id: NDArray[np.int64]
    owner: NDArray[np.int64]
    land: NDArray[np.uint8]
    lat: NDArray[np.int32]
    """Millionths of a degree; `NOWHERE` when unknown."""
    lon: NDArray[np.int32]
    reach: NDArray[np.int32]
    """Hundredths of a kilometre; −1 when there is no limit."""
    hours_min: NDArray[np.int16]
    """Quarters of an hour a week; −1 when unknown."""
    hours_max: NDArray[np.int16]
    lacks: NDArray[np.int32]
    boldness: NDArray[np.uint8]
    """Hundredths."""
    wants_remote: NDArray[np.uint8]
    meaning: NDArray[np.int8]
    """(m, 64), zeros when unknown."""
    taste: NDArray[np.int8]
    work_start: NDArray[np.int64]
    work: NDArray[np.int32]
    work_years: NDArray[np.int16]
    """Hundredths of a year, at most 300."""
    wish_start: NDArray[np.int64]
    wish: NDArray[np.int32]
    skill_start: NDArray[np.int64]
    skill: NDArray[np.int32]
    language_start: NDArray[np.int64]
    language: NDArray[np.int16]
    hidden_opening_start: NDArray[np.int64]
    hidden_opening: NDArray[np.int64]
    hidden_employer_start: NDArray[np.int64]
    hidden_employer: NDArray[np.int64]
    hidden_kind_start: NDArray[np.int64]
    hidden_kind: NDArray[np.int32]
    applied_start: NDArray[np.int64]
    applied: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.id)

    @classmethod
    def pack(cls, profiles: Iterable[Profile], ids: Sequence[int], vocabulary: Vocabulary) -> Self:
        """Pack profiles; ValueError when there are not as many ids."""
        return cls.of_rows([row_of(one, vocabulary) for one in profiles], ids, vocabulary)

    @classmethod
    def from_bytes(cls, kept: Iterable[bytes], ids: Sequence[int], vocabulary: Vocabulary) -> Self:
        """Return people from their kept bytes; with the same vocabulary exactly the same."""
        return cls.of_rows(
            [features.unpack_person(one, vocabulary) for one in kept], ids, vocabulary
        )

    @classmethod
    def of_rows(cls, rows: list[PersonRow], ids: Sequence[int], vocabulary: Vocabulary) -> Self:
        """Return people from rows in whole numbers."""
        if len(rows) != len(ids):
            raise ValueError(f"{len(rows)} people need as many ids, not {len(ids)}")
        packed: dict[str, NDArray[np.generic]] = {
            name: np.array([getattr(row, name) for row in rows], dtype=kind)
            for name, kind in COLUMNS.items()
        }
        packed["id"] = np.array(ids, dtype=np.int64)
        for name in ("meaning", "taste"):
            together = b"".join(getattr(row, name) for row in rows)
            packed[name] = np.frombuffer(together, dtype=np.int8).reshape(-1, arrays.DIMS)
        works = [work for row in rows for work in row.works]
        packed["work_start"] = arrays.starts([len(row.works) for row in rows])
        packed["work"] = np.array([kind for kind, _ in works], dtype=np.int32)
        packed["work_years"] = np.array([years for _, years in works], dtype=np.int16)
        for name, kind in LISTS.items():
            lists = [getattr(row, _LIST_OF[name]) for row in rows]
            packed[f"{name}_start"] = arrays.starts([len(one) for one in lists])
            packed[name] = np.array([value for one in lists for value in one], dtype=kind)
        return cls._made(vocabulary.digest, packed)

    @classmethod
    def _made(cls, vocabulary: str, packed: dict[str, NDArray[np.generic]]) -> Self:
        kept = {name: arrays.frozen(packed[name]) for name in _arrays()}
        return cls(vocabulary=vocabulary, **kept)  # type: ignore[arg-type]  # the fields' names

    def to_bytes(self, row: int, vocabulary: Vocabulary) -> bytes:
        """Return all that matching knows of a person (some 400 bytes), to be kept with a run."""
        return features.pack_person(self._at(row), vocabulary)

    def _at(self, row: int) -> PersonRow:
        def part(name: str, start: str = "") -> list[int]:
            where = getattr(self, f"{start or name}_start")
            found: list[int] = getattr(self, name)[int(where[row]) : int(where[row + 1])].tolist()
            return found

        works = zip(part("work"), part("work_years", "work"), strict=True)
        return PersonRow(
            **{name: int(getattr(self, name)[row]) for name in COLUMNS},  # type: ignore[arg-type]
            works=tuple(works),
            **{_LIST_OF[name]: tuple(part(name)) for name in LISTS},  # type: ignore[arg-type]
            meaning=self.meaning[row].tobytes(),
            taste=self.taste[row].tobytes(),
        )

    def take(self, rows: Sequence[int] | NDArray[np.int64]) -> "People":
        """Return the people of these rows, in that order."""
        chosen = np.asarray(rows, dtype=np.int64)
        single = ("id", *COLUMNS, "meaning", "taste")
        packed: dict[str, NDArray[np.generic]] = {n: getattr(self, n)[chosen] for n in single}
        for name in ("work", *LISTS):
            start = getattr(self, f"{name}_start")
            where = arrays.gathered(start, chosen)
            packed[f"{name}_start"] = arrays.starts(np.diff(start)[chosen].tolist())
            packed[name] = getattr(self, name)[where]
            if name == "work":
                packed["work_years"] = self.work_years[where]
        return People._made(self.vocabulary, packed)


def _arrays() -> tuple[str, ...]:
    return tuple(f.name for f in fields(People) if f.name != "vocabulary")
