# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing the answers of a solution's checklist; reading those of one's own shelves."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from jobunivers.foundation.files import actions as files
from jobunivers.foundation.files import serving
from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_administrators, for_national, for_roles
from jobunivers.identity.models import STAFF, Role
from jobunivers.rooms.marketplace.queries import Offer
from jobunivers.rooms.vendors import access, actions
from jobunivers.rooms.vendors.access import for_members
from jobunivers.rooms.vendors.forms.gate import AnswersForm, ProcessorRows, answers_from
from jobunivers.rooms.vendors.queries import pages
from jobunivers.rooms.vendors.queries.answers import Answers, answers_of
from jobunivers.rooms.vendors.queries.gates import gate_of
from jobunivers.rooms.vendors.queries.words import told_answers

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

_PER_PAGE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """Where the form stands: names of addresses, and the heading of the list it belongs to."""

    list: str
    list_words: "_StrPromise"
    solution: str
    document: str


_NATIONAL = _Side(
    list="vendors:queue",
    list_words=gettext_lazy("Løsninger"),
    solution="vendors:solution",
    document="vendors:document",
)
_FIRM = _Side(
    list="vendors:solutions",
    list_words=gettext_lazy("Jeres løsninger"),
    solution="vendors:own_solution",
    document="vendors:own_document",
)
_FILES = ("dpa_file", "statement_file")


@for_national
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: Request, pk: int) -> HttpResponseBase:
    """Write the answers; what somebody else wrote meanwhile is shown beside one's own (409)."""
    return _write(request, access.solution_or_404(request, pk), _NATIONAL)


@for_members()
@require_http_methods(["GET", "HEAD", "POST"])
def own_answers(request: Request, pk: int) -> HttpResponseBase:
    """Let a firm write the answers of its own solution, as those who run the platform do."""
    return _write(request, access.own_solution_or_404(request, pk), _FIRM)


def _write(request: Request, offer: Offer, side: _Side) -> HttpResponseBase:
    gate = gate_of(offer)
    said = answers_of(gate.said if gate else {})
    if request.method != "POST":
        initial = _flat(said) | {"seen": gate.version if gate else 0}
        rows = ProcessorRows(initial=[_row(one) for one in said.processors], prefix="hvem")
        return _form(request, offer, AnswersForm(initial=initial), rows, said, side=side)
    form = AnswersForm(request.POST, request.FILES)
    rows = ProcessorRows(request.POST, prefix="hvem")
    if not (form.is_valid() and rows.is_valid()):
        return _form(request, offer, form, rows, said, side=side, status=422)
    try:
        with transaction.atomic():
            _save(request, offer, form, rows, said)
    except files.Refused as refused:
        form.add_error(None, str(refused))
        return _form(request, offer, form, rows, said, side=side, status=422)
    except actions.ChangedAnswers as changed:
        form.data = form.data.copy()  # type: ignore[attr-defined]
        form.data["seen"] = str(changed.gate.version)  # type: ignore[index]
        theirs = told_answers(answers_of(changed.gate.said), request.LANGUAGE_CODE)
        return _form(request, offer, form, rows, said, side=side, theirs=theirs, status=409)
    messages.success(request, _("Svarene er gemt. De gælder, når en anden har godkendt dem."))
    return HttpResponseRedirect(reverse(side.solution, args=[offer.pk]))


def _save(request: Request, offer: Offer, form: AnswersForm, rows: Any, said: Answers) -> None:
    now, me = timezone.now(), access.me(request)
    kept: dict[str, int | None] = {name: getattr(said, name) for name in _FILES}
    for name in _FILES:
        upload = form.cleaned_data[name]
        if upload is not None:
            kept[name] = actions.attach(offer=offer, upload=upload, by_id=me, at=now).pk
    actions.save_answers(
        offer=offer,
        answers=answers_from(form, rows, files=kept),
        seen=form.cleaned_data["seen"] or 0,
        at=now,
        actor_id=me,
    )


def _form(
    request: Request,
    offer: Offer,
    form: AnswersForm,
    rows: Any,
    said: Answers,
    *,
    side: _Side,
    theirs: Any = None,
    status: int = 200,
) -> HttpResponseBase:
    context = {
        "offer": offer,
        "title": pages.titles([offer])[offer.pk],
        "form": form,
        "rows": rows,
        "said": said,
        "theirs": theirs,
        "side": side,
    }
    return render(request, "vendors/answers_form.html", context, status=status)


def _flat(said: Answers) -> dict[str, Any]:
    names = (name for name in AnswersForm.base_fields if name not in {"seen", *_FILES})
    return {name: getattr(said, name) for name in names}


def _row(one: Any) -> dict[str, Any]:
    names = ("name", "sub", "country", "ground", "assessment", "assessed_on")
    return {name: getattr(one, name) for name in names}


@for_administrators
@reads
def answers(request: Request) -> HttpResponseBase:
    """Show what firms have answered of the solutions on the kommune's shelves."""
    today = timezone.localdate(timezone.now())
    rows = pages.on_our_shelves(on=today)
    page = Paginator(rows, _PER_PAGE).get_page(request.GET.get("side"))
    lines = list(pages.with_answers(list(page), language=request.LANGUAGE_CODE))
    return render(request, "vendors/answers.html", {"page": page, "lines": lines})


@for_roles(Role.CITIZEN, *sorted(STAFF))
@reads
def statement(request: Request, pk: int) -> HttpResponseBase:
    """Give a solution's statement of accessibility to who reads its page."""
    return serving.serve(request, access.statement_or_404(request, pk))


@for_members()
@reads
def own_document(request: Request, pk: int) -> HttpResponseBase:
    """Give a document that the firm itself handed in."""
    return serving.serve(request, access.own_document_or_404(request, pk))
