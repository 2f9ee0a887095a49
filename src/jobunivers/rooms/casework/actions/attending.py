# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rules look at citizens: points open, keep their facts and close by themselves.

Running twice changes nothing: what is written is the difference between what holds and what waits.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone

from jobunivers.foundation.everywhere import everywhere
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.rooms.casework.actions.flags import flag_rows
from jobunivers.rooms.casework.actions.rows import fill_rows_of
from jobunivers.rooms.casework.models import WAITING, AttentionPoint, PointState
from jobunivers.rooms.casework.queries.attention_facts import facts_of, packed_facts
from jobunivers.rooms.casework.queries.counting import counted_on
from jobunivers.rooms.casework.queries.tuning import InEffect, tuning_in_effect
from jobunivers.science.attention import RULES, VERSION, CitizenFacts, Made, findings
from jobunivers.trust import queries as trust

MODEL = "attention"
"""The code of the rules in the AI register."""
_AT_A_TIME = 10_000
_OPEN = """
    WITH seen AS (
        SELECT * FROM jsonb_to_recordset(%(rows)s::jsonb)
            AS u(citizen bigint, code text, owner text, facts jsonb, inputs jsonb)
    ), made AS (
        INSERT INTO casework_attentionpoint (municipality_id, citizen_id, code, rules, tuning,
            facts, facts_on, owner, state, opened_at, how, note, objection, version)
        SELECT %(kommune)s, u.citizen, u.code, %(rules)s, %(tuning)s, u.facts, %(today)s, u.owner,
            'open', %(at)s, '', '', '', 1
        FROM seen u
        ON CONFLICT (municipality_id, citizen_id, code) WHERE state IN ('open', 'postponed')
            DO NOTHING
        RETURNING id, citizen_id, code, facts
    )
    INSERT INTO casework_attentiondecision (municipality_id, point_id, citizen_id, code, at, state,
        how, rules, tuning, facts, inputs)
    SELECT %(kommune)s, m.id, m.citizen_id, m.code, %(at)s, 'open', '', %(rules)s, %(tuning)s,
        m.facts, u.inputs
    FROM made m JOIN seen u ON u.citizen = m.citizen_id AND u.code = m.code
"""
_CLOSE = """
    WITH made AS (
        UPDATE casework_attentionpoint p SET state = 'closed', how = u.how, closed_at = %(at)s,
            until = NULL, version = version + 1
        FROM jsonb_to_recordset(%(rows)s::jsonb) AS u(id bigint, how text)
        WHERE p.id = u.id AND p.municipality_id = %(kommune)s AND p.state IN ('open', 'postponed')
        RETURNING p.id, p.citizen_id, p.code, p.facts, p.how
    )
    INSERT INTO casework_attentiondecision (municipality_id, point_id, citizen_id, code, at, state,
        how, rules, tuning, facts)
    SELECT %(kommune)s, id, citizen_id, code, %(at)s, 'closed', how, %(rules)s, %(tuning)s, facts
    FROM made
"""
_RENEW = """
    UPDATE casework_attentionpoint p SET facts = u.facts, facts_on = %(today)s
    FROM jsonb_to_recordset(%(rows)s::jsonb) AS u(id bigint, facts jsonb)
    WHERE p.id = u.id AND p.municipality_id = %(kommune)s AND p.state IN ('open', 'postponed')
"""
_Key = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Attended:
    """What a run did: points that hold, that are new, and that closed by themselves."""

    people: int
    holding: int
    opened: int
    closed: int


@dataclass(frozen=True, slots=True)
class _Run:
    """How the rules are used in this run, and about whom: None is everybody."""

    used: InEffect
    citizen_ids: Sequence[int] | None
    today: date
    on: bool


@dataclass(slots=True)
class _Work:
    opens: list[dict[str, Any]] = field(default_factory=list)
    closes: list[dict[str, Any]] = field(default_factory=list)
    renews: list[dict[str, Any]] = field(default_factory=list)


def attend_everybody(*, at: datetime) -> int:
    """Look at everybody in every kommune; return how many points are new."""
    return everywhere("looking for attention points", lambda: attend(at=at).opened)


