# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Editors write content's steps: each on a page of its own, so that nothing needs JavaScript."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jobunivers.foundation.files.actions import Refused
from jobunivers.foundation.http import Request, reads
from jobunivers.rooms.library import access, actions
from jobunivers.rooms.library.forms import ImageForm, QuestionForm, TextForm, VideoForm
from jobunivers.rooms.library.queries import contents as asked
from jobunivers.rooms.library.queries.bodies import (
    MOST_STEPS,
    captions_of,
    check_body,
    kind_of,
    raw_steps,
    steps_of,
)
from jobunivers.rooms.library.views.editing import ASKED, CONFLICT, for_writers, told_waits
from jobunivers.rooms.marketplace.queries import Offer

_FORMS: dict[str, type[TextForm | QuestionForm | ImageForm | VideoForm]] = {
    "text": TextForm,
    "question": QuestionForm,
    "image": ImageForm,
    "video": VideoForm,
}
_Form = TextForm | QuestionForm | ImageForm | VideoForm


@for_writers
@ASKED
def step_new(request: Request, pk: int, kind: str) -> HttpResponseBase:
    """Add a step at the end."""
    offer = access.written_or_404(request, pk)
    if kind not in _FORMS:
        raise Http404
    steps = raw_steps(asked.content(offer, language="da").newest.body)
    if len(steps) >= MOST_STEPS:
        messages.error(request, _("Der er mere end 60 trin. Del indholdet i to."))
        return HttpResponseRedirect(reverse("library:content", args=[pk]))
    return _step_page(request, offer, kind, [*steps, {}], len(steps))


@for_writers
@ASKED
def step(request: Request, pk: int, number: int) -> HttpResponseBase:
    """Write a step anew."""
    offer = access.written_or_404(request, pk)
    steps = raw_steps(asked.content(offer, language="da").newest.body)
    if not 1 <= number <= len(steps):
        raise Http404
    return _step_page(request, offer, kind_of(steps[number - 1]), steps, number - 1)


def _step_page(
    request: Request, offer: Offer, kind: str, steps: list[dict[str, Any]], place: int
) -> HttpResponseBase:
    form = _form(request, kind, steps[place] | {"seen": offer.version})
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                if _saved(request, offer, form, steps, place):
                    messages.success(request, _("Det trin er gemt."))
                    return HttpResponseRedirect(reverse("library:content", args=[offer.pk]))
            except actions.ChangedMeanwhile:
                status = CONFLICT
            except actions.Waits:
                return told_waits(request, offer)
    context = {
        "form": form,
        "offer": offer,
        "kind": kind,
        "conflict": status == CONFLICT,
        "kept": _kept(steps[place]),
        "number": place + 1,
    }
    return render(request, "library/editing/step.html", context, status=status)


@transaction.atomic
def _saved(
    request: Request, offer: Offer, form: _Form, steps: list[dict[str, Any]], place: int
) -> bool:
    """Keep the step, and its file with it: a file of a step that is not kept is not kept."""
    raw = _raw(request, offer, form, steps[place])
    if raw is None:
        return False
    made = [*steps[:place], raw, *steps[place + 1 :]]
    _write(request, offer, form.cleaned_data["seen"], made)
    return True


def _kept(raw: dict[str, Any]) -> dict[str, Any]:
    """Return what is saved of a step, for the page to show beside what is typed."""
    said = steps_of({"steps": [raw]}, "da")[0]
    return {
        "title": said.title,
        "text": said.text,
        "alt": said.alt,
        "image": said.file_id if said.kind == "image" else 0,
        "captions": bool(said.captions),
    }


def _form(request: Request, kind: str, initial: dict[str, Any]) -> _Form:
    made = _FORMS[kind]
    if request.method != "POST":
        return made(initial=initial)
    if issubclass(made, ImageForm | VideoForm):
        return made(request.POST, request.FILES, initial=initial)
    return made(request.POST, initial=initial)


def _raw(
    request: Request, offer: Offer, form: _Form, before: dict[str, Any]
) -> dict[str, Any] | None:
    """Return the step as it is to be kept; None when its file was refused or something lacks."""
    raw = form.raw(before)
    if isinstance(form, ImageForm | VideoForm):
        upload = form.cleaned_data["file"]
        if upload is None and form.code not in raw:
            form.add_error("file", _("Vælg en fil først."))
            return None
        if isinstance(form, VideoForm) and not raw.get("captions_da"):
            form.add_error("captions_file_da", _("En video skal have undertekster på dansk."))
            return None
        if upload is not None:
            try:
                raw[form.code] = actions.attach(
                    offer=offer,
                    upload=upload,
                    kind=form.kind,
                    by_id=access.me(request),
                    at=timezone.now(),
                ).pk
            except Refused as refused:
                form.add_error("file", str(refused.words))
                return None
    problems = check_body({"steps": [raw]})
    for one in problems:
        form.add_error(None, one.words)
    return None if problems else raw


def _write(request: Request, offer: Offer, seen: int, steps: list[dict[str, Any]]) -> None:
    actions.write_steps(
        offer=offer, seen=seen, steps=steps, actor_id=access.me(request), at=timezone.now()
    )


@for_writers
@require_POST
def step_move(request: Request, pk: int, number: int) -> HttpResponseBase:
    """Move a step up or down, or take it out."""
    offer = access.written_or_404(request, pk)
    steps = raw_steps(asked.content(offer, language="da").newest.body)
    act, seen = request.POST.get("handling", ""), request.POST.get("seen", "")
    if not 1 <= number <= len(steps) or act not in {"op", "ned", "fjern"}:
        raise Http404
    one = steps.pop(number - 1)
    if act != "fjern":
        steps.insert(max(0, number - 2) if act == "op" else number, one)
    try:
        _write(request, offer, int(seen) if seen.isascii() and seen.isdigit() else 0, steps)
    except actions.ChangedMeanwhile:
        messages.error(request, _("En anden har rettet imens. Se, hvad der står nu."))
    except actions.Waits:
        return told_waits(request, offer)
    return HttpResponseRedirect(f"{reverse('library:content', args=[pk])}#trin")


@for_writers
@reads
def captions(request: Request, pk: int, version: int, number: int, language: str) -> HttpResponse:
    """Give the captions of a version's video to its writers."""
    offer = access.seen_or_404(request, pk)
    found = asked.version(offer, version)
    text = captions_of(found.body, number, language) if found is not None else ""
    if not text:
        raise Http404
    return HttpResponse(text, content_type="text/vtt; charset=utf-8")
