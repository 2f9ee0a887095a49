# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is done with one click in a talk: proposals, the agenda, agreements, the referat."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request
from jobunivers.identity.access import for_advisers
from jobunivers.rooms.plan.actions import NoSuchThing
from jobunivers.rooms.talks import access, actions
from jobunivers.rooms.talks.forms import PartakerForm, PointForm, ReferatForm, TalkAgreementForm
from jobunivers.rooms.talks.models import (
    AgendaPoint,
    PartRole,
    ProposalKind,
    ProposalState,
    Talk,
    TalkForm,
)
from jobunivers.rooms.talks.views.common import ASKED, TALKS, acted, status_of, to_talk
from jobunivers.rooms.talks.views.staff import whole_page
from jobunivers.trust.opening import with_citizen

_ANCHORS = {"focus": "fokus", "job": "job", "card": "notatkort"}


@for_advisers
@require_POST
def proposal(request: Request, pk: int, talk_id: int) -> HttpResponseBase:
    """Take up what was proposed, put it aside, or open it again; a job may go into her plan."""
    now = timezone.now()
    opened = with_citizen(request, pk, parts=(), today=timezone.localdate(now))
    if isinstance(opened, HttpResponseRedirect):
        return opened
    talk = access.talk_of_or_404(pk, talk_id)
    kind, code = request.POST.get("kind", ""), request.POST.get("code", "")[:60]
    wanted = request.POST.get("state", "")
    if kind in ProposalKind.values and wanted in ProposalState.values:
        done = acted(
            request,
            lambda: actions.settle(
                talk=talk,
                kind=ProposalKind(kind),
                code=code,
                state=ProposalState(wanted),
                actor_id=request.user.pk or 0,
                at=now,
            ),
        )
        if done and kind == ProposalKind.JOB and request.POST.get("plan"):
            _into_plan(request, talk, code)
    return to_talk(pk, talk_id, _ANCHORS.get(kind, ""))


def _into_plan(request: Request, talk: Talk, code: str) -> None:
    try:
        new = actions.put_job_in_plan(
            talk=talk,
            vacancy_id=int(code),
            staff_id=request.user.pk or 0,
            language=request.LANGUAGE_CODE,
            why=_("Vi så på jobbet sammen i samtalen."),
            at=timezone.now(),
        )
    except NoSuchThing:
        messages.error(request, _("Jobbet er ikke slået op mere, så det kan ikke lægges i planen."))
        return
    if new:
        messages.success(request, _("Jobbet er foreslået i planen. Borgeren siger ja eller nej."))
    else:
        messages.info(request, _("Jobbet står allerede i planen."))


@for_advisers
@require_http_methods(ASKED)
def referat(request: Request, pk: int, talk_id: int) -> HttpResponseBase:
    """Write what was talked about; nobody's text is lost when two write at once (409)."""
    now, current = timezone.now(), None
    opened = with_citizen(request, pk, parts=TALKS, today=timezone.localdate(now))
    if isinstance(opened, HttpResponseRedirect):
        return opened
    talk = access.talk_of_or_404(pk, talk_id)
    initial = {"text": talk.referat, "version": talk.referat_version}
    form = ReferatForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.write_referat(
                talk=talk,
                version=form.cleaned_data["version"] or 0,
                text=form.cleaned_data["text"].replace("\r\n", "\n").strip(),
                staff_id=request.user.pk or 0,
                at=now,
            )
        except actions.NotNow:
            messages.info(request, _("Der er kun referat af en samtale, der er begyndt."))
            return to_talk(pk, talk_id)
        except actions.ChangedMeanwhile as changed:
            # What she wrote stays in the form; the next press saves it knowingly.
            current = changed.talk
            again = request.POST.copy()
            again["version"] = str(current.referat_version)
            form.data = again
        else:
            messages.success(request, _("Referatet er gemt. Borgeren kan læse det."))
            return to_talk(pk, talk_id, "referat")
    context = {"citizen": opened.person, "talk": talk, "form": form, "current": current}
    status = status_of(request, conflict=current is not None)
    return render(request, "talks/referat.html", context, status=status)


@for_advisers
@require_POST
def point(request: Request, pk: int, talk_id: int) -> HttpResponseBase:
    """Put something on the agenda."""
    now = timezone.now()
    opened = with_citizen(request, pk, parts=(), today=timezone.localdate(now))
    if isinstance(opened, HttpResponseRedirect):
        return opened
    talk, form = access.talk_of_or_404(pk, talk_id), PointForm(request.POST)
    if not form.is_valid():
        return whole_page(request, pk, talk_id, point=form)
    try:
        acted(
            request,
            lambda: actions.add_point(
                citizen_id=pk,
                talk=talk,
                words=form.cleaned_data["words"],
                by_id=request.user.pk or 0,
                at=now,
            ),
        )
    except actions.TooManyPoints:
        form.add_error("words", _("Dagsordenen er fuld. Tag noget af den først."))
        return whole_page(request, pk, talk_id, point=form)
    return to_talk(pk, talk_id, "dagsorden")


