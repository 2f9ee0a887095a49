# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From an address to a row: the only way in. What is not yours is 404."""

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import F
from django.http import Http404

from jobunivers.foundation.http import Request
from jobunivers.identity import queries as identity
from jobunivers.identity.models import Person, Role
from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.segmentation.models import (
    Course,
    DryRun,
    HandOver,
    Leave,
    Objection,
    Policy,
)
from jobunivers.trust.opening import citizen_or_404

if TYPE_CHECKING:
    from jobunivers.rooms.journey.models import Absence

__all__ = ["citizen_or_404"]


def citizen_id_or_404(request: Request) -> int:
    """Return who asks. Only a citizen has a course."""
    if request.user.pk is None or request.user.role != Role.CITIZEN:
        raise Http404
    return request.user.pk


def absence_or_404(request: Request, pk: int) -> "Absence":
    """Return an absence of hers that she told of; a pause that was agreed ends by agreement."""
    found = journey.absences_of(citizen_id_or_404(request)).filter(pk=pk)
    absence = found.exclude(kind="agreed").first()
    if absence is None:
        raise Http404
    return absence


def own_objection(request: Request) -> Objection | None:
    """Return what she has said and waits for an answer to, if anything."""
    found = Objection.objects.filter(citizen_id=citizen_id_or_404(request), answered_at=None)
    return found.first()


def objection_or_404(pk: int) -> Objection:
    """Return an objection of the kommune that waits for an answer. Those who help citizens may."""
    objection = Objection.objects.filter(pk=pk, answered_at=None).first()
    if objection is None:
        raise Http404
    return objection


def policy_or_404(pk: int) -> Policy:
    """Return a policy of the kommune or of the country. Everybody may read those in effect."""
    policy = Policy.objects.filter(pk=pk).first()
    if policy is None:
        raise Http404
    return policy


def draft_or_404(pk: int) -> Policy:
    """Return a draft of the kommune's own. Its administrators may change it."""
    policy = Policy.objects.filter(pk=pk, activated_at=None, municipality__isnull=False).first()
    if policy is None:
        raise Http404
    return policy


def dry_run_or_404(policy: Policy, pk: int) -> DryRun:
    """Return a trial of this policy. Managers and administrators may see it."""
    found = DryRun.objects.filter(pk=pk, policy_id=policy.pk).first()
    if found is None:
        raise Http404
    return found


def consultant_or_404(pk: int) -> Person:
    """Return a personal consultant of the kommune. Its managers may plan her work."""
    person = identity.person(pk=pk)
    if person is None or person.role != Role.CONSULTANT:
        raise Http404
    return person


def leave_or_404(pk: int, *, today: date) -> Leave:
    """Return a leave that lasts or is to come. The kommune's managers may change it."""
    leave = Leave.objects.filter(pk=pk, cancelled_at=None, away_to__gt=today).first()
    if leave is None:
        raise Http404
    return leave


def hand_over_or_404(pk: int) -> HandOver:
    """Return a hand-over. The kommune's managers may take it back."""
    row = HandOver.objects.filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def her_absence_or_404(citizen_id: int, pk: int) -> "Absence":
    """Return an absence of a citizen. Those who help her may end it with her."""
    absence = journey.absences_of(citizen_id).filter(pk=pk).first()
    if absence is None:
        raise Http404
    return absence


def own_policy_or_404(pk: int) -> Policy:
    """Return a policy the kommune has adopted itself. Its administrators may take it back."""
    found = Policy.objects.filter(pk=pk, municipality__isnull=False, activated_at__isnull=False)
    policy = found.filter(retired_at=None).first()
    if policy is None:
        raise Http404
    return policy


def course_or_404(code: str) -> Course:
    """Return how a course is spoken of, the kommune's own words first. Administrators may."""
    found = Course.objects.filter(code=code)
    course = found.order_by(F("municipality").asc(nulls_last=True), "pk").first()
    if course is None:
        raise Http404
    return course
