# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The manager: hands in the kommune, leave and who stands in, and citizens handed over."""

from collections.abc import Mapping
from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_managers
from jobunivers.identity.models import Person
from jobunivers.rooms.segmentation import access, actions, queries
from jobunivers.rooms.segmentation.forms import (
    CaseloadForm,
    HandOverForm,
    LeaveForm,
    SubstituteForm,
)
from jobunivers.rooms.segmentation.forms.days import day_after

_CONFLICT, _WITH_ERRORS = 409, 422
_LISTED_AS = "hand_over"
_LONGEST_NUMBER = 18


@for_managers
@reads
def caseloads(request: Request) -> HttpResponseBase:
    """Show how much each personal consultant has, against what she can take."""
    now = timezone.now()
    page = queries.caseloads_page(today=timezone.localdate(now), at=now)
    return render(request, "segmentation/caseloads.html", {"page": page})


@for_managers
@require_http_methods(["GET", "HEAD", "POST"])
def caseload(request: Request, pk: int) -> HttpResponseBase:
    """Plan a consultant's work: how many, in which languages; her leave stands beside."""
    consultant = access.consultant_or_404(pk)
    page = queries.caseload_page(staff_id=pk, today=timezone.localdate())
    form = CaseloadForm(request.POST or None, initial=page.plan)
    if request.method == "POST" and form.is_valid():
        actions.set_caseload(
            staff_id=pk,
            capacity=form.cleaned_data["capacity"],
            languages=form.cleaned_data["languages"],
            at=timezone.now(),
            by_id=request.user.pk,
        )
        messages.success(request, _("Planen er gemt. Den bruges fra næste nat."))
        return HttpResponseRedirect(reverse("segmentation:caseloads"))
    status = _WITH_ERRORS if request.method == "POST" else 200
    context = {"consultant": consultant, "form": form, "page": page}
    return render(request, "segmentation/caseload.html", context, status=status)


@for_managers
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: Request, pk: int) -> HttpResponseBase:
    """Plan days on which a consultant is away, and who helps her citizens meanwhile."""
    consultant, now = access.consultant_or_404(pk), timezone.now()
    form = LeaveForm(
        request.POST or None,
        people=queries.substitutes(but=pk),
        today=timezone.localdate(now),
    )
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        after = day_after(said["away_last"])
        assert after is not None
        try:
            actions.plan_leave(
                staff_id=pk,
                away_from=said["away_first"],
                away_to=after,
                substitute_id=said["substitute"],
                by_id=_me(request),
                at=now,
            )
        except actions.CannotBeAway as why:
            form.add_error(*_words(why))
        else:
            messages.success(request, _("Fraværet er planlagt."))
            return _to_caseload(pk)
    status = _WITH_ERRORS if request.method == "POST" else 200
    context = {"consultant": consultant, "form": form}
    return render(request, "segmentation/leave.html", context, status=status)


@for_managers
@require_http_methods(["GET", "HEAD", "POST"])
def substitute(request: Request, leave_id: int) -> HttpResponseBase:
    """Let somebody else stand in for a consultant who is away."""
    now = timezone.now()
    row = access.leave_or_404(leave_id, today=timezone.localdate(now))
    consultant = access.consultant_or_404(row.staff_id)
    form = SubstituteForm(
        request.POST or None,
        people=queries.substitutes(but=row.staff_id),
        initial={"substitute": str(row.substitute_id or ""), "version": row.version},
    )
    status = 200
    if request.method == "POST":
        status = _WITH_ERRORS
        if form.is_valid():
            try:
                actions.change_substitute(
                    leave_id=row.pk,
                    version=form.cleaned_data["version"] or 0,
                    substitute_id=form.cleaned_data["substitute"],
                    by_id=_me(request),
                    at=now,
                )
            except actions.LeaveChangedMeanwhile:
                status = _CONFLICT
                again = request.POST.copy()
                again["version"] = str(row.version)
                form.data = again
            except actions.CannotBeAway as why:
                form.add_error(*_words(why))
            else:
                messages.success(request, _("Gemt. Borgerne får besked, når fraværet er begyndt."))
                return _to_caseload(row.staff_id)
    line = queries.leave_of(row, timezone.localdate(now))
    context = {
        "consultant": consultant,
        "form": form,
        "leave": line,
        "conflict": status == _CONFLICT,
    }
    return render(request, "segmentation/substitute.html", context, status=status)


