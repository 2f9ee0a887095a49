# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From an address to a row of the entrance: the only way in."""

from typing import ParamSpec

from django.http import Http404
from django.shortcuts import get_object_or_404

from jobunivers.foundation.http import Request, View
from jobunivers.identity import queries as identity
from jobunivers.identity.models import ADVISING, Person, Role
from jobunivers.rooms.entrance.models import GuideItem, HelpSession, IntroMeeting, Slot, Telling

P = ParamSpec("P")
SESSION_HELP = "help"  # the number of the help that this browser gives
SESSION_HELP_SEEN = "help_seen"  # parts of which it is logged that they were shown


def in_person(view: View[P]) -> View[P]:
    """Mark a page that only she herself may use, never a helper in her name."""
    view.in_person = True  # type: ignore[attr-defined]
    return view


def citizen_id_or_404(request: Request) -> int:
    """Return whose entrance it is: the citizen who asks, or the one she is helped as."""
    if request.user.pk is None or request.user.role != Role.CITIZEN:
        raise Http404
    return request.user.pk


def actor_id_of(request: Request) -> int:
    """Return who really does it: the helper at the counter, else who is logged in."""
    acting = getattr(request, "helper", None) or request.user
    if acting.pk is None:
        raise Http404
    return int(acting.pk)


def citizen_or_404(request: Request, pk: int) -> Person:
    """Return a citizen by number. Those who help citizens of her kommune may."""
    person = identity.person(pk=pk) if request.user.role in ADVISING else None
    if person is None or person.role != Role.CITIZEN:
        raise Http404
    return person


def asked_help_or_404(request: Request, pk: int) -> HelpSession:
    """Return help by number. Only the helper who asked for it may."""
    return get_object_or_404(HelpSession.objects.all(), pk=pk, helper_id=request.user.pk)


def own_help_or_404(request: Request, pk: int) -> HelpSession:
    """Return help by number. Only the citizen whom it is about may."""
    return get_object_or_404(
        HelpSession.objects.all(), pk=pk, citizen_id=citizen_id_or_404(request)
    )


def meeting_or_404(request: Request, pk: int) -> IntroMeeting:
    """Return a first meeting. Only the citizen whose it is may."""
    rows = IntroMeeting.objects.select_related("seat__slot")
    return get_object_or_404(rows, pk=pk, citizen_id=citizen_id_or_404(request))


def staff_meeting_or_404(request: Request, pk: int) -> IntroMeeting:
    """Return a first meeting. Those who help citizens of the kommune may."""
    _must_be_advising(request)
    return get_object_or_404(IntroMeeting.objects.select_related("seat__slot"), pk=pk)


def slot_or_404(request: Request, pk: int) -> Slot:
    """Return a time for meetings. Those who help citizens of the kommune may."""
    _must_be_advising(request)
    return get_object_or_404(Slot.objects.all(), pk=pk)


def video_or_404(pk: int) -> GuideItem:
    """Return an item that has a video. Everybody who is logged in may."""
    return get_object_or_404(GuideItem.objects.exclude(video_type=""), pk=pk)


def _must_be_advising(request: Request) -> None:
    if request.user.role not in ADVISING:
        raise Http404


def telling_or_404(request: Request, pk: int) -> Telling:
    """Return what a source told. Only the citizen whom it is about may."""
    return get_object_or_404(Telling.objects.all(), pk=pk, citizen_id=citizen_id_or_404(request))
