# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her plan, and the pages that show what was: done, put aside, changed; requirements; on paper."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_citizens
from jobunivers.rooms.plan import access, queries
from jobunivers.rooms.plan.queries.paper import plan_on_paper


@for_citizens
@reads
def plan(request: Request) -> HttpResponseBase:
    """Show her plan: what is next first."""
    page = queries.plan_page(
        citizen_id=access.citizen_id_or_404(request),
        language=request.LANGUAGE_CODE,
        at=timezone.now(),
        page=request.GET.get("side"),
    )
    return render(request, "plan/plan.html", {"page": page, "own": True})


@for_citizens
@reads
def done(request: Request) -> HttpResponseBase:
    """Show what she has done."""
    page = queries.done_page(
        citizen_id=access.citizen_id_or_404(request),
        language=request.LANGUAGE_CODE,
        at=timezone.now(),
        page=request.GET.get("side"),
    )
    return render(request, "plan/done.html", {"page": page})


@for_citizens
@reads
def aside(request: Request) -> HttpResponseBase:
    """Show what she put aside, with the way back."""
    page = queries.aside_page(
        citizen_id=access.citizen_id_or_404(request),
        language=request.LANGUAGE_CODE,
        at=timezone.now(),
        page=request.GET.get("side"),
    )
    return render(request, "plan/aside.html", {"page": page})


@for_citizens
@reads
def history(request: Request) -> HttpResponseBase:
    """Show every change of her plan, in words."""
    page = queries.history_page(
        citizen_id=access.citizen_id_or_404(request), page=request.GET.get("side")
    )
    return render(request, "plan/history.html", {"page": page})


@for_citizens
@reads
def requirements(request: Request) -> HttpResponseBase:
    """Show every version of her requirements for job search, with the law's own words."""
    page = queries.requirements_page(
        citizen_id=access.citizen_id_or_404(request), on=timezone.localdate()
    )
    return render(request, "plan/requirements.html", {"page": page, "own": True})


@for_citizens
@reads
def paper(request: Request) -> HttpResponseBase:
    """Give her plan as a PDF."""
    now = timezone.now()
    content = plan_on_paper(
        citizen_id=access.citizen_id_or_404(request),
        name=request.user.name,
        kommune=request.municipality.name,
        language=request.LANGUAGE_CODE,
        at=now,
    )
    name = f"min-plan-{timezone.localdate(now):%Y-%m-%d}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
