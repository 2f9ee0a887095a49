# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The guided introduction: one thing to read or watch at a time, and its videos in pieces."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from jobunivers.foundation.files import serving
from jobunivers.foundation.http import Request, afterwards, reads
from jobunivers.identity.access import for_citizens
from jobunivers.rooms.entrance import access, actions, queries
from jobunivers.rooms.entrance.models import GuideItem, Place


@for_citizens
@reads
def tour(request: Request) -> HttpResponseBase:
    """List the introduction, and what she has opened of it."""
    shown = queries.items(
        place=Place.TOUR,
        language=request.LANGUAGE_CODE,
        citizen_id=access.citizen_id_or_404(request),
    )
    following = next((item for item in shown if not item.seen), None)
    context = {"items": shown, "following": following, "seen": sum(one.seen for one in shown)}
    return render(request, "entrance/tour.html", context)


@for_citizens
@reads
def tour_item(request: Request, key: str) -> HttpResponseBase:
    """Show one item, and keep that she has opened it."""
    citizen_id, now = access.citizen_id_or_404(request), timezone.now()
    shown = queries.items(place=Place.TOUR, language=request.LANGUAGE_CODE, citizen_id=citizen_id)
    number = next((place for place, one in enumerate(shown) if one.key == key), None)
    if number is None:
        raise Http404
    item = shown[number]
    if not item.seen:
        afterwards(request, lambda: actions.see(citizen_id=citizen_id, keys=[key], at=now))
    context = {
        "item": item,
        "number": number + 1,
        "total": len(shown),
        "before": shown[number - 1] if number else None,
        "following": shown[number + 1] if number + 1 < len(shown) else None,
    }
    return render(request, "entrance/tour_item.html", context)


@reads
def video(request: Request, pk: int) -> HttpResponseBase:
    """Give a video, whole or the part that is asked for (RFC 9110 § 14)."""
    item = access.video_or_404(pk)
    answer = serving.answer(
        request,
        size=item.video_bytes,
        read=lambda first, last: queries.video_bytes(item, first=first, last=last),
    )
    return _served(item, answer)


def _served(item: GuideItem, response: HttpResponse) -> HttpResponse:
    stamp = int(item.video_changed_at.timestamp()) if item.video_changed_at else 0
    response.headers["Content-Type"] = item.video_type
    response.headers["ETag"] = f'"{item.pk}-{stamp}"'
    response.headers["Cache-Control"] = "private, max-age=3600"
    return response


@reads
def captions(request: Request, pk: int, language: str) -> HttpResponseBase:  # noqa: ARG001
    """Give what is said in a video, as WebVTT."""
    item = access.video_or_404(pk)
    text = {"da": item.captions_da, "en": item.captions_en}.get(language, "")
    if not text:
        raise Http404
    response = HttpResponse(text, content_type="text/vtt; charset=utf-8")
    response.headers["Cache-Control"] = "private, max-age=3600"
    return response
