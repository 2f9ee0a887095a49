# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Policies: everybody reads the one in effect; managers and administrators try and decide."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request, afterwards, public, reads
from jobunivers.identity.access import for_administrators, for_roles
from jobunivers.identity.models import Role
from jobunivers.rooms.segmentation import access, actions, queries
from jobunivers.rooms.segmentation.forms import ActivateForm
from jobunivers.rooms.segmentation.views.editing import digest_seen, meanwhile

_for_planners = for_roles(Role.MANAGER, Role.ADMINISTRATOR)


def _writes(request: Request) -> bool:
    """Say whether who asks may change policies."""
    return request.user.role == Role.ADMINISTRATOR


@public
@reads
def rules(request: Request) -> HttpResponseBase:
    """Show the kommune's courses and rules, as they stand, to everybody."""
    found = queries.rules_page(language=request.LANGUAGE_CODE, at=timezone.now())
    policy, text = found or (None, None)
    return render(request, "segmentation/rules.html", {"policy": policy, "text": text})


@_for_planners
@reads
def policies(request: Request) -> HttpResponseBase:
    """List the kommune's policies and the country's, with the one in effect in words."""
    page = queries.policies_page(language=request.LANGUAGE_CODE, at=timezone.now())
    context = {"page": page, "writes": _writes(request)}
    return render(request, "segmentation/policies.html", context)


@_for_planners
@reads
def policy(request: Request, pk: int) -> HttpResponseBase:
    """Show one policy, what was tried of it, and what may be done with it."""
    row = access.policy_or_404(pk)
    page = queries.policy_page(policy=row, language=request.LANGUAGE_CODE, at=timezone.now())
    context = {"page": page, "writes": _writes(request)}
    return render(request, "segmentation/policy.html", context)


@_for_planners
@require_POST
def try_policy(request: Request, pk: int) -> HttpResponseBase:
    """Try a policy on today's people; nobody is moved."""
    row = access.policy_or_404(pk)
    run = actions.dry_run(policy=row, by_id=request.user.pk or 0, at=timezone.now())
    return HttpResponseRedirect(reverse("segmentation:trial", args=[pk, run.pk]))


@_for_planners
@reads
def trial(request: Request, pk: int, run_id: int) -> HttpResponseBase:
    """Show what a policy would do: numbers, flows, groups, hands and examples; also for paper."""
    row = access.policy_or_404(pk)
    run = access.dry_run_or_404(row, run_id)
    seen_by, now = request.user.pk or 0, timezone.now()
    if run.shown_at is None:
        afterwards(
            request, lambda: actions.note_dry_run_shown(dry_run_id=run_id, to_id=seen_by, at=now)
        )
    context = {
        "policy": row,
        "page": queries.trial_page(policy=row, run=run, language=request.LANGUAGE_CODE),
        "names": queries.course_names(request.LANGUAGE_CODE),
        "paper": "papir" in request.GET,
        "writes": _writes(request),
    }
    return render(request, "segmentation/trial.html", context)


@for_administrators
@require_http_methods(["GET", "HEAD", "POST"])
def activate(request: Request, pk: int) -> HttpResponseBase:
    """Let a draft that was tried take effect: who decided, why, and from when."""
    row, now = access.draft_or_404(pk), timezone.now()
    form = ActivateForm(request.POST or None, today=timezone.localdate(now))
    if request.method == "POST" and form.is_valid():
        try:
            actions.activate_policy(
                policy_id=row.pk,
                by_id=request.user.pk or 0,
                decided_by=form.cleaned_data["decided_by"],
                why=form.cleaned_data["why"],
                effective_from=form.cleaned_data["effective_from"],
                at=now,
                seen=digest_seen(request, row),
            )
        except actions.ChangedMeanwhile:
            form.add_error(None, meanwhile())
        except actions.NotTried:
            form.add_error(
                None, _("Prøv reglerne, som de står nu, og læs prøven. En prøve gælder en uge.")
            )
        else:
            messages.success(request, _("Reglerne er vedtaget."))
            return HttpResponseRedirect(reverse("segmentation:policies"))
    page = queries.policy_page(policy=row, language=request.LANGUAGE_CODE, at=now)
    context = {"page": page, "form": form, "digest": digest_seen(request, row)}
    status = 422 if request.method == "POST" else 200
    return render(request, "segmentation/activate.html", context, status=status)


@for_administrators
@require_POST
def retire(request: Request, pk: int) -> HttpResponseBase:
    """Take a policy of the kommune's own back: the one before holds again."""
    row = access.own_policy_or_404(pk)
    actions.retire_policy(policy_id=row.pk, by_id=request.user.pk or 0, at=timezone.now())
    messages.success(request, _("Reglerne er taget tilbage. De, der gjaldt før, gælder igen."))
    return HttpResponseRedirect(reverse("segmentation:policies"))
