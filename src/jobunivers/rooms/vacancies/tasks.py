# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the worker does for this room."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from procrastinate.contrib.django import app

from jobunivers.foundation.everywhere import everywhere
from jobunivers.foundation.notices import actions as notices
from jobunivers.foundation.notices import queries as told
from jobunivers.rooms.vacancies import actions
from jobunivers.rooms.vacancies.actions import AlertRhythm
from jobunivers.rooms.vacancies.queries.told import (
    REMINDERS,
    SEARCH_ALERTS,
    SEARCH_ALERTS_AT_ONCE,
    SEARCH_ALERTS_WEEKLY,
)
from jobunivers.rooms.vacancies.queries.told_following import FOLLOWING
from jobunivers.rooms.vacancies.queries.told_joblog import ENDINGS

_FIRST = timedelta(days=1)  # so far back the first run looks
_INDEX_BEHIND = timedelta(minutes=3)


@app.periodic(cron="7 * * * *")
@app.task(queueing_lock="close_expired", pass_context=False)
def close_expired(timestamp: int = 0) -> None:  # noqa: ARG001 - procrastinate tells when it was due
    """Close what has expired, hourly."""
    actions.close_expired(at=timezone.now())


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="follow_index")
def follow_index(timestamp: int = 0, **_: Any) -> None:  # noqa: ARG001
    """Bring the search index up to date; every minute, whoever changed what."""
    actions.bring_index_up_to_date(at=timezone.now())


@app.periodic(cron="23 * * * *")
@app.task(queueing_lock="understand_again")
def understand_again(timestamp: int = 0) -> None:  # noqa: ARG001
    """Understand anew what an older model or taxonomy understood."""
    actions.understand_again(at=timezone.now())


# In the night, so that the day's letter has it.
@app.periodic(cron="40 4 * * *")
@app.task(queueing_lock="vacancies.tell_of_saved_searches")
def tell_of_saved_searches(timestamp: int = 0) -> None:  # noqa: ARG001
    """Tell people of new jobs in their saved searches, daily; what came in since the last time."""
    _alert(SEARCH_ALERTS, AlertRhythm.DAILY, _FIRST)
    last = told.last_beat(SEARCH_ALERTS_WEEKLY)
    # Monday's; a week whose Monday was missed is told on the first day that runs.
    if last is None or _week(last) != _week(timezone.now()):
        _alert(SEARCH_ALERTS_WEEKLY, AlertRhythm.WEEKLY, 7 * _FIRST)


@app.periodic(cron="*/15 * * * *")
@app.task(queueing_lock="vacancies.tell_at_once")
def tell_at_once(timestamp: int = 0) -> None:  # noqa: ARG001
    """Tell those who want it at once of new jobs in their saved searches, four times an hour."""
    _alert(SEARCH_ALERTS_AT_ONCE, AlertRhythm.AT_ONCE, timedelta(hours=1))


def _week(at: datetime) -> tuple[int, int]:
    return timezone.localdate(at).isocalendar()[:2]


def _alert(sender: str, rhythm: AlertRhythm, first: timedelta) -> None:
    """Tell of what came in since the last time and that the index, minutes behind, has by now."""
    until = timezone.now() - _INDEX_BEHIND
    since = told.last_beat(sender) or until - first
    _tell_everywhere(
        sender,
        lambda: actions.tell_of_saved_searches(since=since, at=until, rhythm=rhythm),
        at=until,
    )


@app.periodic(cron="10 5 * * *")
@app.task(queueing_lock="vacancies.remind_of_applications")
def remind_of_applications(timestamp: int = 0) -> None:  # noqa: ARG001
    """Tell people of deadlines that are near, and of long silence, daily."""
    now = timezone.now()
    _tell_everywhere(
        REMINDERS,
        lambda: actions.remind_of_applications(at=now) + actions.remind_of_days(at=now),
        at=now,
    )


@app.periodic(cron="37 * * * *")
@app.task(queueing_lock="vacancies.tell_of_endings")
def tell_of_endings(timestamp: int = 0) -> None:  # noqa: ARG001
    """Tell people of advertisements of theirs that ended or moved their deadline, hourly."""
    now = timezone.now()
    since = told.last_beat(ENDINGS) or now - _FIRST
    _tell_everywhere(ENDINGS, lambda: actions.tell_of_endings(since=since, at=now), at=now)


@app.periodic(cron="20 3 * * *")
@app.task(queueing_lock="vacancies.forget_what_is_old")
def forget_what_is_old(timestamp: int = 0) -> None:  # noqa: ARG001
    """Delete past searches and unanswered proposals of more than thirty days, at night."""
    now = timezone.now()
    everywhere(
        "forgetting what is old",
        lambda: actions.forget_old_searches(at=now) + actions.forget_old_proposals(at=now),
    )


@app.periodic(cron="50 4 * * *")
@app.task(queueing_lock="vacancies.tell_of_followed")
def tell_of_followed(timestamp: int = 0) -> None:  # noqa: ARG001
    """Tell people what is new from those they follow, daily; what came in since the last time."""
    now = timezone.now()
    since = told.last_beat(FOLLOWING) or now - _FIRST
    _tell_everywhere(FOLLOWING, lambda: actions.tell_of_followed(since=since, at=now), at=now)


def _tell_everywhere(sender: str, tell: Callable[[], int], *, at: datetime) -> None:
    """Let each kommune tell its own; the sender has run when all of them have."""
    notices.beat(sender=sender, at=at, made=everywhere(sender, tell))
