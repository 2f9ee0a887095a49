# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her talks on her own screen: what is on the table, her own points, and "not this"."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_citizens
from jobunivers.rooms.talks import access, actions, queries
from jobunivers.rooms.talks.forms import PointForm
from jobunivers.rooms.talks.models import ProposalKind, ProposalState, Talk
from jobunivers.rooms.talks.views.common import WRONG, acted


@for_citizens
@reads
def own(request: Request) -> HttpResponseBase:
    """Show her talks, and what waits for the next one."""
    return _own(request, PointForm())


def _own(request: Request, form: PointForm, *, status: int = 200) -> HttpResponseBase:
    page = queries.her_talks(
        citizen_id=access.citizen_id_or_404(request), page=request.GET.get("side")
    )
    return render(request, "talks/own.html", {"page": page, "form": form}, status=status)


@for_citizens
@reads
def own_talk(request: Request, pk: int) -> HttpResponseBase:
    """Show one talk: agenda, subjects, jobs, agreements, referat."""
    return _own_talk(request, access.own_talk_or_404(request, pk), PointForm())


def _own_talk(
    request: Request, talk: Talk, form: PointForm, *, status: int = 200
) -> HttpResponseBase:
    page = queries.her_talk(talk=talk, language=request.LANGUAGE_CODE, at=timezone.now())
    context = {"page": page, "talk": talk, "form": form}
    return render(request, "talks/own_talk.html", context, status=status)


@for_citizens
@require_POST
def own_point(request: Request) -> HttpResponseBase:
    """Put what she wants to talk about on the agenda of the next talk."""
    citizen_id = access.citizen_id_or_404(request)
    number = request.POST.get("talk", "")
    talk = access.own_talk_or_404(request, int(number)) if _is_number(number) else None
    there = reverse("talks:own") if talk is None else reverse("talks:own_talk", args=[talk.pk])
    form = PointForm(request.POST)
    if form.is_valid():
        try:
            _add_point(request, citizen_id, talk, form.cleaned_data["words"])
        except actions.TooManyPoints:
            form.add_error("words", _("Der er mange punkter allerede. Tag et af dem væk først."))
        else:
            return HttpResponseRedirect(there)
    # What she wrote stays in the form.
    if talk is None:
        return _own(request, form, status=WRONG)
    return _own_talk(request, talk, form, status=WRONG)


def _add_point(request: Request, citizen_id: int, talk: Talk | None, words: str) -> None:
    """Put it on the agenda; what was meant for a talk that is over waits for the next."""
    at, said = timezone.now(), _("Det står nu på dagsordenen.")
    try:
        actions.add_point(citizen_id=citizen_id, talk=talk, words=words, by_id=citizen_id, at=at)
    except actions.NotNow:
        actions.add_point(citizen_id=citizen_id, talk=None, words=words, by_id=citizen_id, at=at)
        said = _("Samtalen er slut. Punktet står til den næste.")
    messages.success(request, said)


def _is_number(text: str) -> bool:
    return text.isdecimal() and len(text) < len("1000000000000000000")


@for_citizens
@require_POST
def own_point_remove(request: Request, pk: int) -> HttpResponseBase:
    """Let her take her own point off the agenda."""
    citizen_id = access.citizen_id_or_404(request)
    point = access.point_of_or_404(citizen_id, pk)
    talk_id = point.talk_id
    acted(
        request,
        lambda: actions.remove_point(point=point, by_id=citizen_id, at=timezone.now()),
        said=_("Punktet er taget af dagsordenen."),
    )
    there = reverse("talks:own_talk", args=[talk_id]) if talk_id else reverse("talks:own")
    return HttpResponseRedirect(there)


@for_citizens
@require_POST
def own_proposal(request: Request, pk: int) -> HttpResponseBase:
    """Let her say "not this" to a subject or a job, or take it back."""
    talk = access.own_talk_or_404(request, pk)
    kind, code = request.POST.get("kind", ""), request.POST.get("code", "")[:60]
    away = request.POST.get("state") == ProposalState.ASIDE
    if kind in (ProposalKind.FOCUS, ProposalKind.JOB):
        acted(
            request,
            lambda: actions.settle(
                talk=talk,
                kind=ProposalKind(kind),
                code=code,
                state=ProposalState.ASIDE if away else ProposalState.SHOWN,
                actor_id=talk.citizen_id,
                at=timezone.now(),
            ),
            said=_("Det tager vi ikke op.") if away else _("Det er på bordet igen."),
        )
    return HttpResponseRedirect(reverse("talks:own_talk", args=[pk]))
