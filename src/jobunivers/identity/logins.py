# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where somebody is logged in: for herself, and for who keeps the kommune's logins."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Max

from jobunivers.identity.models import STAFF, Person, Role, Session

_MOST = 200


@dataclass(frozen=True, slots=True)
class Login:
    """One open login. `here`: the one that asks; `near`: from the same network as that one."""

    handle: UUID
    device: str
    network: str
    started_at: datetime | None
    seen_at: datetime | None
    here: bool
    near: bool


@dataclass(frozen=True, slots=True)
class StaffLogins:
    """A member of staff who is logged in somewhere."""

    person_id: int
    name: str
    role: str
    many: int
    seen_at: datetime | None


def logins_of(*, person_id: int, here: str, network: str, at: datetime) -> list[Login]:
    """Return a person's open logins: the one that asks first, then the latest used.

    Args:
        person_id: whose.
        here: the key of the session that asks.
        network: where that one asks from (`devices.network_of`).
        at: now.
    """
    rows = Session.objects.filter(
        person_id=person_id, expire_date__gt=at, handle__isnull=False
    ).order_by("-seen_at", "session_key")[:_MOST]
    found = [
        Login(
            handle=row.handle,
            device=row.device,
            network=row.network,
            started_at=row.started_at,
            seen_at=row.seen_at,
            here=row.session_key == here,
            near=bool(network) and row.network == network,
        )
        for row in rows
        if row.handle is not None
    ]
    return sorted(found, key=lambda one: not one.here)


def staff_logins(*, at: datetime) -> list[StaffLogins]:
    """Return the kommune's staff who are logged in somewhere, by name."""
    # People come through the locks; the sessions' own table belongs to no kommune.
    people = {
        one.pk: one
        for one in Person.objects.filter(role__in=STAFF | {Role.NATIONAL}).only("name", "role")
    }
    open_ = (
        Session.objects.filter(person_id__in=people.keys(), expire_date__gt=at)
        .values("person_id")
        .annotate(many=Count("session_key"), seen=Max("seen_at"))
        .order_by("person_id")
    )
    found = [
        StaffLogins(
            row["person_id"],
            people[row["person_id"]].name,
            people[row["person_id"]].role,
            row["many"],
            row["seen"],
        )
        for row in open_
    ]
    return sorted(found, key=lambda one: (people[one.person_id].name, one.person_id))
