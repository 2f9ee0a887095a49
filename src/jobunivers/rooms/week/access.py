# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From an address to a row: the only way in. What is not yours is 404."""

import logging
from datetime import datetime, timedelta

from django.core.cache import cache
from django.http import Http404
from django.utils import timezone

from jobunivers.foundation import diary
from jobunivers.foundation.diary import Entry
from jobunivers.foundation.http import Request, client_address
from jobunivers.identity import queries as identity
from jobunivers.identity.models import Role
from jobunivers.rooms.week.models import CalendarFeed
from jobunivers.rooms.week.queries import addresses
from jobunivers.science.calendars import NoSuchWeek, Week, week_named

logger = logging.getLogger(__name__)

GUESSES, GUESSES_IN = 20, timedelta(minutes=10)


class TooManyGuesses(Exception):  # noqa: N818 - it reads as what happened
    """From there many addresses were asked for that we have never given anybody."""


def citizen_id_or_404(request: Request) -> int:
    """Return who asks. Only a citizen has a week of her own."""
    if request.user.pk is None or request.user.role != Role.CITIZEN:
        raise Http404
    return request.user.pk


def week_or_404(name: str) -> Week:
    """Return the week an address names, if people's calendars have it."""
    try:
        return week_named(name)
    except NoSuchWeek:
        raise Http404 from None


def entry_or_404(request: Request, uid: str, *, at: datetime) -> Entry:
    """Return an entry of her own week. Whatever stands in somebody else's is not there."""
    found = diary.find(
        uid=uid,
        citizen_id=citizen_id_or_404(request),
        around=timezone.localdate(at),
        language=request.LANGUAGE_CODE,
    )
    if found is None:
        raise Http404
    return found


def feed_of_token(request: Request, token: str) -> CalendarFeed | None:
    """Return the calendar of whoever holds its address: a phone that has no login.

    An address that we have never made does not reach the database. Many of them from one place
    are refused, whole addresses from there are not: several people may stand behind one place.

    Raises:
        TooManyGuesses: so many of them that somebody is guessing.
    """
    municipality_id = request.municipality.pk
    nonce = addresses.nonce_of(token, municipality_id)
    if nonce is None:
        _count_guess(client_address(request))
        return None
    feed = CalendarFeed.objects.filter(nonce=nonce).first()
    person = None if feed is None else identity.person(pk=feed.citizen_id)
    return feed if person is not None and person.role == Role.CITIZEN else None


def _count_guess(place: str) -> None:
    key = f"week.guesses.{place}"
    cache.add(key, 0, timeout=GUESSES_IN.total_seconds())
    try:
        count = cache.incr(key)
    except ValueError:  # it ran out between the two
        return
    if count == GUESSES + 1:
        logger.warning("calendar addresses are guessed")
    if count > GUESSES:
        raise TooManyGuesses
