# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows in PostgreSQL's binary COPY format, put together column by column with NumPy.

A column is its values' bytes one after the other and each value's length, -1 where there is none.
A row is made from its columns by scattering bytes, so that millions of rows a second can be written
by one core. Format: https://www.postgresql.org/docs/current/sql-copy.html, binary format.
"""

import re
import struct
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

HEADER = b"PGCOPY\n\xff\r\n\0" + struct.pack(">ii", 0, 0)
TRAILER = struct.pack(">h", -1)
EPOCH_DAY = 10_957  # 2000-01-01, PostgreSQL's day 0, in days since 1970-01-01
_TEXT_OID = 1043  # varchar
_JSONB = b"\x01"

Bytes = NDArray[np.uint8]
Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of n rows: all bytes, and the length of each value; -1 is NULL."""

    data: Bytes
    lengths: Ints

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.lengths)


def _fixed(values: NDArray[Any], kind: str, missing: Mask | None) -> Column:
    n = len(values)
    found = np.ascontiguousarray(values).astype(kind)
    width = found.dtype.itemsize
    if missing is None:
        return Column(found.view(np.uint8), np.full(n, width, dtype=np.int64))
    kept = np.ascontiguousarray(found[~missing])
    return Column(kept.view(np.uint8), np.where(missing, -1, width).astype(np.int64))


def bigint(values: NDArray[Any] | Sequence[int], missing: Mask | None = None) -> Column:
    """Return int8."""
    return _fixed(np.asarray(values), ">i8", missing)


def integer(values: NDArray[Any] | Sequence[int], missing: Mask | None = None) -> Column:
    """Return int4."""
    return _fixed(np.asarray(values), ">i4", missing)


def smallint(values: NDArray[Any] | Sequence[int], missing: Mask | None = None) -> Column:
    """Return int2."""
    return _fixed(np.asarray(values), ">i2", missing)


def double(values: NDArray[Any] | Sequence[float], missing: Mask | None = None) -> Column:
    """Return float8."""
    return _fixed(np.asarray(values, dtype=np.float64), ">f8", missing)


def boolean(values: NDArray[Any] | Sequence[bool]) -> Column:
    """Return bool."""
    return _fixed(np.asarray(values, dtype=np.bool_), "u1", None)


def day(values: NDArray[Any] | Sequence[int], missing: Mask | None = None) -> Column:
    """Return dates from days since 1970-01-01."""
    return _fixed(np.asarray(values, dtype=np.int64) - EPOCH_DAY, ">i4", missing)


def moment(values: NDArray[Any] | Sequence[int], missing: Mask | None = None) -> Column:
    """Return timestamps with time zone from whole seconds since 1970-01-01 in UTC."""
    seconds = np.asarray(values, dtype=np.int64) - EPOCH_DAY * 86_400
    return _fixed(seconds * 1_000_000, ">i8", missing)


def text(values: Iterable[str]) -> Column:
    """Return text from strings, each its own."""
    return _of([value.encode() for value in values])


def json(values: Iterable[str | bytes]) -> Column:
    """Return jsonb from JSON."""
    return _of([_JSONB + (one.encode() if isinstance(one, str) else one) for one in values])


def _of(found: list[bytes]) -> Column:
    lengths = np.fromiter(map(len, found), dtype=np.int64, count=len(found))
    return Column(np.frombuffer(b"".join(found), dtype=np.uint8), lengths)


def coded(codes: NDArray[Any], known: Sequence[bytes | None]) -> Column:
    """Return known values (None is NULL) by their numbers: few texts for many rows."""
    words = [word or b"" for word in known]
    width = np.array([len(word) for word in words], dtype=np.int64)
    starts = np.cumsum(width) - width
    pool = np.frombuffer(b"".join(words), dtype=np.uint8)
    none = np.array([word is None for word in known])
    lengths = width[codes]
    data = pool[_spans(starts[codes], lengths)]
    return Column(data, np.where(none[codes], -1, lengths))


