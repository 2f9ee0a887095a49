# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What profiles, times out of work and absences say of each citizen, as SQL for prepared rows."""

from jobunivers.foundation.projections import Projection, only
from jobunivers.rooms.journey.queries.columns import EDUCATION_LEVELS

_LEVELS = ", ".join(f"'{level}'" for level in EDUCATION_LEVELS)
# An array, not a set: a set of profiles is looked for in every row, an array in the index.
_MINE = """municipality_id = %(kommune)s AND (%(ids)s::bigint[] IS NULL OR profile_id = ANY(ARRAY(
    SELECT id FROM journey_profile WHERE municipality_id = %(kommune)s
        AND citizen_id = ANY(%(ids)s::bigint[]))))"""
SPELL = Projection(
    "spell",
    f"""
    SELECT citizen_id AS citizen, began_on AS out_since FROM journey_spell
    WHERE municipality_id = %(kommune)s AND ended_on IS NULL AND began_on <= %(today)s
        AND {only("citizen_id")}
    """,  # noqa: S608 - our own text
    {"out_since": "NULL"},
)
# Why she is away is not told: it may be illness.
ABSENCE = Projection(
    "absence",
    f"""
    SELECT citizen_id AS citizen, true AS absent,
        CASE WHEN bool_or(ends_on IS NULL) THEN NULL ELSE max(ends_on) END AS absent_until
    FROM journey_absence
    WHERE municipality_id = %(kommune)s AND starts_on <= %(today)s
        AND (ends_on IS NULL OR ends_on > %(today)s) AND {only("citizen_id")}
    GROUP BY citizen_id
    """,  # noqa: S608 - our own text
    {"absent": "false", "absent_until": "NULL"},
)
PROFILE = Projection(
    "profile",
    f"""
    SELECT p.citizen_id AS citizen, p.postal_code AS postcode, p.city AS town, p.max_km,
        p.hours_min, p.hours_max, p.wants_remote AS remote,
        coalesce(p.languages ->> 'da', '') AS danish,
        ARRAY(SELECT jsonb_object_keys(p.languages) ORDER BY 1)::varchar[] AS languages,
        p.licences, coalesce((ARRAY[{_LEVELS}])[e.level], '') AS education,
        coalesce(x.days / 30.4375, 0)::int AS experience_months,
        coalesce(h.uris, '{{}}') AS occupations_had, coalesce(w.uris, '{{}}') AS occupations_wished,
        coalesce(c.number, 0) AS competences,
        (((w.profile_id IS NOT NULL)::int + (p.latitude IS NOT NULL)::int
            + (x.profile_id IS NOT NULL)::int + (c.profile_id IS NOT NULL)::int
            + (e.profile_id IS NOT NULL)::int
            + (p.languages <> '{{}}' OR p.licences <> '{{}}' OR p.lacks_licences <> '{{}}')::int
        ) * 100 / 6.0)::int AS profile_share,
        w.profile_id IS NOT NULL AND (x.profile_id IS NOT NULL OR e.profile_id IS NOT NULL)
            AS has_cv
    FROM journey_profile p
    LEFT JOIN (SELECT profile_id, array_agg(DISTINCT occupation_uri)
            FILTER (WHERE occupation_uri <> '') AS uris
        FROM journey_wish WHERE {_MINE} GROUP BY profile_id) w ON w.profile_id = p.id
    LEFT JOIN (SELECT profile_id, count(*) AS number
        FROM journey_competence WHERE {_MINE} GROUP BY profile_id) c ON c.profile_id = p.id
    LEFT JOIN (SELECT profile_id, max(array_position(ARRAY[{_LEVELS}], level::text)) AS level
        FROM journey_education WHERE {_MINE} GROUP BY profile_id) e ON e.profile_id = p.id
    LEFT JOIN (SELECT profile_id, array_agg(DISTINCT occupation_uri) AS uris
        FROM journey_experience WHERE occupation_uri <> '' AND {_MINE} GROUP BY profile_id) h
        ON h.profile_id = p.id
    LEFT JOIN (SELECT profile_id, sum(upper(r) - lower(r)) AS days FROM (
            SELECT profile_id, unnest(range_agg(
                daterange(started_on, greatest(started_on, least(ended_on, %(today)s)), '[]'))) AS r
            FROM journey_experience WHERE {_MINE} GROUP BY profile_id) AS apart
        GROUP BY profile_id) x ON x.profile_id = p.id
    WHERE p.municipality_id = %(kommune)s AND {only("p.citizen_id")}
    """,  # noqa: S608 - our own text
    {
        "postcode": "''", "town": "''", "max_km": "NULL", "hours_min": "NULL", "hours_max": "NULL",
        "remote": "false", "danish": "''", "languages": "'{}'", "licences": "'{}'",
        "education": "''", "experience_months": "0", "occupations_had": "'{}'",
        "occupations_wished": "'{}'", "competences": "0", "profile_share": "0", "has_cv": "false",
    },
)  # fmt: skip
