# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From an address to a row of what is followed up: the only way in. What is not yours is 404."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from jobunivers.foundation.http import Request
from jobunivers.identity.models import ADVISING, Role
from jobunivers.rooms.followup.models import Batch, Letter, LetterState, Note, StaffTask
from jobunivers.trust.opening import citizen_or_404

__all__ = ["citizen_or_404"]


def _advising(request: Request) -> None:
    if request.user.role not in ADVISING:
        raise Http404


def task_or_404(request: Request, pk: int) -> StaffTask:
    """Return a task. Those who help citizens of the kommune may: tasks are handed about."""
    _advising(request)
    return get_object_or_404(StaffTask.objects.all(), pk=pk)


def note_or_404(request: Request, pk: int) -> Note:
    """Return a note. Those who help the citizen may, once they have opened her."""
    note = get_object_or_404(Note.objects.all(), pk=pk)
    citizen_or_404(request, note.citizen_id)
    return note


def letter_or_404(request: Request, pk: int) -> Letter:
    """Return a letter. Those who help the citizen may."""
    letter = get_object_or_404(Letter.objects.all(), pk=pk)
    citizen_or_404(request, letter.citizen_id)
    return letter


def own_letter_or_404(request: Request, pk: int) -> Letter:
    """Return a letter that was sent. Only the citizen it was written to may."""
    return get_object_or_404(
        Letter.objects.all(), pk=pk, citizen_id=citizen_id_or_404(request), state=LetterState.SENT
    )


def batch_or_404(request: Request, pk: int) -> Batch:
    """Return a list of many. Only who made it may."""
    _advising(request)
    return get_object_or_404(Batch.objects.all(), pk=pk, made_by_id=request.user.pk)


def citizen_id_or_404(request: Request) -> int:
    """Return who asks. Only a citizen has letters."""
    if request.user.pk is None or request.user.role != Role.CITIZEN:
        raise Http404
    return request.user.pk
