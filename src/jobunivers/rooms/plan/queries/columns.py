# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How very many people's plans stand, as columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jobunivers.foundation.columns import Doubles, Ints, read_columns
from jobunivers.foundation.tenancy import current_municipality_id

_PLANS = """
    SELECT citizen, sum(ahead) AS ahead, sum(goals) AS goals, sum(late) AS late,
        sum(fixed) AS fixed, min(late_since) - DATE '1970-01-01' AS late_since,
        max(finished) - DATE '1970-01-01' AS finished
    FROM (
        SELECT citizen_id AS citizen,
            count(*) FILTER (WHERE state IN ('planned', 'begun')) AS ahead,
            0 AS goals,
            count(*) FILTER (WHERE state IN ('planned', 'begun')
                AND coalesce(last_day, day) < %(today)s) AS late,
            0 AS fixed,
            min(coalesce(last_day, day)) FILTER (WHERE state IN ('planned', 'begun')
                AND coalesce(last_day, day) < %(today)s) AS late_since,
            max(done_on) FILTER (WHERE state = 'done' AND kind <> 'apply') AS finished
        FROM plan_activity
        WHERE municipality_id = %(kommune)s
            AND (%(ids)s::bigint[] IS NULL OR citizen_id = ANY(%(ids)s::bigint[]))
        GROUP BY citizen_id
        UNION ALL
        SELECT citizen_id, 0, 0, count(*), 0, min(due_on), NULL FROM plan_agreement
        WHERE municipality_id = %(kommune)s AND state = 'agreed' AND due_on < %(today)s
            AND (%(ids)s::bigint[] IS NULL OR citizen_id = ANY(%(ids)s::bigint[]))
        GROUP BY citizen_id
        UNION ALL
        SELECT citizen_id, 0, count(*), 0, 0, NULL, NULL FROM plan_goal
        WHERE municipality_id = %(kommune)s AND state = 'open'
            AND (%(ids)s::bigint[] IS NULL OR citizen_id = ANY(%(ids)s::bigint[]))
        GROUP BY citizen_id
        UNION ALL
        SELECT citizen_id, 0, 0, 0, count(*), NULL, NULL FROM plan_jobsearchrequirements
        WHERE municipality_id = %(kommune)s AND (until_on IS NULL OR until_on > %(today)s)
            AND (%(ids)s::bigint[] IS NULL OR citizen_id = ANY(%(ids)s::bigint[]))
        GROUP BY citizen_id
    ) AS parts GROUP BY citizen
"""


@dataclass(frozen=True, slots=True)
class Plans:
    """One row a citizen with anything in her plan; days since 1970, NaN: none.

    `late`: activities and agreements whose day has passed, `late_since` the oldest of these days;
    `finished`: when she last finished something that was no application; `fixed`: requirements
    that hold or will.
    """

    ids: Ints
    ahead: Ints
    goals: Ints
    late: Ints
    fixed: Ints
    late_since: Doubles
    finished: Doubles


def plans(*, today: date, ids: Sequence[int] | None = None) -> Plans:
    """Return how everybody's plan stands in the kommune, or these people's."""
    whole, numbers = read_columns(
        _PLANS,
        {
            "kommune": current_municipality_id(),
            "ids": None if ids is None else [int(one) for one in ids],
            "today": today,
        },
        ints=("citizen", "ahead", "goals", "late", "fixed"),
        doubles=("late_since", "finished"),
    )
    return Plans(
        ids=whole["citizen"],
        ahead=whole["ahead"],
        goals=whole["goals"],
        late=whole["late"],
        fixed=whole["fixed"],
        late_since=numbers["late_since"],
        finished=numbers["finished"],
    )
