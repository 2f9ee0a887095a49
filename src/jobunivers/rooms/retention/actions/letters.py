# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Printed letters of the 30 days' notice, for those whom no message reaches outside the pages."""

from datetime import datetime

from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Greatest
from django.utils import timezone

from jobunivers.foundation.events import actions as events
from jobunivers.rooms.retention.models import LetterRun, Told
from jobunivers.rooms.retention.queries import due, letters


class NoLetters(Exception):  # noqa: N818 - it reads as what happened
    """Nobody waits for a letter, or these letters are sent already."""


@transaction.atomic
def make_letters(*, by_id: int, at: datetime) -> LetterRun:
    """Put everybody who waits for a letter into one print.

    Raises:
        NoLetters: nobody waits.
    """
    waiting = list(letters.waiting().select_for_update().values_list("pk", "citizen_id"))
    if not waiting:
        raise NoLetters
    run = LetterRun.objects.create(
        made_at=at, made_by_id=by_id, letters=len({one for _, one in waiting})
    )
    Told.objects.filter(pk__in=[pk for pk, _ in waiting]).update(letter_run=run)
    events.record("retention.letters_made", at=at, actor_id=by_id, data={"run_id": run.pk})
    return run


@transaction.atomic
def letters_sent(*, run_id: int, by_id: int, at: datetime) -> None:
    """Write that a print has been posted: from now on those in it are told.

    Nothing of theirs goes for 30 days, whatever was said before.

    Raises:
        NoLetters: there is no such print, or it is sent already.
    """
    changed = LetterRun.objects.filter(pk=run_id, sent_at=None).update(sent_at=at, sent_by_id=by_id)
    if not changed:
        raise NoLetters
    earliest = timezone.localdate(at) + due.NOTICE
    Told.objects.filter(letter_run_id=run_id).update(
        letter_sent_at=at, goes_on=Greatest(F("goes_on"), Value(earliest))
    )
    events.record("retention.letters_sent", at=at, actor_id=by_id, data={"run_id": run_id})
