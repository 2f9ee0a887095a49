# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files of named arrays that are written once and then read as mapped memory.

The arrays stand one after the other, and a table of contents at the end, so that a file that was
not finished, or has been cut, is known at once. Processes that read the same file share its memory.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
_MARK = b"JUARRAY1"
_ALIGNED = 64
_TAIL = len(_MARK) + 8


class Draft:
    """A file of arrays that is being written; a context manager. It is on disk when it closes."""

    def __init__(self, path: Path) -> None:
        path.unlink(missing_ok=True)  # whoever has the old one mapped keeps it
        self._folder = path.parent
        self._file: BinaryIO = path.open("wb")
        self._table: dict[str, tuple[str, int, int]] = {}
        self.said: dict[str, Any] = {}  # what else the file remembers: anything JSON can say

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._file:
            if kind is None:
                self._finish()

    def put(self, name: str, array: Array) -> None:
        """Add an array."""
        self._table[name] = (array.dtype.str, self._aligned(), len(array))
        self._file.write(np.ascontiguousarray(array).data)

    def stream(self, pieces: Iterable[Mapping[str, Array]], kinds: Mapping[str, str]) -> None:
        """Add several arrays that come piece by piece, at no time all in memory."""
        with ExitStack() as stack:
            files: list[BinaryIO] = [self._file]  # all but the first wait for their place
            files += [stack.enter_context(self._beside()) for _ in list(kinds)[1:]]
            starts, lengths = [self._aligned()], [0 for _ in kinds]
            for piece in pieces:
                for at, (name, kind) in enumerate(kinds.items()):
                    array = np.ascontiguousarray(piece[name], dtype=kind)
                    files[at].write(array.data)
                    lengths[at] += len(array)
            for spilt in files[1:]:
                starts.append(self._aligned())
                spilt.seek(0)
                shutil.copyfileobj(spilt, self._file, 1 << 20)
        for (name, kind), start, length in zip(kinds.items(), starts, lengths, strict=True):
            self._table[name] = (np.dtype(kind).str, start, length)

    def _beside(self) -> BinaryIO:
        return tempfile.TemporaryFile(dir=self._folder)

    def _aligned(self) -> int:
        self._file.write(bytes(-self._file.tell() % _ALIGNED))
        return self._file.tell()

    def _finish(self) -> None:
        table = json.dumps({"arrays": self._table, "said": self.said}, ensure_ascii=False).encode()
        self._file.write(table + len(table).to_bytes(8, "little") + _MARK)
        self._file.flush()
        os.fsync(self._file.fileno())


def read_arrays(path: Path) -> tuple[dict[str, Array], dict[str, Any]]:
    """Return a file's arrays, mapped and read-only, and what else it says; ValueError if cut."""
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(size - _TAIL, 0))
        tail = file.read(_TAIL)
        length = int.from_bytes(tail[:8], "little")
        if tail[8:] != _MARK or length > size - _TAIL:
            raise ValueError(f"{path.name} is not whole")
        file.seek(size - _TAIL - length)
        told = json.loads(file.read(length))
    memory = np.asarray(np.memmap(path, dtype=np.uint8, mode="r"))
    arrays = {
        name: memory[start : start + count * np.dtype(kind).itemsize].view(kind)
        for name, (kind, start, count) in told["arrays"].items()
    }
    return arrays, told["said"]
