# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Telling people that an offer of theirs is there no more."""

from datetime import datetime

from jobunivers.foundation import things
from jobunivers.foundation.notices import actions as notices
from jobunivers.foundation.notices.actions import Wanted
from jobunivers.rooms.marketplace.models import OfferState
from jobunivers.rooms.marketplace.queries.offers import offer
from jobunivers.rooms.marketplace.queries.own import who_has
from jobunivers.rooms.marketplace.queries.things import CODE
from jobunivers.rooms.marketplace.queries.told import GONE

_AT_A_TIME = 1_000


def tell_gone(*, offer_id: int, at: datetime) -> int:
    """Tell those of the kommune who use, have saved or planned a withdrawn offer, each once.

    Returns how many are new. Nobody is told of what is there again meanwhile.
    """
    gone = offer(offer_id)
    if gone is None or gone.current is None or gone.state != OfferState.WITHDRAWN:
        return 0
    people = sorted(who_has(offer_id) | things.holders(things.Pointer(CODE, offer_id)))
    # Approved again and withdrawn again is another time.
    key = f"{GONE}:{offer_id}:{gone.withdrawn_at:%Y%m%d%H%M%S}"
    wanted = [
        Wanted(
            person_id=pk,
            kind=GONE,
            data={"offer": offer_id, "title": gone.current.title_da},
            path=f"markedspladsen/{offer_id}/",
            key=key,
        )
        for pk in people
    ]
    told = 0
    for start in range(0, len(wanted), _AT_A_TIME):
        told += len(notices.notify_many(wanted[start : start + _AT_A_TIME], at=at))
    return told
