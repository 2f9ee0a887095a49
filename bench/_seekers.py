# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""People out of work in many kommuner, with profiles, deeds and pushes, for `bench segment`.

Made inside PostgreSQL as the tables' owner, kommune by kommune under its own lock. Their lives are
drawn by chance alone: what is measured is how long it takes, not how well it is decided.
"""

import numpy as np
import psycopg

_STEPS = (
    """INSERT INTO identity_person (municipality_id, uuid, name, sort_key, role, born_on, is_active,
        created_at, password)
    SELECT %(kommune)s, gen_random_uuid(), 'Borger ' || n, 'borger', 'citizen',
        DATE '2026-01-01' - (18 * 365 + (random() * 46 * 365)::int), true,
        %(now)s::timestamptz - interval '1 day' * (random() * 400), ''
    FROM generate_series(1, %(people)s) AS n""",
    """INSERT INTO identity_person (municipality_id, uuid, name, sort_key, role, is_active,
        created_at, password)
    SELECT %(kommune)s, gen_random_uuid(), 'Konsulent ' || n, 'konsulent', 'consultant', true,
        %(now)s, '' FROM generate_series(1, 1 + %(people)s / 200) AS n""",
    """INSERT INTO journey_spell (municipality_id, citizen_id, began_on, "end", told_by,
        recorded_at)
    SELECT %(kommune)s, id, %(today)s::date - (-ln(1 - random() * 0.999) * 180)::int, '',
        'case_system', %(now)s FROM identity_person
    WHERE municipality_id = %(kommune)s AND role = 'citizen'""",
    """INSERT INTO journey_spell (municipality_id, citizen_id, began_on, ended_on, "end", told_by,
        recorded_at)
    SELECT %(kommune)s, citizen_id, began_on - 700, began_on - 500, 'job', 'case_system', %(now)s
    FROM journey_spell WHERE municipality_id = %(kommune)s AND random() < 0.5""",
    """INSERT INTO journey_profile (municipality_id, citizen_id, summary, postal_code, city,
        kommune_code, latitude, longitude, max_km, wants_remote, languages, only_languages,
        licences, lacks_licences, version, changed_at)
    SELECT %(kommune)s, id, '', '8000', 'Byen', '', 56.1, 10.2, 30, false,
        CASE WHEN random() < 0.7 THEN '{"da": "fluent"}'::jsonb ELSE '{}'::jsonb END, false,
        '{}', '{}', 1, %(now)s
    FROM identity_person WHERE municipality_id = %(kommune)s AND role = 'citizen'
        AND random() < 0.9""",
    """INSERT INTO journey_experience (municipality_id, profile_id, title, employer, occupation_uri,
        started_on, ended_on, description)
    SELECT %(kommune)s, id, 'Job', '', '', %(today)s::date - (2000 + 900 * n), %(today)s::date
        - (1300 + 800 * n), '' FROM journey_profile, generate_series(0, 1) AS n
    WHERE municipality_id = %(kommune)s""",
    """INSERT INTO journey_education (municipality_id, profile_id, title, institution, level)
    SELECT %(kommune)s, id, 'Uddannelse', '',
        (ARRAY['primary', 'upper_secondary', 'vocational', 'short', 'bachelor', 'master'])
        [1 + (random() * 5)::int] FROM journey_profile WHERE municipality_id = %(kommune)s""",
    """INSERT INTO journey_wish (municipality_id, profile_id, occupation_uri, words)
    SELECT %(kommune)s, id, '', 'Job' FROM journey_profile
    WHERE municipality_id = %(kommune)s AND random() < 0.7""",
    """INSERT INTO journey_absence (municipality_id, citizen_id, kind, starts_on, ends_on, told_by,
        recorded_at)
    SELECT %(kommune)s, citizen_id, 'illness', d, d + 7, 'citizen', %(now)s
    FROM (SELECT citizen_id, %(today)s::date - (random() * 100)::int AS d FROM journey_spell
        WHERE municipality_id = %(kommune)s AND ended_on IS NULL AND random() < 0.15) AS ill""",
    """INSERT INTO entrance_selftest (municipality_id, citizen_id, at, actor_id, version, answers,
        score, level)
    SELECT %(kommune)s, citizen_id, %(now)s, citizen_id, '1', '{}', random(), ''
    FROM journey_spell WHERE municipality_id = %(kommune)s AND ended_on IS NULL
        AND random() < 0.6""",
    """INSERT INTO entrance_ownwish (municipality_id, citizen_id, at, actor_id, version, wish)
    SELECT %(kommune)s, citizen_id, %(now)s, citizen_id, '1',
        (ARRAY['self', 'self', 'together', 'in_person'])[1 + (random() * 3)::int]
    FROM journey_spell WHERE municipality_id = %(kommune)s AND ended_on IS NULL
        AND random() < 0.6""",
    # Eight pushes in four weeks; a busy person answers most, a silent one none.
    """INSERT INTO notices_notice (municipality_id, person_id, kind, data, path, created_at,
        sent_at, wants_answer, opened_at, opened_via, sender, key)
    SELECT %(kommune)s, citizen_id, 'bench.push', '{}', '', sent, sent, true,
        CASE WHEN random() < (citizen_id %% 10) / 10.0 THEN sent + interval '1 hour' END, '', '',
        ''
    FROM journey_spell, generate_series(0, 7) AS n,
        LATERAL (SELECT %(now)s::timestamptz - interval '3.5 days' * n AS sent) AS s
    WHERE municipality_id = %(kommune)s AND ended_on IS NULL""",
)
# A day of deeds: a busy person does something every other day, a silent one never.
_DEEDS = """
    INSERT INTO events_event (municipality_id, at, kind, citizen_id, actor_id, data)
    SELECT %(kommune)s, %(now)s::timestamptz - interval '1 day' * d - interval '1 hour' * random(),
        (ARRAY['identity.logged_in', 'vacancies.starred', 'vacancies.application_logged',
        'journey.profile_changed'])[1 + floor(random() * 3.99)::int], citizen_id, citizen_id, '{}'
    FROM journey_spell, generate_series(%(from)s::int, %(to)s::int) AS d
    WHERE municipality_id = %(kommune)s AND ended_on IS NULL
        AND random() < (citizen_id %% 10) / 20.0
