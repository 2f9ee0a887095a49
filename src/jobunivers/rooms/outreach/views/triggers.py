# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rules: the list, one rule, writing it, trying it, setting it to work, pausing it, the order."""

import secrets
from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_advisers
from jobunivers.identity.models import ADVISING, Role
from jobunivers.rooms.outreach import access, actions, queries
from jobunivers.rooms.outreach.actions import TEST_HOLDS
from jobunivers.rooms.outreach.forms import OrderForm, RefuseForm, TriggerForm, WhyForm
from jobunivers.rooms.outreach.models import Push, Trigger, TriggerState, TriggerVersion, What
from jobunivers.rooms.outreach.views.pushes import for_readers
from jobunivers.trust import actions as trust
from jobunivers.trust.opening import names_for

_KEY = 40


@for_readers
@reads
def automatic(request: Request) -> HttpResponseBase:
    """List the kommune's rules."""
    context = {
        "rows": queries.triggers_page(at=timezone.now()),
        "may_write": request.user.role in ADVISING,
    }
    return render(request, "outreach/automatic.html", context)


@for_readers
@reads
def automatic_rule(request: Request, pk: int) -> HttpResponseBase:
    """Show one rule: what it asks, its test, whom it has reached."""
    return _show(request, access.trigger_or_404(pk))


def _show(
    request: Request,
    trigger: Trigger,
    *,
    why: WhyForm | None = None,
    refuse: RefuseForm | None = None,
    status: int = 200,
) -> HttpResponseBase:
    page = queries.trigger_page(
        trigger=trigger,
        reader=request.user.pk or 0,
        role=request.user.role,
        language=request.LANGUAGE_CODE,
        holds=TEST_HOLDS,
        at=timezone.now(),
    )
    over = trigger.state == TriggerState.ENDED
    context = {
        "page": page,
        "trigger": trigger,
        "version": page.version,
        "may_write": request.user.role in ADVISING and not over,
        "may_stop": _may_stop(request, trigger) and not over,
        "why": why or WhyForm(initial={"seen": trigger.version}),
        "refuse": refuse or RefuseForm(),
    }
    return render(request, "outreach/automatic_rule.html", context, status=status)


def _may_stop(request: Request, trigger: Trigger) -> bool:
    return request.user.pk == trigger.owner_id or request.user.role == Role.MANAGER


@for_advisers
@require_http_methods(["GET", "HEAD", "POST"])
def automatic_new(request: Request) -> HttpResponseBase:
    """Write a new rule."""
    return _write(request, None)


@for_advisers
@require_http_methods(["GET", "HEAD", "POST"])
def automatic_edit(request: Request, pk: int) -> HttpResponseBase:
    """Write the next version of a rule; what is live goes on."""
    trigger = access.trigger_or_404(pk)
    if trigger.state == TriggerState.ENDED:
        messages.info(request, _("Reglen er afsluttet og kan ikke ændres."))
        return _to(pk)
    return _write(request, trigger)


def _write(request: Request, trigger: Trigger | None) -> HttpResponseBase:
    version = (trigger.draft or trigger.live) if trigger else None
    kinds = _kinds()
    asked = (request.POST if request.method == "POST" else request.GET).get("hvad", "")
    usual = version.what if version else What.MESSAGE.value
    what = asked if asked in kinds else usual
    form = TriggerForm(
        request.POST or None,
        push=_stand_in(request, version),
        version=version,
        name=trigger.name if trigger else "",
        what=what,
        language=request.LANGUAGE_CODE,
        at=timezone.now(),
    )
    seen = _number(request.POST.get("seen", "")) or (trigger.version if trigger else 0)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                return _to(_keep(request, trigger, form, seen).pk)
            except (actions.Stale, actions.NotNow):
                status = 409
    if trigger and status == 409:  # noqa: PLR2004 - HTTP's own
        trigger.refresh_from_db()
        seen = trigger.version
    context = {
        "trigger": trigger, "form": form, "what": what, "kinds": kinds, "seen": seen,
        "stale": status == 409,  # noqa: PLR2004 - HTTP's own
        "theirs": (trigger.draft or trigger.live) if trigger and status == 409 else None,  # noqa: PLR2004
        "key": request.POST.get("key", "")[:_KEY] or secrets.token_hex(16),
    }  # fmt: skip
    return render(request, "outreach/automatic_edit.html", context, status=status)


