# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She opens, changes, renews and closes the address at which her calendar fetches her week."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction

from jobunivers.foundation.events import actions as events
from jobunivers.rooms.week.models import CalendarFeed, Words
from jobunivers.rooms.week.queries.addresses import NONCE_BYTES

# How exactly she is told when her calendar was fetched last.
_NOTED_AGAIN = timedelta(minutes=5)


@transaction.atomic
def open_feed(
    *, citizen_id: int, words: Words, groups: Sequence[str], language: str, at: datetime
) -> CalendarFeed:
    """Give her a calendar address, or change what the one she has tells."""
    feed, made = CalendarFeed.objects.get_or_create(
        citizen_id=citizen_id,
        defaults={
            "nonce": secrets.token_bytes(NONCE_BYTES),
            "words": words,
            "groups": list(groups),
            "language": language,
            "made_at": at,
        },
    )
    if not made:
        CalendarFeed.objects.filter(pk=feed.pk).update(
            words=words, groups=list(groups), language=language
        )
        feed.refresh_from_db()
    kind = "week.calendar_opened" if made else "week.calendar_changed"
    events.record(kind, at=at, citizen_id=citizen_id, actor_id=citizen_id)
    return feed


@transaction.atomic
def renew_feed(*, citizen_id: int, at: datetime) -> bool:
    """Give her another address instead; the old one leads nowhere from now on."""
    renewed = CalendarFeed.objects.filter(citizen_id=citizen_id).update(
        nonce=secrets.token_bytes(NONCE_BYTES), made_at=at, fetched_at=None, fetched_by=""
    )
    if renewed:
        events.record("week.calendar_renewed", at=at, citizen_id=citizen_id, actor_id=citizen_id)
    return bool(renewed)


@transaction.atomic
def close_feed(*, citizen_id: int, at: datetime) -> bool:
    """Take her address away; whoever asks there finds nothing."""
    closed, _ = CalendarFeed.objects.filter(citizen_id=citizen_id).delete()
    if closed:
        events.record("week.calendar_closed", at=at, citizen_id=citizen_id, actor_id=citizen_id)
    return bool(closed)


def note_fetched(*, feed: CalendarFeed, digest: str, program: str, at: datetime) -> datetime:
    """Remember that her calendar was fetched; return since when it has been as it is.

    Of the program only its kind is kept. No event: phones ask every hour.
    """
    since = feed.content_since
    if since is None or digest != feed.digest:
        since = at.replace(microsecond=0)
    last = feed.fetched_at
    known = last is not None and at - last < _NOTED_AGAIN and program == feed.fetched_by
    if not known or digest != feed.digest:
        CalendarFeed.objects.filter(pk=feed.pk).update(
            digest=digest, content_since=since, fetched_at=at, fetched_by=program
        )
    return since
