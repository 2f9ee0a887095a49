# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Before something is sent to many: who would get it outside. After: what became of it."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from jobunivers.foundation.columns import read_columns
from jobunivers.foundation.notices.channels import offered
from jobunivers.foundation.notices.models import Notice, Rhythm
from jobunivers.foundation.notices.queries.wishes import limits
from jobunivers.foundation.notices.register import type_of
from jobunivers.foundation.tenancy import current_municipality_id

# Several notices in one message disturb once: messages are counted, not notices.
_REACH = """
    SELECT a.person_id AS person,
        max((p.paused_until IS NOT NULL AND p.paused_until > %(at)s)::int) AS paused,
        max((coalesce(d.day, 0) >= %(per_day)s OR coalesce(d.week, 0) >= %(per_week)s)::int)
            AS enough
    FROM notices_address a
    LEFT JOIN notices_choice c ON c.municipality_id = a.municipality_id
        AND c.person_id = a.person_id AND c.channel = a.channel AND c.kind = %(kind)s
    LEFT JOIN notices_preferences p ON p.municipality_id = a.municipality_id
        AND p.person_id = a.person_id
    LEFT JOIN (
        SELECT person_id, count(DISTINCT message) AS week, count(DISTINCT message)
            FILTER (WHERE changed_at > %(at)s - interval '1 day') AS day
        FROM notices_delivery WHERE municipality_id = %(kommune)s
            AND state IN ('sent', 'sending') AND changed_at > %(at)s - interval '7 days'
            AND person_id = ANY(%(ids)s::bigint[])
        GROUP BY person_id) d ON d.person_id = a.person_id
    WHERE a.municipality_id = %(kommune)s AND a.person_id = ANY(%(ids)s::bigint[])
        AND a.verified_at IS NOT NULL AND a.gone_at IS NULL
        AND a.channel = ANY(%(channels)s::text[])
        AND coalesce(c.rhythm, %(usual)s::jsonb ->> a.channel, 'off') <> 'off'
    GROUP BY a.person_id
"""


@dataclass(frozen=True, slots=True)
class Outside:
    """Who has a way out of the house for a type, and who of them will not be disturbed now."""

    reachable: frozenset[int]
    paused: frozenset[int]
    had_enough: frozenset[int]  # the kommune's limits over all senders are full


def outside_of(*, kind: str, person_ids: Collection[int], at: datetime) -> Outside:
    """Return which of these people a type of notice would reach outside, as things stand."""
    known, bounds = type_of(kind), limits()
    usual = known.defaults if known else {}
    whole, _ = read_columns(
        _REACH,
        {
            "kommune": current_municipality_id(),
            "ids": [int(one) for one in person_ids],
            "channels": [str(one) for one in offered()],
            "kind": kind,
            "usual": _as_json({str(way): str(rhythm) for way, rhythm in usual.items()}),
            "per_day": bounds.per_day,
            "per_week": bounds.per_week,
            "at": at,
        },
        ints=("person", "paused", "enough"),
    )
    people = whole["person"]
    return Outside(
        frozenset(people.tolist()),
        frozenset(people[whole["paused"] > 0].tolist()),
        frozenset(people[whole["enough"] > 0].tolist()),
    )


def _as_json(usual: dict[str, str]) -> str:
    return json.dumps({way: rhythm for way, rhythm in usual.items() if rhythm != Rhythm.OFF})


@dataclass(frozen=True, slots=True)
class Response:
    """What became of the notices of one occasion, or of several."""

    told: int
    outside: int  # left the house
    seen: int  # read on her pages, or opened by its link
    acted: int  # did what it was for


def response_to(*, kind: str, key: str) -> Response:
    """Return what became of the notices of one occasion, in one question."""
    return response_to_all(kind=kind, keys=[key])


def response_to_all(*, kind: str, keys: Collection[str]) -> Response:
    """Return what became of the notices of several occasions together, in one question."""
    found = Notice.objects.filter(kind=kind, key__in=keys).aggregate(
        told=Count("pk"),
        outside=Count("pk", filter=Q(sent_at__isnull=False)),
        seen=Count("pk", filter=Q(read_at__isnull=False) | Q(opened_at__isnull=False)),
        acted=Count("pk", filter=Q(acted_at__isnull=False)),
    )
    return Response(found["told"], found["outside"], found["seen"], found["acted"])
