# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Arrays as matching keeps them: never changed after they are made, on disk as plain .npy files."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, TypeVar

import numpy as np
from numpy.typing import NDArray

Number = TypeVar("Number", bound=np.generic)
THOUSAND = 1000
"""Degrees from 0 to 1 are kept as whole thousandths, so that every machine has the same."""
DIMS = 64
"""How many numbers a vector of meaning has."""


def thousandths(value: float) -> int:
    """Return a degree (cut to 0…1) in whole thousandths."""
    return round(min(1.0, max(0.0, value)) * THOUSAND)


def frozen(array: NDArray[Number]) -> NDArray[Number]:
    """Return the array's content as a contiguous, plain, read-only array."""
    plain = np.ascontiguousarray(array).view(np.ndarray)
    plain.flags.writeable = False
    return plain


def starts(lengths: Sequence[int]) -> NDArray[np.int64]:
    """Return where each of several lists begins when they lie end to end, shape (lists + 1,)."""
    found = np.zeros(len(lengths) + 1, dtype=np.int64)
    np.cumsum(np.asarray(lengths, dtype=np.int64), out=found[1:])
    return found


def gathered(start: NDArray[np.int64], rows: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the positions of the chosen rows' lists, in the order of the rows."""
    lengths = start[rows + 1] - start[rows]
    first = np.repeat(start[rows] - np.cumsum(lengths) + lengths, lengths)
    return np.asarray(first + np.arange(len(first)), dtype=np.int64)


def vector(meaning: bytes | None) -> NDArray[np.int8]:
    """Return a meaning as numbers, shape (64,); zeros for None; ValueError for another length."""
    if meaning is None:
        return np.zeros(DIMS, dtype=np.int8)
    if len(meaning) != DIMS:
        raise ValueError(f"A meaning has {DIMS} bytes, not {len(meaning)}")
    return np.frombuffer(meaning, dtype=np.int8)


def save(
    folder: Path, arrays: Mapping[str, NDArray[np.generic]], about: Mapping[str, object]
) -> None:
    """Write each array to its own file and what else there is to `about.json`, last."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, array in arrays.items():
        np.save(folder / f"{name}.npy", array, allow_pickle=False)
    text = json.dumps(about, ensure_ascii=False, sort_keys=True)
    (folder / "about.json").write_text(text, encoding="utf-8")


def load(
    folder: Path, names: Sequence[str], *, mmap: bool
) -> tuple[dict[str, NDArray[np.generic]], dict[str, object]]:
    """Return the arrays (left on disk with `mmap`, read as needed) and what else there is.

    OSError when a file is missing, ValueError when it is broken.
    """
    about = json.loads((folder / "about.json").read_text(encoding="utf-8"))
    mode: Literal["r"] | None = "r" if mmap else None
    found = {
        name: frozen(np.load(folder / f"{name}.npy", mmap_mode=mode, allow_pickle=False))
        for name in names
    }
    return found, about


def digest(arrays: Mapping[str, NDArray[np.generic]], *words: str) -> str:
    """Return a hash of the content, 32 hex digits."""
    found = hashlib.blake2b(digest_size=16)
    for word in words:
        found.update(word.encode() + b"\0")
    for name in sorted(arrays):
        array = arrays[name]
        found.update(f"{name} {array.dtype.str} {array.shape}".encode())
        found.update(np.ascontiguousarray(array).data)
    return found.hexdigest()
