# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From an address to a talk: the only way in. What is not yours is 404."""

from django.http import Http404

from jobunivers.foundation.http import Request
from jobunivers.identity.models import Role
from jobunivers.rooms.talks.models import AgendaPoint, CueCard, Partaker, Talk
from jobunivers.rooms.talks.queries.cards import card_of


def citizen_id_or_404(request: Request) -> int:
    """Return who asks. Only a citizen has talks of her own."""
    if request.user.pk is None or request.user.role != Role.CITIZEN:
        raise Http404
    return request.user.pk


def own_talk_or_404(request: Request, pk: int) -> Talk:
    """Return a talk. Only the citizen whose it is may."""
    return talk_of_or_404(citizen_id_or_404(request), pk)


def talk_of_or_404(citizen_id: int, pk: int) -> Talk:
    """Return a talk of a citizen. Those who help her may, once they have opened her."""
    found = Talk.objects.filter(pk=pk, citizen_id=citizen_id).first()
    if found is None:
        raise Http404
    return found


def point_of_or_404(citizen_id: int, pk: int) -> AgendaPoint:
    """Return a point of a citizen's agenda. She and those who help her may."""
    found = AgendaPoint.objects.filter(pk=pk, citizen_id=citizen_id).first()
    if found is None:
        raise Http404
    return found


def partaker_or_404(talk: Talk, pk: int) -> Partaker:
    """Return somebody who takes part in a talk. Those who help the citizen may."""
    found = Partaker.objects.filter(pk=pk, talk=talk).first()
    if found is None:
        raise Http404
    return found


def card_or_404(key: str) -> CueCard:
    """Return a cue card as it stands in the kommune. Those who write or use cards may."""
    found = card_of(key)
    if found is None:
        raise Http404
    return found
