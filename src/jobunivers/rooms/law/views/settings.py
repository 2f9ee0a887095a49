# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Administrators set what the law leaves to a kommune; the national organisation approves."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_administrators, for_national
from jobunivers.rooms.law import access, actions
from jobunivers.rooms.law.forms import ApproveForm, OwnValueForm
from jobunivers.rooms.law.queries import settings as asked

_ASKED = ("GET", "HEAD", "POST")


@for_administrators
@reads
def settings(request: Request) -> HttpResponseBase:
    """List what the law leaves to the kommune, and what it has decided."""
    today = timezone.localdate(timezone.now())
    lines = asked.local_lines(on=today, language=request.LANGUAGE_CODE)
    return render(request, "law/settings.html", {"lines": lines, "today": today})


@for_administrators
@require_http_methods(_ASKED)
def own_value(request: Request, code: str, key: str) -> HttpResponseBase:
    """Let the kommune's own value hold from a day on: who decided, and why."""
    now = timezone.now()
    today = timezone.localdate(now)
    rule, local = access.local_or_404(code, key, on=today)
    form = OwnValueForm(request.POST or None, local=local, today=today)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            actions.set_own_value(
                code=code,
                key=key,
                value=said["value"],
                valid_from=said["effective_from"],
                decision=actions.Decision(decided_by=said["decided_by"], why=said["why"]),
                by_id=request.user.pk or 0,
                today=today,
                at=now,
            )
        except actions.BeginsAlready:
            form.add_error(
                "effective_from",
                _("Den dag begynder en beslutning, som bliver stående. Vælg en anden dag."),
            )
        else:
            messages.success(request, _("Det er gemt."))
            return HttpResponseRedirect(reverse("law:settings"))
    context = {
        "form": form,
        "name": rule.name(request.LANGUAGE_CODE),
        "says": local.says(request.LANGUAGE_CODE),
        "citation": rule.citation,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "law/own_value.html", context, status=status)


@for_national
@reads
def registers(request: Request) -> HttpResponseBase:
    """List the registers that the program brought, and which is in effect."""
    return render(request, "law/registers.html", {"lines": asked.register_lines()})


@for_national
@require_http_methods(_ASKED)
def approve(request: Request, pk: int) -> HttpResponseBase:
    """Show what a register would change, and let it take effect."""
    text = access.register_or_404(pk)
    form = ApproveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.approve_register(
                text=text,
                by_id=request.user.pk or 0,
                why=form.cleaned_data["why"],
                at=timezone.now(),
            )
        except actions.ApprovedAlready:
            messages.info(request, _("Det er det register, der gælder."))
        else:
            messages.success(request, _("Registret gælder nu i alle kommuner."))
        return HttpResponseRedirect(reverse("law:registers"))
    found = asked.differences(text, request.LANGUAGE_CODE)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "differences": found}
    return render(request, "law/approve.html", context, status=status)
