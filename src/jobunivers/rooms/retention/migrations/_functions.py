# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The narrow way by which rows go that the app's role may not delete.

The functions belong to the owner of the tables, who is held by row-level security too: a run sees
the kommune of its transaction and no other. What the app may call takes the number of a batch and a
time, and finds out for itself who may go.
"""

FRESH = """
CREATE FUNCTION retention_fresh() RETURNS bigint
LANGUAGE sql VOLATILE SET search_path = pg_catalog AS $$
    SELECT (1::bigint << 62)
        | (('x' || translate(left(gen_random_uuid()::text, 13), '-', ''))::bit(48)::bigint << 12)
        | ('x' || left(gen_random_uuid()::text, 3))::bit(12)::bigint
$$;
"""

KOMMUNE = """
CREATE FUNCTION retention_kommune() RETURNS bigint
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
CREATE FUNCTION retention_number(p_code text, p_prefix text, p_on date) RETURNS bigint
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
CREATE FUNCTION retention_days(p_code text, p_on date) RETURNS integer
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT max(retention_number(t.code, 'days:', p_on))::integer FROM retention_term t
    WHERE t.code = p_code OR (p_code = 'end' AND t.clock = 'journey')
        OR (p_code = 'left' AND t.clock = 'left')
$$;
"""

WHERE = """
CREATE FUNCTION retention_where(p_path text[]) RETURNS text
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

