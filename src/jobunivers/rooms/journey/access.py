# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From an address to a row: the only way in."""

from typing import TypeVar

from django.db import models
from django.http import Http404
from django.shortcuts import get_object_or_404

from jobunivers.foundation.http import Request
from jobunivers.identity.models import Role
from jobunivers.rooms.journey.models import Competence, Education, Experience, Wish

Row = TypeVar("Row", bound=models.Model)


def citizen_id_or_404(request: Request) -> int:
    """Return who asks. Only a citizen has a profile."""
    if request.user.pk is None or request.user.role != Role.CITIZEN:
        raise Http404
    return request.user.pk


def experience_or_404(request: Request, pk: int) -> Experience:
    """Return the job. Only the citizen whose it is may."""
    return _own(request, Experience, pk)


def education_or_404(request: Request, pk: int) -> Education:
    """Return the education. Only the citizen whose it is may."""
    return _own(request, Education, pk)


def competence_or_404(request: Request, pk: int) -> Competence:
    """Return the competence. Only the citizen whose it is may."""
    return _own(request, Competence, pk)


def wish_or_404(request: Request, pk: int) -> Wish:
    """Return the wish. Only the citizen whose it is may."""
    return _own(request, Wish, pk)


def _own(request: Request, model: type[Row], pk: int) -> Row:
    rows = model._default_manager.select_related("profile")  # noqa: SLF001 - documented
    return get_object_or_404(rows, pk=pk, profile__citizen_id=citizen_id_or_404(request))
