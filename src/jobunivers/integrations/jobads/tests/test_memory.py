# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files that would not fit in memory are made on the fly and read with a bound on what is held."""

import gzip
import io
import tracemalloc
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

import pytest

from jobunivers.integrations.jobads import samples
from jobunivers.integrations.jobads.options import ReadOptions
from jobunivers.integrations.jobads.reading import read
from jobunivers.integrations.jobads.records import BadRecord

MIB = 1024 * 1024
AD = samples.SampleAd(id="%ID%", title="Kok", text="<p>" + "Vi søger en kok. " * 60 + "</p>")
POSTING = samples.json_lines([samples.job_posting(AD)]).strip()
OPENING = samples.position_opening(AD)
COUNT = 1_500
OPTIONS = ReadOptions(known_ids=500)


class Made:
    """A stream made of pieces as they are asked for."""

    def __init__(self, pieces: Iterable[str | bytes]) -> None:
        self._pieces = (piece for piece in pieces if piece)
        self.size = 0

    def read(self, _size: int, /) -> bytes:
        piece = next(self._pieces, b"")
        data = piece.encode() if isinstance(piece, str) else piece
        self.size += len(data)
        return data


def many(text: str, *, before: str = "", between: str = "\n", after: str = "") -> Iterator[str]:
    yield before
    for number in range(COUNT):
        yield (between if number else "") + text.replace("%ID%", str(number))
    yield after


def packed(pieces: Iterable[str]) -> Iterator[bytes]:
    packer = zlib.compressobj(wbits=31)
    for piece in pieces:
        yield packer.compress(piece.encode()) or packer.flush(zlib.Z_SYNC_FLUSH)
    yield packer.flush()


STREAMS: dict[str, tuple[str, Callable[[], Iterator[str] | Iterator[bytes]]]] = {
    "lines": ("jobposting", lambda: many(POSTING)),
    "packed lines": ("jobposting", lambda: packed(many(POSTING))),
    "one array": ("jobposting", lambda: many(POSTING, before="[", between=",", after="]")),
    "one graph": (
        "jobposting",
        lambda: many(POSTING, before='{"@graph":[', between=",", after="]}"),
    ),
    "one document": ("hropen", lambda: many(OPENING, before="<all>", after="</all>")),
    "csv": (
        "csv",
        lambda: many('%ID%,Kok,"' + ("tekst " * 25 + "\n") * 8 + '"', before="id,title,text\n"),
    ),
}


@pytest.mark.parametrize("name", STREAMS)
def test_a_large_stream_needs_no_more_memory_than_a_small_one(name: str) -> None:
    format_name, pieces = STREAMS[name]
    stream = Made(pieces())
    tracemalloc.start()
    try:
        found = Counter(type(one).__name__ for one in read(stream, format_name, OPTIONS))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert found == {"VacancyRecord": COUNT}
    assert stream.size > 1.5 * MIB or "packed" in name
    assert peak < 1.5 * MIB


@pytest.mark.parametrize(
    ("format_name", "start", "filler"),
    [
        ("jsonl", '{"title": "', "x" * 60_000),
        ("jsonl", '[{"title": "', "x" * 60_000),
        ("jsonl", "[" * 10, "[" * 16_000),
        ("hropen", "<a><PositionOpening><b>", "x" * 60_000),
        ("hropen", "<a><!--", "<PositionOpening>" * 4_000),
        ("jobposting", '<html><script type="application/ld+json">', '{"a":' * 12_000),
        ("jobposting", "<html><p>", "hello " * 10_000),
        ("csv", 'id,title\n1,"', "a\n" * 300),
        ("jsonl", gzip.compress(b'{"title": "', mtime=0)[:-8], b"\0" * 60_000),
    ],
)
def test_one_record_without_end_is_bounded(
    format_name: str, start: str | bytes, filler: str | bytes
) -> None:
    options = ReadOptions(max_record_bytes=MIB // 4, known_ids=500)
    stream = Made([start, *[filler] * 20])
    worst = 0
    tracemalloc.start()
    try:
        for one in read(stream, format_name, options):
            worst = max(worst, len(one.original))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert worst <= 200_000 or format_name == "csv"
    assert peak < 4 * MIB


def test_a_packed_file_that_swells_without_end_is_bounded() -> None:
    packer = zlib.compressobj(wbits=31)
    bomb = b"".join(packer.compress(bytes(MIB)) for _ in range(64)) + packer.flush()
    tracemalloc.start()
    try:
        found = list(read(io.BytesIO(b"" + bomb), "jsonl", ReadOptions(max_record_bytes=MIB)))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert [one.reason for one in found if isinstance(one, BadRecord)] == ["too_large"]
    assert peak < 8 * MIB
