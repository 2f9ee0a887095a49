# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keys of a solution, and what came and was refused."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils.translation import gettext

from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.evidence.models import DeliveryTally, EvidenceKey, RefusalTally
from jobunivers.rooms.evidence.queries.words import OF_FORM, TOLD

_MOST_REFUSED = 50
_MOST_DAYS = 100
SHOWN_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Refused:
    """One thing that was wrong with what came on a day; no person is in it."""

    day: date
    kommune: str
    code: str
    place: str
    words: str
    count: int
    last_at: datetime


@dataclass(frozen=True, slots=True)
class Delivered:
    """So many statements a kommune took in on a day."""

    day: date
    kommune: str
    statements: int
    last_at: datetime


def digest(secret: str) -> str:
    """Return what is kept of a random secret: its SHA-256."""
    return hashlib.sha256(secret.encode()).hexdigest()


def living(*, at: datetime) -> QuerySet[EvidenceKey]:
    """Return the keys that open something."""
    return EvidenceKey.objects.filter(Q(ends_at=None) | Q(ends_at__gt=at))


def keys_of(offer_id: int, *, at: datetime) -> list[EvidenceKey]:
    """Return the living keys of a solution, the newest first."""
    return list(living(at=at).filter(offer_id=offer_id).order_by("-made_at", "-pk"))


def newest_of(offer_id: int) -> int:
    """Return the newest key of a solution, living or not; 0: there is none."""
    rows = EvidenceKey.objects.filter(offer_id=offer_id).order_by("-pk")
    return rows.values_list("pk", flat=True).first() or 0


def key_of(offer_id: int, pk: int) -> EvidenceKey | None:
    """Return one key of a solution, living or not."""
    return EvidenceKey.objects.filter(offer_id=offer_id, pk=pk).first()


def refused_of(offer_id: int, *, since: date | None = None) -> list[Refused]:
    """Return what was refused lately, the latest first."""
    rows = RefusalTally.objects.filter(offer_id=offer_id)
    if since is not None:
        rows = rows.filter(day__gte=since)
    names = _names()
    return [
        Refused(
            day=row.day,
            kommune=names.get(row.municipality_code, row.municipality_code),
            code=row.code,
            place=row.place,
            words=gettext(str(TOLD.get(row.code, OF_FORM))),
            count=row.times,
            last_at=row.last_at,
        )
        for row in rows.order_by("-last_at", "-pk")[:_MOST_REFUSED]
    ]


def delivered_of(offer_id: int, *, since: date | None = None) -> list[Delivered]:
    """Return what came lately, by day and kommune, the latest first."""
    rows = DeliveryTally.objects.filter(offer_id=offer_id)
    if since is not None:
        rows = rows.filter(day__gte=since)
    names = _names()
    return [
        Delivered(
            row.day,
            names.get(row.municipality_code, row.municipality_code),
            row.statements,
            row.last_at,
        )
        for row in rows.order_by("-day", "-last_at", "-pk")[:_MOST_DAYS]
    ]


def _names() -> dict[str, str]:
    return dict(Municipality.objects.order_by("pk").values_list("code", "name"))
