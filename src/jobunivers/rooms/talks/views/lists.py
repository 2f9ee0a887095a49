# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Talks of one member of staff, and a kommune's shares of what is used."""

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.http import Request, afterwards, reads
from jobunivers.identity.access import for_advisers, for_managers
from jobunivers.rooms.talks import queries
from jobunivers.trust.opening import names_for


@for_advisers
@reads
def my_talks(request: Request) -> HttpResponseBase:
    """Show her talks ahead; whose names were shown is kept."""
    now, staff_id = timezone.now(), request.user.pk or 0
    page = queries.talks_of_staff(staff_id=staff_id, page=request.GET.get("side"), at=now)
    ids = [one.row.citizen_id for one in page.lines]
    names = names_for(request, ids, today=timezone.localdate(now)) if ids else {}
    if names:
        data = {"citizens": sorted(names)}
        afterwards(
            request,
            lambda: events.record("talks.names_shown", at=now, actor_id=staff_id, data=data),
        )
    lines = [(one, names[one.row.citizen_id]) for one in page.lines if one.row.citizen_id in names]
    return render(request, "talks/list.html", {"page": page, "lines": lines})


@for_managers
@reads
def figures(request: Request) -> HttpResponseBase:
    """Show how much of what is proposed is used, by kind; nobody is counted by name."""
    page = queries.figures_page(language=request.LANGUAGE_CODE, at=timezone.now())
    return render(request, "talks/figures.html", {"page": page})
