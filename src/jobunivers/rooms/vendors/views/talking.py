# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""One thread for each solution, read and written by the firm and by who runs the platform."""

from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from jobunivers.foundation.http import Request
from jobunivers.identity.access import for_national
from jobunivers.rooms.marketplace.queries import Offer
from jobunivers.rooms.vendors import access, actions
from jobunivers.rooms.vendors.access import for_members
from jobunivers.rooms.vendors.forms.solutions import MessageForm
from jobunivers.rooms.vendors.queries import pages, talking

_ASKED = ["GET", "HEAD", "POST"]


@for_members()
@require_http_methods(_ASKED)
def own_thread(request: Request, pk: int) -> HttpResponseBase:
    """Show the firm a solution's thread, and take a message."""
    return _thread(request, access.own_solution_or_404(request, pk), firm=True)


@for_national
@require_http_methods(_ASKED)
def thread(request: Request, pk: int) -> HttpResponseBase:
    """Show who runs the platform a solution's thread, and take a message."""
    return _thread(request, access.solution_or_404(request, pk), firm=False)


def _thread(request: Request, offer: Offer, *, firm: bool) -> HttpResponseBase:
    me = access.me(request)
    form = MessageForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.write_message(
            offer=offer,
            words=form.cleaned_data["words"],
            from_firm=firm,
            seen=form.cleaned_data["seen"],
            at=timezone.now(),
            actor_id=me,
        )
        name = "vendors:thread" if firm else "vendors:national_thread"
        return HttpResponseRedirect(reverse(name, args=[offer.pk]))
    lines = talking.thread(offer.pk, reader_id=me, reader_is_firm=firm)
    last = lines[-1].pk if lines else 0
    if request.method == "GET" and last:
        actions.note_seen(offer=offer, person_id=me, last=last)
    if request.method != "POST":
        form = MessageForm(initial={"seen": last})
    context = {
        "offer": offer,
        "title": pages.titles([offer])[offer.pk],
        "lines": lines,
        "form": form,
        "firm": firm,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "vendors/portal/thread.html", context, status=status)
