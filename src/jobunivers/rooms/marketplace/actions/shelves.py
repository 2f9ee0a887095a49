# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Filling shelves: the country's, a cluster's, a kommune's own."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.db.models import F

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.tenancy import writing_shared
from jobunivers.foundation.tenancy.current import municipality_id_or_none
from jobunivers.rooms.marketplace.models import Shelf, ShelfEntry, Stance
from jobunivers.rooms.marketplace.queries.shelf_rows import (
    OWN,
    Whose,
    concerning,
    forget,
    tier_of,
)
from jobunivers.science.shelving import Tier

BETWEEN = 1000
"""So far apart new entries are set, so that one can be moved between two without touching them."""


class ShelfChanged(Exception):  # noqa: N818 - it reads as what happened
    """The shelf was changed in another window; `shelf` is what stands now, None: it is gone."""

    def __init__(self, shelf: Shelf | None) -> None:
        super().__init__()
        self.shelf = shelf


class EntryChanged(Exception):  # noqa: N818 - it reads as what happened
    """The word on an offer was changed in another window; `entry` is what stands now."""

    def __init__(self, entry: ShelfEntry | None) -> None:
        super().__init__()
        self.entry = entry


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfWords:
    """What a shelf is called, and its place."""

    title_da: str
    title_en: str = ""
    about_da: str = ""
    about_en: str = ""
    order: int = 100
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """A word on an offer on a shelf; the fields are those of `ShelfEntry`.

    `order` None: where it stands, or after the last when it is new.
    """

    shelf_key: str
    offer_id: int
    stance: Stance = Stance.SHOW
    order: int | None = None
    courses: Sequence[str] = ()
    least_version: int = 1
    starts_on: date | None = None
    ends_on: date | None = None
    why: str = ""

    def columns(self) -> dict[str, Any]:
        """Return it as the columns of an entry; an order that is not said is left out."""
        told = asdict(self) | {"courses": sorted(set(self.courses)), "why": self.why[:300]}
        if self.order is None:
            del told["order"]
        return told


@transaction.atomic
def save_shelf(
    *,
    key: str,
    whose: Whose,
    entry: ShelfWords,
    seen: int,
    at: datetime,
    actor_id: int | None = None,
) -> Shelf:
    """Keep a shelf; a kommune's stands instead of one above with the same key.

    Args:
        key: of the shelf.
        whose: whose shelf it is.
        entry: what it says from now on.
        seen: the version that was read; 0 when they had none.
        at: now.
        actor_id: who decides; None for a file.

    Raises:
        ShelfChanged: somebody else has written since.
    """
    rows = Shelf.objects.filter(key=key, **whose.columns())
    values = {**asdict(entry), "changed_at": at, "changed_by_id": actor_id}
    with writing(whose):
        if seen:
            if not rows.filter(version=seen).update(version=F("version") + 1, **values):
                raise ShelfChanged(rows.first())
        else:
            try:
                with transaction.atomic():
                    Shelf.objects.create(key=key, **whose.columns(), **values)
            except IntegrityError as error:
                raise ShelfChanged(rows.first()) from error
    _told("marketplace.shelf_saved", whose, {"shelf": key}, at=at, actor_id=actor_id)
    return rows.get()


@transaction.atomic
def remove_shelf(*, key: str, whose: Whose, at: datetime, actor_id: int | None = None) -> bool:
    """Take away one's own shelf of a key: the one above stands again. False: there was none."""
    with writing(whose):
        gone, _ = Shelf.objects.filter(key=key, **whose.columns()).delete()
    if gone:
        _told("marketplace.shelf_removed", whose, {"shelf": key}, at=at, actor_id=actor_id)
    return bool(gone)


def place(
    *,
    shelf_key: str,
    offer_id: int,
    at: datetime,
    whose: Whose = OWN,
    actor_id: int | None = None,
    **said: Any,
) -> ShelfEntry:
    """Say a word on an offer on a shelf, instead of one's former; the same again changes nothing.

    `said` are the other fields of `Placing`.
    """
    placing = Placing(shelf_key=shelf_key, offer_id=offer_id, **said)
    [row] = place_many([placing], whose=whose, at=at, actor_id=actor_id)
    return row


