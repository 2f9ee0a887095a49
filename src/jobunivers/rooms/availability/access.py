# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From an address to a case: the only way in. What is not yours is 404."""

from django.http import Http404

from jobunivers.foundation.http import Request
from jobunivers.identity.models import Role
from jobunivers.rooms.availability.models import Case


def citizen_id_or_404(request: Request) -> int:
    """Return who asks. Only a citizen has availability of her own."""
    if request.user.pk is None or request.user.role != Role.CITIZEN:
        raise Http404
    return request.user.pk


def own_case_or_404(request: Request, pk: int) -> Case:
    """Return a case. The citizen whose it is may."""
    return case_of_or_404(citizen_id_or_404(request), pk)


def case_of_or_404(citizen_id: int, pk: int) -> Case:
    """Return a case of a citizen. Those who help her may, once they have opened her."""
    found = Case.objects.filter(pk=pk, citizen_id=citizen_id).first()
    if found is None:
        raise Http404
    return found
