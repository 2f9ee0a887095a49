# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who helps whom at the counter."""

from dataclasses import dataclass
from datetime import datetime

from jobunivers.identity import queries as identity
from jobunivers.rooms.entrance.models import HelpSession

_ASKED_SINCE = 15 * 60  # seconds; as long as `actions.counter.WAITS`


@dataclass(frozen=True, slots=True)
class Help:
    """Help that is asked for or going on, with the names of both."""

    session: HelpSession
    citizen: str
    helper: str
    begun: bool


def live_help(*, pk: int, helper_id: int, at: datetime) -> HelpSession | None:
    """Return the help that lets this helper act in a citizen's name at this moment."""
    return HelpSession.objects.filter(
        pk=pk, helper_id=helper_id, ended_at=None, confirmed_at__lte=at, ends_at__gt=at
    ).first()


def help_of_citizen(*, citizen_id: int, at: datetime) -> Help | None:
    """Return the help of a citizen that waits for her answer or is going on."""
    return _open(at, citizen_id=citizen_id)


def help_by(*, helper_id: int, at: datetime) -> Help | None:
    """Return whom a helper has asked or helps at this moment."""
    return _open(at, helper_id=helper_id)


def _open(at: datetime, **whose: int) -> Help | None:
    row = HelpSession.objects.filter(ended_at=None, **whose).order_by("-pk").first()
    return with_names(row, at=at) if row is not None and is_open(row, at=at) else None


def is_open(row: HelpSession, *, at: datetime) -> bool:
    """Say whether help waits for an answer or is going on."""
    if row.ended_at is not None:
        return False
    if row.ends_at is not None:
        return row.ends_at > at
    return (at - row.asked_at).total_seconds() < _ASKED_SINCE


def with_names(row: HelpSession, *, at: datetime) -> Help:
    """Return help with the names of both."""
    # She sits at the counter and says yes: neither is kept from the other.
    names = identity.names(ids=[row.citizen_id, row.helper_id], open_names=[row.citizen_id])
    begun = row.confirmed_at is not None and row.confirmed_at <= at
    citizen, helper = (names.get(pk, ("", ""))[0] for pk in (row.citizen_id, row.helper_id))
    return Help(row, citizen, helper, begun)


def help_history(*, citizen_id: int, limit: int = 20) -> list[Help]:
    """Return who has helped her at the counter, newest first."""
    rows = HelpSession.objects.filter(citizen_id=citizen_id, confirmed_at__isnull=False)
    found = list(rows.order_by("-asked_at", "-pk")[:limit])
    names = identity.names(ids={row.helper_id for row in found})
    return [Help(row, "", names.get(row.helper_id, ("", ""))[0], begun=True) for row in found]
