# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Statements are taken in: all of a request, or nothing of it."""

import hashlib
import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.rooms.evidence.actions.judging import Refused, Sender, Wrong, citizens_of
from jobunivers.rooms.evidence.models import Statement
from jobunivers.science.xapi import activity_of, check, moment, voided_by

MOST_STATEMENTS = 1_000
_OF_OURS = frozenset({"stored", "authority", "version"})
_AROUND = ("parent", "grouping", "category", "other")
# One journey: those that are new are stored and wait for the worker. They are added in the order
# of their identifiers, so that two who send the same never wait for each other in a ring.
_ADD = """
    WITH added AS (
        INSERT INTO evidence_statement (
            municipality_id, citizen_id, offer_id, statement_id, verb, activity, whole,
            registration, voids, said_at, stored_at, digest, body
        )
        SELECT %(kommune)s, u.citizen, %(offer)s, u.id, u.verb, u.activity, u.whole,
               u.registration, u.voids, u.said, %(at)s, u.digest, u.body::jsonb
        FROM unnest(
            %(citizen)s::bigint[], %(id)s::uuid[], %(verb)s::text[], %(activity)s::text[],
            %(whole)s::boolean[], %(registration)s::uuid[], %(voids)s::uuid[],
            %(said)s::timestamptz[], %(digest)s::text[], %(body)s::text[]
        ) AS u(citizen, id, verb, activity, whole, registration, voids, said, digest, body)
        ORDER BY u.id
        ON CONFLICT DO NOTHING
        RETURNING id, statement_id
    ), waiting AS (
        INSERT INTO evidence_waitingstatement (municipality_id, statement_pk)
        SELECT %(kommune)s, added.id FROM added
    )
    SELECT statement_id FROM added
"""


@dataclass(frozen=True, slots=True)
class _Row:
    """One statement on its way into its table."""

    citizen: int
    id: uuid.UUID
    verb: str
    activity: str
    whole: bool
    registration: str | None
    voids: str | None
    said: datetime
    digest: str
    body: str


@transaction.atomic
def take(
    *, statements: Sequence[Any], sender: Sender, spoken: str, at: datetime
) -> list[uuid.UUID]:
    """Store statements for the kommune at work; return their identifiers in the order sent.

    What is stored already, with the same content, is not stored again and is no mistake.

    Raises:
        Refused: something is wrong with one of them; nothing is stored.
    """
    if len(statements) > MOST_STATEMENTS:
        raise Refused(413, [Wrong(0, "", "many")])
    wrongs = [
        Wrong(index, problem.place, problem.code)
        for index, one in enumerate(statements)
        for problem in check(one, spoken=spoken)
    ]
    if wrongs:
        raise Refused(400, wrongs)
    ids = [uuid.UUID(one["id"]) if "id" in one else uuid.uuid4() for one in statements]
    _refuse_twice(ids)
    citizens = citizens_of(statements, sender=sender, at=at)
    rows = [
        _row(one, number, citizen, sender=sender, spoken=spoken, at=at)
        for one, number, citizen in zip(statements, ids, citizens, strict=True)
    ]
    _store(rows, offer_id=sender.offer.pk, at=at)
    return ids


def _refuse_twice(ids: Sequence[uuid.UUID]) -> None:
    first: dict[uuid.UUID, int] = {}
    for index, one in enumerate(ids):
        if first.setdefault(one, index) != index:
            raise Refused(400, [Wrong(index, "id", "same")])


def _row(
    statement: Mapping[str, Any],
    number: uuid.UUID,
    citizen: int,
    *,
    sender: Sender,
    spoken: str,
    at: datetime,
) -> _Row:
    activity = activity_of(statement)
    said = moment(statement["timestamp"]) if "timestamp" in statement else at
    return _Row(
        citizen=citizen,
        id=number,
        verb=statement["verb"]["id"],
        activity=activity,
        whole=sender.means_the_whole(activity),
        registration=statement.get("context", {}).get("registration"),
        voids=voided_by(statement),
        said=min(said or at, at),
        digest=_digest(statement),
        body=json.dumps(_stamped(statement, number, sender=sender, spoken=spoken, at=at)),
    )


def _digest(statement: Mapping[str, Any]) -> str:
    """Return the sum of what the sender says: its order and what we add make no difference."""
    told = {name: said for name, said in statement.items() if name not in _OF_OURS | {"id"}}
    plain = json.dumps(told, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def _stamped(
    statement: Mapping[str, Any], number: uuid.UUID, *, sender: Sender, spoken: str, at: datetime
) -> dict[str, Any]:
    """Return a statement with what the store sets (1.0.3, part 2, 2.4; 2.0, 4.2)."""
    stamp = at.isoformat(timespec="milliseconds")
    told = {"timestamp": stamp, "version": f"{spoken}.0", **statement}
    authority = {"homePage": sender.issuer, "name": f"offer-{sender.offer.pk}"}
    return _with_lists(told) | {
        "id": str(number),
        "stored": stamp,
        "authority": {"objectType": "Agent", "account": authority},
    }


def _with_lists(statement: dict[str, Any]) -> dict[str, Any]:
    """Let what stands alone around an activity stand in a list (1.0.3, part 2, 2.4.6.2)."""
    around = statement.get("context", {}).get("contextActivities")
    if not around:
        return statement
    lists = {
        name: around[name] if isinstance(around[name], list) else [around[name]]
        for name in _AROUND
        if name in around
    }
    return statement | {"context": statement["context"] | {"contextActivities": lists}}


def _store(rows: Sequence[_Row], *, offer_id: int, at: datetime) -> None:
    if not rows:
        return
    told: dict[str, Any] = {
        name: [getattr(row, name) for row in rows] for name in _Row.__dataclass_fields__
    }
    told |= {"kommune": current_municipality_id(), "offer": offer_id, "at": at}
    with connection.cursor() as cursor:
        cursor.execute(_ADD, told)
        new = {number for (number,) in cursor.fetchall()}
    again = [(index, row) for index, row in enumerate(rows) if row.id not in new]
    if not again:
        return
    there = Statement.objects.filter(
        offer_id=offer_id, statement_id__in=[row.id for _, row in again]
    )
    digests = dict(there.order_by("pk").values_list("statement_id", "digest"))
    wrongs = [
        Wrong(index, "id", "conflict") for index, row in again if digests[row.id] != row.digest
    ]
    if wrongs:
        raise Refused(409, wrongs)
