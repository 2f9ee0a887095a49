# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The only way from an address to a row of the room."""

from typing import TypeVar

from django.db.models import Model
from django.http import Http404

from jobunivers.foundation.http import Request
from jobunivers.identity.models import Role
from jobunivers.rooms.audit.models import LookSample, SampledLook, UnusualLook

_LARGEST = 2**63 - 1
_Row = TypeVar("_Row", bound=Model)


def unusual_or_404(request: Request, pk: int) -> UnusualLook:
    """Return looks a rule found unusual. The kommune's officer of data protection may."""
    return _theirs(request, UnusualLook.objects.filter(pk=pk).first() if pk <= _LARGEST else None)


def sampled_or_404(request: Request, pk: int) -> SampledLook:
    """Return a look that was drawn. The kommune's officer of data protection may."""
    found = SampledLook.objects.filter(pk=pk).select_related("sample") if pk <= _LARGEST else None
    return _theirs(request, found.first() if found is not None else None)


def sample_or_404(request: Request, pk: int) -> LookSample:
    """Return a month's sample. The kommune's officer of data protection may."""
    return _theirs(request, LookSample.objects.filter(pk=pk).first() if pk <= _LARGEST else None)


def _theirs(request: Request, row: _Row | None) -> _Row:
    if row is None or request.user.role != Role.OFFICER:
        raise Http404
    return row
