# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tasks: the one list of what waits, and what is done about each."""

from django.contrib import messages
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jobunivers.foundation import inbox
from jobunivers.foundation.events import actions as events
from jobunivers.foundation.http import Request
from jobunivers.identity import queries as identity
from jobunivers.identity.access import for_advisers
from jobunivers.identity.models import ADVISING, Person
from jobunivers.rooms.followup import access, actions, queries
from jobunivers.rooms.followup.forms import HandForm, TaskForm
from jobunivers.rooms.followup.forms.tasks import chosen
from jobunivers.rooms.followup.models import StaffTask, TaskState
from jobunivers.rooms.followup.views.common import (
    back_url,
    file_url,
    form_id,
    form_key,
    me,
    names_of,
    opened,
    origin_of,
    to,
)

_ASKED = ["GET", "HEAD", "POST"]


@for_advisers
@require_safe
def tasks(request: Request) -> HttpResponseBase:
    """List what waits for a member of staff, in every room; whose names are shown is kept."""
    now = timezone.now()
    page = queries.tasks_page(
        inbox.Asking(
            staff_id=me(request), role=request.user.role, language=request.LANGUAGE_CODE, at=now
        ),
        tab=request.GET.get("vis", ""),
        page=request.GET.get("side"),
        names_of=lambda ids: names_of(request, ids),
        today=timezone.localdate(now),
    )
    if page.shown:
        events.record(
            "followup.tasks_shown",
            at=now,
            actor_id=me(request),
            data={"citizen_ids": page.shown},
        )
    context = {"page": page, "undo": request.GET.get("fortryd", "")}
    return render(request, "followup/tasks.html", context)


@for_advisers
@require_http_methods(_ASKED)
def task_new(request: Request, citizen_id: int | None = None) -> HttpResponseBase:
    """Write down something to do, about a citizen or about nobody."""
    person: Person | None = None
    if citizen_id is not None:
        found = opened(request, citizen_id, part="tasks")
        if isinstance(found, HttpResponseBase):
            return found
        person = found
    now, (origin, ref) = timezone.now(), origin_of(request)
    form = TaskForm(
        request.POST or None,
        today=timezone.localdate(now),
        staff_id=me(request),
        colleagues=_colleagues(),
        initial={"title": request.GET.get("tekst", "")[:200]},
    )
    back = back_url(request, file_url(person.pk) if person else reverse("followup:tasks"))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            actions.add_task(
                staff_id=me(request), title=data["title"], text=data["text"], at=now,
                citizen_id=citizen_id, due_on=data["due_on"], origin=origin, ref=ref,
                key=form_key(request, "task"), **chosen(data["who"]),
            )  # fmt: skip
        except actions.NobodyThere:
            form.add_error("who", _("Kollegaen er her ikke længere. Vælg en anden."))
        else:
            messages.success(request, _("Opgaven er skrevet ned."))
            return to(back)
    status = 422 if request.method == "POST" else 200
    context = {
        "form": form,
        "citizen": person,
        "back": back,
        "key": form_id(request),
        "fra": _fra(request),
    }
    return render(request, "followup/task_new.html", context, status=status)


def _fra(request: Request) -> str:
    origin, ref = origin_of(request)
    return f"{origin}:{ref}" if origin else ""


def _colleagues() -> list[Person]:
    return list(identity.staff(roles=ADVISING)[:200])


@for_advisers
@require_http_methods(_ASKED)
def task(request: Request, pk: int) -> HttpResponseBase:
    """Show a task; take it, hand it on, say that it is done or not needed, and undo that."""
    row, form = access.task_or_404(request, pk), None
    if request.method == "POST":
        try:
            answer = _act(request, row)
        except actions.TakenMeanwhile as taken:
            return _page(request, taken.task, taken=True, status=409)
        except actions.NobodyThere:
            messages.error(request, _("Kollegaen er her ikke længere. Vælg en anden."))
            return _page(request, row, status=422)
        if isinstance(answer, HttpResponseBase):
            return answer
        form = answer
    return _page(request, row, form=form, status=422 if form else 200)


def _act(request: Request, row: StaffTask) -> HttpResponseBase | HandForm:
    """Do what was pressed; return where to go, or the form with what is wrong."""
    act, now, staff_id = request.POST.get("act", ""), timezone.now(), me(request)
    version = _number(request.POST.get("version", ""))
    back = back_url(request, reverse("followup:tasks"))
    if act == "tag":
        actions.take(task_id=row.pk, staff_id=staff_id, at=now)
        messages.success(request, _("Opgaven er nu din."))
    elif act == "faerdig":
        actions.finish(task_id=row.pk, staff_id=staff_id, version=version, at=now)
        messages.success(request, _("Opgaven er færdig."))
        return to(_with_undo(back, row.pk))
    elif act == "ikke-noedvendig":
        actions.drop(task_id=row.pk, staff_id=staff_id, version=version, at=now)
        messages.success(request, _("Opgaven er taget af listen."))
        return to(_with_undo(back, row.pk))
    elif act == "fortryd":
        actions.open_again(task_id=row.pk, staff_id=staff_id, at=now)
        messages.success(request, _("Fortrudt. Opgaven står på listen igen."))
    elif act == "giv":
        form = HandForm(request.POST, staff_id=staff_id, colleagues=_colleagues())
        if not form.is_valid():
            return form
        whom = chosen(form.cleaned_data["who"])
        actions.hand_on(task_id=row.pk, staff_id=staff_id, version=version, at=now, **whom)
        messages.success(request, _("Opgaven er givet videre."))
    else:
        raise Http404
    return to(back)


def _with_undo(url: str, pk: int) -> str:
    if "fortryd=" in url:
        return url
    return f"{url}{'&' if '?' in url else '?'}fortryd={pk}"


def _number(text: str) -> int:
    return int(text[:9]) if text.isascii() and text.isdecimal() else 0


def _page(
    request: Request,
    row: StaffTask,
    *,
    form: HandForm | None = None,
    taken: bool = False,
    status: int = 200,
) -> HttpResponseBase:
    names: dict[int, str] = {}
    if row.citizen_id is not None:
        names = dict(names_of(request, [row.citizen_id]))
        events.record(
            "followup.tasks_shown",
            at=timezone.now(),
            actor_id=me(request),
            data={"citizen_ids": sorted(names)},
        )
    lines = queries.lines_of([row], names=names, staff_id=me(request), today=timezone.localdate())
    context = {
        "line": lines[0],
        "open": row.state == TaskState.OPEN,
        "form": form or HandForm(staff_id=me(request), colleagues=_colleagues()),
        "taken": taken,
        "back": back_url(request, reverse("followup:tasks")),
    }
    return render(request, "followup/task.html", context, status=status)
