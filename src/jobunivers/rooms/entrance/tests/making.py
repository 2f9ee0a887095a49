# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of the entrance for tests, made through its doors."""

from datetime import UTC, datetime, timedelta

from jobunivers.foundation.tenancy import working_for
from jobunivers.identity.models import Person
from jobunivers.rooms.entrance import actions, queries
from jobunivers.rooms.entrance.models import Form, GuideItem, Slot
from jobunivers.science.calendars import Period

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:02.000\nVelkommen\n"


def make_entry(
    title: str = "Sådan gør du", place: str = "tour", *, hidden: bool = False
) -> actions.ItemEntry:
    """Return what an editor wrote."""
    return actions.ItemEntry(
        place=place,
        order=5,
        title_da=title,
        title_en="How to",
        text_da="Første afsnit.\n\nAndet afsnit.",
        text_en="First paragraph.\n\nSecond paragraph.",
        picture="",
        hidden=hidden,
        written_by="Eva",
        review_on=None,
    )


def make_video_item(
    editor: Person, *, key: str = "vores-film", content: bytes = b"\x1a\x45\xdf\xa3film"
) -> GuideItem:
    """Return an own item of the editor's kommune with a video."""
    with working_for(editor.municipality_id):
        actions.add_item(key=key, entry=make_entry(), actor_id=editor.pk, at=NOW)
        item = queries.standing(key)
        assert item is not None
        video = actions.Video(
            content_type="video/webm", content=content, captions_da=CAPTIONS, captions_en=""
        )
        actions.save_video(item=item, video=video, actor_id=editor.pk, at=NOW)
        item.refresh_from_db()
        return item


def make_slot(
    adviser: Person,
    starts_at: datetime,
    *,
    capacity: int = 1,
    form: Form = Form.IN_PERSON,
    at: datetime = NOW,
) -> Slot:
    """Return a time of 45 minutes that a member of staff has opened."""
    with working_for(adviser.municipality_id):
        (slot,) = actions.open_slots(
            adviser_id=adviser.pk,
            periods=[Period(starts_at, starts_at + timedelta(minutes=45))],
            capacity=capacity,
            form=form,
            place="",
            at=at,
        )
        return slot
