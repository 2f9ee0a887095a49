# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She deletes what she has written herself; rooms say how, and what the law keeps stays."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.functional import Promise

from jobunivers.foundation.events import actions as events

Words = Promise | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """Something of her own that she may have deleted for good.

    Attributes:
        code: `room.thing`, never renamed.
        name: what goes: "Gemte søgninger".
        labels: the models of the data map whose rows go.
        erase: (her id, at) → deletes them with the room's own acts, in the transaction it is
            called in; returns how many. Safe to run twice.
        stays: what of these models the law keeps, in words; "" when all goes.
        note: what else she should know before she deletes it.
        count: (her id) → how many would go, where that is not all rows of the models.
        order: they stand by this number, then by code.
    """

    code: str
    name: Words
    labels: Sequence[str]
    erase: Callable[[int, datetime], int]
    stays: Words = ""
    note: Words = ""
    count: Callable[[int], int] | None = None
    order: int = 50


class NothingChosen(Exception):  # noqa: N818 - it reads as what is wrong
    """No known thing to delete was named."""


_offered: dict[str, Erasure] = {}


def offer_erasure(erasure: Erasure) -> None:
    """Offer something that she may delete; said in a room's `apps.py`."""
    _offered[erasure.code] = erasure


def erasures() -> list[Erasure]:
    """Return everything that may be deleted, in order."""
    return sorted(_offered.values(), key=lambda one: (one.order, one.code))


@transaction.atomic
def erase(*, person_id: int, codes: Collection[str], at: datetime) -> dict[str, int]:
    """Delete what she chose, all of it or nothing; return how many rows of each.

    Raises:
        NothingChosen: no code is known.
    """
    chosen = [one for one in erasures() if one.code in codes]
    if not chosen:
        raise NothingChosen
    gone = {one.code: one.erase(person_id, at) for one in chosen}
    events.record(
        "mydata.erased",
        at=at,
        citizen_id=person_id,
        actor_id=person_id,
        data={"gone": gone},
    )
    return gone
