# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Letters and invitations to one citizen: from a template, seen first, undone until sent."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request
from jobunivers.foundation.ui import wording
from jobunivers.identity.access import for_advisers
from jobunivers.identity.models import Person
from jobunivers.rooms.entrance import actions as meetings
from jobunivers.rooms.entrance import queries as entrance
from jobunivers.rooms.followup import access, actions, queries
from jobunivers.rooms.followup.forms import InviteForm, WriteForm
from jobunivers.rooms.followup.models import BatchAct, Letter, LetterKind
from jobunivers.rooms.followup.views.common import (
    GRACE,
    back_url,
    file_url,
    form_id,
    form_key,
    me,
    opened,
    origin_of,
    to,
)

_ASKED = ["GET", "HEAD", "POST"]
_EMPTY = "Hej {navn}\n\n\n\nVenlig hilsen\n{konsulent}, {kommune}"


@for_advisers
@require_http_methods(_ASKED)
def write(request: Request, citizen_id: int) -> HttpResponseBase:
    """Write to a citizen; what she will read stands on the page before it is sent."""
    return _letter_page(request, citizen_id, BatchAct.WRITE)


@for_advisers
@require_http_methods(_ASKED)
def invite(request: Request, citizen_id: int) -> HttpResponseBase:
    """Invite a citizen to a talk: she chooses a time, or gets one that she may move."""
    return _letter_page(request, citizen_id, BatchAct.INVITE)


def _letter_page(request: Request, citizen_id: int, act: str) -> HttpResponseBase:
    person = opened(request, citizen_id, part="messages")
    if isinstance(person, HttpResponseBase):
        return person
    now = timezone.now()
    offered = queries.templates_for(act)
    code = request.POST.get("skabelon") or request.GET.get("skabelon", "")
    first = offered[0] if offered and act == BatchAct.INVITE else None
    used = next((one for one in offered if one.code == code), first)
    form = _form(request, person, act, used, now)
    back = back_url(request, file_url(citizen_id))
    checked = request.method == "POST" and form.is_valid()
    if checked and "se" not in request.POST:
        answer = _sent(request, person, form, used, now)
        if answer is not None:
            return answer
        checked = False
    talk = queries.talks_ahead([citizen_id], at=now).get(citizen_id)
    context = {
        "citizen": person,
        "form": form,
        "offered": [(one.code, one.title(request.LANGUAGE_CODE)) for one in offered],
        "used": used,
        "preview": _preview(request, person, form, now),
        "way": queries.WAYS.get(_way(act, used)),
        "talk": talk if act == BatchAct.INVITE else None,
        "inviting": act == BatchAct.INVITE,
        "minutes": int(GRACE.total_seconds() // 60),
        "back": back,
        "key": form_id(request),
        "fra": ":".join(origin_of(request)) if origin_of(request)[0] else "",
    }
    status = 422 if request.method == "POST" and not checked else 200
    return render(request, "followup/write.html", context, status=status)


def _way(act: str, used: queries.Template | None) -> str:
    return "meeting" if act == BatchAct.INVITE else used.way if used else ""


def _form(
    request: Request, person: Person, act: str, used: queries.Template | None, now: datetime
) -> WriteForm:
    """Return the form with the template as she will read it."""
    first: dict[str, Any] = {}
    if request.method != "POST":
        begun = queries.Text.of(used) if used else queries.Text.written("", _EMPTY)
        text = queries.composed(begun, [person.pk], staff_id=me(request), at=now)[person.pk]
        first = {"title": text.title, "words": text.words}
    if own := request.GET.get("tekst", ""):
        first["words"] = own[:2_000]
    if act == BatchAct.INVITE:
        return InviteForm(request.POST or None, days=entrance.free_days(at=now), initial=first)
    return WriteForm(request.POST or None, initial=first)


def _preview(
    request: Request, person: Person, form: forms.Form, now: datetime
) -> queries.Composed | None:
    """Return the letter as she reads it, from what stands in the form."""
    if form.is_bound and form.errors:
        return None
    data = form.cleaned_data if form.is_bound else form.initial
    if not data.get("title"):
        return None
    text = queries.Text.written(data.get("title", ""), data.get("words", ""))
    return queries.composed(text, [person.pk], staff_id=me(request), at=now)[person.pk]


def _sent(
    request: Request,
    person: Person,
    form: forms.Form,
    used: queries.Template | None,
    now: datetime,
) -> HttpResponseBase | None:
    """Put the letter in the post box that is emptied in some minutes; None: it cannot be sent."""
    text = _preview(request, person, form, now)
    assert text is not None
    if text.lacks:
        form.add_error(
            "words",
            _("Vi ved ikke, hvad der skal stå i stedet for {%(field)s}. Skriv det selv.")
            % {"field": text.lacks},
        )
        return None
    inviting = isinstance(form, InviteForm)
    slot_id = form.cleaned_data.get("slot") if inviting else None
    if slot_id and queries.talks_ahead([person.pk], at=now):
        form.add_error("slot", _("Borgeren har allerede en tid."))
        return None
    origin, ref = origin_of(request)
    kind = LetterKind.INVITATION if inviting else used.kind if used else LetterKind.MESSAGE
    letter = actions.write_to(
        citizen_id=person.pk, staff_id=me(request), title=text.title, words=text.words, at=now,
        kind=kind, way=_way(BatchAct.INVITE if inviting else BatchAct.WRITE, used),
        template=used.code if used else "", template_number=used.number if used else 0,
        slot_id=slot_id, send_at=now + GRACE, key=form_key(request, "letter"),
        origin=origin, ref=ref,
    )  # fmt: skip
    messages.success(request, _told(letter))
    return to(back_url(request, file_url(person.pk)))


def _told(letter: Letter) -> str:
    """Say when it is sent, and where it can be taken back until then."""
    words = _("Brevet bliver sendt %(when)s.") % {"when": wording.clock(letter.send_at)}
    return format_html(
        '{} <a href="{}#breve">{}</a>',
        words,
        file_url(letter.citizen_id),
        _("Fortryd, eller send nu"),
    )


@for_advisers
@require_POST
def letter(request: Request, pk: int) -> HttpResponseBase:
    """Take a letter back before it is sent, or send it now."""
    row, now = access.letter_or_404(request, pk), timezone.now()
    act = request.POST.get("act", "")
    try:
        if act == "fortryd":
            actions.undo_letter(letter_id=row.pk, staff_id=me(request), at=now)
            messages.success(request, _("Fortrudt. Brevet bliver ikke sendt."))
        elif act == "send":
            actions.send_now(letter_id=row.pk, at=now)
            messages.success(request, _("Brevet er sendt."))
        else:
            messages.error(request, _("Vælg, hvad der skal ske med brevet."))
    except actions.SentAlready:
        messages.info(request, _("Brevet er allerede sendt eller fortrudt."))
    except actions.NobodyThere:
        messages.error(request, _("Borgeren er ikke længere på platformen."))
    except (meetings.Taken, meetings.BookedAlready):
        messages.error(request, _("Tiden er taget, eller borgeren har allerede en tid."))
    return to(back_url(request, file_url(row.citizen_id)))