def _kinds() -> dict[str, object]:
    return {c: w for c, w in queries.whats(at=timezone.now()).items() if c != What.JOB}


def _stand_in(request: Request, version: TriggerVersion | None) -> Push:
    """Return a push that is not kept, for the form that writes what is sent."""
    push = queries.as_push(version) if version else Push(what=What.MESSAGE, picked=[0])
    push.sender_id = request.user.pk or 0
    return push


def _keep(request: Request, trigger: Trigger | None, form: TriggerForm, seen: int) -> Trigger:
    by_id, now, name = request.user.pk or 0, timezone.now(), form.cleaned_data["name"]
    if trigger is None:
        key = request.POST.get("key", "")[:_KEY]
        return actions.start_trigger(owner_id=by_id, name=name, body=form.body(), key=key, at=now)
    return actions.change_trigger(
        trigger_id=trigger.pk, seen=seen, name=name, body=form.body(), by_id=by_id, at=now
    )


@for_advisers
@require_POST
def automatic_try(request: Request, pk: int) -> HttpResponseBase:
    """Find whom it would reach today; nothing is sent."""
    trigger = access.trigger_or_404(pk)
    actions.test_trigger(trigger_id=trigger.pk, by_id=request.user.pk or 0, at=timezone.now())
    messages.success(request, _("Reglen er prøvet. Der er ikke sendt noget."))
    return HttpResponseRedirect(reverse("outreach:automatic_rule", args=[pk]) + "#proeve")


@for_advisers
@reads
def automatic_examples(request: Request, pk: int) -> HttpResponseBase:
    """Show some of those the newest test found, by name; each of them can see who has looked."""
    trigger = access.trigger_or_404(pk)
    version = trigger.draft or trigger.live
    test = version.tests.order_by("-pk").first() if version else None
    found = test.examples if test else []
    names = names_for(request, found, today=timezone.localdate())
    for citizen_id in names:
        trust.look(request, citizen_id=citizen_id, part="list", reason="overview")
    context = {"trigger": trigger, "people": sorted(names.items(), key=lambda one: one[1])}
    return render(request, "outreach/automatic_examples.html", context)


@for_advisers
@require_POST
def automatic_live(request: Request, pk: int) -> HttpResponseBase:
    """Set what is written to work, or ask a second person."""
    trigger = access.trigger_or_404(pk)
    form = WhyForm(request.POST)
    if not form.is_valid():
        return _show(request, trigger, why=form, status=422)
    try:
        trigger = actions.set_live(
            trigger_id=pk,
            seen=form.cleaned_data["seen"],
            by_id=request.user.pk or 0,
            why=form.cleaned_data["why"],
            at=timezone.now(),
        )
    except actions.NotReady as missing:
        form.add_error(None, str(queries.TRIGGER_MISSING[missing.args[0]]))
        return _show(request, trigger, why=form, status=422)
    except actions.Stale:
        trigger.refresh_from_db()
        form = WhyForm({"seen": trigger.version, "why": form.cleaned_data["why"]})
        form.add_error(None, _("Reglen er ændret, siden du så den. Se den igennem igen."))
        return _show(request, trigger, why=form, status=409)
    if trigger.draft_id:
        messages.success(request, _("Reglen venter nu på, at en anden godkender den."))
    else:
        messages.success(request, _("Reglen sender fra nu af. Du kan sætte den på pause her."))
    return _to(pk)


@for_readers
@require_POST
def automatic_approve(request: Request, pk: int) -> HttpResponseBase:
    """Agree to a colleague's rule."""
    access.trigger_or_404(pk)
    return _do(
        request,
        pk,
        lambda: actions.approve_trigger(
            trigger_id=pk, by_id=request.user.pk or 0, role=request.user.role, at=timezone.now()
        ),
        _("Du har godkendt reglen. Den sender fra nu af."),
    )


