# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From an address to a row: the only way in. What is not yours is 404."""

from django.http import Http404

from jobunivers.foundation.http import Request
from jobunivers.identity.access import for_roles
from jobunivers.identity.models import ADVISING, Role
from jobunivers.rooms.decisions.models import AssessmentKind, Contest
from jobunivers.rooms.decisions.queries.contests import ANSWERING
from jobunivers.trust import decided
from jobunivers.trust.actions import look

for_answering = for_roles(*sorted(ANSWERING))
"""Who answers a disagreement: those who help citizens, and who sees to data protection."""
for_assessing = for_roles(Role.OFFICER, Role.ADMINISTRATOR)
_KINDS = {"databeskyttelse": AssessmentKind.DATA, "rettigheder": AssessmentKind.RIGHTS}
ADDRESSES = {kind: address for address, kind in _KINDS.items()}


def citizen_id_or_404(request: Request) -> int:
    """Return who asks. A citizen alone has choices made about her."""
    if request.user.pk is None or request.user.role != Role.CITIZEN:
        raise Http404
    return request.user.pk


def kind_or_404(code: str) -> decided.Decided:
    """Return a kind of choice that some room offers."""
    found = decided.kind(code)
    if found is None:
        raise Http404
    return found


def own_contest_or_404(request: Request, pk: int) -> Contest:
    """Return what she herself has said and waits for an answer to."""
    found = Contest.objects.filter(pk=pk, citizen_id=citizen_id_or_404(request), answered_at=None)
    row = found.first()
    if row is None:
        raise Http404
    return row


def contest_or_404(request: Request, pk: int) -> Contest:
    """Return what a citizen of the kommune has asked to have looked at; logged as that.

    She has asked herself, so no reason is needed beside that; she reads that it was read.
    """
    row = Contest.objects.filter(pk=pk).first()
    if row is None or request.user.role not in ANSWERING:
        raise Http404
    look(request, citizen_id=row.citizen_id, part="decisions", reason="request")
    return row


def may_open_her(request: Request) -> bool:
    """Say whether who asks may open the citizen behind it: those who help citizens may."""
    return request.user.role in ADVISING


def assessment_kind_or_404(address: str) -> AssessmentKind:
    """Return which assessment an address means."""
    if address not in _KINDS:
        raise Http404
    return _KINDS[address]
