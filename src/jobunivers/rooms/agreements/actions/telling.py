# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Telling the kommuner of an agreement how far a change of its prices is."""

from datetime import datetime

from jobunivers.foundation.notices import actions as notices
from jobunivers.foundation.notices.actions import Wanted
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.identity import queries as identity
from jobunivers.identity.models import Role
from jobunivers.rooms.agreements.models import OPEN_CHANGES, Amendment, ChangeState, PriceRequest
from jobunivers.rooms.agreements.queries.changes import others_on, said_yes
from jobunivers.rooms.agreements.queries.told import ASKS, CHANGE, REQUEST

# Who is told of a step: the kommune that leads, the others of the agreement.
_LEAD, _OTHERS = (True, False), (False, True)
_BOTH = (True, True)
_TOLD = {
    "sent": _OTHERS, "accepted": _LEAD, "agreed": _LEAD, "refused": _BOTH, "approved": _BOTH,
    "withdrawn": _OTHERS, "lapsed": _BOTH,
}  # fmt: skip


def kommuner_told(*, change: Amendment, step: str) -> list[int]:
    """Return the kommuner that are told of a step; of what was never sent, none."""
    if change.sent_at is None:
        return []
    lead, others = _TOLD[step]
    found = {change.agreement.lead_id} if lead else set()
    if others:
        found |= {one.kommune_id for one in others_on(change.agreement, change.from_on)}
    return sorted(found)


def tell_of_change(*, change: Amendment, step: str, at: datetime) -> int:
    """Tell those who buy for the kommune at work of a step, once for each; return how many."""
    said = _said(change, step)
    if said is None:
        return 0
    wanted = [
        Wanted(
            person_id=person.pk,
            kind=CHANGE,
            path=f"administration/aftaler/aendring/{change.pk}/",
            data={"title": change.agreement.title, "step": said, "change_id": change.pk},
            key=f"{CHANGE}:{change.pk}:{said}:{current_municipality_id()}",
        )
        for person in identity.staff(roles=[Role.ADMINISTRATOR, Role.MANAGER])
        if not (said == "approved" and person.pk == change.approved_by_id)
    ]
    return len(notices.notify_many(wanted, at=at))


def tell_of_request(*, request: PriceRequest, at: datetime) -> int:
    """Tell those who buy for the kommune at work that a firm asks for other prices, once each."""
    wanted = [
        Wanted(
            person_id=person.pk,
            kind=REQUEST,
            path=f"administration/aftaler/anmodning/{request.pk}/",
            data={"title": request.agreement.title, "request_id": request.pk},
            key=f"{REQUEST}:{request.pk}",
        )
        for person in identity.staff(roles=[Role.ADMINISTRATOR, Role.MANAGER])
    ]
    return len(notices.notify_many(wanted, at=at))


def _said(change: Amendment, step: str) -> str | None:
    """Return what is said of a step by now; None: nothing, as it is past or waits for others."""
    if step in ("accepted", "agreed"):
        asked = {one.kommune_id for one in others_on(change.agreement, change.from_on)}
        ready = change.state == ChangeState.ACCEPTED and not asked - said_yes(change)
        step = "ready" if ready else step
    if step == "agreed" or (step in ASKS and change.state not in OPEN_CHANGES):
        return None
    return step
