# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kommune's person for data protection, or an administrator, answers what citizens ask."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.http import Request, afterwards, reads
from jobunivers.identity.access import for_officers_and_administrators
from jobunivers.rooms.mydata import access, actions, queries
from jobunivers.rooms.mydata.forms import AnswerForm, ExtendForm
from jobunivers.rooms.mydata.models import DataRequest, Decision
from jobunivers.rooms.mydata.views.common import ASKED, CONFLICT, WRONG
from jobunivers.trust.actions import look

PART, REASON = "requests", "request"


@for_officers_and_administrators
@reads
def office(request: Request) -> HttpResponseBase:
    """List what citizens have asked for, the earliest deadline first."""
    now, tab = timezone.now(), request.GET.get("vis", "")
    page = queries.office_page(tab=tab, page=request.GET.get("side"), today=timezone.localdate(now))
    shown = [line.request.person_id for line in page.object_list]
    if shown:
        afterwards(
            request,
            lambda: events.record(
                "mydata.requests_shown",
                at=now,
                actor_id=request.user.pk,
                data={"citizen_ids": shown},
            ),
        )
    return render(request, "mydata/office.html", {"page": page, "closed": tab == "lukkede"})


@for_officers_and_administrators
@require_http_methods(ASKED)
def office_request(request: Request, pk: int) -> HttpResponseBase:
    """Show one request, and answer it; two who answer at once see both texts (409)."""
    row = access.request_or_404(pk)
    current: DataRequest | None = None
    form = AnswerForm(request.POST or None, initial={"version": row.version})
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer(
                request=row,
                staff_id=request.user.pk or 0,
                answer=actions.Answer(
                    decision=Decision(form.cleaned_data["decision"]),
                    words=form.cleaned_data["answer"].strip(),
                    law=form.cleaned_data["law"],
                ),
                version=form.cleaned_data["version"],
                at=timezone.now(),
            )
        except actions.Over:
            row.refresh_from_db()
            current = row
        except actions.ChangedMeanwhile as changed:
            current = changed.row
            again = request.POST.copy()
            again["version"] = str(current.version)
            form.data = again
        else:
            messages.success(request, _("Svaret er sendt til borgeren."))
            return HttpResponseRedirect(reverse("mydata:office"))
    status = 200
    if request.method == "POST":
        status = CONFLICT if current is not None else WRONG
    return _shown(request, current or row, form, current=current, status=status)


def _shown(
    request: Request,
    row: DataRequest,
    form: AnswerForm,
    *,
    extend: ExtendForm | None = None,
    current: DataRequest | None = None,
    status: int = 200,
) -> HttpResponseBase:
    if row.person_id != request.user.pk and status == 200:  # noqa: PLR2004 - an answer shown
        look(request, citizen_id=row.person_id, part=PART, reason=REASON)
    today = timezone.localdate()
    context = {
        "page": queries.request_page(row, today=today),
        "one": row,
        "form": form,
        "extend": extend or ExtendForm(initial={"version": row.version}),
        "may_extend": row.is_open and row.extended_at is None and today <= row.due_on,
        "mine": row.taken_by_id == request.user.pk,
        "current": current,
    }
    return render(request, "mydata/office_request.html", context, status=status)


@for_officers_and_administrators
@require_POST
def office_take(request: Request, pk: int) -> HttpResponseBase:
    """Say that one looks at it oneself."""
    try:
        actions.take(
            request=access.request_or_404(pk), staff_id=request.user.pk or 0, at=timezone.now()
        )
    except actions.Over:
        messages.info(request, _("Den er allerede besvaret eller taget tilbage."))
    else:
        messages.success(request, _("Nu står du på den."))
    return HttpResponseRedirect(reverse("mydata:office_request", args=[pk]))


@for_officers_and_administrators
@require_POST
def office_extend(request: Request, pk: int) -> HttpResponseBase:
    """Take two months more, with the reason that she reads."""
    row = access.request_or_404(pk)
    form = ExtendForm(request.POST)
    if not form.is_valid():
        return _shown(
            request, row, AnswerForm(initial={"version": row.version}), extend=form, status=WRONG
        )
    try:
        actions.extend(
            request=row,
            staff_id=request.user.pk or 0,
            why=form.cleaned_data["why"].strip(),
            version=form.cleaned_data["version"],
            at=timezone.now(),
        )
    except (actions.Over, actions.ChangedMeanwhile):
        messages.info(request, _("Det er ændret et andet sted imens. Se, hvordan det står nu."))
    except actions.TooLate:
        messages.info(request, _("Fristen kan kun gøres længere én gang, og før den er gået."))
    else:
        messages.success(request, _("Fristen er nu længere. Borgeren har fået besked."))
    return HttpResponseRedirect(reverse("mydata:office_request", args=[pk]))
