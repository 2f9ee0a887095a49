# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page on which the officer or an administrator writes how citizens reach the officer."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jobunivers.foundation.http import Request
from jobunivers.identity.access import for_officers_and_administrators
from jobunivers.trust import queries
from jobunivers.trust.actions import reaching
from jobunivers.trust.forms import OfficerForm

_REFUSED, _CONFLICT = 422, 409


@for_officers_and_administrators
@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: Request) -> HttpResponseBase:
    """Show and write it; what was typed stays when it cannot be saved."""
    now = queries.officer_contact()
    if request.method != "POST":
        return _shown(request, OfficerForm(initial=_initial(now)))
    form = OfficerForm(request.POST)
    if not form.is_valid():
        return _shown(request, form, status=_REFUSED)
    told = form.cleaned_data
    try:
        reaching.write_officer_contact(
            name=told["name"], email=told["email"], phone=told["phone"], seen=told["seen"],
            by_id=request.user.pk or 0, at=timezone.now(),
        )  # fmt: skip
    except reaching.ContactChangedMeanwhile:
        theirs = queries.officer_contact()
        again = OfficerForm(initial={**told, "seen": theirs.version if theirs else 0})
        return _shown(request, again, theirs=theirs, status=_CONFLICT)
    messages.success(request, _("Gemt. Borgerne kan se det nu."))
    return HttpResponseRedirect(reverse("trust:officer"))


def _initial(now: "queries.OfficerContact | None") -> dict[str, object]:
    if now is None:
        return {"seen": 0}
    return {"name": now.name, "email": now.email, "phone": now.phone, "seen": now.version}


def _shown(
    request: Request,
    form: OfficerForm,
    *,
    theirs: "queries.OfficerContact | None" = None,
    status: int = 200,
) -> HttpResponseBase:
    return render(request, "trust/officer.html", {"form": form, "theirs": theirs}, status=status)
