# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long is kept, which kommune is worked for, and how rows lead to people."""

FRESH = """
CREATE OR REPLACE FUNCTION retention_fresh() RETURNS bigint
LANGUAGE sql VOLATILE SET search_path = pg_catalog AS $$
    SELECT (1::bigint << 62)
        | (('x' || translate(left(gen_random_uuid()::text, 13), '-', ''))::bit(48)::bigint << 12)
        | ('x' || left(gen_random_uuid()::text, 3))::bit(12)::bigint
$$;
"""

KOMMUNE = """
CREATE OR REPLACE FUNCTION retention_kommune() RETURNS bigint
LANGUAGE plpgsql STABLE SET search_path = pg_catalog AS $$
DECLARE
    said bigint := nullif(current_setting('jobunivers.municipality', true), '')::bigint;
BEGIN
    IF said IS NULL THEN
        RAISE EXCEPTION 'retention: no kommune is chosen' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN said;
END
$$;
"""

# The number a kommune has chosen, else what the country starts with; never below the least.
NUMBER = """
CREATE OR REPLACE FUNCTION retention_number(p_code text, p_prefix text, p_on date) RETURNS bigint
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT greatest(t.least, coalesce((
        SELECT c.value FROM retention_choice c
        WHERE c.municipality_id = retention_kommune() AND c.code = p_prefix || p_code
            AND c.from_on <= p_on
        ORDER BY c.from_on DESC, c.id DESC LIMIT 1
    ), t.days))::bigint FROM retention_term t WHERE t.code = p_code
$$;
"""

DAYS = """
CREATE OR REPLACE FUNCTION retention_days(p_code text, p_on date) RETURNS integer
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT max(retention_number(t.code, 'days:', p_on))::integer FROM retention_term t
    WHERE t.code = p_code OR (p_code = 'end' AND t.clock = 'journey')
        OR (p_code IN ('left', 'name') AND t.clock = 'left')
$$;
"""

WHERE = """
CREATE OR REPLACE FUNCTION retention_where(p_path text[]) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog AS $$
DECLARE
    i integer := array_length(p_path, 1);
    said text := format('%I = ANY($1)', p_path[i]);
BEGIN
    WHILE i > 1 LOOP
        said := format('%I IN (SELECT %I FROM %I WHERE %s)',
            p_path[i - 3], p_path[i - 1], p_path[i - 2], said);
        i := i - 3;
    END LOOP;
    RETURN said;
END
$$;
"""
