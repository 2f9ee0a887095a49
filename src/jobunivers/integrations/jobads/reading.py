# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door: a stream of bytes in a named format becomes advertisements, one after the other."""

import io
from collections.abc import Iterator

from jobunivers.integrations.jobads.building import bad, noticing_repeats
from jobunivers.integrations.jobads.formats import FORMATS
from jobunivers.integrations.jobads.options import ReadOptions
from jobunivers.integrations.jobads.records import Outcome
from jobunivers.integrations.jobads.source import ByteSource, Readable
from jobunivers.integrations.jobads.values.text import decode

AUTO = "auto"
_DEFAULTS = ReadOptions()


def sniff(head: bytes) -> str:
    """Return the format that the first bytes (64 KiB are plenty; gzip or not) look like, or ""."""
    return _guess(ByteSource(io.BytesIO(head)))


def _guess(source: ByteSource) -> str:
    head = decode(source.head)[0]
    return next((one.name for one in FORMATS.values() if one.fits(head)), "")


def read(
    stream: Readable,
    format: str = AUTO,  # noqa: A002 - the word people use
    options: ReadOptions = _DEFAULTS,
) -> Iterator[Outcome]:
    """Yield a VacancyRecord or a BadRecord for each record of a stream, gzipped or not.

    Holds one record in memory, however long the stream. Anything wrong with the bytes becomes a
    BadRecord; errors of the stream itself (OSError) are the caller's.

    Args:
        stream: open for reading bytes; only read(n) is used.
        format: a key of `formats.FORMATS`, or "auto" to guess from the beginning.
        options: limits, time zone, column map.

    Raises:
        ValueError: the format is not known, or the column map names unknown fields.
    """
    if format != AUTO and format not in FORMATS:
        raise ValueError(f"Unknown format {format!r}; known: {', '.join(FORMATS)}")
    return noticing_repeats(_outcomes(stream, format, options), options.known_ids)


def _outcomes(stream: Readable, name: str, options: ReadOptions) -> Iterator[Outcome]:
    source = ByteSource(stream)
    start = decode(source.head[:2_000])[0]
    if source.archive:
        yield bad(1, "archive", "")
    elif not source.head.strip():
        yield bad(1, source.damage or "empty", "")
    elif chosen := FORMATS.get(_guess(source) if name == AUTO else name):
        yield from chosen.read(source, options)
    else:
        yield bad(1, "unknown_format", start)
