# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From an address to a row: the only way in."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from jobunivers.foundation.http import Request
from jobunivers.identity.models import Role
from jobunivers.rooms.vacancies.models import (
    Application,
    Interview,
    Proposal,
    RejectedRecord,
    SavedSearch,
    Source,
    Vacancy,
)


def citizen_id_or_404(request: Request) -> int:
    """Return who asks. Only a citizen has a joblog, stars and saved searches."""
    if request.user.pk is None or request.user.role != Role.CITIZEN:
        raise Http404
    return request.user.pk


def vacancy_or_404(request: Request, pk: int) -> Vacancy:  # noqa: ARG001 - the kommune is the lock
    """Return the advertisement. Anybody may see the country's, and those of the own kommune."""
    found = Vacancy.objects.select_related("employer", "source")
    return get_object_or_404(found, pk=pk)


def application_or_404(request: Request, pk: int) -> Application:
    """Return the entry of the joblog. Only the citizen whose it is may."""
    return get_object_or_404(Application, pk=pk, citizen_id=citizen_id_or_404(request))


def interview_or_404(request: Request, pk: int) -> Interview:
    """Return the talk with an employer. Only the citizen whose it is may."""
    rows = Interview.objects.select_related("application").filter(cancelled_at=None)
    return get_object_or_404(rows, pk=pk, citizen_id=citizen_id_or_404(request))


def proposal_or_404(request: Request, pk: int) -> Proposal:
    """Return what was read in a letter. Only the citizen who forwarded it may."""
    rows = Proposal.objects.select_related("application")
    return get_object_or_404(rows, pk=pk, citizen_id=citizen_id_or_404(request))


def saved_search_or_404(request: Request, pk: int) -> SavedSearch:
    """Return the saved search. Only the citizen whose it is may."""
    return get_object_or_404(SavedSearch, pk=pk, citizen_id=citizen_id_or_404(request))


def own_application(request: Request, pk: int) -> Application | None:
    """Return the entry of the joblog, None when it is not hers or gone."""
    return Application.objects.filter(pk=pk, citizen_id=citizen_id_or_404(request)).first()


def source_or_404(request: Request, pk: int) -> Source:  # noqa: ARG001 - the kommune is the lock
    """Return the source. Administrators see their kommune's own and the country's."""
    return get_object_or_404(Source, pk=pk)


def rejected_or_404(request: Request, pk: int) -> RejectedRecord:
    """Return the record. A kommune's administrator mends its own, national staff the country's."""
    rejected = get_object_or_404(RejectedRecord.objects.select_related("source"), pk=pk)
    owner = rejected.municipality_id
    if owner is None and request.user.role != Role.NATIONAL:
        raise Http404
    return rejected
