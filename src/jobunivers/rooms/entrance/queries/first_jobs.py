# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her first relevant jobs, from the room above that finds them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class FirstJob:
    """A job as the entrance shows it."""

    title: str
    employer: str
    why: str
    vacancy_id: int


@dataclass(frozen=True, slots=True)
class FirstJobs:
    """The jobs, and what is to be written when they have been shown."""

    jobs: list[FirstJob]
    off: bool  # the kommune has switched suggestions off
    shown: Callable[[], object] | None


class Finder(Protocol):
    """The room that finds jobs."""

    def make(self, *, citizen_id: int, at: datetime) -> None:
        """Find them now, where that can be done; in a request that may write."""

    def show(self, *, citizen_id: int, language: str, at: datetime) -> FirstJobs:
        """Return what was found last."""


_finders: list[Finder] = []


def provide_first_jobs(finder: Finder) -> None:
    """Let the room that recommends answer; said once, in its `apps.py`."""
    _finders[:] = [finder]


def find_first_jobs(*, citizen_id: int, at: datetime) -> None:
    """Have her jobs found now, so that she need not wait for the worker."""
    for finder in _finders:
        finder.make(citizen_id=citizen_id, at=at)


def first_jobs(*, citizen_id: int, language: str, at: datetime) -> FirstJobs:
    """Return her first relevant jobs."""
    for finder in _finders:
        return finder.show(citizen_id=citizen_id, language=language, at=at)
    return FirstJobs([], off=False, shown=None)
