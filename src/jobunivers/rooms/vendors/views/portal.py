# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A firm's own pages: home, profile, and who acts for it."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.identity import actions as identity
from jobunivers.rooms.marketplace.actions import VendorEntry
from jobunivers.rooms.marketplace.queries import Vendor
from jobunivers.rooms.vendors import access, actions
from jobunivers.rooms.vendors.access import for_administrators_of_firms, for_members
from jobunivers.rooms.vendors.forms.firms import EndForm, InviteForm, ProfileForm
from jobunivers.rooms.vendors.models import Rank
from jobunivers.rooms.vendors.queries import members as asked
from jobunivers.rooms.vendors.queries import portal
from jobunivers.rooms.vendors.queries.cvr import answers_on, differs, look_up

_ASKED = ["GET", "HEAD", "POST"]
_FIELDS = ("name", "cvr", "about_da", "about_en", "website", "support_email", "support_phone")


def _today() -> date:
    return timezone.localdate(timezone.now())


@for_members()
@reads
def home(request: Request) -> HttpResponseBase:
    """Show what needs doing, how each solution stands, and figures in brief."""
    member = access.membership(request)
    page = portal.home(member, on=_today())
    return render(request, "vendors/portal/home.html", {"member": member, "page": page})


@for_administrators_of_firms
@require_http_methods(_ASKED)
def profile(request: Request) -> HttpResponseBase:
    """Write what the firm says of itself; what the register says stands beside it."""
    vendor = access.membership(request).vendor
    beginning = {name: getattr(vendor, name) or "" for name in _FIELDS} | {"seen": vendor.version}
    form = ProfileForm(request.POST or None, initial=beginning)
    theirs: Vendor | None = None
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            told = {name: form.cleaned_data[name] for name in _FIELDS}
            try:
                saved = actions.save_profile(
                    vendor=vendor,
                    entry=VendorEntry(**told),
                    seen=form.cleaned_data["seen"],
                    at=timezone.now(),
                    actor_id=access.me(request),
                )
            except actions.TakenNumber:
                form.add_error("cvr", _("Et andet firma her har det CVR-nummer."))
            except actions.ChangedProfile as changed:
                theirs, status = changed.vendor, 409
                form.data = form.data.copy()  # type: ignore[attr-defined]
                form.data["seen"] = str(theirs.version)  # type: ignore[index]
            else:
                messages.success(request, _("Profilen er gemt."))
                _ask(saved)
                return HttpResponseRedirect(reverse("vendors:profile"))
    register = answers_on([vendor.cvr or ""]).get(vendor.cvr or "")
    context = {
        "vendor": vendor,
        "form": form,
        "theirs": theirs,
        "register": register,
        "differs": register is not None and differs(vendor.name, register),
    }
    return render(request, "vendors/portal/profile.html", context, status=status)


@for_administrators_of_firms
@require_POST
def ask_register(request: Request) -> HttpResponseBase:
    """Ask the register of firms again."""
    _ask(access.membership(request).vendor)
    return HttpResponseRedirect(reverse("vendors:profile"))


def _ask(vendor: Vendor) -> None:
    if vendor.cvr and not vendor.fictitious:
        actions.keep_answer(cvr=vendor.cvr, lookup=look_up(vendor.cvr), at=timezone.now())


@for_administrators_of_firms
@reads
def members(request: Request) -> HttpResponseBase:
    """List who acts for the firm, and who did."""
    return _members(request, InviteForm())


@for_administrators_of_firms
@require_POST
def invite(request: Request) -> HttpResponseBase:
    """Let somebody act for the firm."""
    form = InviteForm(request.POST)
    if form.is_valid():
        told = form.cleaned_data
        try:
            actions.invite(
                vendor=access.membership(request).vendor,
                name=told["name"],
                email=told["email"],
                rank=Rank(told["rank"]),
                at=timezone.now(),
                actor_id=access.me(request),
            )
        except actions.TooManyMembers:
            form.add_error(None, _("I er så mange, som der er plads til. Lad nogen stoppe først."))
        else:
            messages.success(
                request,
                _("%(name)s er med nu og får en mail med et link til at logge ind.")
                % {"name": told["name"]},
            )
            return HttpResponseRedirect(reverse("vendors:members"))
    return _members(request, form, status=422)


def _members(request: Request, form: InviteForm, *, status: int = 200) -> HttpResponseBase:
    member = access.membership(request)
    lines = asked.members_of(member.vendor.pk, on=_today())
    context = {"member": member, "lines": lines, "form": form}
    return render(request, "vendors/portal/members.html", context, status=status)


@for_administrators_of_firms
@require_http_methods(_ASKED)
def end(request: Request, pk: int) -> HttpResponseBase:
    """Let somebody act for the firm no more."""
    row = access.own_member_or_404(request, pk)
    vendor = access.membership(request).vendor
    line = next(one for one in asked.members_of(vendor.pk, on=_today()) if one.row.pk == pk)
    # Nothing has to be said: an empty form is one too.
    form = EndForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.end_member(
                member=row,
                until_on=form.cleaned_data["until_on"] or _today(),
                at=timezone.now(),
                actor_id=access.me(request),
            )
        except actions.LastAdministrator:
            form.add_error(None, _("Firmaet skal have en administrator. Tilføj en anden først."))
        else:
            if row.person_id == access.me(request) and row.ended_at is not None:
                identity.log_out(request)  # she has let herself go
                return HttpResponseRedirect(reverse("identity:log_in"))
            messages.success(request, _("Det er gemt."))
            return HttpResponseRedirect(reverse("vendors:members"))
    status = 422 if request.method == "POST" else 200
    context = {"line": line, "form": form}
    return render(request, "vendors/portal/end.html", context, status=status)
