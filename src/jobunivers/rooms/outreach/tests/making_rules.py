# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rules for tests, set to work and run."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from jobunivers.identity.models import Person
from jobunivers.rooms.outreach import actions
from jobunivers.rooms.outreach.actions import Body
from jobunivers.rooms.outreach.models import Trigger, TriggerHit

SIX = {"code": "out_of_work", "months": 6, "until": None}


def body(*conditions: Mapping[str, Any], **more: Any) -> Body:
    values: dict[str, Any] = {
        "title": "Nye veje", "words": "Se her.", "because": "Mange får ny luft af det.",
        "from_now": False,
    }  # fmt: skip
    return Body(conditions=list(conditions) or [SIX], **(values | more))


def live(owner: Person, said: Body, *, name: str = "Et halvt år") -> Trigger:
    now = timezone.now()
    trigger = actions.start_trigger(owner_id=owner.pk, name=name, body=said, at=now)
    actions.test_trigger(trigger_id=trigger.pk, by_id=owner.pk, at=now)
    return actions.set_live(
        trigger_id=trigger.pk, seen=trigger.version, by_id=owner.pk, why="Udvalget vil det.", at=now
    )


def chosen(trigger: Trigger) -> list[int]:
    rows = TriggerHit.objects.filter(trigger=trigger).order_by("citizen_id")
    return list(rows.values_list("citizen_id", flat=True))


def run(**more: Any) -> int:
    return actions.run_triggers(at=more.pop("at", timezone.now()), **more)
