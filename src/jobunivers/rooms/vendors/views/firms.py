# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Firms ask to come in, and those who run the platform answer."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jobunivers.foundation.http import Request, public, reads
from jobunivers.identity.access import for_national
from jobunivers.rooms.vendors import access, actions
from jobunivers.rooms.vendors.forms.firms import RefuseForm, SignUpForm
from jobunivers.rooms.vendors.queries import members
from jobunivers.rooms.vendors.queries.cvr import answers_on, differs, is_old, look_up

_ASKED = ["GET", "HEAD", "POST"]
_PER_PAGE = 25


@public
@require_http_methods(_ASKED)
def sign_up(request: Request) -> HttpResponseBase:
    """Let a firm ask to come in."""
    form = SignUpForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.sign_up(asking=form.asking(), at=timezone.now())
        except actions.AsksAlready:
            form.add_error(
                "cvr", _("Et firma med det nummer har allerede skrevet. Vi svarer snart.")
            )
        except actions.TooManyAsk:
            form.add_error(None, _("Der er mange, der skriver lige nu. Prøv igen om en time."))
        else:
            return HttpResponseRedirect(reverse("vendors:signed_up"))
    status = 422 if request.method == "POST" else 200
    return render(request, "vendors/firms/sign_up.html", {"form": form}, status=status)


@public
@reads
def signed_up(request: Request) -> HttpResponseBase:
    """Say what happens now."""
    return render(request, "vendors/firms/signed_up.html")


@for_national
@reads
def sign_ups(request: Request) -> HttpResponseBase:
    """List firms that ask to come in, those that were answered, and those that are in."""
    which = request.GET.get("vis", "")
    if which == "inde":
        rows = members.vendors_in()
    else:
        rows = members.sign_ups(decided=which == "besvaret")  # type: ignore[assignment]
    page = Paginator(rows, _PER_PAGE).get_page(request.GET.get("side"))
    context = {"page": page, "lines": list(page), "which": which}
    return render(request, "vendors/firms/sign_ups.html", context)


@for_national
@require_http_methods(_ASKED)
def answer(request: Request, pk: int) -> HttpResponseBase:
    """Show a firm that asks beside what the register says, and let it in or not."""
    row = access.sign_up_or_404(request, pk)
    form = RefuseForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                return _answered(request, pk, form)
            except actions.DecidedAlready:
                messages.info(request, _("Det er besvaret imens. Sådan står det nu."))
                status = 409
            except actions.TakenNumber:
                form.add_error(None, _("Et andet firma her har det CVR-nummer."))
    elif row.cvr and row.decided_at is None and is_old(row.cvr, at=timezone.now()):
        # Nothing waits for the register: it is asked when somebody looks, and it may be silent.
        actions.keep_answer(cvr=row.cvr, lookup=look_up(row.cvr), at=timezone.now())
    row.refresh_from_db()
    register = answers_on([row.cvr]).get(row.cvr)
    context = {
        "row": row,
        "form": form,
        "register": register,
        "differs": register is not None and differs(row.name, register),
    }
    return render(request, "vendors/firms/answer.html", context, status=status)


def _answered(request: Request, pk: int, form: RefuseForm) -> HttpResponseBase:
    row, now, me = access.sign_up_or_404(request, pk), timezone.now(), access.me(request)
    with transaction.atomic():
        if form.cleaned_data["act"] == "luk-ind":
            actions.accept_sign_up(sign_up=row, at=now, actor_id=me)
            said = _("Firmaet er med nu. %(name)s får et link på mail.") % {
                "name": row.contact_name
            }
        else:
            actions.refuse_sign_up(sign_up=row, why=form.cleaned_data["why"], at=now, actor_id=me)
            said = _("Firmaet er afvist. Det får din begrundelse på mail.")
    messages.success(request, said)
    return HttpResponseRedirect(reverse("vendors:sign_ups"))
