# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Times out of work with what was so when each began, as columns: to learn from, and to tell.

What happened later is not among it. Her jobs and educations count by their own dates: what she has
worked up to the day it began, an education that was over by that year. Times out of work before it
count alike. So a line she writes into her profile today changes what was so then only where it says
something of the time before.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jobunivers.foundation.columns import Doubles, Ints, read_columns
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.rooms.journey.models import SpellEnd
from jobunivers.rooms.journey.queries.columns import EDUCATION_LEVELS

SPELL_ENDS = tuple(SpellEnd.values)
WORKED_WITHIN = 1826
OUT_WITHIN = 1096
"""Days before it began that are looked back on: five years of work, three of being out."""
# Jobs that overlap count their days once; one that is not over lasts until she was out.
_SPELLS = """
    WITH s AS (
        SELECT id, citizen_id, began_on, ended_on, "end", recorded_at
        FROM journey_spell
        WHERE municipality_id = %(kommune)s AND began_on <= %(today)s
            AND (%(ids)s::bigint[] IS NULL OR citizen_id = ANY(%(ids)s::bigint[]))
            AND (NOT %(open)s OR ended_on IS NULL)
    ), told AS (
        SELECT s.id, s.began_on, p.id AS profile_id
        FROM s JOIN journey_profile p
            ON p.municipality_id = %(kommune)s AND p.citizen_id = s.citizen_id
    ), jobs AS (
        SELECT told.id, range_agg(daterange(
                greatest(x.started_on, told.began_on - %(worked)s),
                greatest(least(x.ended_on, told.began_on), x.started_on,
                    told.began_on - %(worked)s))) AS days
        FROM told JOIN journey_experience x ON x.municipality_id = %(kommune)s
            AND x.profile_id = told.profile_id AND x.started_on < told.began_on
        GROUP BY told.id
    ), worked AS (
        SELECT id, (SELECT coalesce(sum(upper(r) - lower(r)), 0) FROM unnest(days) AS r) AS days
        FROM jobs
    ), learned AS (
        SELECT told.id, max(array_position(%(education)s::text[], e.level::text)) - 1 AS level
        FROM told JOIN journey_education e ON e.municipality_id = %(kommune)s
            AND e.profile_id = told.profile_id
            AND (e.ended_year IS NULL OR e.ended_year <= extract(year FROM told.began_on))
        GROUP BY told.id
    ), earlier AS (
        SELECT s.id, sum(least(e.ended_on, s.began_on)
            - greatest(e.began_on, s.began_on - %(out)s)) AS days
        FROM s JOIN journey_spell e ON e.municipality_id = %(kommune)s
            AND e.citizen_id = s.citizen_id AND e.began_on < s.began_on
            AND e.ended_on > s.began_on - %(out)s
        GROUP BY s.id
    )
    SELECT s.citizen_id AS citizen, s.began_on - DATE '1970-01-01' AS began,
        coalesce(array_position(%(ends)s::text[], s."end"::text), 0) AS end_code,
        s.recorded_at::date - DATE '1970-01-01' AS recorded,
        coalesce(earlier.days, 0) AS out_days,
        s.ended_on - DATE '1970-01-01' AS ended,
        worked.days AS worked_days, learned.level AS education
    FROM s LEFT JOIN worked USING (id) LEFT JOIN learned USING (id) LEFT JOIN earlier USING (id)
    ORDER BY s.citizen_id, s.began_on, s.id
"""


@dataclass(frozen=True, slots=True)
class Histories:
    """Times out of work, by citizen and start; days are counted from 1970, NaN is not known.

    `end`: 0 when it has none, else the place in SPELL_ENDS from 1. `recorded`: when it was told.
    `out_days`, `worked_days`: out of work and at work in the years before it began. `education`: a
    place in EDUCATION_LEVELS.
    """

    citizens: Ints
    began: Ints
    end: Ints
    recorded: Ints
    out_days: Ints
    ended: Doubles
    worked_days: Doubles
    education: Doubles


def histories(
    *, today: date, ids: Sequence[int] | None = None, only_open: bool = False
) -> Histories:
    """Return the kommune's times out of work that have begun, or those of these people alone."""
    asked = {
        "kommune": current_municipality_id(),
        "today": today,
        "ids": None if ids is None else [int(one) for one in ids],
        "open": only_open,
        "worked": WORKED_WITHIN,
        "out": OUT_WITHIN,
        "education": list(EDUCATION_LEVELS),
        "ends": list(SPELL_ENDS),
    }
    whole = ("citizen", "began", "end_code", "recorded", "out_days")
    numbers = ("ended", "worked_days", "education")
    ints, doubles = read_columns(_SPELLS, asked, ints=whole, doubles=numbers)
    return Histories(
        citizens=ints["citizen"],
        began=ints["began"],
        end=ints["end_code"],
        recorded=ints["recorded"],
        out_days=ints["out_days"],
        **doubles,
    )
