# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the worker does for the catalogue: the index, the tallies, and what is told."""

from typing import Any

from django.utils import timezone
from procrastinate.contrib.django import app

from jobunivers.foundation.everywhere import everywhere
from jobunivers.rooms.marketplace import actions


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="marketplace.follow_index")
def follow_index(timestamp: int = 0, **_: Any) -> None:  # noqa: ARG001 - when it was due
    """Bring the index of offers up to date; every minute, whoever changed what."""
    actions.bring_index_up_to_date(at=timezone.now())


@app.periodic(cron="35 2 * * *")
@app.task(queueing_lock="marketplace.tally_offers")
def tally_offers(timestamp: int = 0) -> None:  # noqa: ARG001
    """Write each kommune's numbers of each offer, at night."""
    now = timezone.now()
    everywhere("the tally of offers", lambda: actions.tally(at=now))


@app.task
def tell_of_withdrawn(**told: Any) -> None:
    """Tell people of all kommuner that an offer of theirs is gone; safe to run twice."""
    offer_id = (told.get("event_data") or {}).get("offer_id")
    if offer_id is not None:
        now = timezone.now()
        everywhere(
            "telling of a withdrawn offer",
            lambda: actions.tell_gone(offer_id=offer_id, at=now),
        )
