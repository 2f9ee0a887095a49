# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She asks to have something corrected, erased, kept unused or shown, and reads the answer."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.datamap import Holding
from jobunivers.foundation.http import Request, reads
from jobunivers.rooms.mydata import access, actions, queries
from jobunivers.rooms.mydata.forms import AskForm
from jobunivers.rooms.mydata.views.common import ASKED, WRONG, for_everybody


@for_everybody
@reads
def requests(request: Request) -> HttpResponseBase:
    """Show what she has asked for, and where it stands."""
    lines = queries.own_requests(access.reader_or_404(request).pk)
    return render(request, "mydata/requests.html", {"lines": lines})


@for_everybody
@reads
def request_(request: Request, pk: int) -> HttpResponseBase:
    """Show one request with its answer, its reason and where she can complain."""
    row = access.own_request_or_404(request, pk)
    page = queries.request_page(row, today=timezone.localdate())
    return render(request, "mydata/request.html", {"page": page, "one": row})


@for_everybody
@require_http_methods(ASKED)
def ask(request: Request) -> HttpResponseBase:
    """Ask for something: about one item, one kind of data, or anything."""
    reader = access.reader_or_404(request)
    kind, row, gone = _about(request, reader)
    initial = {**AskForm.fresh(), "kind": request.GET.get("hvad", "")}
    form = AskForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        made = actions.ask(
            person_id=reader.pk,
            kind=form.kind_chosen(),
            about=actions.About(
                label=kind.label if kind else "",
                row_id=row.pk if row else "",
                row_title=row.title if row else "",
            ),
            words=form.cleaned_data["words"].strip(),
            key=form.cleaned_data["key"],
            at=timezone.now(),
        )
        messages.success(request, _("Det er sendt. Du får svar senest den dag, der står her."))
        return HttpResponseRedirect(reverse("mydata:request", args=[made.pk]))
    context: dict[str, Any] = {"form": form, "holding": kind, "row": row, "gone": gone}
    context["group"] = queries.group_of(kind) if kind else None
    context["change_url"] = queries.change_url(kind) if kind and kind.hers else ""
    status = WRONG if request.method == "POST" else 200
    return render(request, "mydata/ask.html", context, status=status)


def _about(
    request: Request, reader: queries.Reader
) -> tuple[Holding | None, queries.Row | None, bool]:
    """Return what the address says it is about; an item that is gone is said to be."""
    label, pk = request.GET.get("om", ""), request.GET.get("nr", "")
    if not label:
        return None, None, False
    kind = queries.kind_called(reader, label)
    if kind is None:
        raise Http404
    row = queries.row_or_none(reader, kind, pk) if pk else None
    return kind, row, bool(pk) and row is None


@for_everybody
@require_POST
def withdraw(request: Request, pk: int) -> HttpResponseBase:
    """Take a request back."""
    row = access.own_request_or_404(request, pk)
    try:
        actions.withdraw(request=row, at=timezone.now())
    except actions.Over:
        messages.info(request, _("Den er allerede besvaret eller taget tilbage."))
    else:
        messages.success(request, _("Du har taget den tilbage. Der sker ikke mere."))
    return HttpResponseRedirect(reverse("mydata:request", args=[pk]))
