# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What may be true of a citizen, as SQL that the room with the rows writes itself.

A room above puts several together in one statement, so that very many people never pass through
Python. What is read stays under row-level security.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Condition:
    """At most one row a citizen of whom it is true.

    Attributes:
        sql: gives `citizen`, `since` (the first day of which it is true), `occurrence` (text; the
            same as long as it is the same occasion) and `fact` (jsonb: a day, or null). It may use
            %(kommune)s, %(today)s, %(ids)s (NULL: everybody) and the names in `asks`.
        asks: the names of what it must be told.
    """

    sql: str
    asks: tuple[str, ...]
