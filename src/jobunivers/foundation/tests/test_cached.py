# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterator

from jobunivers.foundation.cached import Cached


def test_a_value_is_built_once_while_nothing_changes() -> None:
    built: Iterator[int] = iter(range(10))
    held = Cached(lambda: next(built), lambda: 1, seconds=0.0)

    assert [held.get(), held.get()] == [0, 0]


def test_a_change_in_another_process_shows() -> None:
    stamps = iter([1, 2])
    built: Iterator[int] = iter(range(10))
    held = Cached(lambda: next(built), lambda: next(stamps), seconds=0.0)

    assert [held.get(), held.get()] == [0, 1]


def test_who_changes_the_rows_sees_it_at_once() -> None:
    built: Iterator[int] = iter(range(10))
    held = Cached(lambda: next(built), lambda: 1, seconds=1_000.0)
    before = held.get()

    held.forget()

    assert (before, held.get()) == (0, 1)
