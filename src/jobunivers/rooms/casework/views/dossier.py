# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""One view of a citizen, the log of her way, and the print of all that is held on her."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_advisers
from jobunivers.identity.models import Person
from jobunivers.rooms.casework import access, actions
from jobunivers.rooms.casework.forms.access import AccessForm
from jobunivers.rooms.casework.forms.attention import PostponeForm
from jobunivers.rooms.casework.queries import dossier
from jobunivers.rooms.casework.queries.dossier import Section, printing
from jobunivers.rooms.casework.queries.dossier.activity import days_asked
from jobunivers.trust.actions import look
from jobunivers.trust.dossier import Act, Showing, acts
from jobunivers.trust.opening import Opened, Reason, with_citizen
from jobunivers.trust.templatetags.dossier import address_of

_ACTS_SEEN = 4


@dataclass(frozen=True, slots=True)
class Button:
    """An act with its address for this citizen."""

    name: str
    url: str
    icon: str


@for_advisers
@reads
def citizen(request: Request, pk: int) -> HttpResponseBase:
    """Show what all rooms know of a citizen, in one view; each part is logged."""
    now = timezone.now()
    opened = with_citizen(request, pk, parts=(), today=timezone.localdate(now))
    if isinstance(opened, HttpResponseRedirect):
        return opened
    showing = _showing(request, opened.person, now)
    sections = dossier.assembled(showing)
    _looked(request, opened, dossier.looks_of(sections))
    buttons = [_button(act, pk) for act in acts(request.user.role)]
    offered = [one for one in buttons if one.url]
    context = {
        "citizen": opened.person,
        "reason_words": opened.reason_words,
        "acts": offered[:_ACTS_SEEN],
        "more_acts": offered[_ACTS_SEEN:],
        "who": [one for one in sections if one.place == "who"],
        "help": [one for one in sections if one.place == "help"],
        "rest": [one for one in sections if one.place == "rest"],
        "styles": dict.fromkeys(path for one in sections for path in one.part.styles),
        "showing": showing,
        "today": timezone.localdate(now),
        "postpone": PostponeForm(),
    }
    return render(request, "casework/citizen.html", context)


@for_advisers
@reads
def citizen_log(request: Request, pk: int) -> HttpResponseBase:
    """Show what happened on her way, newest first, all of it or one kind."""
    now = timezone.now()
    opened = with_citizen(request, pk, parts=(), today=timezone.localdate(now))
    if isinstance(opened, HttpResponseRedirect):
        return opened
    page = dossier.log_page(
        _showing(request, opened.person, now),
        kind=request.GET.get("slags", ""),
        cursor=request.GET.get("foer", ""),
    )
    _looked(request, opened, page.looks)
    context = {"citizen": opened.person, "reason_words": opened.reason_words, "page": page}
    return render(request, "casework/citizen_log.html", context)


@for_advisers
@require_http_methods(["GET", "HEAD", "POST"])
def citizen_access(request: Request, pk: int) -> HttpResponseBase:
    """Ask for the case, and print all that is held on her; nothing but her name is shown before."""
    person = access.citizen_or_404(request, pk)
    now = timezone.now()
    parts = dossier.titles(request.user.role)
    form = AccessForm(request.POST or None, parts=parts)
    if request.method == "POST" and form.is_valid():
        return _print(request, person, form, parts, now)
    actions.names_shown(adviser_id=request.user.pk or 0, citizen_ids=[pk], searched=False, at=now)
    status = 422 if request.method == "POST" else 200
    context = {"citizen": person, "form": form}
    return render(request, "casework/citizen_access.html", context, status=status)


def _print(
    request: Request,
    person: Person,
    form: AccessForm,
    parts: list[tuple[str, str]],
    now: datetime,
) -> HttpResponseBase:
    """Print her file as a page or a PDF; that it was done is remembered, and she reads it."""
    data = form.cleaned_data
    without = [(code, name) for code, name in parts if code not in data["dele"]]
    showing = _showing(request, person, now, printing=True)
    page = printing.printed(
        showing,
        printing.Wanted(
            case=data["sag"],
            by=request.user.name,
            kommune=request.municipality.name,
            without=without,
            names=data["navne"],
        ),
        lambda section: _html(request, section, person, showing),
    )
    opened = Opened(person, Reason("access", data["sag"]))
    _looked(request, opened, ["print", *dossier.looks_of(page.sections)])
    as_pdf = data["som"] == "pdf"
    actions.file_printed(
        citizen_id=person.pk,
        staff_id=request.user.pk or 0,
        without=[code for code, _name in without],
        struck=page.struck,
        form="pdf" if as_pdf else "page",
        at=now,
    )
    if not as_pdf:
        context = {"citizen": person, "page": page, "head": list(printing.head_lines(page))}
        return render(request, "casework/citizen_print.html", context)
    name = f"aktindsigt-{person.pk}-{timezone.localdate(now):%Y-%m-%d}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    content = printing.on_paper(page, language=request.LANGUAGE_CODE)
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def _showing(request: Request, person: Person, now: datetime, *, printing: bool = False) -> Showing:
    return Showing(
        citizen_id=person.pk,
        staff_id=request.user.pk or 0,
        role=request.user.role,
        at=now,
        language=request.LANGUAGE_CODE,
        days=365 if printing else days_asked(request.GET.get("dage", "")),
        name=person.name,
        asked=request.GET.dict(),
        printing=printing,
    )


def _html(request: Request, section: Section, person: Person, showing: Showing) -> str:
    context = {
        **section.shown,
        "citizen": person,
        "showing": showing,
        "today": timezone.localdate(showing.at),
    }
    return render_to_string(section.part.template, context, request)


def _button(act: Act, pk: int) -> Button:
    return Button(str(act.name), address_of(act.url_name, pk), act.icon)


def _looked(request: Request, opened: Opened, parts: Iterable[str]) -> None:
    """Log each part that is shown, with the reason that was given."""
    for part in parts:
        look(
            request,
            citizen_id=opened.person.pk,
            part=part,
            reason=opened.reason.code,
            note=opened.reason.note,
            protected=opened.person.is_protected,
        )
