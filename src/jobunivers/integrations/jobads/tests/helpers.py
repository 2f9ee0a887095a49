# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What several test files share."""

import io

from jobunivers.integrations.jobads.options import ReadOptions
from jobunivers.integrations.jobads.reading import AUTO, read
from jobunivers.integrations.jobads.records import BadRecord, Outcome, VacancyRecord


class Dripping:
    """A stream that gives a few bytes at a time, as a slow network does."""

    def __init__(self, data: bytes, size: int) -> None:
        self._inner = io.BytesIO(data)
        self._size = size

    def read(self, size: int, /) -> bytes:
        return self._inner.read(min(size, self._size))


def outcomes(
    data: bytes | str, format_name: str = AUTO, options: ReadOptions | None = None
) -> list[Outcome]:
    raw = data.encode() if isinstance(data, str) else data
    return list(read(io.BytesIO(raw), format_name, options or ReadOptions()))


def only(
    data: bytes | str, format_name: str = AUTO, options: ReadOptions | None = None
) -> VacancyRecord:
    [found] = outcomes(data, format_name, options)
    assert isinstance(found, VacancyRecord), found
    return found


def only_bad(
    data: bytes | str, format_name: str = AUTO, options: ReadOptions | None = None
) -> BadRecord:
    [found] = outcomes(data, format_name, options)
    assert isinstance(found, BadRecord), found
    return found


def kinds(found: list[Outcome]) -> list[str]:
    """Say what each outcome is: "ok", or the reason why not."""
    return [one.reason if isinstance(one, BadRecord) else "ok" for one in found]
