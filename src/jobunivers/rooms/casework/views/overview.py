# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The overview of citizens: found, sorted, kept by name, and taken as a file with a reason."""

import csv
import io

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jobunivers.foundation.http import Request
from jobunivers.identity.access import for_advisers, for_roles
from jobunivers.identity.models import ADVISING, Role
from jobunivers.rooms.casework import access, actions
from jobunivers.rooms.casework.actions import filters as keeping
from jobunivers.rooms.casework.forms.filters import (
    ColumnsForm,
    ExportForm,
    KeepForm,
    ValueForm,
)
from jobunivers.rooms.casework.queries import links
from jobunivers.rooms.casework.queries import overview as queries
from jobunivers.rooms.casework.queries.fields import COLUMNS, FIELDS, GROUPS
from jobunivers.rooms.casework.queries.filters import NotUnderstood, filter_of
from jobunivers.rooms.casework.queries.overview_basics import kommune_choices

for_readers = for_roles(*sorted(ADVISING | {Role.MANAGER}))
# A spreadsheet takes what begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@for_readers
@require_http_methods(["GET", "HEAD", "POST"])
def overview(request: Request) -> HttpResponseBase:
    """Show the kommune's citizens that the address asks for; remember which names were shown.

    A filter by name is sent in the body, as nothing but the form of that filter is.
    """
    if "kol" in request.GET:
        return _to(links.changed(_without(request.GET, "kol"), kolonner=_columns(request)))
    value_form, status = None, 200
    said: QueryDict = request.GET
    if request.method == "POST":
        said = _without(request.POST, "csrfmiddlewaretoken")
    if said.get("vaelg"):
        answer = _value_form(request, said)
        if isinstance(answer, HttpResponseBase):
            return answer
        value_form = answer
        status = 422 if value_form.is_bound else 200
    page = queries.overview_page(
        query=said,
        reader=request.user.pk or 0,
        role=request.user.role,
        language=request.LANGUAGE_CODE,
        at=timezone.now(),
    )
    request.unread_notices = page.unread  # type: ignore[attr-defined]
    if page.lines:
        actions.names_shown(
            adviser_id=request.user.pk or 0,
            citizen_ids=[line.citizen_id for line in page.lines],
            searched=bool(page.asked.filters),
            at=timezone.now(),
        )
    context = {
        "page": page,
        "offered": _offered() if value_form is None else [],
        "value_form": value_form,
        "carried": _carried(page.query),
        "names": request.user.role != Role.MANAGER,
        "divide": "" if page.groups else links.changed(said, tal="ja"),
        "mine": f"konsulent={request.user.pk}" if request.user.role == Role.CONSULTANT else "",
        "most": queries.MOST_EXPORTED,
        "fewest": queries.FEWEST,
    }
    status = 400 if page.asked.mistakes and status == 200 else status  # noqa: PLR2004 - HTTP's own
    return render(request, "casework/overview.html", context, status=status)


def _carried(query: str) -> list[tuple[str, str]]:
    """Return an address' query as hidden fields, so that a form keeps it."""
    return [(name, text) for name, texts in QueryDict(query).lists() for text in texts]


