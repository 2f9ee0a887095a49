# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which parts make up an index's columns at a commit, and how they change.

GENERATION/columns-000012.json    the parts of commit 12, oldest and largest first
GENERATION/columns-000012.dead    which of their rows are dead, a bit a row
GENERATION/columns-000012-1.part  a part, named by the commit that wrote it

The number of the columns' commit is remembered in the engine's own commit. So both happen or
neither does: columns of a commit that was broken off are of no number anybody reads.
"""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from jobunivers.foundation.search.arrays import Draft, read_arrays
from jobunivers.foundation.search.gathering import Gathering, Laid
from jobunivers.foundation.search.merging import merge
from jobunivers.foundation.search.parts import Bools, Part
from jobunivers.foundation.search.spec import Document, Spec

_HELD = 2_000_000  # words and values gathered in memory (about 150 MB while they are written)
_SMALL = 4_000  # rows; smaller parts are always made one
_STEP = 4  # a part is made one with those after it unless it is so many times their size
_DEAD = 0.3  # share of a part's rows from which on it is written anew
_KEPT = 2  # commits whose files stay: a reader may be opening the one before


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one commit: parts, and which rows of each are dead (None: no row is)."""

    number: int
    parts: tuple[Part, ...] = ()
    dead: tuple[Bools | None, ...] = ()
    averages: tuple[float, ...] = ()


def read_columns(
    generation: Path, spec: Spec, number: int, before: Columns | None = None
) -> Columns:
    """Return the columns of a commit; parts that were read before are not read again.

    OSError, ValueError or KeyError when they are not there or not whole.
    """
    said = json.loads(_list(generation, number).read_text(encoding="utf-8"))
    known = {part.name: part for part in before.parts} if before else {}
    parts = [known.get(name) or Part(generation / name, spec) for name in said["parts"]]
    bits, _ = read_arrays(_deaths(generation, number))
    dead = [
        np.unpackbits(bits[part.name], count=len(part)).astype(np.bool_)
        if part.name in bits
        else None
        for part in parts
    ]
    return Columns(number, tuple(parts), tuple(dead), tuple(said["averages"]))


def _list(generation: Path, number: int) -> Path:
    return generation / f"columns-{number:06d}.json"


def _deaths(generation: Path, number: int) -> Path:
    return generation / f"columns-{number:06d}.dead"


class Ledger:
    """The columns while they are being written: by the index's one writer."""

    def __init__(self, generation: Path, spec: Spec, number: int) -> None:
        self._generation = generation
        self._spec = spec
        self._now = read_columns(generation, spec, number) if number else Columns(0)
        self._averages = list(self._now.averages)
        self._begin()

    def _begin(self) -> None:
        self._gathering = Gathering(self._spec)
        self._runs: list[Part] = []
        # Ids taken out, by how many runs there were: later runs may hold them again.
        self._gone: list[set[int]] = [set()]
        self._written = 0

    def add(self, document: Document, laid: Laid) -> None:
        """Add a document whose id is not there, or has been deleted."""
        self._gathering.add(document, laid)
        if self._gathering.size >= _HELD:
            self._flush()

    def delete(self, ids: Sequence[int]) -> None:
        """Take documents out; ids that are not there are no error."""
        self._gathering.drop(ids)
        self._gone[-1].update(ids)

    def commit(self) -> int:
        """Write everything so far; return the number to remember in the engine's commit."""
        self._flush()
        parts, dead = self._living()
        parts, dead = self._compact(parts, dead)
        number = self._now.number + 1
        self._now = Columns(number, tuple(parts), tuple(dead), tuple(self._averages))
        with Draft(_deaths(self._generation, number)) as draft:
            for part, gone in zip(parts, dead, strict=True):
                if gone is not None:
                    draft.put(part.name, np.packbits(gone))
        said = {"parts": [part.name for part in parts], "averages": self._averages}
        with _list(self._generation, number).open("w", encoding="utf-8") as file:
            json.dump(said, file)
            file.flush()
            os.fsync(file.fileno())
        _persist(self._generation)
        self._begin()
        return number

    def tidy(self) -> None:
        """Remove the files of commits that nobody reads any more; after the engine's commit."""
        kept = set()
        for number in range(self._now.number - _KEPT + 1, self._now.number + 1):
            listed = _list(self._generation, number)
            if listed.exists():
                said = json.loads(listed.read_text(encoding="utf-8"))
                kept |= {listed.name, _deaths(self._generation, number).name, *said["parts"]}
        for path in self._generation.glob("columns-*"):
            if path.name not in kept:
                path.unlink(missing_ok=True)

    def _flush(self) -> None:
        """Write what has been gathered as a run: a part of this commit alone."""
        if len(self._gathering):
            self._averages = self._averages or self._gathering.averages()
            path = self._new_part()
            self._gathering.write(path, self._averages)
            self._runs.append(Part(path, self._spec))
            self._gone.append(set())
        self._gathering = Gathering(self._spec)

    def _new_part(self) -> Path:
        self._written += 1
        return self._generation / f"columns-{self._now.number + 1:06d}-{self._written}.part"

    def _living(self) -> tuple[list[Part], list[Bools | None]]:
        """Return the parts with their rows that have been deleted or replaced."""
        parts = [*self._now.parts, *self._runs]
        dead = [*self._now.dead, *(None for _ in self._runs)]
        later: set[int] = set()
        for at in range(len(parts) - 1, -1, -1):
            later |= self._gone[max(at - len(self._now.parts) + 1, 0)]
            rows = parts[at].places(later)
            if len(rows):
                before = dead[at]
                gone = np.zeros(len(parts[at]), np.bool_) if before is None else before.copy()
                gone[rows] = True
                dead[at] = gone
        return parts, dead

    def _compact(
        self, parts: list[Part], dead: list[Bools | None]
    ) -> tuple[list[Part], list[Bools | None]]:
        """Make the last parts one where they are small beside what follows them."""
        living = [
            len(part) - (0 if gone is None else int(gone.sum()))
            for part, gone in zip(parts, dead, strict=True)
        ]
        first = tail = 0
        worth = False
        for at in range(len(parts) - 1, -1, -1):
            much_dead = len(parts[at]) - living[at] > _DEAD * len(parts[at])
            last = at == len(parts) - 1
            if not (last or much_dead or living[at] < max(_SMALL, _STEP * tail)):
                break
            first, tail = at, tail + living[at]
            worth = worth or much_dead or not last
        if not worth:
            return parts, dead
        if not tail:
            return parts[:first], dead[:first]
        path = self._new_part()
        merge(parts[first:], dead[first:], path, self._spec)
        return [*parts[:first], Part(path, self._spec)], [*dead[:first], None]


def _persist(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