"""


def sizes(people: int, kommuner: int) -> list[int]:
    """Return how many live in each kommune: the largest has about a tenth, as in Denmark."""
    weights = 1 / np.arange(1, kommuner + 1) ** 0.6
    shares = np.floor(people * weights / weights.sum()).astype(int)
    shares[0] += people - int(shares.sum())
    return [int(one) for one in shares]


def fill(owner: str, name_of: dict[int, int], now: str, days: int) -> None:
    """Fill each kommune (id → people) with lives and the deeds of so many days."""
    with psycopg.connect(owner, autocommit=True) as connection:
        for kommune, people in name_of.items():
            asked = {"kommune": kommune, "people": people, "now": now, "today": now[:10]}
            with connection.transaction():
                _choose(connection, kommune)
                for step in _STEPS:
                    connection.execute(step, asked)
                connection.execute(_DEEDS, {**asked, "from": 1, "to": days})
        connection.execute("ANALYZE")


def another_day(owner: str, kommuner: list[int], now: str) -> None:
    """Let everybody live one more day, which ends `now`."""
    with psycopg.connect(owner, autocommit=True) as connection:
        for kommune in kommuner:
            with connection.transaction():
                _choose(connection, kommune)
                connection.execute(_DEEDS, {"kommune": kommune, "now": now, "from": 0, "to": 0})


def _choose(connection: psycopg.Connection, kommune: int) -> None:
    connection.execute("SELECT set_config('jobunivers.municipality', %s, true)", [str(kommune)])
