# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Points for the tests of any room."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from jobunivers.identity.models import Person
from jobunivers.rooms.casework.models import AttentionPoint
from jobunivers.science.attention import RULES, VERSION


def make_point(
    citizen: Person, code: str = "plan_empty", *, days: int = 9, waited: int = 0
) -> AttentionPoint:
    """Return a point about her that waits, and has for so many days."""
    now = timezone.now()
    return AttentionPoint.objects.create(
        citizen_id=citizen.pk,
        code=code,
        rules=VERSION,
        facts={"days": days},
        facts_on=timezone.localdate(now),
        owner=RULES[code].owner.value,
        opened_at=now - timedelta(days=waited),
    )


def address_objects(citizen: Person) -> dict[str, Any]:
    """Return the ids of one of each thing that an address of this room is about."""
    return {"point": {"point_id": make_point(citizen).pk}}
