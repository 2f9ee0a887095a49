# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Notes on a citizen, and everything written to and about her."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jobunivers.foundation.http import Request
from jobunivers.identity.access import for_advisers
from jobunivers.rooms.followup import access, actions, queries
from jobunivers.rooms.followup.forms import NoteForm
from jobunivers.rooms.followup.models import NoteKind
from jobunivers.rooms.followup.views.common import (
    back_url,
    file_url,
    form_id,
    form_key,
    me,
    opened,
    origin_of,
    to,
)
from jobunivers.trust import opening

_ASKED = ["GET", "HEAD", "POST"]
PARTS = ("tasks", "notes", "messages")


@for_advisers
@require_safe
def file(request: Request, citizen_id: int) -> HttpResponseBase:
    """Show the tasks, notes and letters of a citizen, with a reason."""
    today = timezone.localdate()
    found = opening.with_citizen(request, citizen_id, parts=PARTS, today=today)
    if isinstance(found, HttpResponseRedirect):
        return found
    page = queries.file_page(
        citizen_id=citizen_id, staff_id=me(request), name=found.person.name, today=today
    )
    context = {"citizen": found.person, "page": page, "reason_words": found.reason_words}
    return render(request, "followup/file.html", context)


@for_advisers
@require_http_methods(_ASKED)
def note(request: Request, citizen_id: int) -> HttpResponseBase:
    """Write a note on a citizen."""
    person = opened(request, citizen_id, part="notes")
    if isinstance(person, HttpResponseBase):
        return person
    origin, ref = origin_of(request)
    first = {"text": request.GET.get("tekst", "")[:4_000], "kind": NoteKind.NOTE}
    form = NoteForm(request.POST or None, initial=first)
    back = back_url(request, file_url(citizen_id))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        actions.add_note(
            citizen_id=citizen_id, staff_id=me(request), kind=data["kind"], text=data["text"],
            shared=data["shared"], ref=f"{origin}:{ref}"[:60] if origin else "",
            key=form_key(request, "note"), at=timezone.now(),
        )  # fmt: skip
        messages.success(request, _("Notatet er gemt."))
        return to(back)
    context = {
        "form": form,
        "citizen": person,
        "back": back,
        "key": form_id(request),
        "fra": f"{origin}:{ref}" if origin else "",
        "current": None,
        "correcting": False,
    }
    return render(request, "followup/note.html", context, status=_status(request))


@for_advisers
@require_http_methods(_ASKED)
def note_correct(request: Request, pk: int) -> HttpResponseBase:
    """Let a note read otherwise; what it was stays readable."""
    row = access.note_or_404(request, pk)
    found = opening.with_citizen(
        request, row.citizen_id, parts=("notes",), today=timezone.localdate()
    )
    if isinstance(found, HttpResponseRedirect):
        return found
    first = {"kind": row.kind, "text": row.text, "shared": row.shared, "version": row.version}
    form, current = NoteForm(request.POST or None, initial=first), None
    form.fields["kind"].disabled = True
    back, status = back_url(request, file_url(row.citizen_id)), _status(request)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            actions.correct_note(
                note_id=row.pk, staff_id=me(request), text=data["text"], shared=data["shared"],
                version=data["version"] or 0, at=timezone.now(),
            )  # fmt: skip
        except actions.ChangedMeanwhile as changed:
            # The own text stays in the form; the next press saves it knowingly.
            current, status, again = changed.note, 409, request.POST.copy()
            again["version"] = str(current.version)
            form.data = again
        else:
            messages.success(request, _("Notatet er rettet. Det gamle kan stadig læses."))
            return to(back)
    context = {
        "form": form, "citizen": found.person, "back": back, "key": "", "fra": "",
        "current": current, "correcting": True,
    }  # fmt: skip
    return render(request, "followup/note.html", context, status=status)


def _status(request: Request) -> int:
    return 422 if request.method == "POST" else 200
