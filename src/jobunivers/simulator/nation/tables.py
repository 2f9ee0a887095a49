# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A table as rows are written for it; it knows no Django, so that any process can write."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from jobunivers.simulator.nation import columns
from jobunivers.simulator.nation.columns import Column


class UnknownColumn(ValueError):  # noqa: N818 - it reads as what happened
    """A room has a column without a default that the nation knows nothing of, or has it no more."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table as rows are written for it; it can be sent to another process."""

    label: str
    name: str
    columns: tuple[str, ...]
    # What stands in a column when nothing is given; "id" has none, and is left out then.
    defaults: Mapping[str, bytes | None] = field(default_factory=dict)
    needed: frozenset[str] = frozenset()

    def encoded(self, given: Mapping[str, Column]) -> tuple[str, bytes]:
        """Return the columns as COPY names them, and the rows.

        Raises:
            UnknownColumn: one is given that is not there, or one is missing.
        """
        if strange := set(given) - set(self.columns):
            raise UnknownColumn(f"{self.name} has no column {', '.join(sorted(strange))}")
        if missing := self.needed - set(given):
            raise UnknownColumn(f"{self.name} needs a value for {', '.join(sorted(missing))}")
        n = len(next(iter(given.values())))
        names = [name for name in self.columns if name in given or name in self.defaults]
        made = [
            given[name] if name in given else columns.same(self.defaults[name], n) for name in names
        ]
        return ", ".join(f'"{name}"' for name in names), columns.rows(made)
