# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages that letters lead to, logged in or not; and in a demo, the letters themselves."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from jobunivers.foundation.http import Request, public
from jobunivers.foundation.notices import actions, links
from jobunivers.foundation.notices.register import type_of
from jobunivers.foundation.notices.words import channel_name
from jobunivers.integrations.mail import fake

_ONE_CLICK = "One-Click"


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: Request, token: str) -> HttpResponseBase:
    """Let the reader of the letter say that the address is hers.

    Opening the page says nothing yet: mail programs open links by themselves.
    """
    address_id = links.read_confirm(token, municipality_id=request.municipality.pk)
    if address_id is None:
        return _alone(render(request, "notices/old_link.html", status=404))
    done = False
    if request.method == "POST":
        done = actions.confirm(address_id=address_id, at=timezone.now()) is not None
        if not done:
            return _alone(render(request, "notices/old_link.html", status=404))
    return _alone(render(request, "notices/confirm.html", {"done": done}))


# A mail program presses the button with nothing of ours in hand (RFC 8058); the token is signed.
@csrf_exempt
@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: Request, token: str) -> HttpResponseBase:
    """End one type of notice, or all that go by this channel; looking at the page ends nothing."""
    told = links.read_leave(token, municipality_id=request.municipality.pk)
    if told is None:
        return _alone(render(request, "notices/old_link.html", status=404))
    person_id, kind, channel = told
    back = "fortryd" in request.POST
    if request.method == "POST":
        act = actions.come_back if back else actions.leave
        act(person_id=person_id, kind=kind, channel=channel, at=timezone.now())
    if request.POST.get("List-Unsubscribe") == _ONE_CLICK:
        return _alone(HttpResponse(status=200, content_type="text/plain"))
    known = type_of(kind)
    context = {
        "done": request.method == "POST" and not back,
        "back": back,
        "name": known.name if known else "",
        "channel": channel_name(channel),
    }
    return _alone(render(request, "notices/leave.html", context))


@public
@require_safe
def mailbox(request: Request) -> HttpResponse:
    """Show what the mail catcher was given for this kommune; not in production."""
    _only_where_nobody_is_real()
    mine = [one for one in fake.caught(settings.MAIL_FOLDER) if _ours(request, one)]
    return render(request, "notices/mailbox.html", {"letters": mine})


@public
@require_safe
def caught(request: Request, name: str) -> HttpResponse:
    """Show one letter; not in production."""
    _only_where_nobody_is_real()
    letter = fake.read(settings.MAIL_FOLDER, name)
    if letter is None or not _ours(request, letter):
        raise Http404
    return render(request, "notices/caught.html", {"letter": letter})


def _ours(request: Request, letter: fake.Caught) -> bool:
    return str(letter.mail["X-Jobunivers-Kommune"] or "") == request.municipality.slug


def _alone(response: HttpResponse) -> HttpResponse:
    """Keep the address, which is a key, from search engines.

    Other hosts are not told it either: that is the policy of every page. None at all
    (`no-referrer`) would make the browser hide where a form comes from, and the form be refused.
    """
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _only_where_nobody_is_real() -> None:
    if not settings.DEMO:
        raise Http404
