# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Openings as matching sees them, and many of them in arrays: built once, kept, read by all."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from jobunivers.science.matching import arrays, features
from jobunivers.science.matching.features import OpeningRow
from jobunivers.science.matching.licences import bits_of
from jobunivers.science.matching.quantities import language_number, quarter_hours
from jobunivers.science.matching.travel import micro
from jobunivers.science.matching.vocabulary import Vocabulary


class Required(NamedTuple):
    """A skill an opening asks for: how sure that the text says so, and if it is a must."""

    uri: str
    confidence: float = 1.0
    essential: bool = True


@dataclass(frozen=True, slots=True)
class Opening:
    """A vacancy as matching sees it; None, "" and 0 mean that the advertisement does not say.

    `owner` is the kommune that alone may see it (0: everybody). `isco` holds ISCO-08 digits.
    `languages` are all the work needs (ISO 639-1), `licences` codes of `LICENCES`. Days count from
    1970-01-01; it may be shown up to and with `last_day`. `meaning` is 64 signed bytes. `land` is
    from `land_of`. Coordinates are degrees, hours a week, `remote_share` 0 to 1.
    """

    id: int
    owner: int = 0
    employer: int = 0
    occupation: str = ""
    isco: str = ""
    occupation_confidence: float = 1.0
    skills: tuple[Required, ...] = ()
    lat: float | None = None
    lon: float | None = None
    hours_min: float | None = None
    hours_max: float | None = None
    remote_share: float = 0.0
    languages: frozenset[str] = frozenset()
    licences: frozenset[str] = frozenset()
    published_day: int = 0
    last_day: int | None = None
    positions: int = 1
    meaning: bytes | None = None
    kommune: str = ""
    land: int = 0


def row_of(opening: Opening, vocabulary: Vocabulary) -> OpeningRow:
    """Return an opening in whole numbers; ValueError says what cannot be used."""
    low, high = opening.hours_min, opening.hours_max
    hours = [quarter_hours(h) for h in (low, high) if h is not None]
    asked: dict[int, tuple[int, int]] = {}
    for skill in opening.skills:
        if (place := vocabulary.skill_of(skill.uri)) >= 0:
            found = int(skill.essential), arrays.thousandths(skill.confidence)
            asked[place] = max(found, asked.get(place, (0, 0)))
    here = (micro(opening.lat), micro(opening.lon))
    lat, lon = here if features.NOWHERE not in here else (features.NOWHERE, features.NOWHERE)
    return OpeningRow(
        id=opening.id,
        owner=opening.owner,
        employer=opening.employer,
        kind=vocabulary.kind_of(opening.occupation, opening.isco),
        sure=arrays.thousandths(opening.occupation_confidence),
        lat=lat,
        lon=lon,
        hours_min=min(hours, default=-1),
        hours_max=max(hours, default=-1),
        remote=round(min(1.0, max(0.0, opening.remote_share)) * features.PERCENT),
        licences=bits_of(opening.licences),
        published=opening.published_day,
        last=features.NO_LAST_DAY if opening.last_day is None else opening.last_day,
        positions=max(1, opening.positions),
        kommune=int(opening.kommune or 0),
        land=opening.land,
        meaning=arrays.vector(opening.meaning).tobytes(),
        languages=tuple(sorted(language_number(code) for code in opening.languages)),
        skills=tuple((skill, *asked[skill]) for skill in sorted(asked)),
    )


COLUMNS: dict[str, type[np.generic]] = {
    "id": np.int64,
    "owner": np.int64,
    "employer": np.int64,
    "kind": np.int32,
    "sure": np.int16,
    "lat": np.int32,
    "lon": np.int32,
    "hours_min": np.int16,
    "hours_max": np.int16,
    "remote": np.int16,
    "licences": np.int32,
    "published": np.int32,
    "last": np.int32,
    "positions": np.int32,
    "kommune": np.int32,
    "land": np.uint8,
}
LISTS = {"language": ("language",), "skill": ("skill", "skill_sure", "skill_essential")}


