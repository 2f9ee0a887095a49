# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The introduction as a citizen meets it, and as an editor sees it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F

from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.rooms.entrance.models import PIECE, GuideItem, GuideSeen, Place, VideoPart


@dataclass(frozen=True, slots=True)
class Item:
    """An item in the reader's language."""

    key: str
    title: str
    paragraphs: list[str]
    picture: str
    video: GuideItem | None
    seen: bool
    written_by: str


@dataclass(frozen=True, slots=True)
class Edited:
    """An item in the editor's list."""

    row: GuideItem
    own: bool
    replaces: bool  # an own item that stands instead of a shared one
    overdue: bool


def items(*, place: str, language: str, citizen_id: int | None = None) -> list[Item]:
    """Return what is shown at a place, in order; own items instead of shared ones."""
    standing = [row for row in _standing() if row.place == place and not row.hidden]
    seen = seen_by(citizen_id) if citizen_id is not None and standing else frozenset()
    return [_item(row, language, row.key in seen) for row in standing]


def tour_item(*, key: str, language: str) -> Item | None:
    """Return one item of the introduction's own pages."""
    shown = items(place=Place.TOUR, language=language)
    return next((item for item in shown if item.key == key), None)


def seen_by(citizen_id: int) -> frozenset[str]:
    """Return the keys of the items she has opened."""
    rows = GuideSeen.objects.filter(citizen_id=citizen_id).order_by("pk")
    return frozenset(rows.values_list("key", flat=True))


def edited(*, today: date) -> list[Edited]:
    """Return every item for the editor: hidden ones too, and which are due for another look."""
    shared = set(_shared_keys())
    return [
        Edited(
            row,
            row.municipality_id is not None,
            row.municipality_id is not None and row.key in shared,
            row.review_on is not None and row.review_on <= today,
        )
        for row in _standing()
    ]


def standing(key: str) -> GuideItem | None:
    """Return the item of a key that stands in this kommune."""
    return next((row for row in _standing() if row.key == key), None)


def is_own(row: GuideItem) -> bool:
    """Say whether the kommune has written the item itself."""
    return row.municipality_id == current_municipality_id()


def video_bytes(item: GuideItem, *, first: int, last: int) -> bytes:
    """Return the bytes first–last (both in it) of a video, reading only the pieces needed."""
    low, high = first // PIECE, last // PIECE
    pieces = VideoPart.objects.filter(item=item, number__gte=low, number__lte=high)
    content = b"".join(bytes(piece.content) for piece in pieces.order_by("number"))
    return content[first - low * PIECE : last + 1 - low * PIECE]


def _standing() -> list[GuideItem]:
    """Return one row a key: the kommune's own where it has one."""
    shared_first = GuideItem.objects.order_by(F("municipality_id").asc(nulls_first=True), "pk")
    rows = {row.key: row for row in shared_first}
    places = {place: number for number, place in enumerate(Place.values)}
    return sorted(rows.values(), key=lambda row: (places.get(row.place, 99), row.order, row.pk))


def _shared_keys() -> list[str]:
    rows = GuideItem.objects.filter(municipality=None).order_by("pk")
    return list(rows.values_list("key", flat=True))


def _item(row: GuideItem, language: str, seen: bool) -> Item:  # noqa: FBT001 - a fact of the row
    english = language == "en"
    text = row.text_en if english else row.text_da
    return Item(
        key=row.key,
        title=row.title_en if english else row.title_da,
        paragraphs=[part.strip() for part in text.split("\n\n") if part.strip()],
        picture=row.picture,
        video=row if row.video_type else None,
        seen=seen,
        written_by=row.written_by,
    )