@for_advisers
@require_POST
def point_done(request: Request, pk: int, talk_id: int, point_id: int) -> HttpResponseBase:
    """Say that a point was talked about, or take one's own off the agenda."""
    now = timezone.now()
    opened = with_citizen(request, pk, parts=(), today=timezone.localdate(now))
    if isinstance(opened, HttpResponseRedirect):
        return opened
    talk, row = access.talk_of_or_404(pk, talk_id), access.point_of_or_404(pk, point_id)
    acted(request, lambda: _settle_point(request, talk, row))
    return to_talk(pk, talk_id, "dagsorden")


def _settle_point(request: Request, talk: Talk, row: AgendaPoint) -> None:
    if row.talk_id not in (None, talk.pk):
        raise actions.NotNow
    if request.POST.get("act") == "remove":
        actions.remove_point(point=row, by_id=request.user.pk or 0, at=timezone.now())
    else:
        talked = request.POST.get("act") == "talked"
        actions.mark_point(point=row, talk=talk, talked=talked, at=timezone.now())


@for_advisers
@require_http_methods(ASKED)
def agreement(request: Request, pk: int, talk_id: int) -> HttpResponseBase:
    """Propose what the two agree; it stands in her plan, and she says yes there."""
    now = timezone.now()
    opened = with_citizen(request, pk, parts=TALKS, today=timezone.localdate(now))
    if isinstance(opened, HttpResponseRedirect):
        return opened
    talk = access.talk_of_or_404(pk, talk_id)
    form = TalkAgreementForm(request.POST or None, today=timezone.localdate(now))
    if request.method == "POST" and form.is_valid():
        try:
            done = acted(
                request,
                lambda: actions.agree(
                    talk=talk, entry=form.entry(), staff_id=request.user.pk or 0, at=now
                ),
                said=_("Aftalen er foreslået. Den gælder, når borgeren siger ja i sin plan."),
            )
        except actions.BindsNot:
            form.add_error(
                None,
                _("Aftaler, der forpligter, hører til i en jobsamtale. Planlæg en jobsamtale."),
            )
            done = None
        if done is not None:
            return to_talk(pk, talk_id, "aftaler")
    context = {"citizen": opened.person, "talk": talk, "form": form}
    return render(request, "talks/agreement.html", context, status=status_of(request))


@for_advisers
@require_POST
def partaker(request: Request, pk: int, talk_id: int) -> HttpResponseBase:
    """Say who else takes part."""
    now = timezone.now()
    opened = with_citizen(request, pk, parts=(), today=timezone.localdate(now))
    if isinstance(opened, HttpResponseRedirect):
        return opened
    talk, form = access.talk_of_or_404(pk, talk_id), PartakerForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        actions.add_partaker(
            talk=talk,
            name=said["name"],
            role=PartRole(said["role"]),
            form=TalkForm(said["form"]),
            actor_id=request.user.pk or 0,
            at=now,
        )
    else:
        return whole_page(request, pk, talk_id, partaker=form)
    return to_talk(pk, talk_id, "deltagere")


@for_advisers
@require_POST
def partaker_remove(request: Request, pk: int, talk_id: int, partaker_id: int) -> HttpResponseBase:
    """Take somebody off the list of who takes part."""
    now = timezone.now()
    opened = with_citizen(request, pk, parts=(), today=timezone.localdate(now))
    if isinstance(opened, HttpResponseRedirect):
        return opened
    row = access.partaker_or_404(access.talk_of_or_404(pk, talk_id), partaker_id)
    actions.remove_partaker(partaker=row, actor_id=request.user.pk or 0, at=now)
    return to_talk(pk, talk_id, "deltagere")


@for_advisers
@require_POST
def card_wish(request: Request, key: str) -> HttpResponseBase:
    """Keep a cue card at hand, out of sight, or as usual: for oneself alone."""
    access.card_or_404(key)
    actions.choose_card(
        staff_id=request.user.pk or 0,
        key=key,
        wish=request.POST.get("wish", ""),
        at=timezone.now(),
    )
    wanted = request.POST.get("next", "")
    allowed = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    return HttpResponseRedirect(wanted if allowed else reverse("talks:list"))
