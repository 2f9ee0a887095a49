# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her calendar address, and the calendar itself for whoever holds the address."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import get_script_prefix, reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jobunivers.foundation.http import Request, public
from jobunivers.identity.access import for_citizens
from jobunivers.rooms.week import access, actions, queries
from jobunivers.rooms.week.forms import FeedForm
from jobunivers.rooms.week.models import Words
from jobunivers.rooms.week.queries.words import program_of

_NOT_FOUND, _TOO_MANY = 404, 429


@for_citizens
@require_http_methods(["GET", "HEAD", "POST"])
def feed(request: Request) -> HttpResponseBase:
    """Show her calendar address and what it tells; the form opens it or changes what it tells."""
    citizen_id, now = access.citizen_id_or_404(request), timezone.now()
    page = queries.feed_page(citizen_id=citizen_id)
    form = FeedForm(request.POST or None, feed=page.feed if page else None)
    if request.method == "POST" and form.is_valid():
        actions.open_feed(
            citizen_id=citizen_id,
            words=Words(form.cleaned_data["words"]),
            groups=form.cleaned_data["groups"],
            language=request.LANGUAGE_CODE,
            at=now,
        )
        messages.success(request, _("Gemt. Din kalender henter det, næste gang den spørger."))
        return _home()
    address = "" if page is None else request.build_absolute_uri(_path(page.token))
    context = {
        "page": page,
        "form": form,
        "address": address,
        # Apple's and Outlook's programs open a subscription by this name of the same address.
        "webcal": f"webcal:{address.partition(':')[2]}",
    }
    return render(
        request, "week/feed.html", context, status=422 if request.method == "POST" else 200
    )


def _path(token: str) -> str:
    return reverse("week:calendar", args=[token])


def _home() -> HttpResponseBase:
    return HttpResponseRedirect(reverse("week:feed"))


@for_citizens
@require_POST
def renew(request: Request) -> HttpResponseBase:
    """Give her another address instead."""
    if actions.renew_feed(citizen_id=access.citizen_id_or_404(request), at=timezone.now()):
        messages.success(request, _("Du har fået en ny adresse. Den gamle virker ikke mere."))
    return _home()


@for_citizens
@require_POST
def close(request: Request) -> HttpResponseBase:
    """Take her address away."""
    if actions.close_feed(citizen_id=access.citizen_id_or_404(request), at=timezone.now()):
        messages.success(request, _("Adressen er lukket. Ingen kan hente din uge mere."))
    return _home()


@public
@require_safe
def calendar(request: Request, token: str) -> HttpResponseBase:
    """Give her days to her own calendar, which holds the address and has no login."""
    try:
        found = access.feed_of_token(request, token)
    except access.TooManyGuesses:
        wait = str(int(access.GUESSES_IN.total_seconds()))
        return _plain(_("Vent lidt, og prøv igen."), _TOO_MANY, {"Retry-After": wait})
    if found is None:
        return _plain(_("Her er ingen kalender."), _NOT_FOUND)
    now = timezone.now()
    home = request.build_absolute_uri(get_script_prefix())
    content = queries.told(found, kommune=request.municipality.code, home=home, at=now)
    program = program_of(request.headers.get("User-Agent", ""))
    since = actions.note_fetched(feed=found, digest=content.digest, program=program, at=now)
    etag, changed = f'"{content.digest}"', int(since.timestamp())
    # A phone that has it already is told so before the file is written.
    same = get_conditional_response(request, etag=etag, last_modified=changed)
    if same is None:
        colour = request.municipality.primary_colour
        file = queries.file_of(content, since=since, colour=colour)
        same = HttpResponse(file, content_type="text/calendar; charset=utf-8")
        same.headers["Content-Disposition"] = 'inline; filename="min-uge.ics"'
    same.headers["ETag"], same.headers["Last-Modified"] = etag, http_date(changed)
    return _private(same)


def _plain(text: str, status: int, headers: dict[str, str] | None = None) -> HttpResponseBase:
    answer = HttpResponse(
        text, status=status, content_type="text/plain; charset=utf-8", headers=headers
    )
    return _private(answer)


def _private(response: HttpResponseBase) -> HttpResponseBase:
    """Let nobody between us and her phone keep it, and no search engine name it."""
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
