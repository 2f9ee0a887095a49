# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking an offer down from every shelf of a kommune in one press, and putting it back."""

from datetime import datetime

from django.db import transaction

from jobunivers.foundation import things
from jobunivers.foundation.events import actions as events
from jobunivers.foundation.notices import actions as notices
from jobunivers.foundation.notices.actions import Wanted
from jobunivers.rooms.marketplace.actions.shelves import place
from jobunivers.rooms.marketplace.models import Offer, ShelfEntry, Stance
from jobunivers.rooms.marketplace.queries.own import who_has
from jobunivers.rooms.marketplace.queries.shelf_rows import OWN, forget
from jobunivers.rooms.marketplace.queries.things import CODE
from jobunivers.rooms.marketplace.queries.told import GONE
from jobunivers.science.shelving import EVERYWHERE

_AT_A_TIME = 1_000


@transaction.atomic
def take_down(*, offer: Offer, why: str, at: datetime, actor_id: int) -> ShelfEntry:
    """Hide an offer on every shelf of the kommune at once; doing it twice changes nothing.

    Those who use it are told by the worker, once. What other kommuner show is untouched.
    """
    down = _down(offer)
    if down is not None:
        return down
    entry = place(
        shelf_key=EVERYWHERE,
        offer_id=offer.pk,
        stance=Stance.HIDE,
        why=why,
        at=at,
        actor_id=actor_id,
    )
    _told("marketplace.offer_taken_down", entry, at=at, actor_id=actor_id)
    return entry


@transaction.atomic
def put_back(*, offer: Offer, at: datetime, actor_id: int) -> bool:
    """Let an offer stand where it stood before it was taken down; False: it was not down."""
    down = _down(offer)
    if down is None:
        return False
    pk = down.pk
    down.delete()
    down.pk = pk
    forget()
    _told("marketplace.offer_put_back", down, at=at, actor_id=actor_id)
    return True


@transaction.atomic
def tell_of_taken_down(*, entry_id: int, at: datetime) -> int:
    """Tell those who use, have saved or planned what was taken down; return how many are new.

    Each is told once, and nobody of what has been put back meanwhile.
    """
    rows = ShelfEntry.objects.filter(pk=entry_id, shelf_key=EVERYWHERE)
    entry = rows.select_related("offer__current").first()
    if entry is None:
        return 0
    pointer = things.Pointer(CODE, entry.offer_id)
    people = sorted(who_has(entry.offer_id) | things.holders(pointer))
    current = entry.offer.current
    wanted = [
        Wanted(
            person_id=pk,
            kind=GONE,
            path=f"markedspladsen/{entry.offer_id}/",
            data={"offer": entry.offer_id, "title": current.title_da if current else ""},
            key=f"taken-down-{entry_id}",
        )
        for pk in people
    ]
    told = 0
    for start in range(0, len(wanted), _AT_A_TIME):
        told += len(notices.notify_many(wanted[start : start + _AT_A_TIME], at=at))
    return told


def _down(offer: Offer) -> ShelfEntry | None:
    rows = ShelfEntry.objects.filter(
        shelf_key=EVERYWHERE, offer=offer, stance=Stance.HIDE, **OWN.columns()
    )
    return rows.first()


def _told(kind: str, entry: ShelfEntry, *, at: datetime, actor_id: int) -> None:
    data = {"offer_id": entry.offer_id, "entry_id": entry.pk}
    events.record(kind, at=at, actor_id=actor_id, data=data)
