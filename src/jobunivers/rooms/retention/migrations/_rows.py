# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What comes of rows: they go, or are made to name nobody."""

# Times become noon of the first (or last) day of their Danish month: sums by month stay as they are.
SAYS_NOTHING = """
CREATE OR REPLACE FUNCTION retention_says_nothing(p_column text, p_how text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
    SELECT CASE p_how
        WHEN 'number' THEN format('coalesce($2[array_position($1, t.%1$I)], t.%1$I)', p_column)
        WHEN 'blank' THEN $q$''$q$
        WHEN 'dash' THEN $q$'–'$q$
        WHEN 'unique' THEN 'left(gen_random_uuid()::text, 36)'
        WHEN 'null' THEN 'NULL'
        WHEN 'uuid' THEN 'gen_random_uuid()'
        WHEN 'object' THEN $q$'{}'::jsonb$q$
        WHEN 'list' THEN $q$'[]'::jsonb$q$
        WHEN 'array' THEN $q$'{}'$q$
        WHEN 'bytes' THEN $q$''::bytea$q$
        WHEN 'day' THEN format($q$date_trunc('month', t.%I)::date$q$, p_column)
        WHEN 'day_end' THEN format(
            $q$(date_trunc('month', t.%I) + interval '1 month - 1 day')::date$q$, p_column)
        WHEN 'month' THEN format(
            $q$(date_trunc('month', t.%I AT TIME ZONE 'Europe/Copenhagen')
                + interval '12 hours') AT TIME ZONE 'Europe/Copenhagen'$q$, p_column)
        WHEN 'month_end' THEN format(
            $q$(date_trunc('month', t.%I AT TIME ZONE 'Europe/Copenhagen')
                + interval '1 month - 12 hours') AT TIME ZONE 'Europe/Copenhagen'$q$, p_column)
    END
$$;
"""

ONE_TABLE = """
CREATE OR REPLACE FUNCTION retention_one_table(
    p_way retention_way, p_then text, p_ids bigint[], p_fresh bigint[],
    OUT rows bigint, OUT pks bigint[]
) LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    place text := CASE WHEN p_way.has_kommune THEN 'municipality_id = $3 AND ' ELSE '' END
        || retention_where(p_way.path);
    back text := CASE WHEN p_way.append_only THEN format('%I::bigint', p_way.key)
        ELSE 'NULL::bigint' END;
    kept text;
    files bigint[] := '{}';
    found bigint[];
    name text;
BEGIN
    IF p_then = 'delete' THEN
        FOREACH name IN ARRAY p_way.files LOOP
            EXECUTE format('SELECT array_agg(DISTINCT %I) FROM %I WHERE %s', name, p_way.table, place)
                INTO found USING p_ids, p_fresh, retention_kommune();
            files := files || found;
        END LOOP;
        EXECUTE format('WITH gone AS (DELETE FROM %I WHERE %s AND $2 IS NOT NULL '
            'AND $3 IS NOT NULL RETURNING %s AS pk) SELECT count(*), array_agg(pk) FROM gone',
            p_way.table, place, back)
            INTO rows, pks USING p_ids, p_fresh, retention_kommune();
        DELETE FROM files_filepiece
            WHERE file_id = ANY(files) AND municipality_id = retention_kommune();
        DELETE FROM files_storedfile
            WHERE id = ANY(files) AND municipality_id = retention_kommune();
        RETURN;
    END IF;
    SELECT string_agg(format('%I = %s', one ->> 0, retention_says_nothing(one ->> 0, one ->> 1)), ', ')
        INTO kept FROM jsonb_array_elements(p_way.sets) AS one;
    IF kept IS NULL THEN
        rows := 0;
        RETURN;
    END IF;
    EXECUTE format('WITH gone AS (UPDATE %I AS t SET %s WHERE %s AND $2 IS NOT NULL '
        'AND $3 IS NOT NULL RETURNING %s AS pk) SELECT count(*), array_agg(pk) FROM gone',
        p_way.table, kept, place, back)
        INTO rows, pks USING p_ids, p_fresh, retention_kommune();
END
$$;
"""

# What she did that is about nobody else, such as a choice of hers, stands in the log as somebody's.
UNSIGN = """
CREATE OR REPLACE FUNCTION retention_unsign(p_batch bigint, p_ids bigint[], p_at timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    pks bigint[];
BEGIN
    WITH gone AS (
        UPDATE events_event e SET data = '{}'::jsonb, actor_id = CASE
            WHEN e.actor_id = ANY(p_ids) THEN retention_fresh() ELSE e.actor_id END
        WHERE e.municipality_id = retention_kommune() AND e.citizen_id IS NULL
            AND (e.actor_id = ANY(p_ids) OR (CASE
                WHEN jsonb_typeof(e.data -> 'person_id') = 'number'
                THEN (e.data ->> 'person_id')::bigint = ANY(p_ids) END))
        RETURNING e.id
    ) SELECT array_agg(id) INTO pks FROM gone;
    IF pks IS NOT NULL THEN
        INSERT INTO retention_tombstone (municipality_id, at, batch_id, "table", pks, changed)
            VALUES (retention_kommune(), p_at, p_batch, 'events_event', pks, true);
    END IF;
END
$$;
"""

