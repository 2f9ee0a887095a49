# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is new on the market, and nobody has spoken of on the shelves: for editors to see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from jobunivers.rooms.marketplace.models import Offer, Source
from jobunivers.rooms.marketplace.queries.shelf_pages import offerable
from jobunivers.rooms.marketplace.queries.shelf_rows import Whose, known
from jobunivers.rooms.marketplace.queries.shelves import title_of
from jobunivers.rooms.marketplace.queries.starter import categories_of

NEW = timedelta(days=60)
MOST_NEW = 20
_LONG = ("body", "about_da", "about_en", "statements")


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A solution, and the shelf it fits on best ("": none does)."""

    offer: Offer
    title: str
    shelf: str
    shelf_title: str


@dataclass(frozen=True, slots=True)
class Newcomers:
    """The newest first, and how many there are in all."""

    shown: Sequence[Newcomer]
    total: int


def newcomers(*, whose: Whose, at: datetime, language: str) -> Newcomers:
    """Return solutions of firms that came lately and of which no word is said on the shelves."""
    found = known(day=timezone.localdate(at), whose=whose)
    rows = offerable(whose).filter(source=Source.MARKET, published_at__gt=at - NEW)
    rows = rows.exclude(pk__in={entry.item for entry in found.entries})
    rows = rows.defer(*(f"current__{name}" for name in _LONG)).order_by("-published_at", "-pk")
    shelves = {one.key: set(categories_of(one.key)) for one in found.shelves if not one.hidden}
    shown = []
    for offer in rows[:MOST_NEW]:
        hers = set(offer.current.categories) if offer.current else set()
        key = max(shelves, key=lambda one: len(shelves[one] & hers), default="")
        fits = bool(key) and bool(shelves[key] & hers)
        shown.append(
            Newcomer(
                offer,
                title_of(offer, language),
                key if fits else "",
                found.words[key].title(language) if fits else "",
            )
        )
    return Newcomers(shown, rows.count())
