# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A push is begun, from nothing, from a list, for one citizen or from a labour market; written."""

import secrets

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation import groups
from jobunivers.foundation.http import Request
from jobunivers.identity.access import for_advisers
from jobunivers.rooms.outreach import access, actions, queries
from jobunivers.rooms.outreach.actions import Content
from jobunivers.rooms.outreach.forms import ContentForm, WhatForm
from jobunivers.rooms.outreach.models import Push, State, What
from jobunivers.trust.opening import with_citizen

_LONGEST_QUERY = 2_000
_KEY = 40


@for_advisers
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request) -> HttpResponseBase:
    """Ask what to send, and begin a draft; what is known already comes along."""
    now = timezone.now()
    form = WhatForm(request.POST or None, at=now)
    if request.method == "POST" and form.is_valid():
        push = actions.start_push(
            sender_id=request.user.pk or 0,
            content=_begun(request, form.cleaned_data["hvad"]),
            key=request.POST.get("key", "")[:_KEY],
            at=now,
        )
        return HttpResponseRedirect(_next(request, push))
    carried = {
        name: request.GET.get(name, "")[:_LONGEST_QUERY]
        for name in ("job", "gruppe")
        if request.GET.get(name)
    }
    return _ask_what(request, form, carried=carried)


def _ask_what(
    request: Request, form: WhatForm, *, carried: dict[str, str], citizen: object = None
) -> HttpResponse:
    context = {
        "form": form,
        "carried": carried,
        "key": request.POST.get("key", "")[:_KEY] or secrets.token_hex(16),
        "citizen": citizen,
        "to": reverse("outreach:new"),
    }
    status = 422 if form.is_bound else 200
    return render(request, "outreach/what.html", context, status=status)


def _begun(request: Request, what: str) -> Content:
    """Return what is known before anything is written: a job, a search, a group."""
    said, now = request.POST, timezone.now()
    group = _group(said.get("gruppe", ""), request)
    values: dict[str, object] = {"what": what}
    if group:
        values |= {"group_kind": group.kind, "group_key": group.key, "group_name": group.name[:200]}
    job = said.get("job", "")
    if what == What.JOB and job.isdecimal() and len(job) < _KEY:
        found = queries.job(int(job), at=now)
        if found:
            values |= {"title": found.title, "thing": str(found.pk), "path": found.path}
            values["positions"] = found.positions
    if what == What.SEARCH and said.get("omraade") is not None:
        asked = {name: said.get(name, "")[:100] for name in ("q", "sted", "omraade")}
        values["path"] = queries.search_path(asked)
        values["title"] = said.get("title", "")[:200]
        values["because"] = said.get("because", "")[:200]
    return Content(**values)  # type: ignore[arg-type] # names and kinds are those of Content


def _group(text: str, request: Request) -> groups.Group | None:
    """Return a group that the reader may choose; a list's own filters are hers as well."""
    code, _sep, key = text.partition(":")
    if code == "query":
        return groups.Group(code, key[:_LONGEST_QUERY], _("Listen i oversigten"))
    offered = groups.offered(staff_id=request.user.pk or 0, language=request.LANGUAGE_CODE)
    found = [one for kind, theirs in offered if kind.code == code for one in theirs]
    return next((one for one in found if one.key == key), None)


@for_advisers
@require_POST
def from_list(request: Request) -> HttpResponseBase:
    """Begin a draft to people picked on a list, or to everybody whom its filters find."""
    ids = _picked(request)
    query = request.POST.get("query")
    if not ids and query is None:
        messages.error(request, _("Vælg mindst én borger på listen."))
        return HttpResponseRedirect(reverse("casework:overview"))
    if len(ids) > actions.MOST_PICKED:
        messages.error(request, _("Du kan højst vælge 5.000 ad gangen. Gem et filter i stedet."))
        return HttpResponseRedirect(reverse("casework:overview"))
    content = Content(
        group_kind="" if ids else "query",
        group_key="" if ids else (query or "")[:_LONGEST_QUERY],
        group_name="" if ids else _("Listen i oversigten"),
    )
    push = actions.start_push(
        sender_id=request.user.pk or 0,
        content=content,
        picked=ids,
        key=request.POST.get("key", "")[:_KEY],
        at=timezone.now(),
    )
    return HttpResponseRedirect(reverse("outreach:edit", args=[push.pk]))


