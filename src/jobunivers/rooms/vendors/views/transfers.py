# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where data are: the register that everybody may read, and the grounds it leans on."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request, public, reads
from jobunivers.identity.access import for_national
from jobunivers.rooms.vendors import access, actions
from jobunivers.rooms.vendors.forms.gate import FallForm
from jobunivers.rooms.vendors.queries import grounds as known
from jobunivers.rooms.vendors.queries import pages
from jobunivers.trust.recipients import carriers

_PER_PAGE = 15


@public
@reads
def register(request: Request) -> HttpResponseBase:
    """Show which firms have data in their hands, where, and on what ground."""
    today = timezone.localdate(timezone.now())
    lines = pages.register(on=today, language=request.LANGUAGE_CODE)
    page = Paginator(lines, _PER_PAGE).get_page(request.GET.get("side"))
    context = {
        "page": page,
        "read_on": known.read_on(),
        "number": len(lines),
        "carriers": carriers(),
    }
    return render(request, "vendors/register.html", context)


@for_national
@reads
def grounds(request: Request) -> HttpResponseBase:
    """List the grounds, how many solutions lean on each, and those that fell."""
    today = timezone.localdate(timezone.now())
    lines = pages.leaning(on=today, language=request.LANGUAGE_CODE)
    context = {"lines": lines, "read_on": known.read_on()}
    return render(request, "vendors/grounds.html", context)


@for_national
@require_http_methods(["GET", "HEAD", "POST"])
def fall(request: Request, code: str) -> HttpResponseBase:
    """Mark a ground as fallen: what leans on it is held back at once."""
    ground = access.ground_or_404(request, code)
    form = FallForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.mark_fallen(
            ground=ground.code, at=timezone.now(), actor_id=access.me(request), **form.cleaned_data
        )
        messages.success(
            request, _("Grundlaget er mærket. Det, der bygger på det, holdes tilbage.")
        )
        return HttpResponseRedirect(reverse("vendors:grounds"))
    context = {"form": form, "code": code, "words": ground.words(request.LANGUAGE_CODE)}
    status = 422 if request.method == "POST" else 200
    return render(request, "vendors/fall.html", context, status=status)


@for_national
@require_POST
def lift(request: Request, code: str) -> HttpResponseBase:
    """Let a ground hold again."""
    ground = access.ground_or_404(request, code)
    if actions.lift_fall(ground=ground.code, at=timezone.now(), actor_id=access.me(request)):
        messages.success(request, _("Grundlaget gælder igen."))
    return HttpResponseRedirect(reverse("vendors:grounds"))