def texts(values: Sequence[Hashable], encode: Any = None) -> Column:
    """Return values of which many are the same, each encoded once (default: as text)."""
    known: dict[Hashable, int] = {}
    codes = np.fromiter(
        (known.setdefault(value, len(known)) for value in values), np.int64, len(values)
    )
    encode = encode or (lambda value: str(value).encode())
    return coded(codes, [encode(value) for value in known])


def same(value: bytes | None, n: int) -> Column:
    """Return one value in every row."""
    if value is None:
        return Column(np.zeros(0, dtype=np.uint8), np.full(n, -1, dtype=np.int64))
    data = np.tile(np.frombuffer(value, dtype=np.uint8), n)
    return Column(data, np.full(n, len(value), dtype=np.int64))


def filled(pattern: str, *numbers: NDArray[Any]) -> Column:
    """Return jsonb with a number of each row at every `%` and `#`.

    At `%` it is padded with spaces, which JSON takes before a number and jsonb forgets; at `#` it
    has two digits, as months and days have.
    """
    n = len(numbers[0])
    parts = re.split("([%#])", pattern)
    pieces = [np.tile(np.frombuffer(_JSONB, dtype=np.uint8), (n, 1))]
    given = iter(numbers)
    for part in parts:
        if part in ("%", "#"):
            pieces.append(_digits(next(given), two=part == "#"))
        else:
            pieces.append(np.tile(np.frombuffer(part.encode(), dtype=np.uint8), (n, 1)))
    made = np.concatenate(pieces, axis=1)
    return Column(made.reshape(-1), np.full(n, made.shape[1], dtype=np.int64))


def _digits(numbers: NDArray[Any], *, two: bool) -> NDArray[np.uint8]:
    """Return decimal digits, right-aligned in spaces or two of them, uint8[n, width]."""
    values = np.asarray(numbers, dtype=np.int64)
    width = 2 if two else max(1, len(str(int(values.max(initial=0)))))
    powers = 10 ** np.arange(width - 1, -1, -1, dtype=np.int64)
    digits = (values[:, None] // powers) % 10 + ord("0")
    leading = (values[:, None] < powers) & (not two)
    leading[:, -1] = False
    return np.where(leading, ord(" "), digits).astype(np.uint8)


def text_array(items: Sequence[str]) -> bytes:
    """Return one varchar[] value."""
    if not items:
        return struct.pack(">iii", 0, 0, _TEXT_OID)
    encoded = [item.encode() for item in items]
    head = struct.pack(">iiiii", 1, 0, _TEXT_OID, len(encoded), 1)
    return head + b"".join(struct.pack(">i", len(one)) + one for one in encoded)


def rows(columns: Sequence[Column]) -> bytes:
    """Return the rows of these columns, without header and trailer."""
    n = len(columns[0])
    if any(len(column) != n for column in columns):
        raise ValueError("columns of one table have as many rows")
    sizes = [np.maximum(column.lengths, 0) for column in columns]
    total = np.sum(sizes, axis=0) + 2 + 4 * len(columns)
    at = np.cumsum(total) - total
    out = np.zeros(int(total.sum()), dtype=np.uint8)
    out[at[:, None] + np.arange(2)] = np.frombuffer(struct.pack(">h", len(columns)), dtype=np.uint8)
    at = at + 2
    for column, size in zip(columns, sizes, strict=True):
        four = column.lengths.astype(">i4").view(np.uint8).reshape(n, 4)
        out[at[:, None] + np.arange(4)] = four
        at = at + 4
        out[_spans(at, size)] = column.data
        at = at + size
    return out.tobytes()


def _spans(starts: Ints, lengths: Ints) -> Ints:
    """Return the positions of spans one after the other, int64[sum of lengths]."""
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    return np.repeat(starts - ends + lengths, lengths) + np.arange(total)


def lookup(found: Column, rows_: Ints) -> Column:
    """Return the column's values of some rows, in that order, again and again if asked."""
    size = np.maximum(found.lengths, 0)
    starts = np.cumsum(size) - size
    return Column(found.data[_spans(starts[rows_], size[rows_])], found.lengths[rows_])