@for_managers
@require_POST
def leave_ended(request: Request, leave_id: int) -> HttpResponseBase:
    """Let her be back today, or take a leave back that has not begun."""
    now = timezone.now()
    row = access.leave_or_404(leave_id, today=timezone.localdate(now))
    said = request.POST.get("version", "")
    try:
        actions.end_leave(
            leave_id=row.pk,
            version=int(said) if _is_number(said) else 0,
            by_id=_me(request),
            at=now,
        )
    except actions.CannotBeAway:
        messages.info(request, _("En anden har ændret fraværet. Se, hvad der står nu."))
    else:
        messages.success(request, _("Fraværet er slut. Borgerne er hos deres egen konsulent igen."))
    return _to_caseload(row.staff_id)


@for_managers
@require_safe
def spread(request: Request) -> HttpResponseBase:
    """Propose whom could be moved so that loads are fairer; the manager decides line by line."""
    page = queries.spread_page(today=timezone.localdate())
    _listed(request, [line.citizen_id for line in page.lines])
    return render(request, "segmentation/spread.html", {"page": page})


@for_managers
@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: Request, pk: int) -> HttpResponseBase:
    """Hand citizens of one consultant to others: one from the proposals, or many who are chosen."""
    consultant, today = access.consultant_or_404(pk), timezone.localdate()
    form = HandOverForm(request.POST or None)
    chosen = {int(one) for one in request.POST.getlist("pick") if _is_number(one)}
    page = queries.hand_over_page(staff_id=pk, today=today, picked=chosen)
    others = queries.takers(but=pk)
    wanted = _wanted(request, chosen, {one for one, _name in others})
    if request.method == "POST" and form.is_valid() and wanted:
        return _handed(request, pk, wanted, page, form.cleaned_data["reason"])
    _listed(request, [line.citizen_id for line in page.lines])
    context = {
        "consultant": consultant, "form": form,
        "page": _as_typed(page, request.POST, dict(others)) if request.POST else page,
        # Made once: it is the same for every citizen of the page.
        "takers": format_html_join("", '<option value="{}">{}</option>', others),
        "chosen": chosen, "nobody": request.method == "POST" and not wanted,
    }  # fmt: skip
    status = _WITH_ERRORS if request.method == "POST" else 200
    return render(request, "segmentation/hand_over.html", context, status=status)


def _as_typed(
    page: queries.SpreadPage, said: QueryDict, names: Mapping[int, str]
) -> queries.SpreadPage:
    """Return the lines with the consultants that were chosen in the form, not the proposed ones."""
    typed = {one: said.get(f"to-{one.assignment_id}", "") for one in page.lines}
    known = {one: int(to) for one, to in typed.items() if _is_number(to) and int(to) in names}
    lines = [
        replace(one, taker_id=known.get(one), taker=names[known[one]] if one in known else "")
        for one in page.lines
    ]
    return replace(page, lines=tuple(lines))


def _wanted(request: Request, chosen: set[int], known: set[int]) -> list[actions.Handing]:
    """Return whom was chosen, and to whom each goes; who is to go to nobody stays."""
    found = []
    for assignment in sorted(chosen):
        said = request.POST.get(f"to-{assignment}", "")
        if _is_number(said) and int(said) in known:
            found.append(actions.Handing(assignment, int(said)))
    return found


