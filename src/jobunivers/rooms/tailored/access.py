# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From an address to a row: the only way in."""

from datetime import datetime

from django.http import Http404

from jobunivers.foundation.http import Request
from jobunivers.identity.models import Person, Role
from jobunivers.rooms.tailored.queries.reading import Recommendation, newest_recommendation


def citizen_id_or_404(request: Request) -> int:
    """Return who asks. Only a citizen gets recommendations."""
    if request.user.pk is None or request.user.role != Role.CITIZEN:
        raise Http404
    return request.user.pk


def logged_in_at(request: Request) -> datetime | None:
    """Return when who asks logged in."""
    user: object = request.user
    return user.last_login if isinstance(user, Person) else None


def recommendation_or_404(request: Request, vacancy_id: int) -> Recommendation:
    """Return the newest recommendation of the advertisement to whoever asks, from any kept run."""
    found = newest_recommendation(citizen_id=citizen_id_or_404(request), vacancy_id=vacancy_id)
    if found is None:
        raise Http404
    return found
