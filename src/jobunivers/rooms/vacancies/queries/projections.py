# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How each citizen's job search goes, as SQL for prepared rows. Her notes are not read."""

from jobunivers.foundation.projections import Projection, only

_LATELY = (
    "applied_on > %(today)s::date - {days} AND applied_on <= %(today)s AND status <> 'planned'"
)
JOBLOG = Projection(
    "joblog",
    f"""
    SELECT citizen_id AS citizen,
        count(*) FILTER (WHERE {_LATELY.format(days=7)}) AS applications7,
        count(*) FILTER (WHERE {_LATELY.format(days=30)}) AS applications30,
        count(*) FILTER (WHERE {_LATELY.format(days=90)}) AS applications90,
        max(applied_on) FILTER (WHERE status <> 'planned') AS last_applied_on,
        count(*) FILTER (WHERE status = 'offer') AS offers,
        count(*) FILTER (WHERE status = 'rejected') AS rejections,
        count(*) FILTER (WHERE status = 'applied') AS unanswered
    FROM vacancies_application
    WHERE municipality_id = %(kommune)s AND {only("citizen_id")} GROUP BY citizen_id
    """,  # noqa: S608 - our own text
    {
        "applications7": "0", "applications30": "0", "applications90": "0",
        "last_applied_on": "NULL", "offers": "0", "rejections": "0", "unanswered": "0",
    },
)  # fmt: skip
_APPLICATIONS = """(%(ids)s::bigint[] IS NULL OR application_id = ANY(ARRAY(
    SELECT id FROM vacancies_application WHERE municipality_id = %(kommune)s
        AND citizen_id = ANY(%(ids)s::bigint[]))))"""
_THREE_MONTHS = """ "on" > %(today)s::date - 90 AND "on" <= %(today)s"""
# A talk is told of by its own row or by how far the application has come: it counts once.
TALKS = Projection(
    "talks",
    f"""
    SELECT citizen_id AS citizen, count(DISTINCT application_id) AS interviews90 FROM (
        SELECT citizen_id, application_id FROM vacancies_applicationstep
        WHERE municipality_id = %(kommune)s AND status = 'interview' AND {_THREE_MONTHS}
            AND {_APPLICATIONS}
        UNION ALL
        SELECT citizen_id, application_id FROM vacancies_interview
        WHERE municipality_id = %(kommune)s AND cancelled_at IS NULL AND {_THREE_MONTHS}
            AND {_APPLICATIONS}
    ) AS t GROUP BY citizen_id
    """,  # noqa: S608 - our own text
    {"interviews90": "0"},
)
STARS = Projection(
    "stars",
    f"""
    SELECT citizen_id AS citizen, count(*) AS stars FROM vacancies_star
    WHERE municipality_id = %(kommune)s AND {only("citizen_id")} GROUP BY citizen_id
    """,  # noqa: S608 - our own text
    {"stars": "0"},
)
