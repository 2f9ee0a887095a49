# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the room's views share."""

from django.http import Http404, HttpResponse

from jobunivers.foundation.http import Request
from jobunivers.identity import queries as identity
from jobunivers.rooms.availability.models import Case, CaseState
from jobunivers.rooms.availability.queries import paper

ASKED = ["GET", "HEAD", "POST"]
DECISION, HEARING = "afgoerelse", "hoering"
_OK, _CONFLICT, _WRONG = 200, 409, 422


def status_of(request: Request, *, conflict: bool = False) -> int:
    """Return the status of a page with a form: as it is, wrong, or changed meanwhile.

    htmx shows answers of 422 and drops those of 409, so it gets that for both.
    """
    if request.method != "POST":
        return _OK
    return _CONFLICT if conflict and not request.htmx else _WRONG


def pdf(request: Request, case: Case, which: str) -> HttpResponse:
    """Return a letter of a case as a file: what was sent or signed, and nothing before it was."""
    kommune = request.municipality.name
    if which == DECISION and case.state == CaseState.DECIDED:
        body = paper.decision_on_paper(case, kommune=kommune, signed_by=_name(case.decided_by_id))
    elif which == HEARING and case.hearing_sent_at is not None:
        name = _name(case.hearing_sent_by_id)
        body = paper.hearing_on_paper(case, kommune=kommune, signed_by=name)
    else:
        raise Http404
    answer = HttpResponse(body, content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="{which}.pdf"'
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _name(pk: int | None) -> str:
    return identity.names(ids=[pk]).get(pk, ("", ""))[0] if pk else ""
