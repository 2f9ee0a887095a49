# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Other prices that a kommune proposes: a firm reads them beside its own, and answers."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.rooms.agreements import actions as agreements
from jobunivers.rooms.agreements.queries import answered_change, vendor_changes
from jobunivers.rooms.vendors import access
from jobunivers.rooms.vendors.access import for_administrators_of_firms

_LARGEST = 2**63 - 1


class AnswerForm(forms.Form):
    """What a firm says of a change."""

    answer = forms.CharField(
        label=gettext_lazy("Hvorfor ikke?"),
        help_text=gettext_lazy("Kommunen læser det. Skriv gerne, hvad I kan gå med til."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": gettext_lazy("Skriv, hvorfor I siger nej, så kommunen kan foreslå andet.")
        },
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)


@for_administrators_of_firms
@reads
def change(request: Request, pk: int) -> HttpResponseBase:
    """Show the prices by now and those that are proposed."""
    return _shown(request, pk)


def _shown(
    request: Request, pk: int, form: AnswerForm | None = None, *, status: int = 200
) -> HttpResponseBase:
    found = vendor_changes(access.membership(request).vendor.pk, min(pk, _LARGEST))
    if not found:
        raise Http404
    form = form or AnswerForm(initial={"seen": found[0].version})
    told = {"change": found[0], "form": form}
    return render(request, "vendors/portal/change.html", told, status=status)


@for_administrators_of_firms
@require_POST
def answer_change(request: Request, pk: int) -> HttpResponseBase:
    """Say yes or no to a change."""
    found = answered_change(access.membership(request).vendor.pk, min(pk, _LARGEST))
    if found is None:
        raise Http404
    raw = request.POST.get("seen", "")
    seen = int(raw) if raw.isascii() and raw.isdigit() and len(raw) < 10 else 0  # noqa: PLR2004
    told = {"change": found, "seen": seen, "at": timezone.now(), "actor_id": access.me(request)}
    act = request.POST.get("act", "")
    form = AnswerForm(request.POST)
    try:
        if act == "ja":
            agreements.accept_change(**told)  # type: ignore[arg-type]
            messages.success(request, _("I har sagt ja. Kommunen skal godkende, før det gælder."))
        elif act == "nej":
            if not form.is_valid():
                return _shown(request, pk, form, status=422)
            said = form.cleaned_data["answer"]
            agreements.refuse_change(**told, answer=said)  # type: ignore[arg-type]
            messages.success(request, _("I har sagt nej. Priserne er, som de var."))
        else:
            messages.error(request, _("Vælg en af knapperne."))
            return _shown(request, pk, status=422)
    except agreements.ChangedChange:
        messages.info(request, _("Den er ændret eller besvaret imens. Sådan står den nu."))
        return _shown(request, pk, form if act == "nej" else None, status=409)
    return HttpResponseRedirect(reverse("vendors:change", args=[pk]))
