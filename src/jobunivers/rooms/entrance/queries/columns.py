# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What very many citizens say of their own readiness and of the help they want, as columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from jobunivers.foundation.columns import Doubles, Ints, read_columns
from jobunivers.foundation.tenancy import current_municipality_id

_TESTS = """
    SELECT citizen_id AS citizen, score FROM entrance_selftest
    WHERE municipality_id = %(kommune)s AND replaced_at IS NULL
        AND (%(ids)s::bigint[] IS NULL OR citizen_id = ANY(%(ids)s::bigint[]))
"""
_WISHES = """
    SELECT citizen_id AS citizen, array_position(%(levels)s::text[], wish::text) - 1 AS wish
    FROM entrance_ownwish
    WHERE municipality_id = %(kommune)s AND replaced_at IS NULL
        AND (%(ids)s::bigint[] IS NULL OR citizen_id = ANY(%(ids)s::bigint[]))
"""


@dataclass(frozen=True, slots=True)
class Said:
    """Who has said something, and what; NaN where nothing can be told."""

    ids: Ints
    values: Doubles


def scores(*, ids: Sequence[int] | None = None) -> Said:
    """Return the scores (0–1) of everybody's current self-test, or of these people's."""
    return _said(_TESTS, "score", ids, ())


def wishes(*, levels: Sequence[str], ids: Sequence[int] | None = None) -> Said:
    """Return everybody's own wish by its place in `levels`, or these people's."""
    return _said(_WISHES, "wish", ids, levels)


def _said(query: str, name: str, ids: Sequence[int] | None, levels: Sequence[str]) -> Said:
    asked = {
        "kommune": current_municipality_id(),
        "ids": None if ids is None else [int(one) for one in ids],
        "levels": list(levels),
    }
    whole, numbers = read_columns(query, asked, ints=("citizen",), doubles=(name,))
    return Said(whole["citizen"], numbers[name])
