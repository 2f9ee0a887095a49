# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Points: the work list of staff and what they do about each."""

from collections.abc import Callable
from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jobunivers.foundation.http import Request
from jobunivers.identity.access import for_advisers
from jobunivers.identity.models import Person
from jobunivers.rooms.casework import access, actions, queries
from jobunivers.rooms.casework.forms.attention import MessageForm, PostponeForm, WrongForm
from jobunivers.rooms.casework.models import AttentionPoint
from jobunivers.science.attention import RULES
from jobunivers.trust import actions as trust

_OVERVIEW = "overview"
"""The reason for a look at many: the kommune's own overview."""
_FOLLOW_UP = "follow_up"
_PART = "attention"


@for_advisers
@require_safe
def attention(request: Request) -> HttpResponseBase:
    """List whom to help and why; each citizen shown can read that she was."""
    page = queries.work_list(
        asker_of(request),
        whose=request.GET.get("vis", ""),
        kind=request.GET.get("slags", ""),
        language=request.LANGUAGE_CODE,
        page=request.GET.get("side"),
    )
    show_points(request, [one.citizen_id for one in page.blocks])
    context = {"page": page, "postpone": PostponeForm(), "undo": request.GET.get("fortryd", "")}
    return render(request, "casework/attention.html", context)


def asker_of(request: Request) -> queries.Asker:
    """Return who asks, and the day."""
    return queries.Asker(request.user.pk or 0, request.user.role, timezone.localdate())


def show_points(request: Request, citizen_ids: list[int]) -> None:
    """Log that these citizens' points are shown: for each to read, and as one list."""
    for pk in citizen_ids:
        trust.look(request, citizen_id=pk, part=_PART, reason=_OVERVIEW)
    if citizen_ids:
        actions.points_shown(
            staff_id=request.user.pk or 0, citizen_ids=citizen_ids, at=timezone.now()
        )


@for_advisers
@require_POST
def attention_solve(request: Request, point_id: int) -> HttpResponseBase:
    """Say that a point is dealt with."""
    point, _person = _point(request, point_id)
    how = request.POST.get("how", "handled")
    if how not in actions.SOLVED:
        raise Http404
    done = _("Løst. Punktet er væk fra listen.")
    return _act(
        request,
        point,
        lambda: actions.solve(point_id=point_id, staff_id=_me(request), how=how, at=timezone.now()),
        done,
    )


@for_advisers
@require_POST
def attention_postpone(request: Request, point_id: int) -> HttpResponseBase:
    """Put a point off for some days."""
    point, _person = _point(request, point_id)
    form = PostponeForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Vælg, hvornår punktet skal komme igen."))
        return _back(request)
    until = timezone.localdate() + timedelta(days=form.cleaned_data["dage"])
    return _act(
        request,
        point,
        lambda: actions.postpone(
            point_id=point_id, staff_id=_me(request), until=until, at=timezone.now()
        ),
        _("Udsat. Punktet kommer igen, hvis det stadig passer."),
    )


@for_advisers
@require_http_methods(["GET", "HEAD", "POST"])
def attention_wrong(request: Request, point_id: int) -> HttpResponseBase:
    """Ask why a rule was wrong about her, and keep it."""
    point, person = _point(request, point_id)
    form = WrongForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _act(
            request,
            point,
            lambda: actions.mark_wrong(
                point_id=point_id,
                staff_id=_me(request),
                why=form.cleaned_data["why"],
                note=form.cleaned_data["note"],
                at=timezone.now(),
            ),
            _("Tak. Det tæller med, når reglen bliver målt."),
        )
    trust.look(request, citizen_id=person.pk, part=_PART, reason=_FOLLOW_UP)
    status = 422 if request.method == "POST" else 200
    context = _one(request, point, person) | {"form": form}
    return render(request, "casework/attention_wrong.html", context, status=status)


@for_advisers
@require_http_methods(["GET", "HEAD", "POST"])
def attention_write(request: Request, point_id: int) -> HttpResponseBase:
    """Write to her because of a point: a template, a preview, and then it is sent."""
    point, person = _point(request, point_id)
    words = RULES[point.code].message.said(request.LANGUAGE_CODE, {})
    form = MessageForm(request.POST or None, initial={"words": words})
    checked = request.method == "POST" and form.is_valid()
    if checked and "send" in request.POST:
        until = timezone.localdate() + timedelta(days=form.cleaned_data["dage"])
        return _act(
            request,
            point,
            lambda: actions.write_to(
                point_id=point_id,
                staff_id=_me(request),
                words=form.cleaned_data["words"],
                until=until,
                at=timezone.now(),
            ),
            _("Beskeden er sendt. Punktet kommer igen, hvis intet er sket."),
            undo=False,
        )
    trust.look(request, citizen_id=person.pk, part=_PART, reason=_FOLLOW_UP)
    status = 422 if request.method == "POST" and not checked else 200
    preview = form.cleaned_data["words"] if checked else ""
    context = _one(request, point, person) | {"form": form, "preview": preview}
    return render(request, "casework/attention_write.html", context, status=status)


@for_advisers
@require_POST
def attention_undo(request: Request, point_id: int) -> HttpResponseBase:
    """Open again what was put away."""
    point, _person = _point(request, point_id)
    return _act(
        request,
        point,
        lambda: actions.undo(point_id=point_id, staff_id=_me(request), at=timezone.now()),
        _("Fortrudt. Punktet står på listen igen."),
        undo=False,
    )


def _me(request: Request) -> int:
    return request.user.pk or 0


def _point(request: Request, point_id: int) -> tuple[AttentionPoint, Person]:
    """Return a point and its citizen; those who help citizens of her kommune may see it."""
    point = access.point_or_404(point_id)
    return point, access.citizen_or_404(request, point.citizen_id)


def _one(request: Request, point: AttentionPoint, person: Person) -> dict[str, object]:
    line = queries.line_of(point, request.LANGUAGE_CODE, timezone.localdate())
    return {"citizen": person, "point": line, "back": _back_url(request)}


def _act(
    request: Request,
    point: AttentionPoint,
    act: Callable[[], AttentionPoint],
    done: str,
    *,
    undo: bool = True,
) -> HttpResponseBase:
    """Do it once; who comes second is told that somebody was first."""
    try:
        act()
    except actions.AlreadyHandled:
        messages.info(request, _("En kollega var først, eller punktet har lukket sig selv."))
        return _back(request)
    messages.success(request, done)
    return _back(request, undo=point.pk if undo else None)


def _back_url(request: Request) -> str:
    wanted = request.POST.get("next") or request.GET.get("next", "")
    if url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}):
        return wanted
    return reverse("casework:attention")


def _back(request: Request, *, undo: int | None = None) -> HttpResponseBase:
    address = _back_url(request)
    if undo is not None and "fortryd=" not in address:
        address += ("&" if "?" in address else "?") + f"fortryd={undo}"
    return HttpResponseRedirect(address)
