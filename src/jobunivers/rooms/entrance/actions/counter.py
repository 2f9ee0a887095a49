# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A helper asks to act in a citizen's name; she says yes or no; it ends by itself."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.notices import actions as notices
from jobunivers.rooms.entrance.models import LASTS, Confirmed, HelpSession, Shown

WAITS = timedelta(minutes=15)  # a question she has not answered by then is taken back


class HelpedAlready(Exception):  # noqa: N818 - it reads as what happened
    """Somebody else is helping the citizen at this moment."""


class NotWaiting(Exception):  # noqa: N818 - it reads as what happened
    """The question is not open any more: answered, taken back or too old."""


def _over(at: datetime) -> Q:
    """Return which open rows have in truth come to their end."""
    return Q(ends_at__lte=at) | Q(confirmed_at=None, asked_at__lte=at - WAITS)


@transaction.atomic
def ask_to_help(*, citizen_id: int, helper_id: int, at: datetime) -> HelpSession:
    """Ask a citizen whether she wants help; nothing may be done in her name before she says yes.

    What the helper had open with others ends. Raises HelpedAlready when another helps her.
    """
    open_ones = HelpSession.objects.filter(ended_at=None)
    for_both = Q(citizen_id=citizen_id) | Q(helper_id=helper_id)
    open_ones.filter(for_both).filter(_over(at)).update(ended_at=at)
    open_ones.filter(helper_id=helper_id).update(ended_at=at, ended_by_id=helper_id)
    row = HelpSession(citizen_id=citizen_id, helper_id=helper_id, asked_at=at)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise HelpedAlready from error
    _told("entrance.help_asked_for", row, actor_id=helper_id, at=at)
    _notify(row, "entrance.help_asked", at=at)
    return row


@transaction.atomic
def say_yes_herself(*, session: HelpSession, at: datetime) -> None:
    """Let the help begin: she said yes, logged in as herself. Raises NotWaiting."""
    _begin(session, Confirmed.OWN_LOGIN, "", at=at)
    _told("entrance.help_confirmed", session, actor_id=session.citizen_id, at=at)


@transaction.atomic
def say_yes_at_the_counter(*, session: HelpSession, shown: Shown, at: datetime) -> None:
    """Let the help begin: she said yes on the helper's screen, and showed who she is.

    She is told on her own pages too, so that nobody can say yes for her unseen. Raises NotWaiting.
    """
    _begin(session, Confirmed.AT_THE_COUNTER, shown, at=at)
    _told("entrance.help_confirmed", session, actor_id=session.helper_id, at=at, shown=shown)
    _notify(session, "entrance.help_begun", at=at)


def _begin(session: HelpSession, how: Confirmed, shown: str, *, at: datetime) -> None:
    waiting = HelpSession.objects.filter(pk=session.pk, confirmed_at=None, ended_at=None)
    begun = waiting.filter(asked_at__gt=at - WAITS).update(
        confirmed_at=at, confirmed=how, shown=shown, ends_at=at + LASTS
    )
    if not begun:
        raise NotWaiting


@transaction.atomic
def end_help(*, session: HelpSession, actor_id: int, at: datetime) -> bool:
    """End help or a question for it: either of the two may. Return whether it was open."""
    ended = HelpSession.objects.filter(pk=session.pk, ended_at=None).update(
        ended_at=at, ended_by_id=actor_id
    )
    if ended:
        _told("entrance.help_ended", session, actor_id=actor_id, at=at)
    return bool(ended)


def names_shown(*, actor_id: int, citizen_ids: list[int], at: datetime) -> None:
    """Remember which names a helper was shown at the counter."""
    events.record(
        "entrance.names_shown", at=at, actor_id=actor_id, data={"citizen_ids": citizen_ids}
    )


def _told(kind: str, session: HelpSession, *, actor_id: int, at: datetime, **data: str) -> None:
    events.record(
        kind,
        at=at,
        citizen_id=session.citizen_id,
        actor_id=actor_id,
        data={"help": session.pk, "helper_id": session.helper_id, **data},
    )


def _notify(session: HelpSession, kind: str, *, at: datetime) -> None:
    notices.notify(
        person_id=session.citizen_id,
        kind=kind,
        at=at,
        data={"helper_id": session.helper_id},
        path="velkommen/hjaelp/",
    )
