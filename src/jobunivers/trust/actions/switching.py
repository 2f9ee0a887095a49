# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A kommune switches a model off or on; it holds at once, and nobody can undo that it was done."""

from datetime import datetime

from django.db import transaction

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.trust import register
from jobunivers.trust.models import ModelSwitch
from jobunivers.trust.queries import switches


class AlreadySo(Exception):  # noqa: N818 - it reads as what happened
    """The model is already as it was wanted; nothing was written."""


class CannotBeSwitched(Exception):  # noqa: N818
    """The model has no switch of its own.

    Nothing of any person goes into it and it works for the whole country at once, or it is a part
    of another model and follows that one's switch.
    """


class ReasonNeeded(ValueError):  # noqa: N818
    """Somebody switches without saying why."""


@transaction.atomic
def switch(*, code: str, on: bool, actor_id: int, reason: str, at: datetime) -> ModelSwitch:
    """Switch a model on or off in the kommune worked for.

    Raises:
        UnknownModel: there is none of that code.
        CannotBeSwitched: the model has no switch.
        ReasonNeeded: the reason is empty.
        AlreadySo: it is on or off as wanted.
    """
    if not register.card(code).has_switch:
        raise CannotBeSwitched(code)
    if not reason.strip():
        raise ReasonNeeded
    # Two administrators at once: the second waits here, and then finds it done.
    kommune = Municipality.objects.filter(pk=current_municipality_id()).order_by("pk")
    kommune.select_for_update(no_key=True).values_list("pk", flat=True).get()
    switches.forget()
    if switches.is_on(code) == on:
        raise AlreadySo
    row = ModelSwitch.objects.create(
        code=code, on=on, actor_id=actor_id, reason=reason.strip(), at=at
    )
    switches.forget()
    events.record(
        "trust.model_switched",
        at=at,
        actor_id=actor_id,
        data={"code": code, "on": on, "switch_id": row.pk},
    )
    return row
