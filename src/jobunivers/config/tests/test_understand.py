# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import os

import pytest

from jobunivers.config.commands import understand


def batches(*chunks: bytes) -> list[list[bytes]]:
    coming = iter([*chunks, b""])
    return list(understand._batches(lambda: next(coming)))


def test_lines_are_answered_as_soon_as_they_are_there() -> None:
    assert batches(b"a\nb\n", b"c", b"d\n") == [[b"a", b"b"], [b"cd"]]


def test_a_last_line_without_an_end_is_a_line() -> None:
    assert batches(b"a\n", b"b") == [[b"a"], [b"b"]]
    assert batches() == []


def test_many_lines_come_in_batches() -> None:
    many = [b"%d" % number for number in range(600)]

    found = batches(b"\n".join(many) + b"\n")

    assert [len(batch) for batch in found] == [256, 256, 88]
    assert [line for batch in found for line in batch] == many


def test_all_of_a_long_answer_is_written() -> None:
    reading, writing = os.pipe()
    understand._write(writing, b"x" * 1000)
    os.close(writing)

    assert os.read(reading, 2000) == b"x" * 1000
    os.close(reading)


@pytest.mark.parametrize("arguments", [[], ["people"], ["titles", "--top", "0"], ["skills", "x"]])
def test_what_cannot_be_understood_is_refused_before_anything_starts(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        understand.run("understand", arguments)

    assert ended.value.code == 2
