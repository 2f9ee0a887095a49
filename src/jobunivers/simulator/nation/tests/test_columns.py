# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import numpy as np
import psycopg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.simulator.nation import columns

_line = st.tuples(
    st.integers(-(2**62), 2**62),
    st.one_of(st.none(), st.integers(-(2**31), 2**31 - 1)),
    st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12),
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.one_of(st.none(), st.sampled_from(["a", "bé", ""])),
    st.lists(st.sampled_from(["B", "C", "ø"]), max_size=3),
    st.integers(0, 10**9),
)


@pytest.fixture(scope="module")
def scratch() -> Iterator[psycopg.Connection]:
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"], autocommit=True) as connection:
        connection.execute(
            "CREATE TEMP TABLE scratch (big bigint, whole integer, words text, on_day date,"
            " code varchar(5), listed varchar(5)[], facts jsonb, at timestamptz, share float8,"
            " yes bool)"
        )
        yield connection


@settings(max_examples=25, deadline=None)
@given(st.lists(_line, min_size=1, max_size=8))
def test_postgresql_reads_what_was_written(
    scratch: psycopg.Connection, lines: list[tuple[object, ...]]
) -> None:
    big, whole, words, days, codes, listed, numbers = (
        list(one) for one in zip(*lines, strict=True)
    )
    missing = np.array([one is None for one in whole])
    seconds = [int(number) for number in numbers]
    written = columns.rows(
        [
            columns.bigint(big),
            columns.integer(np.array([one or 0 for one in whole]), missing),
            columns.text(words),
            columns.day([(one - date(1970, 1, 1)).days for one in days]),
            columns.texts(
                codes,
                lambda one: None if one is None else str(one).encode(),
            ),
            columns.texts([tuple(one) for one in listed], columns.text_array),
            columns.filled('{"n": %, "m": %}', np.array(seconds), np.array(seconds)),
            columns.moment(seconds),
            columns.double([number / 7 for number in seconds]),
            columns.boolean([number % 2 == 0 for number in seconds]),
        ]
    )
    scratch.execute("TRUNCATE scratch")
    with scratch.cursor() as cursor, cursor.copy("COPY scratch FROM STDIN (FORMAT binary)") as copy:
        copy.write(columns.HEADER + written + columns.TRAILER)

    epoch = datetime(1970, 1, 1, tzinfo=UTC)
    expected = [
        (*line[:5], list(line[5]), {"n": line[6], "m": line[6]},  # type: ignore[call-overload]
         epoch + timedelta(seconds=int(line[6])), int(line[6]) / 7, int(line[6]) % 2 == 0)  # type: ignore[call-overload]
        for line in lines
    ]  # fmt: skip
    assert scratch.execute("SELECT * FROM scratch").fetchall() == expected


def test_columns_of_different_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="as many rows"):
        columns.rows([columns.bigint([1]), columns.bigint([1, 2])])


def test_a_row_can_be_looked_up_again() -> None:
    found = columns.text(["a", "bcd", ""])

    again = columns.lookup(found, np.array([1, 0, 1, 2]))

    assert bytes(again.data) == b"bcdabcd"
    assert again.lengths.tolist() == [3, 1, 3, 0]
