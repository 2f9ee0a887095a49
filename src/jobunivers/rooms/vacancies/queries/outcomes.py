# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who of very many did something in their joblogs within some days, for rooms above that measure.

Days are half-open: the first counts, the last does not.
"""

from collections.abc import Sequence
from datetime import date

from jobunivers.foundation.columns import Ints, read_columns
from jobunivers.foundation.tenancy import current_municipality_id

_APPLIED = """
    SELECT DISTINCT citizen_id AS citizen FROM vacancies_application
    WHERE municipality_id = %(kommune)s AND status <> 'planned' AND citizen_id = ANY(%(ids)s)
        AND applied_on >= %(first)s AND applied_on < %(after)s
        AND (%(vacancy)s::bigint IS NULL OR vacancy_id = %(vacancy)s)
"""
# As in columns.py: a talk is known by its own row, or by the state of the application alone.
_TALKED = """
    SELECT citizen_id AS citizen FROM vacancies_interview i
    WHERE municipality_id = %(kommune)s AND citizen_id = ANY(%(ids)s) AND cancelled_at IS NULL
        AND i.on >= %(first)s AND i.on < %(after)s
    UNION
    SELECT citizen_id FROM vacancies_application a
    WHERE municipality_id = %(kommune)s AND citizen_id = ANY(%(ids)s)
        AND status IN ('interview', 'offer')
        AND coalesce(answered_on, changed_at::date) >= %(first)s
        AND coalesce(answered_on, changed_at::date) < %(after)s
        AND NOT EXISTS (SELECT FROM vacancies_interview i
            WHERE i.application_id = a.id AND i.cancelled_at IS NULL)
"""


def applied_between(
    ids: Sequence[int], *, first: date, after: date, vacancy_id: int | None = None
) -> Ints:
    """Return who of them applied for a job on these days, or for that job."""
    asked = _asked(ids, first, after) | {"vacancy": vacancy_id}
    return read_columns(_APPLIED, asked, ints=("citizen",))[0]["citizen"]


def talked_between(ids: Sequence[int], *, first: date, after: date) -> Ints:
    """Return who of them had a talk with an employer on these days."""
    return read_columns(_TALKED, _asked(ids, first, after), ints=("citizen",))[0]["citizen"]


def _asked(ids: Sequence[int], first: date, after: date) -> dict[str, object]:
    return {
        "kommune": current_municipality_id(),
        "ids": [int(one) for one in ids],
        "first": first,
        "after": after,
    }
