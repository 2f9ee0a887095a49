# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A solution as an LTI tool: what its firm gives, and what it writes into its own program."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jobunivers.foundation.http import Request
from jobunivers.rooms.launching import actions as launching
from jobunivers.rooms.launching import queries as connected
from jobunivers.rooms.vendors import access
from jobunivers.rooms.vendors.access import for_members
from jobunivers.rooms.vendors.queries import pages


@for_members()
@require_http_methods(["GET", "HEAD", "POST"])
def tool(request: Request, pk: int) -> HttpResponseBase:
    """Show how a solution is opened by LTI, and let administrators of the firm say it."""
    offer = access.own_solution_or_404(request, pk)
    writes = access.writes(request)
    known = connected.tool_of(pk)
    if known is not None and known.offer_id != pk:
        # It was picked of another solution's tool, which is changed there.
        return _to(known.offer_id)
    form = launching.ToolForm(request.POST or None, initial=launching.tools_beginning(known))
    if request.method == "POST" and form.is_valid():
        try:
            launching.register_tool(
                offer=offer, at=timezone.now(), actor_id=access.me(request), **form.told()
            )
        except launching.NotConnectable as wrong:
            form.say(wrong)
        else:
            messages.success(request, _("Gemt."))
            return _to(pk)
    context = {
        "offer": offer,
        "title": pages.titles([offer])[offer.pk],
        "tool": known,
        "form": form,
        "writes": writes,
        "platforms": connected.platforms(),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "vendors/portal/tool.html", context, status=status)


def _to(pk: int) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("vendors:tool", args=[pk]))
