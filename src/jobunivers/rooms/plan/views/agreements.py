# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her side of agreements: propose, say yes, reword, say how it went."""

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request
from jobunivers.identity.access import for_citizens
from jobunivers.rooms.plan import access, actions, queries
from jobunivers.rooms.plan.forms import AgreementForm
from jobunivers.rooms.plan.models import Agreement, AgreementState
from jobunivers.rooms.plan.views.common import ASKED, acted, back, home, status_of


@for_citizens
@require_http_methods(ASKED)
def agreement_new(request: Request) -> HttpResponseBase:
    """Let her propose an agreement to somebody of the kommune."""
    citizen_id, now = access.citizen_id_or_404(request), timezone.now()
    contacts = queries.contacts_of(citizen_id=citizen_id, today=timezone.localdate(now))
    form = AgreementForm(request.POST or None, today=timezone.localdate(now), contacts=contacts)
    if request.method == "POST" and form.is_valid():
        row = actions.propose_agreement(
            citizen_id=citizen_id, entry=form.entry(), actor=actions.herself(citizen_id), at=now
        )
        messages.success(request, _("Dit forslag er sendt. Det gælder, når kommunen siger ja."))
        return home(f"aftale-{row.pk}")
    return render(request, "plan/agreement.html", {"form": form}, status=status_of(request))


@for_citizens
@require_http_methods(ASKED)
def agreement(request: Request, pk: int) -> HttpResponseBase:
    """Let her propose other words for an agreement; the other is asked again."""
    row, now, current = access.agreement_or_404(request, pk), timezone.now(), None
    contacts = queries.contacts_of(citizen_id=row.citizen_id, today=timezone.localdate(now))
    form = AgreementForm(
        request.POST or None, today=timezone.localdate(now), contacts=contacts, agreement=row
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_agreement(
                agreement=row,
                version=form.seen_version(),
                entry=form.entry(),
                actor=actions.herself(row.citizen_id),
                at=now,
            )
        except actions.NotNow:
            messages.info(request, _("Aftalen er slut, så den kan ikke ændres."))
            return home()
        except actions.ChangedMeanwhile as changed:
            current = changed.row
            again = request.POST.copy()
            again["version"] = str(current.version)
            form.data = again
        else:
            messages.success(request, _("Din ændring er sendt. Den gælder, når kommunen siger ja."))
            return home(f"aftale-{row.pk}")
    status = status_of(request, conflict=current is not None)
    context = {"form": form, "row": row, "current": current}
    return render(request, "plan/agreement.html", context, status=status)


@for_citizens
@require_POST
def agreement_yes(request: Request, pk: int) -> HttpResponseBase:
    """Let her say yes to the words she has read."""
    row = access.agreement_or_404(request, pk)
    acted(request, lambda: _yes(row, version_of(request)), said=_("Så er det aftalt."))
    return home(f"aftale-{row.pk}")


@for_citizens
@require_POST
def agreement_end(request: Request, pk: int) -> HttpResponseBase:
    """Let her say that it was kept, came to nothing, or that she says no."""
    row = access.agreement_or_404(request, pk)
    wanted = request.POST.get("state", "")
    if wanted in AgreementState.values:
        said = _("Godt klaret.") if wanted == AgreementState.KEPT else _("Det er skrevet.")
        acted(request, lambda: _close(row, AgreementState(wanted)), said=said)
    return back(request, reverse("plan:plan"))


def _yes(row: Agreement, version: int) -> None:
    actions.say_yes(
        agreement=row, version=version, actor=actions.herself(row.citizen_id), at=timezone.now()
    )


def _close(row: Agreement, state: AgreementState) -> None:
    actions.close_agreement(
        agreement=row, state=state, actor=actions.herself(row.citizen_id), at=timezone.now()
    )


def version_of(request: Request) -> int:
    """Return which version a button stood beside; 0 when it does not say."""
    text = request.POST.get("version", "")
    return int(text) if text.isdecimal() and len(text) < 10 else 0  # noqa: PLR2004 - an integer
