# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Setting an offer before another on a shelf, and a shelf before another."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TypeVar

from django.db import transaction

from jobunivers.rooms.marketplace.actions.shelves import (
    BETWEEN,
    Placing,
    ShelfWords,
    place_many,
    save_shelf,
)
from jobunivers.rooms.marketplace.models import ShelfEntry, Stance
from jobunivers.rooms.marketplace.queries.shelf_rows import (
    Whose,
    known,
    nearest_rows,
    nearest_shelf,
    tier_of,
)
from jobunivers.science.shelving import Asked, shelve

T = TypeVar("T", int, str)
_STEP = 10  # between shelves


@transaction.atomic
def move_entry(
    *,
    shelf_key: str,
    offer_id: int,
    before_id: int | None,
    whose: Whose,
    at: datetime,
    actor_id: int | None = None,
) -> bool:
    """Set an offer before another on a shelf, None: last. Doing it twice changes nothing.

    What is moved becomes one's own word, like the one that stood; where two stand so close that
    nothing fits between, all on the shelf are set anew. False: one of the two is not there.
    """
    rows = nearest_rows(shelf_key, whose)
    if offer_id not in rows:
        return False
    # What is featured stands before the rest in any case: one moves among one's equals.
    featured = rows[offer_id].stance == Stance.FEATURE
    equals = {pk: row for pk, row in rows.items() if (row.stance == Stance.FEATURE) == featured}
    if before_id is not None and before_id not in equals:
        return False
    if before_id == offer_id:
        return True
    places = {pk: row.order for pk, row in equals.items()}
    order = _set_before(sorted(equals, key=lambda pk: (places[pk], pk)), offer_id, before_id)
    wanted = _fitted(order, offer_id, places, BETWEEN)
    moved = [_same(rows[pk], number) for pk, number in wanted.items() if places[pk] != number]
    place_many(moved, whose=whose, at=at, actor_id=actor_id)
    return True


@transaction.atomic
def move_shelf(
    *,
    key: str,
    before: str | None,
    whose: Whose,
    day: date,
    at: datetime,
    actor_id: int | None = None,
) -> bool:
    """Set a shelf before another, None: last. Doing it twice changes nothing.

    A shelf of those above that is moved becomes one's own. False: one of the two is not there.
    """
    found = known(day=day, whose=whose)
    shelves = shelve(found.shelves, (), Asked(course=None, day=day))
    order = [one.key for one in shelves]
    places = {one.key: one.order for one in shelves}
    if key not in order or (before is not None and before not in order):
        return False
    if before == key:
        return True
    for one, number in _fitted(_set_before(order, key, before), key, places, _STEP).items():
        if places[one] != number:
            _set_shelf(one, number, whose, at=at, actor_id=actor_id)
    return True


def _set_before(order: Sequence[T], moved: T, before: T | None) -> list[T]:
    rest = [one for one in order if one != moved]
    rest.insert(len(rest) if before is None else rest.index(before), moved)
    return rest


def _fitted(order: Sequence[T], moved: T, places: Mapping[T, int], step: int) -> dict[T, int]:
    """Return the places to be set: that of what was moved alone, where there is room for it."""
    here = order.index(moved)
    low = places[order[here - 1]] if here else 0
    high = places[order[here + 1]] if here + 1 < len(order) else low + 2 * step
    if low < places[moved] < high:
        return {}
    if high - low > 1:
        return {moved: (low + high) // 2}
    return {one: (number + 1) * step for number, one in enumerate(order)}


def _set_shelf(key: str, number: int, whose: Whose, *, at: datetime, actor_id: int | None) -> None:
    row = nearest_shelf(key, whose)
    if row is None:
        return
    own = tier_of(row.municipality_id, row.cluster_id) == whose.tier
    words = ShelfWords(
        title_da=row.title_da,
        title_en=row.title_en,
        about_da=row.about_da,
        about_en=row.about_en,
        order=number,
        hidden=row.hidden,
    )
    seen = row.version if own else 0
    save_shelf(key=key, whose=whose, entry=words, seen=seen, at=at, actor_id=actor_id)


def _same(row: ShelfEntry, order: int) -> Placing:
    return Placing(
        shelf_key=row.shelf_key,
        offer_id=row.offer_id,
        stance=Stance(row.stance),
        order=order,
        courses=row.courses,
        least_version=row.least_version,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        why=row.why,
    )
