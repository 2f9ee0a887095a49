# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rows behind the shelves, read in one journey and at most once a request."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Q

from jobunivers.foundation import together
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.rooms.marketplace.models import (
    ClusterMember,
    OfferState,
    Shelf,
    ShelfEntry,
    VisionLevel,
)
from jobunivers.science.shelving import LEVELS, EntrySaid, ShelfSaid, Stance, Tier


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose shelves are meant: the kommune's at work, a cluster's, or the country's."""

    tier: Tier
    cluster_id: int | None = None

    def columns(self) -> dict[str, int | None]:
        """Return what rows of these shelves hold."""
        own = self.tier == Tier.KOMMUNE
        return {
            "municipality_id": current_municipality_id() if own else None,
            "cluster_id": self.cluster_id,
        }


OWN: Final = Whose(Tier.KOMMUNE)
COUNTRY: Final = Whose(Tier.COUNTRY)


def cluster(pk: int) -> Whose:
    """Return the shelves of a cluster."""
    return Whose(Tier.CLUSTER, pk)


@dataclass(frozen=True, slots=True)
class Known:
    """Everything said of shelves that concerns one kommune (or one cluster, or the country).

    `on_offer` are the offers spoken of that are approved and held back by nothing.
    """

    shelves: tuple[ShelfSaid, ...]
    entries: tuple[EntrySaid, ...]
    on_offer: frozenset[int]
    level: int
    words: dict[str, "ShelfText"]


@dataclass(frozen=True, slots=True)
class ShelfText:
    """What the nearest tier calls a shelf."""

    title_da: str
    title_en: str
    about_da: str
    about_en: str

    def title(self, language: str) -> str:
        """Return the title, in Danish where there is no English."""
        return (self.title_en if language == "en" else "") or self.title_da

    def about(self, language: str) -> str:
        """Return what it is about; likewise."""
        return (self.about_en if language == "en" else "") or self.about_da


# (whose, kommune, day) → what is said; None outside requests.
_Key = tuple[Whose, int, date]
_remembered: ContextVar[dict[_Key, Known] | None] = ContextVar("shelves", default=None)


@contextmanager
def remembering() -> Iterator[None]:
    """Ask the database at most once inside, however often pages ask what stands on shelves."""
    token = _remembered.set({})
    try:
        yield
    finally:
        _remembered.reset(token)


def forget() -> None:
    """Ask the database anew: a shelf was changed."""
    if (kept := _remembered.get()) is not None:
        kept.clear()


def known(*, day: date, whose: Whose = OWN) -> Known:
    """Return what is said of shelves by those whose shelves these are and by all above them."""
    kept = _remembered.get()
    key = (whose, current_municipality_id(), day)
    if kept is not None and key in kept:
        return kept[key]
    found = _asked(day, whose)
    if kept is not None:
        kept[key] = found
    return found


_SHELF = (
    "municipality_id", "cluster_id", "key", "order", "hidden",
    "title_da", "title_en", "about_da", "about_en",
)  # fmt: skip
_ENTRY = (
    "municipality_id", "cluster_id", "shelf_key", "offer_id", "stance", "order", "courses",
    "least_version", "starts_on", "ends_on", "offer__state", "offer__blocked",
)  # fmt: skip


def _asked(day: date, whose: Whose) -> Known:
    above = concerning(whose)
    shelves = Shelf.objects.filter(above).order_by("pk").values_list(*_SHELF)
    entries = ShelfEntry.objects.filter(above).order_by("pk").values_list(*_ENTRY)
    levels = VisionLevel.objects.filter(from_on__lte=day).order_by("-from_on", "-pk")
    level = levels.values_list("level")[:1]
    together.ask([shelves, entries, level])
    said = [(_shelf(row), ShelfText(*row[5:])) for row in shelves]
    words = {one.key: text for one, text in sorted(said, key=lambda pair: pair[0].tier)}
    free = (row[3] for row in entries if row[10] == OfferState.APPROVED and not row[11])
    return Known(
        shelves=tuple(one for one, _ in said),
        entries=tuple(_entry(row) for row in entries),
        on_offer=frozenset(free),
        level=level[0][0] if level else LEVELS[-1],
        words=words,
    )


def concerning(whose: Whose) -> Q:
    """Return the rows of these shelves and of those above them."""
    if whose.tier == Tier.COUNTRY:
        return Q(municipality_id=None, cluster_id=None)
    if whose.tier == Tier.CLUSTER:
        return Q(municipality_id=None) & (Q(cluster_id=None) | Q(cluster_id=whose.cluster_id))
    member = ClusterMember.objects.filter(kommune_id=current_municipality_id())
    return Q(cluster_id=None) | Q(cluster_id__in=member.values("cluster_id"))


def tier_of(municipality_id: int | None, cluster_id: int | None) -> Tier:
    """Return who says a row."""
    if municipality_id is not None:
        return Tier.KOMMUNE
    return Tier.COUNTRY if cluster_id is None else Tier.CLUSTER


def _shelf(row: tuple[Any, ...]) -> ShelfSaid:
    return ShelfSaid(key=row[2], tier=tier_of(row[0], row[1]), order=row[3], hidden=row[4])


def _entry(row: tuple[Any, ...]) -> EntrySaid:
    return EntrySaid(
        shelf=row[2],
        item=row[3],
        tier=tier_of(row[0], row[1]),
        stance=Stance(row[4]),
        order=row[5],
        courses=frozenset(row[6]),
        least_level=row[7],
        first=row[8],
        last=row[9],
    )


def nearest_rows(shelf_key: str, whose: Whose) -> dict[int, ShelfEntry]:
    """Return the nearest word on each offer of a shelf, by offer, whether it holds or not."""
    rows = ShelfEntry.objects.filter(concerning(whose), shelf_key=shelf_key).order_by("pk")
    by_tier = sorted(rows, key=lambda row: tier_of(row.municipality_id, row.cluster_id))
    return {row.offer_id: row for row in by_tier}


def nearest_shelf(key: str, whose: Whose) -> Shelf | None:
    """Return a shelf as the nearest tier has it; None when nobody has one of that key."""
    rows = Shelf.objects.filter(concerning(whose), key=key).order_by("pk")
    return max(rows, key=lambda row: tier_of(row.municipality_id, row.cluster_id), default=None)
