# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What she sees of points about her, and what an administrator decides of the rules."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_citizens, for_roles
from jobunivers.identity.models import Role
from jobunivers.rooms.casework import access, actions, queries
from jobunivers.rooms.casework.forms.attention import DoesNotFitForm, TuningForm

_for_planners = for_roles(Role.MANAGER, Role.ADMINISTRATOR)


@for_citizens
@reads
def noticed(request: Request) -> HttpResponseBase:
    """Show her what we have noticed, by which facts, and what she can do."""
    now = timezone.now()
    page = queries.her_page(
        citizen_id=request.user.pk or 0,
        language=request.LANGUAGE_CODE,
        at=now,
        today=timezone.localdate(now),
    )
    return render(request, "casework/noticed.html", {"page": page, "form": DoesNotFitForm()})


@for_citizens
@require_POST
def noticed_wrong(request: Request, point_id: int) -> HttpResponseBase:
    """Let her say that a point does not fit her."""
    point, form = access.her_point_or_404(request, point_id), DoesNotFitForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Skriv lidt kortere."))
        return HttpResponseRedirect(reverse("casework:noticed"))
    try:
        actions.object_to_point(
            point_id=point.pk,
            citizen_id=request.user.pk or 0,
            words=form.cleaned_data["words"],
            at=timezone.now(),
        )
    except actions.AlreadyHandled:
        messages.info(request, _("Det er allerede lukket, eller du har allerede sagt det."))
    else:
        messages.success(request, _("Tak. En medarbejder ser på det."))
    return HttpResponseRedirect(reverse("casework:noticed"))


@_for_planners
@require_http_methods(["GET", "HEAD", "POST"])
def attention_rules(request: Request) -> HttpResponseBase:
    """Show the rules with what people said of them; an administrator decides how they are used."""
    now, today = timezone.now(), timezone.localdate()
    page = queries.tuning_page(language=request.LANGUAGE_CODE, at=now, today=today)
    may = request.user.role == Role.ADMINISTRATOR
    form = TuningForm(
        request.POST if may and request.method == "POST" else None,
        tuning=page.used.tuning,
        language=request.LANGUAGE_CODE,
        today=today,
    )
    if request.method == "POST" and may and form.is_valid():
        actions.decide_tuning(
            body=form.body(),
            effective_from=form.cleaned_data["effective_from"],
            decided_by=form.cleaned_data["decided_by"],
            why=form.cleaned_data["why"],
            by_id=request.user.pk or 0,
            at=now,
        )
        messages.success(request, _("Gemt. Punkterne følger det fra den nat, det gælder."))
        return HttpResponseRedirect(reverse("casework:attention_rules"))
    status = 422 if form.is_bound else 200
    context = {"page": page, "form": form, "may": may}
    return render(request, "casework/attention_rules.html", context, status=status)
