# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What she got and her answer; the kommune's rule for a second person."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import get_script_prefix, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_citizens, for_roles
from jobunivers.identity.models import Role
from jobunivers.rooms.outreach import access, actions, queries
from jobunivers.rooms.outreach.forms import RuleForm


@for_citizens
@reads
def hers(request: Request, pk: int) -> HttpResponseBase:
    """Show a citizen what she got, from whom and why, and how to say no."""
    received = access.received_or_404(request, pk)
    page = queries.her_page(
        push=received.push,
        received=received,
        no_more=access.wants_no_more(request, received.push.what),
        facts=queries.reasons_of(
            push_id=pk, citizen_id=received.citizen_id, language=request.LANGUAGE_CODE
        )
        if received.push.trigger_version_id
        else [],
        no_rule=access.wants_nothing_by_rule(received),
        at=timezone.now(),
    )
    link = get_script_prefix() + page.path.lstrip("/\\") if page.path else ""
    context = {"page": page, "push": received.push, "link": link}
    return render(request, "outreach/hers.html", context)


@for_citizens
@require_POST
def say_no(request: Request, pk: int) -> HttpResponseBase:
    """Let her say that it is not for her, and that she wants no more of the kind."""
    received = access.received_or_404(request, pk)
    now = timezone.now()
    if request.POST.get("igen"):
        actions.want_again(citizen_id=received.citizen_id, what=received.push.what, at=now)
        messages.success(request, _("Du får den slags fra kommunen igen."))
    else:
        no_more = bool(request.POST.get("ikke_flere"))
        actions.not_for_me(received=received, no_more=no_more, at=now)
        messages.success(
            request,
            _("Tak. Du får ikke flere af den slags fra kommunen.")
            if no_more
            else _("Tak. Så ved vi, at den ikke passer til dig."),
        )
    return HttpResponseRedirect(reverse("outreach:hers", args=[pk]))


@for_citizens
@require_POST
def say_no_to_rule(request: Request, pk: int) -> HttpResponseBase:
    """Let her say that she wants nothing by the rule that sent this, and take it back."""
    received = access.received_or_404(request, pk)
    if request.POST.get("igen"):
        actions.rule_again(received=received, at=timezone.now())
        messages.success(request, _("Du kan få den slags igen."))
    else:
        actions.no_more_of_rule(received=received, at=timezone.now())
        messages.success(request, _("Tak. Du får ikke mere efter den regel."))
    return HttpResponseRedirect(reverse("outreach:hers", args=[pk]))


@for_roles(Role.MANAGER, Role.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def rules(request: Request) -> HttpResponseBase:
    """Show when a second person must agree; an administrator decides otherwise."""
    now = timezone.now()
    today = timezone.localdate(now)
    may = request.user.role == Role.ADMINISTRATOR
    if request.method == "POST" and not may:
        raise PermissionDenied
    holds = queries.rule_on(today)
    form = RuleForm(request.POST or None, above=holds.above, staff_may=holds.staff_may, today=today)
    if request.method == "POST" and form.is_valid():
        actions.decide_rule(**form.cleaned_data, by_id=request.user.pk or 0, at=now)
        messages.success(request, _("Beslutningen er gemt."))
        return HttpResponseRedirect(reverse("outreach:rules"))
    status = 422 if request.method == "POST" else 200
    context = {
        "holds": holds, "form": form, "may": may, "decisions": queries.decisions(today=today),
    }  # fmt: skip
    return render(request, "outreach/rules.html", context, status=status)