def _handed(
    request: Request,
    pk: int,
    wanted: list[actions.Handing],
    page: queries.SpreadPage,
    reason: str,
) -> HttpResponseBase:
    """Carry it out, and say whom somebody else had moved meanwhile."""
    back = reverse("segmentation:caseloads")
    to = {one.assignment_id: one.to_id for one in wanted}
    lines = [one for one in page.lines if one.assignment_id in to]
    proposed = {one.citizen_id: one.taker_id for one in lines if one.taker_id is not None}
    if request.POST.get("next") == "spread":
        # A line of the proposals is carried out as it stands.
        proposed = {one.citizen_id: to[one.assignment_id] for one in lines}
        back = reverse("segmentation:spread")
    try:
        done = actions.hand_over(
            from_id=pk,
            handings=wanted,
            proposed=proposed,
            reason=reason,
            by_id=_me(request),
            at=timezone.now(),
        )
    except actions.NothingToHandOver:
        messages.info(request, _("En anden leder var først. Borgerne har fået en anden konsulent."))
        return HttpResponseRedirect(back)
    moved = len(done.citizen_ids)
    words = ngettext("%d borger er flyttet og får besked.", "%d borgere er flyttet og får besked.",
                     moved) % moved  # fmt: skip
    if done.skipped:
        words += " " + ngettext(
            "%d var flyttet af en anden imens og er ikke rørt.",
            "%d var flyttet af en anden imens og er ikke rørt.",
            done.skipped,
        ) % done.skipped  # fmt: skip
    messages.success(request, words)
    return HttpResponseRedirect(back)


@for_managers
@require_POST
def hand_over_undone(request: Request, pk: int) -> HttpResponseBase:
    """Take a hand-over back: who is still where she was handed to comes back."""
    row = access.hand_over_or_404(pk)
    try:
        back = actions.undo_hand_over(hand_over_id=row.pk, by_id=_me(request), at=timezone.now())
    except actions.AlreadyUndone:
        messages.info(request, _("Flytningen er fortrudt allerede."))
    except actions.NotConsultant:
        messages.error(request, _("Konsulenten er her ikke mere, så borgerne bliver, hvor de er."))
    else:
        messages.success(
            request,
            ngettext("%d borger er hos sin konsulent igen.",
                     "%d borgere er hos deres konsulent igen.", back) % back,
        )  # fmt: skip
    return HttpResponseRedirect(reverse("segmentation:caseloads"))


def _words(why: actions.CannotBeAway) -> tuple[str | None, str]:
    """Return the field a refusal is about, and what to say."""
    if isinstance(why, actions.LeaveOverlaps):
        return "away_first", _("Konsulenten er allerede væk nogle af dagene.")
    if isinstance(why, actions.NeededMeanwhile):
        names = ", ".join(queries.names_of(why.staff_ids))
        return "away_first", _(
            "Konsulenten er stedfortræder for %s i de dage. Vælg en anden stedfortræder dér først."
        ) % names
    if isinstance(why, actions.SubstituteAway):
        return "substitute", _("Stedfortræderen er selv væk nogle af dagene. Vælg en anden.")
    if isinstance(why, actions.UnfitToStandIn):
        return "substitute", _("Vælg en kollega, der hjælper borgere.")
    return None, _("Fraværet er slut. Planlæg et nyt.")


def _to_caseload(pk: int) -> HttpResponse:
    return HttpResponseRedirect(reverse("segmentation:caseload", args=[pk]))


def _listed(request: Request, citizen_ids: list[int]) -> None:
    """Remember whose names a manager saw, and that it was to hand them over."""
    if citizen_ids:
        actions.names_shown(
            staff_id=_me(request), citizen_ids=citizen_ids, at=timezone.now(), reason=_LISTED_AS
        )


def _is_number(text: str) -> bool:
    return text.isdecimal() and len(text) <= _LONGEST_NUMBER


def _me(request: Request) -> int:
    user: Person | object = request.user
    return user.pk if isinstance(user, Person) else 0
