# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of pushes, one push, and what is done with it."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_advisers, for_roles
from jobunivers.identity.models import ADVISING, Role
from jobunivers.rooms.outreach import access, actions, queries
from jobunivers.rooms.outreach.forms import ChooseForm, RefuseForm, SendForm
from jobunivers.rooms.outreach.models import Push, State
from jobunivers.rooms.outreach.views.writing import look_through

for_readers = for_roles(*sorted(ADVISING | {Role.MANAGER}))


@for_readers
@reads
def pushes(request: Request) -> HttpResponseBase:
    """List the reader's pushes, those that wait for her, or all."""
    page = queries.list_page(
        reader=request.user.pk or 0,
        role=request.user.role,
        shown=request.GET.get("vis", ""),
        page=request.GET.get("side"),
        may_send=request.user.role in ADVISING,
        at=timezone.now(),
    )
    return render(request, "outreach/pushes.html", {"page": page})


@for_readers
@reads
def push(request: Request, pk: int) -> HttpResponseBase:
    """Show a push: its preview while it is a draft, its response when it has gone."""
    return _show(request, access.push_or_404(request, pk))


def _show(
    request: Request,
    row: Push,
    *,
    choose: ChooseForm | None = None,
    send: SendForm | None = None,
    refuse: RefuseForm | None = None,
    status: int = 200,
) -> HttpResponseBase:
    page = queries.push_page(
        push=row, reader=request.user.pk or 0, role=request.user.role, at=timezone.now()
    )
    context = {
        "page": page,
        "push": row,
        "draft": row.state == State.DRAFT and page.mine,
        "choose": choose or ChooseForm(push=row),
        "send": send or _send_form(None, row, crowded=page.crowded),
        "refuse": refuse or RefuseForm(),
        "stoppable": row.state in {State.SCHEDULED, State.SENDING}
        and (page.mine or request.user.role == Role.MANAGER),
    }
    return render(request, "outreach/push.html", context, status=status)


def _send_form(data: object, row: Push, *, crowded: bool) -> SendForm:
    return SendForm(
        data,  # type: ignore[arg-type] # a form's data
        version=row.version,
        crowded=crowded,
        now=timezone.now(),
    )


@for_advisers
@require_POST
def look(request: Request, pk: int) -> HttpResponseBase:
    """Look for the people anew."""
    row = access.own_push_or_404(request, pk)
    if row.state == State.DRAFT:
        look_through(request, row)
    return _to(pk)


@for_advisers
@require_POST
def choose(request: Request, pk: int) -> HttpResponseBase:
    """Choose who of those reached gets it."""
    row = access.own_push_or_404(request, pk)
    form = ChooseForm(request.POST, push=row)
    if not form.is_valid():
        return _show(request, row, choose=form, status=422)
    said = form.cleaned_data
    return _do(
        request,
        pk,
        lambda: actions.choose(
            push_id=pk,
            version=row.version,
            how=said["how"],
            number=said["number"],
            held_out=said["held_out"] or 0,
            at=timezone.now(),
        ),
        "",
    )


@for_advisers
@require_POST
def submit(request: Request, pk: int) -> HttpResponseBase:
    """Hand a draft in: it goes at its time, or waits for a second person."""
    row = access.own_push_or_404(request, pk)
    page = queries.push_page(
        push=row, reader=request.user.pk or 0, role=request.user.role, at=timezone.now()
    )
    form = _send_form(request.POST, row, crowded=page.crowded)
    if not form.is_valid():
        return _show(request, row, send=form, status=422)
    try:
        sent = actions.submit(
            push_id=pk,
            version=form.cleaned_data["version"],
            send_at=form.send_at(),
            despite=form.cleaned_data.get("despite", ""),
            urgent=form.cleaned_data["urgent"],
            at=timezone.now(),
        )
    except actions.NotReady as missing:
        form.add_error(None, str(queries.MISSING[missing.args[0]]))
        return _show(request, row, send=form, status=422)
    except actions.Stale:
        form.add_error(None, _("Udsendelsen er ændret, siden du så den. Se den igennem igen."))
        row.refresh_from_db()
        return _show(request, row, status=409)
    except actions.NotNow:
        messages.info(request, _("Udsendelsen er sendt af sted allerede."))
        return _to(pk)
    if sent.state == State.WAITING:
        messages.success(request, _("Udsendelsen venter nu på, at en anden godkender den."))
    else:
        messages.success(request, _("Udsendelsen er klar. Du kan stoppe den, til den er sendt."))
    return _to(pk)


@for_readers
@require_POST
def approve(request: Request, pk: int) -> HttpResponseBase:
    """Agree to a colleague's push."""
    access.push_or_404(request, pk)
    return _do(
        request,
        pk,
        lambda: actions.approve(
            push_id=pk, by_id=request.user.pk or 0, role=request.user.role, at=timezone.now()
        ),
        _("Du har godkendt udsendelsen."),
    )


@for_readers
@require_POST
def refuse(request: Request, pk: int) -> HttpResponseBase:
    """Say no to a colleague's push, with a reason."""
    row = access.push_or_404(request, pk)
    form = RefuseForm(request.POST)
    if not form.is_valid():
        return _show(request, row, refuse=form, status=422)
    answer = _do(
        request,
        pk,
        lambda: actions.refuse(
            push_id=pk,
            by_id=request.user.pk or 0,
            role=request.user.role,
            why=form.cleaned_data["why"],
            at=timezone.now(),
        ),
        _("Du har sagt nej. Afsenderen kan læse hvorfor."),
    )
    # A draft is its sender's alone to see.
    row.refresh_from_db()
    return HttpResponseRedirect(reverse("outreach:pushes")) if row.state == State.DRAFT else answer


@for_readers
@require_POST
def stop(request: Request, pk: int) -> HttpResponseBase:
    """Stop a push; the sender may, and a manager."""
    row = access.push_or_404(request, pk)
    if row.sender_id != request.user.pk and request.user.role != Role.MANAGER:
        raise PermissionDenied
    return _do(
        request,
        pk,
        lambda: actions.stop(push_id=pk, by_id=request.user.pk or 0, at=timezone.now()),
        _("Udsendelsen er stoppet. Ingen flere får den."),
    )


@for_advisers
@require_POST
def withdraw(request: Request, pk: int) -> HttpResponseBase:
    """Take a draft, or what waits, back."""
    access.own_push_or_404(request, pk)
    _do(
        request,
        pk,
        lambda: actions.withdraw(push_id=pk, by_id=request.user.pk or 0, at=timezone.now()),
        _("Udsendelsen er trukket tilbage. Ingen har fået den."),
    )
    return HttpResponseRedirect(reverse("outreach:pushes"))


def _do(request: Request, pk: int, act: Callable[[], object], done: str) -> HttpResponseBase:
    """Do it, and say what came of it."""
    try:
        act()
    except actions.NotNow:
        messages.info(request, _("Der er sket noget med udsendelsen, siden du så den."))
    except actions.Stale:
        messages.info(request, _("Udsendelsen er ændret, siden du så den. Se den igennem igen."))
    except actions.NotAllowed as why:
        messages.error(
            request,
            _("Du kan ikke godkende din egen udsendelse. En anden skal gøre det.")
            if why.args[0] == "own"
            else _("Kun en leder kan godkende udsendelser her i kommunen."),
        )
    else:
        if done:
            messages.success(request, done)
    return _to(pk)


def _to(pk: int) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("outreach:push", args=[pk]))
