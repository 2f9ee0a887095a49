# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Staff read how a kind of case goes: step by step, with the rules of a day, and for a citizen."""

from datetime import date

from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from jobunivers.foundation import dated
from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_advisers, for_roles
from jobunivers.identity.models import ADVISING, Role
from jobunivers.rooms.law.forms import DayForm
from jobunivers.rooms.law.queries import guidance as guide
from jobunivers.trust.opening import with_citizen

_for_guided = for_roles(*sorted(ADVISING), Role.MANAGER)


def _since(request: Request, on: date) -> date:
    """Return the day whose rules a page compares with: the one before, unless one is said."""
    try:
        return date.fromisoformat(request.GET.get("siden", ""))
    except ValueError:
        return guide.day_before(on)


@_for_guided
@reads
def guidance(request: Request) -> HttpResponseBase:
    """List the kinds of cases."""
    form = DayForm(request.GET, today=timezone.localdate(timezone.now()))
    lines = guide.processes(language=request.LANGUAGE_CODE, group=form.group)
    return render(request, "law/guidance.html", {"lines": lines, "form": form})


@_for_guided
@reads
def process(request: Request, code: str) -> HttpResponseBase:
    """Show a kind of case as steps, with the rules of a day."""
    form = DayForm(request.GET, today=timezone.localdate(timezone.now()))
    since = _since(request, form.day)
    page = guide.process_page(code=code, on=form.day, since=since, language=request.LANGUAGE_CODE)
    if page is None:
        raise Http404
    return render(request, "law/process.html", {"page": page, "form": form, "on": form.day})


@for_advisers
@reads
def citizen(request: Request, pk: int) -> HttpResponseBase:
    """Show where a citizen stands in a kind of case, as far as days are known of her."""
    now = timezone.now()
    today = timezone.localdate(now)
    opened = with_citizen(request, pk, parts=("guidance",), today=today)
    if isinstance(opened, HttpResponseRedirect):
        return opened
    form = DayForm(request.GET, today=today)
    lines = guide.processes(language=request.LANGUAGE_CODE, group=form.group)
    chosen = request.GET.get("sag", "")
    known = dated.known_days(pk, at=now)
    page = guide.process_page(
        code=chosen, on=form.day, since=guide.day_before(form.day),
        language=request.LANGUAGE_CODE, known=known,
    )  # fmt: skip
    context = {
        "citizen": opened.person,
        "reason_words": opened.reason_words,
        "lines": lines,
        "chosen": chosen,
        "form": form,
        "page": page,
        "known": guide.known_words(known),
        "on": form.day,
    }
    return render(request, "law/citizen.html", context)