def _picked(request: Request) -> list[int]:
    texts = [part for text in request.POST.getlist("ids") for part in text.split(",")]
    return [int(one) for one in texts if one.isdecimal() and len(one) < 19]  # noqa: PLR2004 - int8


@for_advisers
@require_http_methods(["GET", "HEAD", "POST"])
def to_one(request: Request, pk: int) -> HttpResponseBase:
    """Begin a draft to one citizen, opened with a reason like any other page about her."""
    opened = with_citizen(request, pk, parts=("messages",), today=timezone.localdate())
    if isinstance(opened, HttpResponseRedirect):
        return opened
    form = WhatForm(request.POST or None, at=timezone.now())
    if request.method == "POST" and form.is_valid():
        push = actions.start_push(
            sender_id=request.user.pk or 0,
            content=_begun(request, form.cleaned_data["hvad"]),
            picked=[opened.person.pk],
            key=request.POST.get("key", "")[:_KEY],
            at=timezone.now(),
        )
        return HttpResponseRedirect(_next(request, push))
    return _ask_what(request, form, carried={}, citizen=opened.person)


def _next(request: Request, push: Push) -> str:
    """Return where to go on: to the people when nothing is left to write."""
    whole = push.title and push.because and (push.group_kind or push.picked)
    if push.state == State.DRAFT and not whole:
        return reverse("outreach:edit", args=[push.pk])
    if push.reached_at is None and push.state == State.DRAFT:
        look_through(request, push)
    return reverse("outreach:push", args=[push.pk])


@for_advisers
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, pk: int) -> HttpResponseBase:
    """Take what is sent, to whom and why; then look for the people."""
    push = access.own_push_or_404(request, pk)
    if push.state != State.DRAFT:
        messages.info(request, _("Udsendelsen kan ikke ændres mere."))
        return HttpResponseRedirect(reverse("outreach:push", args=[pk]))
    now, kinds = timezone.now(), queries.whats(at=timezone.now())
    asked = (request.POST if request.method == "POST" else request.GET).get("hvad", "")
    what = asked if asked in kinds else push.what
    form = ContentForm(
        request.POST or None, push=push, what=what, language=request.LANGUAGE_CODE, at=now
    )
    status = 200
    version = _number(request.POST.get("version", "")) or push.version
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                changed = actions.change_push(
                    push_id=pk, content=form.content(), version=version, at=now
                )
            except (actions.Stale, actions.NotNow):
                status = 409
            else:
                look_through(request, changed)
                return HttpResponseRedirect(reverse("outreach:push", args=[pk]))
    context = {
        "push": push, "form": form, "what": what, "kinds": kinds, "stale": status == 409,  # noqa: PLR2004
        "version": push.version if status == 409 else version,  # noqa: PLR2004 - HTTP's own
    }  # fmt: skip
    return render(request, "outreach/edit.html", context, status=status)


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 10 else None  # noqa: PLR2004 - int4


def look_through(request: Request, push: Push) -> None:
    """Find the people now, or let the worker do it when they are many."""
    now = timezone.now()
    try:
        many = len(actions.members_of(push, at=now))
        if many <= actions.AT_ONCE:
            actions.preview(push_id=push.pk, at=now)
            return
    except actions.GroupGone:
        messages.error(
            request, _("Gruppen findes ikke mere, eller et filter i den passer ikke længere.")
        )
        return
    actions.ask_for_reach(push_id=push.pk, at=now)
