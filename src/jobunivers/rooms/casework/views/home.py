# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The staff's first page by role, who is new, and her calendar."""

from collections.abc import Iterable

from django.db import DatabaseError
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import get_script_prefix
from django.utils import timezone

from jobunivers.foundation.counted import how_many
from jobunivers.foundation.desk import Desk
from jobunivers.foundation.http import Request, afterwards, reads
from jobunivers.foundation.notices import queries as notices
from jobunivers.identity.access import for_advisers
from jobunivers.rooms.casework import actions
from jobunivers.rooms.casework.forms import NameForm
from jobunivers.rooms.casework.queries import calendar as days
from jobunivers.rooms.casework.queries import desk, newcomers
from jobunivers.science.calendars import NoSuchWeek, Week, week_named, week_of
from jobunivers.trust.actions import look
from jobunivers.trust.opening import names_for

_OVERVIEW = "overview"
"""The reason for a look at many: the kommune's own overview."""


@for_advisers
def home(request: Request) -> HttpResponseBase:
    """Show what a member of staff needs first, by her role; a broken block says so alone."""
    try:
        return _home(request, careful=False)
    except (desk.BlocksBroken, DatabaseError):
        return _home(request, careful=True)


@reads
def _home(request: Request, *, careful: bool) -> HttpResponseBase:
    now = timezone.now()
    asking = Desk(
        staff_id=_me(request),
        role=request.user.role,
        at=now,
        today=timezone.localdate(now),
        language=request.LANGUAGE_CODE,
    )
    unread = notices.unread_counted(person_id=asking.staff_id)
    filled = desk.fill(asking, careful=careful, beside=[unread])
    request.unread_notices = how_many(unread)  # type: ignore[attr-defined]
    shown = {pk for one in filled for pk in one.citizen_ids}
    names = names_for(request, shown, today=asking.today) if shown else {}
    blocks = desk.named(filled, names)
    for one in filled:
        for pk in dict.fromkeys(one.citizen_ids):
            if one.block.looks and pk in names:
                look(request, citizen_id=pk, part=one.block.looks, reason=_OVERVIEW)
    _listed(request, names)
    context = {"blocks": blocks, "form": NameForm(), "role": request.user.role}
    return render(request, "casework/home.html", context)


@for_advisers
@reads
def new(request: Request) -> HttpResponseBase:
    """List who is newly out of work and has had no first talk, the first due first."""
    today = timezone.localdate()
    rows, sheet = newcomers.newcomers_page(today=today, page=request.GET.get("side"))
    names = names_for(request, [row.citizen_id for row in rows], today=today) if rows else {}
    _listed(request, names)
    lines = [(row, names[row.citizen_id]) for row in rows if row.citizen_id in names]
    return render(request, "casework/new.html", {"lines": lines, "sheet": sheet})


@for_advisers
@reads
def calendar(request: Request) -> HttpResponseBase:
    """Show the week we are in."""
    return _calendar(request, week_of(timezone.localdate()))


@for_advisers
@reads
def calendar_week(request: Request, name: str) -> HttpResponseBase:
    """Show a week by its name."""
    try:
        return _calendar(request, week_named(name))
    except NoSuchWeek as error:
        raise Http404 from error


def _calendar(request: Request, week: Week) -> HttpResponseBase:
    today = timezone.localdate()
    entries = days.week_entries(staff_id=_me(request), week=week, language=request.LANGUAGE_CODE)
    ids = {one.citizen_id for one in entries if one.citizen_id is not None}
    names = names_for(request, ids, today=today) if ids else {}
    _listed(request, names)
    page = days.calendar_page(entries, names, week=week, today=today)
    context = {"page": page, "before": week.plus(-1), "next": week.plus(1)}
    return render(request, "casework/calendar.html", context)


@for_advisers
@reads
def calendar_file(request: Request) -> HttpResponseBase:
    """Give her coming weeks as a file for her own calendar; no citizen is named in it."""
    now = timezone.now()
    content = days.calendar_file(
        staff_id=_me(request),
        kommune=request.municipality.code,
        home=request.build_absolute_uri(get_script_prefix()),
        language=request.LANGUAGE_CODE,
        at=now,
        today=timezone.localdate(now),
    )
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="min-kalender.ics"'
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer


def _listed(request: Request, shown: Iterable[int]) -> None:
    """Remember whose names stood on the page, when it is made."""
    ids = sorted(shown)
    if ids:
        now, staff = timezone.now(), _me(request)
        afterwards(
            request,
            lambda: actions.names_shown(adviser_id=staff, citizen_ids=ids, searched=False, at=now),
        )


def _me(request: Request) -> int:
    return request.user.pk or 0
