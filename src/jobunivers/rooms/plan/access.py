# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From an address to a row of somebody's plan: the only way in. What is not yours is 404."""

from typing import TypeVar

from django.http import Http404

from jobunivers.foundation.http import Request
from jobunivers.identity.models import Role
from jobunivers.rooms.plan.models import Activity, Agreement, Goal

Row = TypeVar("Row", Goal, Activity, Agreement)


def citizen_id_or_404(request: Request) -> int:
    """Return who asks. Only a citizen has a plan."""
    if request.user.pk is None or request.user.role != Role.CITIZEN:
        raise Http404
    return request.user.pk


def goal_or_404(request: Request, pk: int) -> Goal:
    """Return a goal. Only the citizen whose it is may."""
    return _hers(Goal, citizen_id_or_404(request), pk)


def activity_or_404(request: Request, pk: int) -> Activity:
    """Return an activity. Only the citizen whose it is may."""
    return _hers(Activity, citizen_id_or_404(request), pk)


def agreement_or_404(request: Request, pk: int) -> Agreement:
    """Return an agreement. The citizen whose it is may; staff use `agreement_of_or_404`."""
    return _hers(Agreement, citizen_id_or_404(request), pk)


def agreement_of_or_404(citizen_id: int, pk: int) -> Agreement:
    """Return an agreement of a citizen. Those who help her may, once they have opened her."""
    return _hers(Agreement, citizen_id, pk)


def _hers(model: type[Row], citizen_id: int, pk: int) -> Row:
    found = model.objects.filter(pk=pk, citizen_id=citizen_id).first()
    if found is None:
        raise Http404
    return found