def _offered() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return all fields by group, as they are offered to filter by."""
    return [
        (str(words), [(f.code, str(f.words)) for f in FIELDS.values() if f.group == group])
        for group, words in GROUPS.items()
    ]


def _value_form(request: Request, said: QueryDict) -> ValueForm | HttpResponseBase:
    """Return the form of the chosen field; where to go when it is filled in well."""
    field = FIELDS.get(said.get("vaelg", ""))
    if field is None:
        raise Http404
    choices = kommune_choices(request.LANGUAGE_CODE)
    if "saet" not in said:
        return ValueForm(field, choices)
    form = ValueForm(field, choices, said)
    if not form.is_valid():
        return form
    try:
        filter_of(
            field.code,
            form.text,
            choices=choices,
            today=timezone.localdate(),
            language=request.LANGUAGE_CODE,
        )
    except NotUnderstood as why:
        form.add_error(None, str(why))
        return form
    return _to(links.with_filter(said, field.code, form.text))


def _to(query: str) -> HttpResponseBase:
    address = reverse("casework:overview")
    return HttpResponseRedirect(f"{address}?{query}" if query else address)


def _without(query: QueryDict, name: str) -> QueryDict:
    left = query.copy()
    left.pop(name, None)
    return left


def _columns(request: Request) -> str:
    return ",".join(code for code in request.GET.getlist("kol") if code in FIELDS)


@for_advisers
@require_safe
def columns(request: Request) -> HttpResponseBase:
    """Offer every column, those of the address ticked."""
    asked = request.GET.get("kolonner", "").split(",")
    chosen = tuple(code for code in asked if code in FIELDS) or COLUMNS
    left = links.only_filters(_without(request.GET, "kolonner"))
    context = {
        "form": ColumnsForm(chosen),
        "carried": _carried(left),
        "query": links.only_filters(request.GET),
    }
    return render(request, "casework/overview_columns.html", context)


@for_advisers
@require_http_methods(["GET", "HEAD", "POST"])
def keep_filter(request: Request) -> HttpResponseBase:
    """Keep the filter that is in force by a name."""
    said = request.POST if request.method == "POST" else request.GET
    query = links.only_filters(QueryDict(said.get("query", "")[:2000]))
    form = KeepForm(request.POST or None, initial={"query": query})
    if request.method == "POST" and form.is_valid():
        try:
            keeping.save_filter(
                owner_id=request.user.pk or 0,
                name=form.cleaned_data["name"],
                query=query,
                shared=form.cleaned_data["shared"],
                at=timezone.now(),
            )
        except keeping.NameTaken:
            form.add_error("name", _("Du har et filter med det navn. Vælg et andet."))
        else:
            messages.success(request, _("Filteret er gemt."))
            return _to(query)
    status = 422 if request.method == "POST" else 200
    context = {"kept": None, "form": form, "query": query}
    return render(request, "casework/overview_filter.html", context, status=status)


@for_advisers
@require_http_methods(["GET", "HEAD", "POST"])
def kept_filter(request: Request, pk: int) -> HttpResponseBase:
    """Let the owner call a filter otherwise, or share it."""
    kept = access.own_filter_or_404(request, pk)
    initial = {"name": kept.name, "shared": kept.shared, "query": kept.query}
    form = KeepForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            keeping.change_filter(
                kept=kept,
                name=form.cleaned_data["name"],
                shared=form.cleaned_data["shared"],
                query=None,
                at=timezone.now(),
            )
        except keeping.NameTaken:
            form.add_error("name", _("Du har et filter med det navn. Vælg et andet."))
        else:
            messages.success(request, _("Filteret er ændret."))
            return _to(kept.query)
    status = 422 if request.method == "POST" else 200
    context = {"kept": kept, "form": form, "query": kept.query}
    return render(request, "casework/overview_filter.html", context, status=status)


@for_advisers
@require_POST
def forget_filter(request: Request, pk: int) -> HttpResponseBase:
    """Let the owner remove a filter."""
    keeping.forget_filter(kept=access.own_filter_or_404(request, pk), at=timezone.now())
    messages.success(request, _("Filteret er slettet."))
    return _to("")


@for_advisers
@require_http_methods(["GET", "HEAD", "POST"])
def export(request: Request) -> HttpResponseBase:
    """Hand out the list as a file, when she has said why; who is on it is remembered."""
    said = request.POST if request.method == "POST" else request.GET
    query = said.get("query", "")[:2000]
    form = ExportForm(request.POST or None, initial={"query": query})
    if request.method == "POST" and form.is_valid():
        answer = _file(request, QueryDict(query), form.cleaned_data["reason"])
        if answer is not None:
            return answer
        form.add_error(
            None,
            _("Listen er for lang, eller et filter passer ikke. Gå tilbage, og ret filtrene."),
        )
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "query": query, "most": queries.MOST_EXPORTED}
    return render(request, "casework/overview_export.html", context, status=status)


def _file(request: Request, query: QueryDict, reason: str) -> HttpResponseBase | None:
    now = timezone.now()
    asked, headings, lines = queries.exported(query=query, language=request.LANGUAGE_CODE, at=now)
    if asked.mistakes or len(lines) > queries.MOST_EXPORTED:
        return None
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([_("Navn"), *headings])
    for line in lines:
        writer.writerow([_harmless(line.name), *(_harmless(text) for _name, text in line.cells)])
    keeping.list_exported(
        staff_id=request.user.pk or 0,
        citizen_ids=[line.citizen_id for line in lines],
        columns=asked.columns,
        reason=reason,
        at=now,
    )
    answer = HttpResponse(
        out.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8"
    )
    answer["Content-Disposition"] = f'attachment; filename="borgere-{timezone.localdate(now)}.csv"'
    return answer


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
