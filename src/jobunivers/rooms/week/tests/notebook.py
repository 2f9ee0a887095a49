# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A source of entries that tests fill by hand, with versions and moves as a room has them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from jobunivers.foundation import diary
from jobunivers.foundation.diary import CannotMove, ChangedMeanwhile, Entry
from jobunivers.science.calendars import moment

TODAY = date(2026, 11, 25)  # a Wednesday, week 48
NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)


class Notebook:
    """What stands in one citizen's week."""

    def __init__(self, citizen_id: int) -> None:
        self.citizen_id = citizen_id
        self.entries: dict[int, Entry] = {}

    def write(self, day: date, clock: time | None = None, **more: Any) -> Entry:
        """Add an entry; one with a time lasts an hour."""
        number = len(self.entries) + 1
        starts = None if clock is None else moment(day, clock)
        values: dict[str, Any] = {
            "uid": f"notes:{number}",
            "version": 1,
            "kind": "task",
            "title": f"Opgave {number}",
            "day": day,
            "starts_at": starts,
            "ends_at": None if starts is None else starts + timedelta(hours=1),
        }
        self.entries[number] = Entry(**{**values, **more})
        return self.entries[number]

    def between(
        self, citizen_id: int, first: date, after: date, language: str,  # noqa: ARG002
    ) -> list[Entry]:  # fmt: skip
        """Answer as a room does."""
        if citizen_id != self.citizen_id:
            return []
        last = after - timedelta(days=1)
        return [
            one for one in self.entries.values() if one.day < after and one.until(last) >= first
        ]

    def move(
        self, citizen_id: int, number: int, version: int, day: date, at: datetime | None,
        now: datetime,
    ) -> None:  # fmt: skip
        """Move as a room does: the version seen must be the version there is."""
        entry = self.entries[number]
        assert citizen_id == self.citizen_id
        if version != entry.version:
            raise ChangedMeanwhile
        if timezone.localtime(at).hour < 6 if at else False:
            raise CannotMove("Så tidligt er der ikke åbent.")
        ends = None if at is None else at + timedelta(hours=1)
        self.entries[number] = replace(
            entry, version=version + 1, day=day, starts_at=at, ends_at=ends, changed_at=now
        )

    @contextmanager
    def open(self) -> Iterator["Notebook"]:
        """Let this alone stand in weeks."""
        with diary.only(diary.Source("notes", self.between, self.move)):
            yield self
