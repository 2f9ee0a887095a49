# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Content of our own, one step at a time: pages of a citizen."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from jobunivers.foundation.files import serving
from jobunivers.foundation.http import Request, reading_only, reads
from jobunivers.identity.access import for_citizens
from jobunivers.rooms.library import access, actions, queries
from jobunivers.rooms.library.queries import bodies
from jobunivers.rooms.library.queries import reading as asked
from jobunivers.rooms.marketplace.queries import Offer


@for_citizens
@reads
def lesson(request: Request, pk: int) -> HttpResponseBase:
    """Lead her to the step at which she goes on."""
    offer = access.readable_or_404(request, pk)
    number = asked.place_of(offer=offer, citizen_id=access.me(request))
    return HttpResponseRedirect(reverse("library:step", args=[pk, number]))


@for_citizens
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: Request, pk: int, number: int) -> HttpResponseBase:
    """Show one step; take an answer, or that she has read it."""
    offer = access.readable_or_404(request, pk)
    if request.method != "POST":
        with reading_only():
            return _shown(request, offer, number)
    reader = actions.Reader(citizen_id=access.me(request), offer=offer, at=timezone.now())
    page = _reading_or_404(request, offer, number)
    if "svar" in request.POST or "vaelg" in request.POST:
        try:
            actions.answer(reader, page.step, _number(request.POST.get("vaelg", "")))
        except actions.NotAChoice:
            return _shown(request, offer, number, unanswered=True)
        path = reverse("library:step", args=[pk, number])
        return HttpResponseRedirect(f"{path}#svar")
    if not page.may_go_on:
        return _shown(request, offer, number, unanswered=True)
    if actions.go_on(reader, number):
        return HttpResponseRedirect(reverse("library:done", args=[pk]))
    return HttpResponseRedirect(reverse("library:step", args=[pk, number + 1]))


@for_citizens
@reads
def done(request: Request, pk: int) -> HttpResponseBase:
    """Say that she is through, what she had right, and what comes next."""
    offer = access.readable_or_404(request, pk)
    use = asked.done_of(offer=offer, citizen_id=access.me(request))
    if use is None:
        return HttpResponseRedirect(reverse("library:lesson", args=[pk]))
    context = {"offer": offer, "title": asked.title_of(offer, request.LANGUAGE_CODE), "use": use}
    return render(request, "library/done.html", context)


@for_citizens
@reads
def paper(request: Request, pk: int) -> HttpResponseBase:
    """Show all steps on one page, to be printed or read without a net."""
    offer = access.readable_or_404(request, pk)
    page = _reading_or_404(request, offer, 1)
    return render(request, "library/paper.html", {"page": page, "offer": offer})


@reads
def file(request: Request, pk: int) -> HttpResponseBase:
    """Give a picture or a video, whole or the part that is asked for."""
    return serving.serve(request, access.file_or_404(request, pk))


@for_citizens
@reads
def captions(request: Request, pk: int, number: int, language: str) -> HttpResponseBase:
    """Give what is said in a step's video, as WebVTT."""
    offer = access.readable_or_404(request, pk)
    body = offer.current.body if offer.current is not None else {}
    text = bodies.captions_of(body, number, language)
    if not text:
        raise Http404
    return HttpResponse(text, content_type="text/vtt; charset=utf-8")


def _reading_or_404(request: Request, offer: Offer, number: int) -> queries.Reading:
    found = asked.reading(
        offer=offer,
        citizen_id=access.me(request),
        number=number,
        language=request.LANGUAGE_CODE,
    )
    if found is None:
        raise Http404
    return found


def _shown(
    request: Request, offer: Offer, number: int, *, unanswered: bool = False
) -> HttpResponse:
    page = _reading_or_404(request, offer, number)
    context = {"page": page, "step": page.step, "offer": offer, "unanswered": unanswered}
    return render(request, "library/step.html", context, status=422 if unanswered else 200)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < len("1000") else 0
