# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the worker does for this room."""

import logging
from typing import Any

from django.utils import timezone
from procrastinate.contrib.django import app

from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.rooms.vendors import actions

_log = logging.getLogger(__name__)


@app.periodic(cron="5 0 * * *")
@app.task(queueing_lock="vendors.check_solutions")
def check_solutions(timestamp: int = 0) -> None:  # noqa: ARG001 - when it was due
    """Hold every solution against the new day: what has run out or fallen is held back."""
    national = tenancy.national()
    if national is not None:
        with working_for(national.pk):
            actions.check_all(at=timezone.now())


@app.task
def check_one(**told: Any) -> None:
    """Hold a solution against its checklist as soon as it is approved; safe to run twice."""
    with working_for(told["municipality_id"]):
        actions.check(offer_id=told["event_data"]["offer_id"], at=timezone.now())


@app.task
def tell_of_blocked(**told: Any) -> None:
    """Tell each kommune that shows it; one that fails does not stop the others."""
    now = timezone.now()
    failed = 0
    for municipality in tenancy.opened():
        try:
            with working_for(municipality.pk):
                actions.tell_of_blocked(offer_id=told["event_data"]["offer_id"], at=now)
        except Exception:  # noqa: BLE001 - the others shall have theirs; the log has the trace
            failed += 1
            _log.exception("telling of a blocked offer failed for kommune %s", municipality.pk)
    if failed:
        raise RuntimeError(f"telling of a blocked offer failed for {failed} kommuner")
