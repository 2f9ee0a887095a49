# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the worker does for the shelves: what is told, and whether addresses still answer."""

from typing import Any

from django.utils import timezone
from procrastinate.contrib.django import app

from jobunivers.foundation.tenancy import working_for
from jobunivers.rooms.marketplace import actions


@app.task
def tell_of_taken_down(**told: Any) -> None:
    """Tell those who use what a kommune took down; safe to run twice."""
    entry_id = (told.get("event_data") or {}).get("entry_id")
    if entry_id is not None:
        with working_for(told["municipality_id"]):
            actions.tell_of_taken_down(entry_id=entry_id, at=timezone.now())
