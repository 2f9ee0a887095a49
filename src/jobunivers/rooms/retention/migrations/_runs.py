# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the app may ask for: a batch that is approved, and its own checks."""

MAY = """
CREATE OR REPLACE FUNCTION retention_approved_batch(p_batch bigint, p_at timestamptz, p_aged boolean)
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
CREATE OR REPLACE FUNCTION retention_finish(p_batch bigint, p_people integer, p_out integer, p_at timestamptz)
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
CREATE OR REPLACE FUNCTION retention_run_batch(p_batch bigint, p_at timestamptz) RETURNS integer
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
            AND CASE WHEN batch.code IN ('left', 'name') THEN NOT p.is_active
                    AND p.role <> 'citizen'
                ELSE p.role = 'citizen' AND EXISTS (SELECT 1 FROM retention_told t
                    WHERE t.citizen_id = m.person_id AND t.municipality_id = m.municipality_id
                        AND t.code = batch.code AND t.ended_on = e.ended_on
                        AND t.told_at <= p_at - interval '30 days' AND t.goes_on <= today
                        AND (NOT t.by_letter
                            OR t.letter_sent_at <= p_at - interval '30 days')) END;
    IF batch.code = 'name' THEN
        ids := retention_nameless(ids);
    END IF;
    IF cardinality(ids) > 0 THEN
        PERFORM retention_let_go(p_batch, batch.plan_id, batch.code, ids, p_at);
    END IF;
    PERFORM retention_finish(p_batch, cardinality(ids), asked - cardinality(ids), p_at);
    RETURN cardinality(ids);
END
$$;
"""

RUN_AGED = """
CREATE OR REPLACE FUNCTION retention_run_aged(p_batch bigint, p_at timestamptz, p_most integer) RETURNS bigint
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