# Of these people, those whom no row names any more: what may name them stands in the table of ways.
NAMELESS = """
CREATE OR REPLACE FUNCTION retention_nameless(p_ids bigint[]) RETURNS bigint[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    places text[] := (SELECT w.refs FROM retention_way w WHERE w.clock = 'name');
    nameless bigint[] := CASE WHEN places IS NULL THEN '{}' ELSE p_ids END;
    i integer;
BEGIN
    FOR i IN 1 .. coalesce(array_length(places, 1), 0) BY 2 LOOP
        EXIT WHEN cardinality(nameless) = 0;
        EXECUTE format('SELECT coalesce(array_agg(one), $q${}$q$) FROM unnest($1) AS one '
            'WHERE NOT EXISTS (SELECT 1 FROM %I r WHERE r.%I = one)', places[i], places[i + 1])
            INTO nameless USING nameless;
    END LOOP;
    RETURN nameless;
END
$$;
"""

# The row of a member of staff stays, as somebody's who once worked here.
UNNAME = """
CREATE OR REPLACE FUNCTION retention_unname(
    p_batch bigint, p_plan bigint, p_ids bigint[], p_at timestamptz
) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    many bigint;
BEGIN
    UPDATE identity_person SET name = '–', sort_key = '', uuid = gen_random_uuid(), password = '',
            last_login = NULL, born_on = NULL,
            created_at = (date_trunc('month', created_at AT TIME ZONE 'Europe/Copenhagen')
                + interval '12 hours') AT TIME ZONE 'Europe/Copenhagen'
        WHERE id = ANY(p_ids) AND municipality_id = retention_kommune()
            AND role <> 'citizen' AND NOT is_active;
    GET DIAGNOSTICS many = ROW_COUNT;
    INSERT INTO retention_ledgerline
        (municipality_id, at, plan_id, batch_id, code, label, anonymised, rows, people)
        VALUES (retention_kommune(), p_at, p_plan, p_batch, 'name', 'identity.Person', true,
            many, cardinality(p_ids));
END
$$;
"""

# At the end a log that must stand is made to name nobody; everything else of hers goes.
LET_GO = """
CREATE OR REPLACE FUNCTION retention_let_go(
    p_batch bigint, p_plan bigint, p_code text, p_ids bigint[], p_at timestamptz
) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    way retention_way;
    family text := '';
    then_ text;
    herself boolean;
    fresh bigint[];
    done record;
BEGIN
    IF p_code = 'name' THEN
        PERFORM retention_unname(p_batch, p_plan, p_ids, p_at);
        RETURN;
    ELSIF p_code = 'end' THEN
        PERFORM retention_unsign(p_batch, p_ids, p_at);
    END IF;
    FOR way IN SELECT w.* FROM retention_way w WHERE cardinality(w.path) > 0 AND CASE p_code
            WHEN 'end' THEN w.of_citizens
            WHEN 'left' THEN (w.clock = 'left'
                    OR (w.of_citizens AND w.family IN ('identity', 'notices')))
                AND w.path <> ARRAY[w.key]
            ELSE w.of_citizens AND w.clock = 'journey' AND w.code = p_code
                AND w.path <> ARRAY[w.key] END
        ORDER BY w.family, w.rank, w.label
    LOOP
        IF way.family <> family THEN
            family := way.family;
            SELECT array_agg(retention_fresh()) INTO fresh FROM unnest(p_ids);
        END IF;
        herself := way.path = ARRAY[way.key];
        then_ := CASE WHEN herself THEN 'delete'
            WHEN way.clock IN ('journey', 'left') THEN way."then"
            WHEN way.append_only OR way."then" = 'keep' THEN 'anonymise' ELSE 'delete' END;
        done := retention_one_table(way, then_, p_ids, fresh);
        CONTINUE WHEN done.rows = 0;
        INSERT INTO retention_ledgerline
            (municipality_id, at, plan_id, batch_id, code, label, anonymised, rows, people)
            VALUES (retention_kommune(), p_at, p_plan, p_batch, p_code, way.label,
                then_ <> 'delete', done.rows, cardinality(p_ids));
        IF way.append_only THEN
            INSERT INTO retention_tombstone (municipality_id, at, batch_id, "table", pks, changed)
                VALUES (retention_kommune(), p_at, p_batch, way.table, done.pks,
                    then_ <> 'delete');
        END IF;
    END LOOP;
END
$$;
"""
