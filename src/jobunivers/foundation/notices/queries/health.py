# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether sending stands still: a peer's reminders had stopped for three days unseen."""

from datetime import datetime, timedelta

from django.db.models import Count, Max, Q

from jobunivers.foundation.notices.models import Beat, Delivery, Notice, State
from jobunivers.foundation.notices.register import Sender, senders

DELIVERY = "notices.delivery"  # the sender of all senders: who hands everything over
_LATE = 3  # rounds missed before it is told
_AT_LEAST = timedelta(minutes=15)
_STUCK = timedelta(minutes=30)
_USED_TO = timedelta(days=60)
_DAY = timedelta(days=1)
_ENOUGH, _MANY, _TIMES = 20, 0.2, 2.0


def standing_still(*, at: datetime) -> list[str]:
    """Return the codes of senders that have not run to their end for longer than expected.

    One question about no person, for the status page; a sender nobody has seen yet is late when
    the others have been running for long enough.
    """
    beats = {one.sender: one for one in Beat.objects.all()}
    return [one.code for one in senders() if one.every and _late(one, beats.get(one.code), at)]


def _late(sender: Sender, beat: Beat | None, at: datetime) -> bool:
    if beat is None or sender.every is None:
        return False
    allowed = max(sender.every * _LATE, _AT_LEAST)
    return at - (beat.beat_at or beat.known_since) > allowed


def last_beat(sender: str) -> datetime | None:
    """Return when a sender last ran to its end: what is news since then is untold."""
    found = Beat.objects.filter(sender=sender).first()
    return found.beat_at if found else None


def troubles(*, at: datetime) -> list[str]:
    """Return what is wrong with sending in the kommune being worked for, as codes.

    `silent:SENDER`: it used to send here and has been silent for longer than expected.
    `stuck`: something has been due for half an hour. `failing:CHANNEL`: of at least 20 sendings
    of a day more than a fifth failed, and twice the share of the week before.
    """
    return [*_silent(at), *_stuck(at), *_failing(at)]


def _silent(at: datetime) -> list[str]:
    rows = Notice.objects.filter(created_at__gte=at - _USED_TO).order_by().values("sender")
    newest = dict(rows.annotate(newest=Max("created_at")).values_list("sender", "newest"))
    return [
        f"silent:{one.code}"
        for one in senders()
        if one.quiet_for and one.code in newest and at - newest[one.code] > one.quiet_for
    ]


def _stuck(at: datetime) -> list[str]:
    waiting = Delivery.objects.filter(
        state__in=[State.WAITING, State.SENDING], due_at__lt=at - _STUCK
    )
    return ["stuck"] if waiting.exists() else []


def _failing(at: datetime) -> list[str]:
    ended = Delivery.objects.filter(
        state__in=[State.SENT, State.FAILED], changed_at__gt=at - 8 * _DAY
    ).order_by()
    lately, failed = Q(changed_at__gt=at - _DAY), Q(state=State.FAILED)
    rows = ended.values("channel").annotate(
        now=Count("pk", filter=lately),
        failed_now=Count("pk", filter=lately & failed),
        before=Count("pk", filter=~lately),
        failed_before=Count("pk", filter=~lately & failed),
    )
    found = []
    for row in rows.order_by("channel"):
        share = row["failed_now"] / row["now"] if row["now"] else 0.0
        usual = row["failed_before"] / row["before"] if row["before"] else 0.0
        if row["now"] >= _ENOUGH and share > _MANY and share > _TIMES * usual:
            found.append(f"failing:{row['channel']}")
    return found