@for_readers
@require_POST
def automatic_refuse(request: Request, pk: int) -> HttpResponseBase:
    """Say no to a colleague's rule, with a reason."""
    trigger = access.trigger_or_404(pk)
    form = RefuseForm(request.POST)
    if not form.is_valid():
        return _show(request, trigger, refuse=form, status=422)
    return _do(
        request,
        pk,
        lambda: actions.refuse_trigger(
            trigger_id=pk,
            by_id=request.user.pk or 0,
            role=request.user.role,
            why=form.cleaned_data["why"],
            at=timezone.now(),
        ),
        _("Du har sagt nej. Den, der skrev reglen, kan læse hvorfor."),
    )


@for_readers
@require_POST
def automatic_pause(request: Request, pk: int) -> HttpResponseBase:
    """Let a rule send nothing from now: whoever answers for it may, and a manager."""
    _stoppable(request, pk)
    return _do(
        request,
        pk,
        lambda: actions.pause_trigger(trigger_id=pk, by_id=request.user.pk or 0, at=timezone.now()),
        _("Reglen er på pause. Den sender ikke mere."),
    )


@for_readers
@require_POST
def automatic_resume(request: Request, pk: int) -> HttpResponseBase:
    """Let a paused rule send again."""
    _stoppable(request, pk)
    return _do(
        request,
        pk,
        lambda: actions.resume_trigger(
            trigger_id=pk, by_id=request.user.pk or 0, at=timezone.now()
        ),
        _("Reglen sender igen."),
    )


@for_readers
@require_POST
def automatic_end(request: Request, pk: int) -> HttpResponseBase:
    """Let a rule be over."""
    _stoppable(request, pk)
    return _do(
        request,
        pk,
        lambda: actions.end_trigger(trigger_id=pk, by_id=request.user.pk or 0, at=timezone.now()),
        _("Reglen er afsluttet."),
    )


def _stoppable(request: Request, pk: int) -> None:
    if not _may_stop(request, access.trigger_or_404(pk)):
        raise PermissionDenied


@for_readers
@require_http_methods(["GET", "HEAD", "POST"])
def automatic_order(request: Request) -> HttpResponseBase:
    """Show which rule goes first for a course; advisers and managers decide."""
    asked = (request.POST if request.method == "POST" else request.GET).get("forloeb", "")
    page = queries.order_page(course=asked, language=request.LANGUAGE_CODE)
    form = OrderForm(request.POST or None, page=page)
    if request.method == "POST" and form.is_valid():
        actions.set_order(
            course=page.course,
            triggers=form.order(),
            rest_days=form.cleaned_data["rest_days"],
            by_id=request.user.pk or 0,
            at=timezone.now(),
        )
        messages.success(request, _("Rækkefølgen er gemt."))
        path = reverse("outreach:automatic_order")
        return HttpResponseRedirect(f"{path}?forloeb={page.course}")
    status = 422 if request.method == "POST" else 200
    return render(
        request, "outreach/automatic_order.html", {"page": page, "form": form}, status=status
    )


def _do(request: Request, pk: int, act: Callable[[], object], done: str) -> HttpResponseBase:
    """Do it, and say what came of it."""
    try:
        act()
    except actions.NotNow:
        messages.info(request, _("Der er sket noget med reglen, siden du så den."))
    except actions.NotReady as missing:
        messages.error(request, str(queries.TRIGGER_MISSING[missing.args[0]]))
    except actions.NotAllowed as why:
        messages.error(
            request,
            _("Du kan ikke godkende din egen regel. En anden skal gøre det.")
            if why.args[0] == "own"
            else _("Kun en leder kan godkende regler her i kommunen."),
        )
    else:
        messages.success(request, done)
    return _to(pk)


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 10 else None  # noqa: PLR2004 - int4


def _to(pk: int) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("outreach:automatic_rule", args=[pk]))
