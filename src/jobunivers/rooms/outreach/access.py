# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The only way from an address to a push. What is not yours to see does not exist (404)."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from jobunivers.foundation.http import Request
from jobunivers.rooms.outreach.models import (
    NoMore,
    NoTrigger,
    Push,
    PushRecipient,
    Stand,
    State,
    Trigger,
)


def push_or_404(request: Request, pk: int) -> Push:
    """Return a push of the kommune: staff see all but the drafts of others."""
    push = Push.objects.filter(pk=pk).first()
    if push is None or (push.state == State.DRAFT and push.sender_id != request.user.pk):
        raise Http404
    return push


def own_push_or_404(request: Request, pk: int) -> Push:
    """Return a push that the reader may change: her own; who may only see it is refused (403)."""
    push = push_or_404(request, pk)
    if push.sender_id != request.user.pk:
        raise PermissionDenied
    return push


def trigger_or_404(pk: int) -> Trigger:
    """Return a rule of the kommune, with what is live and what is written."""
    found = Trigger.objects.select_related("live", "draft").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def wants_nothing_by_rule(received: PushRecipient) -> bool:
    """Say whether the citizen wants nothing by the rule that sent this."""
    version = received.push.trigger_version
    return (
        version is not None
        and NoTrigger.objects.filter(
            citizen_id=received.citizen_id, trigger_id=version.trigger_id
        ).exists()
    )


def received_or_404(request: Request, pk: int) -> PushRecipient:
    """Return what the citizen who asks has got; what she has not got does not exist for her."""
    rows = PushRecipient.objects.filter(push_id=pk, citizen_id=request.user.pk or 0)
    found = rows.filter(state=Stand.SENT).select_related("push__trigger_version").first()
    if found is None:
        raise Http404
    return found


def wants_no_more(request: Request, what: str) -> bool:
    """Say whether the citizen who asks wants no more of a kind."""
    return NoMore.objects.filter(citizen_id=request.user.pk or 0, what=what).exists()