@transaction.atomic
def place_many(
    placings: Sequence[Placing], *, whose: Whose = OWN, at: datetime, actor_id: int | None = None
) -> list[ShelfEntry]:
    """Say many words at once; return the entries in the same order."""
    if not placings:
        return []
    rows = _Rows({one.shelf_key for one in placings}, whose)
    new: list[ShelfEntry] = []
    changed: list[ShelfEntry] = []
    for one in placings:
        values = one.columns()
        row = rows.own.get((one.shelf_key, one.offer_id))
        if row is None:
            values.setdefault("order", rows.order_of(one))
            row = ShelfEntry(**values, **whose.columns(), decided_at=at, decided_by_id=actor_id)
            rows.own[one.shelf_key, one.offer_id] = row
            new.append(row)
        elif any(getattr(row, name) != value for name, value in values.items()):
            for name, value in values.items():
                setattr(row, name, value)
            if row.pk is not None:
                row.decided_at, row.decided_by_id, row.version = at, actor_id, row.version + 1
                changed.append(row)
    with writing(whose):
        ShelfEntry.objects.bulk_create(new)
        for row in changed:
            row.save(update_fields=[*_COLUMNS, "decided_at", "decided_by_id", "version"])
    for row in (*new, *changed):
        _entry_told("marketplace.entry_saved", whose, row, at=at, actor_id=actor_id)
    return [rows.own[one.shelf_key, one.offer_id] for one in placings]


class _Rows:
    """What is said on some shelves already, by oneself and by those above."""

    def __init__(self, keys: set[str], whose: Whose) -> None:
        rows = ShelfEntry.objects.filter(concerning(whose), shelf_key__in=keys).order_by("pk")
        by_tier = sorted(rows, key=lambda row: tier_of(row.municipality_id, row.cluster_id))
        self.own: dict[tuple[str, int], ShelfEntry] = {}
        self._orders: dict[tuple[str, int], int] = {}
        self._last = dict.fromkeys(keys, 0)
        for row in by_tier:
            self._orders[row.shelf_key, row.offer_id] = row.order
            self._last[row.shelf_key] = max(self._last[row.shelf_key], row.order)
            if tier_of(row.municipality_id, row.cluster_id) == whose.tier:
                self.own[row.shelf_key, row.offer_id] = row

    def order_of(self, one: Placing) -> int:
        """Return the place of a new word: where the offer stands, else after the last."""
        stands = self._orders.get((one.shelf_key, one.offer_id))
        if stands is not None:
            return stands
        self._last[one.shelf_key] += BETWEEN
        return self._last[one.shelf_key]


_COLUMNS = ("stance", "order", "courses", "least_version", "starts_on", "ends_on", "why")


@transaction.atomic
def save_entry(
    placing: Placing, *, whose: Whose, seen: int, at: datetime, actor_id: int | None = None
) -> ShelfEntry:
    """Say a word on an offer, having read version `seen` of the former (0: there was none).

    Raises:
        EntryChanged: somebody else has written since.
    """
    rows = ShelfEntry.objects.filter(
        shelf_key=placing.shelf_key, offer_id=placing.offer_id, **whose.columns()
    )
    with writing(whose):
        # The row is held, so that of two who write at once the second finds the first's.
        row = rows.select_for_update().first()
        if (row.version if row else 0) != seen:
            raise EntryChanged(row)
        try:
            with transaction.atomic():
                [row] = place_many([placing], whose=whose, at=at, actor_id=actor_id)
        except IntegrityError as error:
            raise EntryChanged(rows.first()) from error
    return row


@transaction.atomic
def remove_entry(
    *, shelf_key: str, offer_id: int, whose: Whose, at: datetime, actor_id: int | None = None
) -> bool:
    """Take one's own word away: the one above counts again. False: there was none."""
    rows = ShelfEntry.objects.filter(shelf_key=shelf_key, offer_id=offer_id, **whose.columns())
    row = rows.first()
    if row is None:
        return False
    with writing(whose):
        rows.delete()
    _entry_told("marketplace.entry_removed", whose, row, at=at, actor_id=actor_id)
    return True


@contextmanager
def writing(whose: Whose) -> Iterator[None]:
    """Allow writing rows of these shelves, and let whoever asks later ask the database anew."""
    try:
        if whose.tier == Tier.KOMMUNE or _writes_shared():
            yield
        else:
            with writing_shared():
                yield
    finally:
        forget()


def _writes_shared() -> bool:
    """Say whether a caller has allowed it already; what he allowed must not end with us."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('jobunivers.writes_shared', true)")
        return bool(cursor.fetchone() == ("on",))


def _entry_told(
    kind: str, whose: Whose, row: ShelfEntry, *, at: datetime, actor_id: int | None
) -> None:
    data = {"shelf": row.shelf_key, "offer_id": row.offer_id, "stance": str(row.stance)}
    _told(kind, whose, data, at=at, actor_id=actor_id)


def _told(
    kind: str, whose: Whose, data: dict[str, Any], *, at: datetime, actor_id: int | None
) -> None:
    # The country's starter shelves are laid before any kommune is there to log it.
    if municipality_id_or_none() is not None:
        told = {**data, "tier": int(whose.tier), "cluster": whose.cluster_id}
        events.record(kind, at=at, actor_id=actor_id, data=told)