@dataclass(frozen=True, eq=False)
class Openings:
    """Openings in columns, one row each, in the order of their ids; n rows.

    Skills (and languages) lie end to end: those of row r are from `skill_start[r]` to
    `skill_start[r + 1]`.
    """

    vocabulary: str
    """The digest of the vocabulary that gave the kinds and skills their places."""
    id: NDArray[np.int64]
    owner: NDArray[np.int64]
    employer: NDArray[np.int64]
    kind: NDArray[np.int32]
    sure: NDArray[np.int16]
    """How sure the kind is, in thousandths."""
    lat: NDArray[np.int32]
    """Millionths of a degree; `NOWHERE` when unknown."""
    lon: NDArray[np.int32]
    hours_min: NDArray[np.int16]
    """Quarters of an hour a week; −1 when unknown, and then both are."""
    hours_max: NDArray[np.int16]
    remote: NDArray[np.int16]
    """Hundredths that may be done from home."""
    licences: NDArray[np.int32]
    published: NDArray[np.int32]
    """Days since 1970-01-01; 0 when unknown."""
    last: NDArray[np.int32]
    positions: NDArray[np.int32]
    kommune: NDArray[np.int32]
    land: NDArray[np.uint8]
    meaning: NDArray[np.int8]
    """(n, 64), zeros when unknown."""
    digest: NDArray[np.uint64]
    """A hash of the row's features."""
    language_start: NDArray[np.int64]
    language: NDArray[np.int16]
    skill_start: NDArray[np.int64]
    skill: NDArray[np.int32]
    skill_sure: NDArray[np.int16]
    """How sure the text asks for it, in thousandths."""
    skill_essential: NDArray[np.uint8]
    _row: dict[int, int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Prepare the way back from ids."""
        object.__setattr__(self, "_row", {pk: row for row, pk in enumerate(self.id.tolist())})

    def __len__(self) -> int:
        return len(self.id)

    @classmethod
    def pack(cls, openings: Iterable[Opening], vocabulary: Vocabulary) -> Self:
        """Pack openings in any order; ValueError when an id is there twice."""
        return cls._of([row_of(opening, vocabulary) for opening in openings], vocabulary)

    @classmethod
    def from_features(cls, kept: Iterable[bytes], vocabulary: Vocabulary) -> Self:
        """Return openings from their kept features; with the same vocabulary exactly the same."""
        return cls._of([features.unpack_opening(one, vocabulary) for one in kept], vocabulary)

    @classmethod
    def _of(cls, rows: list[OpeningRow], vocabulary: Vocabulary) -> Self:
        rows = sorted(rows, key=lambda row: row.id)
        packed: dict[str, NDArray[np.generic]] = {
            name: np.array([getattr(row, name) for row in rows], dtype=kind)
            for name, kind in COLUMNS.items()
        }
        ids = packed["id"]
        if len(np.unique(ids)) != len(ids):
            raise ValueError("An opening is there twice")
        meaning = b"".join(row.meaning for row in rows)
        packed["meaning"] = np.frombuffer(meaning, dtype=np.int8).reshape(-1, arrays.DIMS)
        kept = (features.pack_opening(row, vocabulary) for row in rows)
        packed["digest"] = np.array([_hash(one) for one in kept], dtype=np.uint64)
        packed["language_start"] = arrays.starts([len(row.languages) for row in rows])
        codes = [code for row in rows for code in row.languages]
        packed["language"] = np.array(codes, dtype=np.int16)
        packed["skill_start"] = arrays.starts([len(row.skills) for row in rows])
        flat = [one for row in rows for one in row.skills]
        packed["skill"] = np.array([one[0] for one in flat], dtype=np.int32)
        packed["skill_essential"] = np.array([one[1] for one in flat], dtype=np.uint8)
        packed["skill_sure"] = np.array([one[2] for one in flat], dtype=np.int16)
        return cls._made(vocabulary.digest, packed)

    @classmethod
    def _made(cls, vocabulary: str, packed: dict[str, NDArray[np.generic]]) -> Self:
        kept = {name: arrays.frozen(packed[name]) for name in _arrays()}
        return cls(vocabulary=vocabulary, **kept)  # type: ignore[arg-type]  # the fields' names

    def row(self, opening_id: int) -> int:
        """Return the row of an opening; KeyError when it is not here."""
        return self._row[opening_id]

    def rows(self, ids: Iterable[int]) -> list[int]:
        """Return the rows of those that are here, in the order given."""
        return [row for pk in ids if (row := self._row.get(pk)) is not None]

    def features(self, row: int, vocabulary: Vocabulary) -> bytes:
        """Return all that is known of an opening, to be kept with what was shown."""
        return features.pack_opening(self._at(row), vocabulary)

    def _at(self, row: int) -> OpeningRow:
        spoken = slice(int(self.language_start[row]), int(self.language_start[row + 1]))
        part = slice(int(self.skill_start[row]), int(self.skill_start[row + 1]))
        columns = self.skill[part], self.skill_essential[part], self.skill_sure[part]
        skills = zip(*(column.tolist() for column in columns), strict=True)
        numbers = {name: int(getattr(self, name)[row]) for name in COLUMNS}
        return OpeningRow(
            meaning=self.meaning[row].tobytes(),
            languages=tuple(self.language[spoken].tolist()),
            skills=tuple(skills),
            **numbers,
        )

    def merged(self, changed: "Openings", gone: Sequence[int] = ()) -> "Openings":
        """Return these with the changed ones in place or added and the gone ones left out.

        ValueError when the two were packed with different vocabularies.
        """
        if changed.vocabulary != self.vocabulary:
            raise ValueError("Openings packed with different vocabularies do not merge")
        out = np.isin(self.id, changed.id) | np.isin(self.id, np.array(gone, dtype=np.int64))
        new = np.flatnonzero(~np.isin(changed.id, np.array(gone, dtype=np.int64)))
        sides = (self, np.flatnonzero(~out)), (changed, new)
        order = np.argsort(np.concatenate([one.id[rows] for one, rows in sides]), kind="stable")
        packed: dict[str, NDArray[np.generic]] = {
            name: np.concatenate([getattr(one, name)[rows] for one, rows in sides])[order]
            for name in (*COLUMNS, "meaning", "digest")
        }
        for what, names in LISTS.items():
            start = f"{what}_start"
            lengths = np.concatenate([np.diff(getattr(one, start))[rows] for one, rows in sides])
            packed[start] = arrays.starts(lengths[order].tolist())
            together = arrays.gathered(arrays.starts(lengths.tolist()), order)
            where = [arrays.gathered(getattr(one, start), rows) for one, rows in sides]
            for name in names:
                flat = [getattr(one, name)[w] for (one, _), w in zip(sides, where, strict=True)]
                packed[name] = np.concatenate(flat)[together]
        return Openings._made(self.vocabulary, packed)

    def save(self, folder: Path) -> None:
        """Write the openings to a folder."""
        packed = {name: getattr(self, name) for name in _arrays()}
        arrays.save(folder, packed, {"vocabulary": self.vocabulary})

    @classmethod
    def load(cls, folder: Path, *, mmap: bool = True) -> Self:
        """Return saved openings; OSError or ValueError when the folder does not hold them."""
        packed, about = arrays.load(folder, _arrays(), mmap=mmap)
        return cls._made(str(about["vocabulary"]), packed)


def _arrays() -> tuple[str, ...]:
    return tuple(f.name for f in fields(Openings) if f.init and f.name != "vocabulary")


def _hash(content: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(content, digest_size=8).digest(), "little")