# Times become noon of the first (or last) day of their Danish month: sums by month stay as they are.
SAYS_NOTHING = """
CREATE FUNCTION retention_says_nothing(p_column text, p_how text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
    SELECT CASE p_how
        WHEN 'number' THEN format('coalesce((SELECT m.fresh FROM unnest($1, $2) '
            'AS m(old, fresh) WHERE m.old = t.%1$I), t.%1$I)', p_column)
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
CREATE FUNCTION retention_one_table(
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
CREATE FUNCTION retention_unsign(p_batch bigint, p_ids bigint[], p_at timestamptz) RETURNS void
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

# At the end a log that must stand is made to name nobody; everything else of hers goes.
LET_GO = """
CREATE FUNCTION retention_let_go(
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
    IF p_code = 'end' THEN
        PERFORM retention_unsign(p_batch, p_ids, p_at);
    END IF;
    FOR way IN SELECT w.* FROM retention_way w WHERE cardinality(w.path) > 0 AND CASE p_code
            WHEN 'end' THEN w.of_citizens
            WHEN 'left' THEN w.clock = 'left' AND w.path <> ARRAY[w.key]
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

MAY = """
CREATE FUNCTION retention_approved_batch(p_batch bigint, p_at timestamptz, p_aged boolean)
RETURNS retention_batch LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    batch retention_batch;
    plan retention_plan;
    size bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('retention'), retention_kommune()::integer);
    SELECT b.* INTO batch FROM retention_batch b
        WHERE b.id = p_batch AND b.municipality_id = retention_kommune() FOR UPDATE;
    IF NOT FOUND OR p_aged <> (batch.code = 'aged') THEN
        RAISE EXCEPTION 'retention: there is no such batch' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF batch.state = 'done' THEN
        RETURN batch;
    END IF;
    SELECT p.* INTO plan FROM retention_plan p
        WHERE p.id = batch.plan_id AND p.municipality_id = retention_kommune() FOR UPDATE;
    IF plan.state <> 'approved' THEN
        RAISE EXCEPTION 'retention: the plan is not approved'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF p_at > clock_timestamp() + interval '1 day' THEN
        RAISE EXCEPTION 'retention: the time has not come' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF p_aged THEN
        SELECT coalesce(sum(l.rows), 0) INTO size FROM retention_ledgerline l
            WHERE l.plan_id = plan.id AND l.code = 'aged';
        size := greatest(size, plan.aged);
    ELSE
        SELECT (SELECT count(*) FROM retention_member m JOIN retention_batch b ON b.id = m.batch_id
                WHERE b.plan_id = plan.id)
            + (SELECT coalesce(sum(b.people), 0) FROM retention_batch b WHERE b.plan_id = plan.id)
            INTO size;
    END IF;
    IF size > retention_number(CASE WHEN p_aged THEN 'aged_above' ELSE 'people_above' END, '', p_at::date)
        AND (plan.decided_by_id IS NULL OR plan.decided_by_id = plan.made_by_id)
    THEN
        RAISE EXCEPTION 'retention: a second person must approve so much'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN batch;
END
$$;
"""

FINISH = """
CREATE FUNCTION retention_finish(p_batch bigint, p_people integer, p_out integer, p_at timestamptz)
RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    plan bigint;
BEGIN
    DELETE FROM retention_member WHERE batch_id = p_batch AND municipality_id = retention_kommune();
    UPDATE retention_batch SET state = 'done', people = p_people, left_out = p_out, done_at = p_at,
        failed_why = '' WHERE id = p_batch AND municipality_id = retention_kommune()
        RETURNING plan_id INTO plan;
    UPDATE retention_plan SET state = 'done', done_at = p_at
        WHERE id = plan AND municipality_id = retention_kommune() AND NOT EXISTS (
            SELECT 1 FROM retention_batch b WHERE b.plan_id = plan AND b.state <> 'done');
END
$$;
"""

RUN_BATCH = """
CREATE FUNCTION retention_run_batch(p_batch bigint, p_at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    batch retention_batch := retention_approved_batch(p_batch, p_at, false);
    today date := (p_at AT TIME ZONE 'Europe/Copenhagen')::date;
    days integer := retention_days(batch.code, today);
    ids bigint[];
    asked integer;
BEGIN
    IF batch.state = 'done' THEN
        RETURN 0;
    END IF;
    SELECT count(*) INTO asked FROM retention_member m
        WHERE m.batch_id = p_batch AND m.municipality_id = retention_kommune();
    SELECT coalesce(array_agg(m.person_id ORDER BY m.person_id), '{}') INTO ids
        FROM retention_member m
        JOIN retention_ended e ON e.person_id = m.person_id
            AND e.municipality_id = m.municipality_id
        JOIN identity_person p ON p.id = m.person_id AND p.municipality_id = m.municipality_id
        WHERE m.batch_id = p_batch AND m.municipality_id = retention_kommune()
            AND e.ended_on + days <= today
            AND NOT EXISTS (SELECT 1 FROM retention_hold h WHERE h.person_id = m.person_id
                AND h.municipality_id = m.municipality_id AND h.lifted_at IS NULL)
            AND CASE WHEN batch.code = 'left' THEN NOT p.is_active AND p.role <> 'citizen'
                ELSE p.role = 'citizen' AND EXISTS (SELECT 1 FROM retention_told t
                    WHERE t.citizen_id = m.person_id AND t.municipality_id = m.municipality_id
                        AND t.code = batch.code AND t.ended_on = e.ended_on
                        AND t.told_at <= p_at - interval '30 days' AND t.goes_on <= today) END;
    IF cardinality(ids) > 0 THEN
        PERFORM retention_let_go(p_batch, batch.plan_id, batch.code, ids, p_at);
    END IF;
    PERFORM retention_finish(p_batch, cardinality(ids), asked - cardinality(ids), p_at);
    RETURN cardinality(ids);
END
$$;
"""

RUN_AGED = """
CREATE FUNCTION retention_run_aged(p_batch bigint, p_at timestamptz, p_most integer) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    batch retention_batch := retention_approved_batch(p_batch, p_at, true);
    way retention_way;
    before timestamptz;
    held bigint[];
    place text;
    gone record;
    i integer;
BEGIN
    IF batch.state = 'done' THEN
        RETURN 0;
    END IF;
    SELECT w.* INTO way FROM retention_way w WHERE w.label = batch.label
        AND w.clock = 'row' AND w.then = 'delete' AND w.at <> '' AND w.has_kommune;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'retention: no rows of that go by their age'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    before := p_at - make_interval(days => retention_days(way.code, p_at::date));
    SELECT coalesce(array_agg(DISTINCT h.person_id), '{}') INTO held FROM retention_hold h
        WHERE h.municipality_id = retention_kommune() AND h.lifted_at IS NULL;
    place := format('municipality_id = $3 AND %I < $2', way.at);
    IF cardinality(way.path) > 0 AND cardinality(held) > 0 THEN
        place := place || format(' AND NOT coalesce(%s, false)', retention_where(way.path));
    END IF;
    FOR i IN 1 .. coalesce(array_length(way.refs, 1), 0) BY 2 LOOP
        place := place || format(' AND NOT EXISTS (SELECT 1 FROM %I r WHERE r.%I = %I.%I)',
            way.refs[i], way.refs[i + 1], way.table, way.key);
    END LOOP;
    EXECUTE format('WITH gone AS (DELETE FROM %1$I WHERE %2$I IN (SELECT %2$I FROM %1$I '
        'WHERE %3$s AND $1 IS NOT NULL LIMIT $4) AND municipality_id = $3 AND %4$I < $2 '
        'RETURNING %5$s AS pk) SELECT count(*) AS rows, array_agg(pk) AS pks FROM gone',
        way.table, way.key, place, way.at,
        CASE WHEN way.append_only THEN format('%I::bigint', way.key) ELSE 'NULL::bigint' END)
        INTO gone USING held, before, retention_kommune(), p_most;
    IF gone.rows > 0 THEN
        INSERT INTO retention_ledgerline
            (municipality_id, at, plan_id, batch_id, code, label, anonymised, rows, people)
            VALUES (retention_kommune(), p_at, batch.plan_id, p_batch, 'aged', way.label, false,
                gone.rows, 0);
        IF way.append_only THEN
            INSERT INTO retention_tombstone (municipality_id, at, batch_id, "table", pks, changed)
                VALUES (retention_kommune(), p_at, p_batch, way.table, gone.pks, false);
        END IF;
    END IF;
    IF gone.rows < p_most THEN
        PERFORM retention_finish(p_batch, 0, 0, p_at);
    END IF;
    RETURN gone.rows;
END
$$;
"""

NAMES = (
    "retention_fresh()",
    "retention_kommune()",
    "retention_number(text, text, date)",
    "retention_days(text, date)",
    "retention_where(text[])",
    "retention_says_nothing(text, text)",
    "retention_one_table(retention_way, text, bigint[], bigint[])",
    "retention_unsign(bigint, bigint[], timestamptz)",
    "retention_let_go(bigint, bigint, text, bigint[], timestamptz)",
    "retention_approved_batch(bigint, timestamptz, boolean)",
    "retention_finish(bigint, integer, integer, timestamptz)",
    "retention_run_batch(bigint, timestamptz)",
    "retention_run_aged(bigint, timestamptz, integer)",
)
# Statement by statement: split by a reader of SQL, the bodies would fall apart.
CREATE = [
    FRESH,
    KOMMUNE,
    NUMBER,
    DAYS,
    WHERE,
    SAYS_NOTHING,
    ONE_TABLE,
    UNSIGN,
    LET_GO,
    MAY,
    FINISH,
    RUN_BATCH,
    RUN_AGED,
    *(f"REVOKE ALL ON FUNCTION {name} FROM PUBLIC" for name in NAMES),
]
DROP = [f"DROP FUNCTION {name}" for name in reversed(NAMES)]
