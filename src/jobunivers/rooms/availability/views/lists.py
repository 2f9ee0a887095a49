# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Staff: the cases that wait, those that can be decided first."""

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.http import Request, afterwards, reads
from jobunivers.identity.access import for_advisers
from jobunivers.rooms.availability import queries
from jobunivers.trust.opening import names_for


@for_advisers
@reads
def cases(request: Request) -> HttpResponseBase:
    """List open cases, hers or (`?vis=alle`) the kommune's; whose names were shown is kept."""
    now, staff_id = timezone.now(), request.user.pk or 0
    today = timezone.localdate(now)
    page = queries.waiting_page(
        staff_id=staff_id,
        mine=request.GET.get("vis") != "alle",
        page=request.GET.get("side"),
        today=today,
    )
    ids = [one.case.citizen_id for one in page.lines]
    names = names_for(request, ids, today=today) if ids else {}
    if names:
        data = {"citizen_ids": sorted(names)}
        afterwards(
            request,
            lambda: events.record("availability.names_shown", at=now, actor_id=staff_id, data=data),
        )
    lines = [(one, names.get(one.case.citizen_id, "")) for one in page.lines]
    return render(
        request,
        "availability/cases.html",
        {"page": page, "lines": [(one, name) for one, name in lines if name]},
    )
