# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A citizen whose name and address are kept back, for tests."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.identity import protecting
from jobunivers.identity.models import Person, ProtectionKind, Session

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)


def protect(person: Person, *, until_on: date | None = None, actor_id: int | None = None) -> Person:
    """Return the citizen, protected."""
    with working_for(person.municipality_id):
        protecting.protect(
            person_id=person.pk,
            wanted=protecting.Wanted(
                kind=ProtectionKind.CPR,
                reason="Meldt af kommunens sagssystem",
                since_on=date(2026, 11, 23),
                until_on=until_on,
            ),
            actor_id=actor_id,
            at=AT,
        )
        person.refresh_from_db()
    return person


def login_objects(person: Person) -> dict[str, UUID]:
    """Return what the table of every address needs of somebody's login in another browser."""
    handle = uuid4()
    Session.objects.create(
        session_key=uuid4().hex,
        session_data="",
        expire_date=timezone.now() + timedelta(hours=1),
        person_id=person.pk,
        handle=handle,
        started_at=timezone.now(),
        seen_at=timezone.now(),
        device="Firefox, Windows",
        network="80.62.117.x",
    )
    return {"handle": handle}


def protected_objects(person: Person) -> dict[str, int]:
    """Return what the table of every address needs of a protected citizen."""
    return {"pk": protect(person).pk}
