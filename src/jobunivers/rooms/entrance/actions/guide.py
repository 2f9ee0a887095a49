# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kommune's own introduction, and which of it a citizen has seen."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.rooms.entrance import starter
from jobunivers.rooms.entrance.models import PIECE, GuideItem, GuideSeen, VideoPart


class KeyTaken(Exception):  # noqa: N818 - it reads as what is wrong
    """The kommune has an item of this key already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemEntry:
    """What an editor says of an item."""

    place: str
    order: int
    title_da: str
    title_en: str
    text_da: str
    text_en: str
    picture: str
    hidden: bool
    written_by: str
    review_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Video:
    """A video as it is to be served: its type, its bytes, and what is said in it as WebVTT."""

    content_type: str
    content: bytes
    captions_da: str
    captions_en: str


@transaction.atomic
def save_item(*, key: str, entry: ItemEntry, actor_id: int, at: datetime) -> GuideItem:
    """Keep the kommune's own item of this key; it stands instead of the shared one."""
    values = {**asdict(entry), "changed_at": at, "changed_by_id": actor_id}
    row, new = _own().get_or_create(
        key=key, municipality_id=current_municipality_id(), defaults=values
    )
    if not new:
        _own().filter(pk=row.pk).update(**values)
    _told("entrance.guide_changed", key, actor_id=actor_id, at=at)
    return row


@transaction.atomic
def add_item(*, key: str, entry: ItemEntry, actor_id: int, at: datetime) -> GuideItem:
    """Add an item of the kommune's own; raises KeyTaken."""
    values = {**asdict(entry), "changed_at": at, "changed_by_id": actor_id}
    row = GuideItem(key=key, municipality_id=current_municipality_id(), **values)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise KeyTaken from error
    _told("entrance.guide_changed", key, actor_id=actor_id, at=at)
    return row


@transaction.atomic
def remove_own_item(*, key: str, actor_id: int, at: datetime) -> None:
    """Take the kommune's own item away; a shared one of the key stands again."""
    _own().filter(key=key).delete()
    _told("entrance.guide_changed", key, actor_id=actor_id, at=at)


@transaction.atomic
def save_video(*, item: GuideItem, video: Video | None, actor_id: int, at: datetime) -> None:
    """Replace an own item's video, or take it away; in pieces, so that a part can be read."""
    VideoPart.objects.filter(item=item).delete()
    content = video.content if video else b""
    VideoPart.objects.bulk_create(
        VideoPart(
            item=item,
            number=number,
            content=content[start : start + PIECE],
            municipality_id=current_municipality_id(),
        )
        for number, start in enumerate(range(0, len(content), PIECE))
    )
    _own().filter(pk=item.pk).update(
        video_type=video.content_type if video else "",
        video_bytes=len(content),
        video_changed_at=at,
        captions_da=video.captions_da if video else "",
        captions_en=video.captions_en if video else "",
    )
    _told("entrance.guide_changed", item.key, actor_id=actor_id, at=at)


def ensure_guide(*, at: datetime) -> int:
    """Bring the introduction that all kommuner share up to date; return how many items changed."""
    return starter.ensure(at=at)


def see(*, citizen_id: int, keys: Sequence[str], at: datetime) -> None:
    """Keep that she has opened these items; the first time counts."""
    GuideSeen.objects.bulk_create(
        [GuideSeen(citizen_id=citizen_id, key=key, at=at) for key in keys], ignore_conflicts=True
    )


def _own() -> QuerySet[GuideItem]:
    return GuideItem.objects.filter(municipality_id=current_municipality_id())


def _told(kind: str, key: str, *, actor_id: int, at: datetime) -> None:
    events.record(kind, at=at, actor_id=actor_id, data={"key": key})
