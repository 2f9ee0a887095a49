# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the table of addresses asks about."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from jobunivers.identity.models import Person
from jobunivers.rooms.retention.models import (
    Ended,
    Hold,
    HoldKind,
    LetterRun,
    Plan,
    PlanState,
    Release,
    ReleaseKind,
    ReleaseState,
    Told,
)


def address_objects(citizen: Person, asker: Person, decider: Person) -> dict[str, dict[str, Any]]:
    """Return something told, a hold, a plan that waits and two tables for research."""
    now = timezone.now()
    today = timezone.localdate(now)
    on = today - timedelta(days=710)
    Ended.objects.create(person_id=citizen.pk, ended_on=on, is_citizen=True, found_at=now)
    told = Told.objects.create(
        citizen_id=citizen.pk,
        code="journey",
        ended_on=on,
        goes_on=today + timedelta(days=30),
        told_at=now,
    )
    hold = Hold.objects.create(
        person_id=citizen.pk,
        kind=HoldKind.COMPLAINT,
        reason="Klage",
        review_on=today + timedelta(days=60),
        set_at=now,
        set_by_id=asker.pk,
    )
    run = LetterRun.objects.create(made_at=now, made_by_id=asker.pk, letters=1)
    Told.objects.filter(pk=told.pk).update(by_letter=True, letter_run=run)
    plan = Plan.objects.create(made_at=now, state=PlanState.WAITING)
    asked = _release(asker, state=ReleaseState.ASKED)
    made = _release(
        asker,
        state=ReleaseState.MADE,
        decided_at=now,
        decided_by_id=decider.pk,
        table="age\n30-34\n",
        report={"suppressed": 0, "groups": 1, "smallest": 12},
    )
    return {
        "told_her": {"pk": told.pk},
        "letter_run": {"pk": run.pk},
        "held_back": {"pk": hold.pk},
        "deletion_plan": {"pk": plan.pk},
        "research_asked": {"pk": asked.pk},
        "research_made": {"pk": made.pk},
        "keeping_number": {"code": "days:journey"},
    }


def _release(asker: Person, **said: Any) -> Release:
    return Release.objects.create(
        kind=ReleaseKind.ROWS,
        columns=["age"],
        k=10,
        purpose="Effekt af kurser",
        recipient="Universitetet",
        asked_at=timezone.now(),
        asked_by_id=asker.pk,
        **said,
    )