@transaction.atomic
def attend(*, at: datetime, citizen_ids: Sequence[int] | None = None) -> Attended:
    """Let the rules look at everybody in the kommune, or at these: open, renew and close points."""
    today, on = timezone.localdate(at), trust.is_on(MODEL)
    used = tuning_in_effect(today=today)
    facts = facts_of(at=at, ids=citizen_ids) if on else []
    holding = {
        (one.citizen, found.code): found.facts
        for one in facts
        for found in findings(one, used.tuning)
    }
    run = _Run(used, citizen_ids, today, on)
    work = _difference(holding, {one.citizen: one for one in facts}, run)
    asked = {"at": at, "today": today, "tuning": used.number, "rules": VERSION}
    _write(_CLOSE, work.closes, asked)
    _write(_OPEN, work.opens, asked)
    _write(_RENEW, work.renews, asked)
    flag_rows(citizen_ids=citizen_ids)
    return Attended(len(facts), len(holding), len(work.opens), len(work.closes))


def see_anew(citizen_id: int, at: datetime) -> None:
    """Make her row and her points anew when she has taken a consent back, not waiting."""
    fill_rows_of(citizen_ids=[citizen_id], at=at)
    attend(at=at, citizen_ids=[citizen_id])


def _difference(
    holding: Mapping[_Key, Made], known: Mapping[int, CitizenFacts], run: _Run
) -> _Work:
    """Return what must be written so that exactly what holds waits."""
    points = AttentionPoint.objects.filter(state__in=WAITING)
    if run.citizen_ids is not None:
        points = points.filter(citizen_id__in=list(run.citizen_ids))
    work, waiting = _Work(), set[_Key]()
    rows = points.order_by("pk").values_list("pk", "citizen_id", "code", "facts", "facts_on")
    for pk, citizen, code, facts, facts_on in rows:
        waiting.add((citizen, code))
        now = holding.get((citizen, code))
        if now is None:
            work.closes.append({"id": pk, "how": _why_closed(known.get(citizen), code, run)})
        elif counted_on(facts, facts_on, run.today) != now:
            work.renews.append({"id": pk, "facts": now})
    resting = _resting(run)
    work.opens = [
        {
            "citizen": citizen,
            "code": code,
            "owner": RULES[code].owner.value,
            "facts": made,
            "inputs": packed_facts(known[citizen]),
        }
        for (citizen, code), made in holding.items()
        if (citizen, code) not in waiting and (citizen, code) not in resting
    ]
    return work


def _why_closed(facts: CitizenFacts | None, code: str, run: _Run) -> str:
    if not run.on or code not in RULES or not run.used.tuning[code].on:
        return "off"
    if facts is None:
        return "left"
    return "absent" if facts.absent and not RULES[code].while_absent else "over"


def _resting(run: _Run) -> set[_Key]:
    """Return what people settled lately: a rule rests before it points at the same again."""
    longest = max(one.cool_down for one in run.used.tuning.values())
    settled = AttentionPoint.objects.filter(
        state__in=(PointState.SOLVED, PointState.WRONG),
        closed_at__date__gt=run.today - timedelta(days=longest),
    )
    if run.citizen_ids is not None:
        settled = settled.filter(citizen_id__in=list(run.citizen_ids))
    last = settled.order_by().values_list("citizen_id", "code").annotate(last=Max("closed_at"))
    return {
        (citizen, code)
        for citizen, code, at in last
        if code in RULES
        and timezone.localdate(at) + timedelta(days=run.used.tuning[code].cool_down) > run.today
    }


def _write(query: str, rows: Sequence[Mapping[str, Any]], asked: Mapping[str, Any]) -> None:
    """Write rows in few statements: one JSON document goes over the wire at a time."""
    kommune = current_municipality_id()
    with connection.cursor() as cursor:
        for start in range(0, len(rows), _AT_A_TIME):
            body = json.dumps([{**one} for one in rows[start : start + _AT_A_TIME]], default=dict)
            cursor.execute(query, {**asked, "kommune": kommune, "rows": body})
