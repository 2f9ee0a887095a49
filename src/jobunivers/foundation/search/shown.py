# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every page of results shows beside its rows: filters with counts, and ways to sort."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol


class Asked(Protocol):
    """A search as it stands in an address."""

    @property
    def query(self) -> str:
        """Return the address' query."""

    def with_filter(self, name: str, value: str, *, chosen: bool) -> "Asked":
        """Return the search with a value of a filter chosen, or not."""


@dataclass(frozen=True, slots=True)
class Order:
    """One way to sort what was found."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter and its number of rows."""

    name: str  # of the filter
    value: str
    label: str
    count: int
    chosen: bool
    asked: Asked

    @property
    def query(self) -> str:
        """Return the address' query that toggles it; few of a hundred choices need theirs."""
        return self.asked.with_filter(self.name, self.value, chosen=not self.chosen).query


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter with its choices."""

    name: str
    label: str
    choices: list[Choice]

    @property
    def chosen(self) -> list[Choice]:
        """Return the chosen values."""
        return [choice for choice in self.choices if choice.chosen]


def chosen_in(filters: Iterable[Filter]) -> list[tuple[Filter, Choice]]:
    """Return everything chosen, for the list of what can be taken away again."""
    return [(one, choice) for one in filters for choice in one.chosen]
