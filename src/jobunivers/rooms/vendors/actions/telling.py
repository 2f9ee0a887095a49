# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Telling the kommuner that show a solution that it is held back."""

from datetime import datetime

from django.utils import timezone

from jobunivers.foundation.notices import actions as notices
from jobunivers.foundation.notices.actions import Wanted
from jobunivers.identity import queries as identity
from jobunivers.identity.models import Role
from jobunivers.rooms.marketplace.queries import offer, shelved_ids
from jobunivers.rooms.vendors.queries.told import HELD_BACK


def tell_of_blocked(*, offer_id: int, at: datetime) -> int:
    """Tell the editors and administrators of the kommune, each once; return how many are new.

    Nobody is told of what is not on the kommune's shelves, nor of what has been let go meanwhile.
    """
    found = offer(offer_id)
    if found is None or not found.blocked or found.current is None:
        return 0
    if offer_id not in shelved_ids(day=timezone.localdate(at)):
        return 0
    wanted = [
        Wanted(
            person_id=person.pk,
            kind=HELD_BACK,
            path="administration/leverandoersvar/" if person.role == Role.ADMINISTRATOR else "",
            data={"title": found.current.title_da, "codes": list(found.blocked)},
            key=f"{HELD_BACK}:{offer_id}:{found.change}",
        )
        for person in identity.staff(roles=[Role.EDITOR, Role.ADMINISTRATOR])
    ]
    return len(notices.notify_many(wanted, at=at))
