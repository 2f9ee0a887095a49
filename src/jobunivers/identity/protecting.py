# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A citizen's name and address are kept back, and shown again.

An administrator decides it with a reason, or a source that knows tells it (CPR by way of the
kommune's case system). Each is an event and a row that stays.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from jobunivers.foundation.events import actions as events
from jobunivers.identity.models import Person, Protection, ProtectionKind, Role

STAFF = "staff"


class AlreadyProtected(Exception):  # noqa: N818 - it reads as what happened
    """Her name and address are kept back already."""


class NotProtected(Exception):  # noqa: N818
    """Her name and address are not kept back."""


class NotACitizen(ValueError):  # noqa: N818
    """Only a citizen can be protected here; staff are named to those they decide about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A protection as it is decided: `until_on` is the first day it does not hold."""

    kind: ProtectionKind
    reason: str
    since_on: date
    until_on: date | None = None
    source: str = STAFF


@transaction.atomic
def protect(*, person_id: int, wanted: Wanted, actor_id: int | None, at: datetime) -> Protection:
    """Keep a citizen's name and address back, from now on.

    Raises:
        NotACitizen: the kommune has no such active citizen.
        AlreadyProtected: it is so already.
    """
    found = Person.objects.filter(pk=person_id, role=Role.CITIZEN, is_active=True)
    if not found.exists():
        raise NotACitizen
    if not found.filter(protection="").update(protection=wanted.kind):
        raise AlreadyProtected
    row = Protection.objects.create(
        person_id=person_id,
        kind=wanted.kind,
        since_on=wanted.since_on,
        until_on=wanted.until_on,
        source=wanted.source,
        reason=wanted.reason,
        set_at=at,
        set_by_id=actor_id,
    )
    events.record(
        "identity.protected",
        at=at,
        citizen_id=person_id,
        actor_id=actor_id,
        data={"protection_id": row.pk, "kind": str(wanted.kind), "source": wanted.source},
    )
    return row


@transaction.atomic
def lift(*, person_id: int, why: str, actor_id: int | None, at: datetime) -> None:
    """Show a citizen's name and address as everybody's again.

    Raises:
        NotProtected: they are not kept back, or somebody has lifted it already.
    """
    if not Person.objects.filter(pk=person_id).exclude(protection="").update(protection=""):
        raise NotProtected
    held = Protection.objects.filter(person_id=person_id, lifted_at=None)
    held.update(lifted_at=at, lifted_by_id=actor_id, lifted_why=why)
    events.record(
        "identity.protection_lifted", at=at, citizen_id=person_id, actor_id=actor_id, data={}
    )


def list_shown(*, actor_id: int, citizen_ids: list[int], at: datetime) -> None:
    """Remember who has seen the list of protected citizens: one event, ids only."""
    events.record(
        "identity.protections_shown", at=at, actor_id=actor_id, data={"citizen_ids": citizen_ids}
    )


def lift_ended(*, at: datetime, today: date) -> int:
    """Lift what has come to its last day; return how many. Safe to run twice."""
    over = Protection.objects.filter(lifted_at=None, until_on__lte=today)
    ids = list(over.order_by("pk").values_list("person_id", flat=True))
    for person_id in ids:
        lift(person_id=person_id, why=ENDED, actor_id=None, at=at)
    return len(ids)


ENDED = "ended"
"""Why a protection was lifted when its last day had passed; pages say it in words."""
