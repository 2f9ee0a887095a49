# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The taxonomy in arrays: kinds of work, skills, how near each is to the others."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from jobunivers.science.matching import arrays, vocabulary_build
from jobunivers.science.matching.vocabulary_build import Parts, isco_digits

ARRAYS = (
    "kind_number",
    "isco",
    "near",
    "skill_number",
    "rarity",
    "needs_start",
    "needs_skill",
    "needs_weight",
    "needs_essential",
    "akin_start",
    "akin_skill",
    "akin_value",
)
DEGREES = 4


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The packed taxonomy; every list is sorted, so any order of input packs the same.

    *Kinds* are all occupations, then all ISCO groups (uri "" and their code), then UNKNOWN.
    Shapes: K kinds, S skills; `needs_*` and `akin_*` are lists end to end (`*_start` says where).
    """

    version: str
    kind_keys: tuple[str, ...]
    """An occupation's uri or a group's code; "" for UNKNOWN."""
    skill_uris: tuple[str, ...]
    occupations: int
    """How many of the kinds are occupations."""
    kind_number: NDArray[np.int64]
    """(K,) the caller's number: of an occupation as it is, of a group negative, UNKNOWN 0."""
    isco: NDArray[np.int8]
    """(K, 4) ISCO-08 digits, −1 where there is none."""
    near: NDArray[np.float32]
    """(K, K) how near an opening's kind (column) is to hers (row), in whole thousandths."""
    skill_number: NDArray[np.int64]
    rarity: NDArray[np.float32]
    """(S,) inverse document frequency over occupations, 0 to 1."""
    needs_start: NDArray[np.int64]
    needs_skill: NDArray[np.int32]
    needs_weight: NDArray[np.int16]
    """Rarity × (1 essential, ½ optional), in thousandths."""
    needs_essential: NDArray[np.uint8]
    akin_start: NDArray[np.int64]
    akin_skill: NDArray[np.int32]
    akin_value: NDArray[np.int16]
    """How far a skill stands for a near one, in thousandths, at most 600."""
    digest: str
    _kind: Mapping[str, int] = field(init=False, repr=False)
    _skill: Mapping[str, int] = field(init=False, repr=False)
    _by_number: Mapping[int, int] = field(init=False, repr=False)
    _skill_by_number: Mapping[int, int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Prepare the ways back from addresses, codes and numbers."""
        numbers = enumerate(self.kind_number.tolist())
        skill_numbers = enumerate(self.skill_number.tolist())
        for name, found in {
            "_kind": {key: i for i, key in enumerate(self.kind_keys) if key},
            "_skill": {uri: i for i, uri in enumerate(self.skill_uris)},
            "_by_number": {number: i for i, number in numbers},
            "_skill_by_number": {number: i for i, number in skill_numbers},
        }.items():
            object.__setattr__(self, name, found)

    @classmethod
    def build(
        cls,
        *,
        occupations: Iterable[tuple[str, str, int]],
        groups: Iterable[tuple[str, int]],
        skills: Iterable[tuple[str, int]],
        relations: Iterable[tuple[str, str, bool]],
        broader: Iterable[tuple[str, str]] = (),
        version: str = "",
    ) -> Self:
        """Pack a taxonomy.

        `occupations` are (uri, ISCO code or "", number), `groups` (ISCO code, number), `skills`
        (uri, number), `relations` (occupation uri, skill uri, is essential), `broader` (skill uri,
        uri of a wider skill or group of skills). A number is the caller's own, at least 1, and
        stays the same; ValueError when one is not. Relations of unknown concepts are left out.
        """
        parts = vocabulary_build.parts(
            occupations=sorted(set(occupations)),
            groups=sorted(set(groups)),
            skills=sorted(set(skills)),
            relations=relations,
            broader=broader,
        )
        return cls._of(parts, version)

    @classmethod
    def _of(cls, parts: Parts, version: str, digest: str = "") -> Self:
        kept = {name: arrays.frozen(parts.arrays[name]) for name in ARRAYS}
        keys = parts.kind_keys, parts.skill_uris
        known = digest or arrays.digest(kept, version, *keys[0], *keys[1])
        return cls(
            version=version,
            kind_keys=tuple(parts.kind_keys),
            skill_uris=tuple(parts.skill_uris),
            occupations=parts.occupations,
            digest=known,
            **kept,  # type: ignore[arg-type]  # the names are those of the fields
        )

    @property
    def unknown(self) -> int:
        """Return the kind of what no occupation and no group is known of."""
        return len(self.kind_keys) - 1

    @property
    def kinds(self) -> int:
        """Return the number of kinds, UNKNOWN among them."""
        return len(self.kind_keys)

    @property
    def skills(self) -> int:
        """Return the number of skills."""
        return len(self.skill_uris)

    def kind_of(self, uri: str, isco: str = "") -> int:
        """Return the occupation's kind, else its ISCO group's (longest known), else UNKNOWN."""
        if uri and (found := self._kind.get(uri)) is not None:
            return found
        digits = isco_digits(isco)[:DEGREES]
        for length in range(len(digits), 0, -1):
            if (found := self._kind.get(digits[:length])) is not None:
                return found
        return self.unknown

    def skill_of(self, uri: str) -> int:
        """Return the skill's place, or −1 for one the taxonomy does not know."""
        return self._skill.get(uri, -1)

    def kind_of_number(self, number: int) -> int:
        """Return the kind with this number (a group's is negative); UNKNOWN if there is none."""
        return self._by_number.get(number, self.unknown)

    def skill_of_number(self, number: int) -> int:
        """Return the place of the skill with this number, or −1."""
        return self._skill_by_number.get(number, -1)

    def needs_of(self, kind: int) -> list[tuple[int, int, bool]]:
        """Return (skill, weight in thousandths, is essential) of what a kind of work needs."""
        part = slice(int(self.needs_start[kind]), int(self.needs_start[kind + 1]))
        essential = self.needs_essential[part].astype(bool).tolist()
        columns = self.needs_skill[part].tolist(), self.needs_weight[part].tolist(), essential
        return list(zip(*columns, strict=True))

    def akin_of(self, skill: int) -> list[tuple[int, int]]:
        """Return (near skill, value in thousandths), nearest first."""
        part = slice(int(self.akin_start[skill]), int(self.akin_start[skill + 1]))
        return list(
            zip(self.akin_skill[part].tolist(), self.akin_value[part].tolist(), strict=True)
        )

    def common_digits(self, kind: int, other: int) -> int:
        """Return how many leading ISCO digits two kinds share, 0 to 4."""
        pairs = zip(self.isco[kind].tolist(), self.isco[other].tolist(), strict=True)
        shared = 0
        for one, two in pairs:
            if one < 0 or one != two:
                break
            shared += 1
        return shared

    def save(self, folder: Path) -> None:
        """Write the vocabulary to a folder."""
        about: dict[str, object] = {
            "version": self.version,
            "digest": self.digest,
            "kind_keys": self.kind_keys,
            "skill_uris": self.skill_uris,
            "occupations": self.occupations,
        }
        arrays.save(folder, {name: getattr(self, name) for name in ARRAYS}, about)

    @classmethod
    def load(cls, folder: Path, *, mmap: bool = True) -> Self:
        """Return a saved vocabulary; OSError or ValueError when the folder does not hold one."""
        packed, about = arrays.load(folder, ARRAYS, mmap=mmap)
        kinds, skills, count = about["kind_keys"], about["skill_uris"], about["occupations"]
        if isinstance(kinds, list) and isinstance(skills, list) and isinstance(count, int):
            parts = Parts(kinds, skills, count, packed)
            return cls._of(parts, str(about["version"]), str(about["digest"]))
        raise ValueError(f"{folder} does not hold a vocabulary")
