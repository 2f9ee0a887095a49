# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_roles
from jobunivers.identity.models import Role
from jobunivers.rooms.vacancies import access, actions, queries
from jobunivers.rooms.vacancies.forms import MendForm

_PER_PAGE = 50
_for_suppliers = for_roles(Role.ADMINISTRATOR, Role.NATIONAL)


@_for_suppliers
@reads
def sources(request: Request) -> HttpResponseBase:
    return render(request, "vacancies/sources.html", {"sources": queries.sources()})


@_for_suppliers
@reads
def source(request: Request, pk: int) -> HttpResponseBase:
    row = access.source_or_404(request, pk)
    rejected = Paginator(queries.rejected_records(row), _PER_PAGE)
    context = {
        "source": row,
        "runs": queries.runs_of(row),
        "page": rejected.get_page(request.GET.get("side")),
    }
    return render(request, "vacancies/source.html", context)


@_for_suppliers
@require_http_methods(["GET", "HEAD", "POST"])
def rejected(request: Request, pk: int) -> HttpResponseBase:
    row = access.rejected_or_404(request, pk)
    form = MendForm(request.POST or None, initial={"text": row.original})
    if request.method == "POST" and form.is_valid():
        try:
            actions.mend_rejected(rejected=row, text=form.cleaned_data["text"], at=timezone.now())
        except actions.StillBroken as broken:
            form.add_error("text", str(broken))
        else:
            messages.success(request, _("Posten er rettet og taget ind."))
            return HttpResponseRedirect(reverse("vacancies:source", args=[row.source_id]))
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "rejected": row}
    return render(request, "vacancies/rejected.html", context, status=status)


@_for_suppliers
@require_POST
def dismiss(request: Request, pk: int) -> HttpResponseBase:
    row = access.rejected_or_404(request, pk)
    actions.dismiss_rejected(rejected=row, at=timezone.now())
    messages.success(request, _("Posten er lagt til side."))
    return HttpResponseRedirect(reverse("vacancies:source", args=[row.source_id]))
