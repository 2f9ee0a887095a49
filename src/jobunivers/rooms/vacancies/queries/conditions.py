# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who has applied for some kind of work, for rooms above that ask it of everybody.

Only what was applied for from an advertisement here has a kind: what is typed by hand has none.
"""

from jobunivers.foundation.conditions import Condition
from jobunivers.foundation.projections import only

_APPLIED = """
    SELECT a.citizen_id AS citizen, max(a.applied_on) AS since, max(a.id)::text AS occurrence,
        to_jsonb(max(a.applied_on)) AS fact
    FROM vacancies_application a JOIN vacancies_vacancy v ON v.id = a.vacancy_id
    WHERE a.municipality_id = %(kommune)s AND a.status <> 'planned'
        AND a.applied_on <= %(today)s AND a.applied_on > %(today)s::date - %(days)s::int
"""
APPLIED_IN = Condition(
    f"{_APPLIED} AND v.area = %(area)s AND {only('a.citizen_id')} GROUP BY a.citizen_id",
    ("days", "area"),
)
APPLIED_AS = Condition(
    f"{_APPLIED} AND starts_with(v.isco, %(group)s) AND {only('a.citizen_id')}"
    " GROUP BY a.citizen_id",
    ("days", "group"),
)
