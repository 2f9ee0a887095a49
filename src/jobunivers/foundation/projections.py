# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a room tells of each of its citizens, as SQL for rows that a room above prepares.

Each room writes the SELECT over its own tables; the room above joins them in one statement, so
that 50,000 people never pass through Python. What is read stays under row-level security.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Projection:
    """At most one row a citizen: `sql` gives `citizen` and the columns.

    The SELECT may use %(kommune)s, %(today)s, %(at)s, %(pushes_since)s and %(ids)s (NULL: all).
    `columns`: by name, what stands (as SQL) where the room says nothing; "NULL" for unknown.
    """

    name: str
    sql: str
    columns: Mapping[str, str]


def only(column: str) -> str:
    """Return the condition that keeps to the citizens who are asked for."""
    return f"(%(ids)s::bigint[] IS NULL OR {column} = ANY(%(ids)s::bigint[]))"
