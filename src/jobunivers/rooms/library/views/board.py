# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The board of the shared library: who sits on it, what waits, what they say."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.identity import queries as identity
from jobunivers.identity.access import for_administrators, for_national
from jobunivers.identity.models import Role
from jobunivers.rooms.library import access, actions
from jobunivers.rooms.library.forms import NameForm, PutForwardForm, QuorumForm, VoteForm
from jobunivers.rooms.library.forms.words import PROPOSAL_STATES
from jobunivers.rooms.library.models import BoardMember, Proposal, ProposalState
from jobunivers.rooms.library.queries import board as asked
from jobunivers.rooms.library.queries import contents
from jobunivers.rooms.library.queries.bodies import steps_of
from jobunivers.rooms.library.queries.comparing import compare
from jobunivers.rooms.library.views.editing import ASKED, for_writers

_SHOWN = 50


@for_writers
@reads
def board(request: Request) -> HttpResponseBase:
    """Show who decides, what waits, and what was decided."""
    return _board_page(request)


@for_administrators
@require_POST
def put_forward(request: Request) -> HttpResponseBase:
    """Put somebody of the kommune forward."""
    form = PutForwardForm(request.POST, people=_people(request))
    if not form.is_valid():
        return _board_page(request, put_form=form, status=422)
    pk = form.cleaned_data["person"]
    actions.put_forward(
        kommune=request.municipality,
        person_id=pk,
        name=dict(_people(request))[pk],
        actor_id=access.me(request),
        at=timezone.now(),
    )
    messages.success(request, _("Medarbejderen er indstillet."))
    return HttpResponseRedirect(reverse("library:board"))


@for_national
@require_POST
def name_member(request: Request) -> HttpResponseBase:
    """Name somebody who was put forward, or end her time."""
    form = NameForm(request.POST)
    if not form.is_valid():
        return _board_page(request, name_form=form, status=422)
    told = form.cleaned_data
    member = BoardMember.objects.filter(pk=told["member"]).first()
    if member is None:
        raise Http404
    actions.name_member(
        member=member,
        first=told["first"],
        until=told["until"],
        actor_id=access.me(request),
        at=timezone.now(),
    )
    messages.success(request, _("Det er gemt."))
    return HttpResponseRedirect(reverse("library:board"))


@for_national
@require_POST
def quorum(request: Request) -> HttpResponseBase:
    """Say how many must say yes."""
    form = QuorumForm(request.POST)
    if not form.is_valid():
        return _board_page(request, quorum_form=form, status=422)
    actions.set_quorum(
        number=form.cleaned_data["quorum"], actor_id=access.me(request), at=timezone.now()
    )
    messages.success(request, _("Det er gemt."))
    return HttpResponseRedirect(reverse("library:board"))


@for_writers
@ASKED
def proposal(request: Request, pk: int) -> HttpResponseBase:
    """Show a proposal with what is new in it and what was said; take a member's word."""
    row = Proposal.objects.select_related("offer__current", "kommune").filter(pk=pk).first()
    if row is None:
        raise Http404
    today, who = timezone.localdate(), access.me(request)
    member = asked.member_of(who, today=today)
    form = VoteForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            problem = _voted(request, row, form)
            if not problem:
                messages.success(request, _("Det er gemt."))
                return HttpResponseRedirect(reverse("library:proposal", args=[pk]))
            form.add_error(None, problem)
    version = contents.version(row.offer, row.number)
    if version is None:
        raise Http404
    before = row.offer.current
    newer = before is not None and before.number < version.number
    context = {
        "proposal": row,
        "state": PROPOSAL_STATES[ProposalState(row.state)],
        "version": version,
        "offer": row.offer,
        "steps": steps_of(version.body, request.LANGUAGE_CODE),
        "differences": compare(before, version) if newer and before is not None else [],
        "votes": asked.votes(row),
        "quorum": asked.quorum(),
        "member": member,
        "waits": row.state == ProposalState.WAITING,
        "form": form,
    }
    return render(request, "library/editing/proposal.html", context, status=status)


def _voted(request: Request, row: Proposal, form: VoteForm) -> str:
    """Keep a member's word; return what is wrong, or nothing."""
    say = {"yes": True, "no": False}.get(form.cleaned_data["say"])
    now = timezone.now()
    try:
        actions.vote(
            proposal=row,
            person_id=access.me(request),
            yes=say,
            words=form.cleaned_data["words"],
            today=timezone.localdate(now),
            at=now,
        )
    except actions.NotOnTheBoard:
        return _("Kun redaktionens medlemmer kan stemme.")
    except actions.OwnText:
        return _("Du har selv skrevet eller foreslået det. De andre tager stilling.")
    except actions.Decided:
        return _("Der er allerede taget stilling til forslaget.")
    return ""


def _people(request: Request) -> list[tuple[int, str]]:
    if request.user.role != Role.ADMINISTRATOR:
        return []
    people = identity.staff(roles=[Role.EDITOR, Role.ADMINISTRATOR])
    return [(one.pk, one.name) for one in people]


def _board_page(
    request: Request,
    *,
    put_form: PutForwardForm | None = None,
    name_form: NameForm | None = None,
    quorum_form: QuorumForm | None = None,
    status: int = 200,
) -> HttpResponseBase:
    today = timezone.localdate()
    national = request.user.role == Role.NATIONAL
    own = None if national else request.municipality
    context = {
        "seats": asked.seats(today=today),
        "waiting": list(asked.waiting()),
        "decided": [
            (one, PROPOSAL_STATES[ProposalState(one.state)])
            for one in asked.proposals(kommune=own)[:_SHOWN]
            if one.state != ProposalState.WAITING
        ],
        "quorum": asked.quorum(),
        "is_member": asked.member_of(access.me(request), today=today) is not None,
        "national": national,
        "put_form": put_form or PutForwardForm(people=_people(request)),
        "may_put": request.user.role == Role.ADMINISTRATOR,
        "name_form": name_form,
        "quorum_form": quorum_form or QuorumForm(initial={"quorum": asked.quorum()}),
    }
    return render(request, "library/editing/board.html", context, status=status)
