# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checking the chain of a kommune and keeping what was found."""

from datetime import datetime

from django.db import connection, transaction

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.audit.models import ChainCheck, ChainStanding
from jobunivers.rooms.audit.queries.checking import check_chain, open_snapshot
from jobunivers.rooms.audit.queries.findings import Checked

_KEPT = 200  # findings of a check; all of them are counted


def look_through(*, municipality: Municipality, at: datetime) -> Checked:
    """Return what the chain of a kommune says, seen at one moment; nothing is written."""
    if connection.in_atomic_block:
        with working_for(municipality.pk):
            return check_chain(municipality=municipality, at=at)
    with transaction.atomic():
        open_snapshot()
        with working_for(municipality.pk):
            return check_chain(municipality=municipality, at=at)


def ask_for_check(*, by_id: int, at: datetime) -> None:
    """Have the worker check the chain of the kommune worked for."""
    events.record("audit.check_asked_for", at=at, actor_id=by_id, data={"asked_by_id": by_id})


def check(*, municipality: Municipality, at: datetime, asked_by_id: int | None = None) -> Checked:
    """Check the chain of a kommune and keep what was found, for its officer and the operators."""
    found = look_through(municipality=municipality, at=at)
    with working_for(municipality.pk):
        ChainCheck.objects.create(
            at=at,
            links=found.links,
            rows=found.rows,
            seconds=found.seconds,
            grave=found.grave,
            remarks=found.remarks,
            lawful=found.lawful,
            findings=[one.as_json() for one in found.findings[:_KEPT]],
            asked_by_id=asked_by_id,
        )
        ChainStanding.objects.update_or_create(
            municipality=municipality, defaults={"checked_at": at, "grave": found.grave}
        )
    return found
