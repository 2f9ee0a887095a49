# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""For an hour a helper at the counter is the citizen on her own pages, and nowhere unseen.

The view sees the citizen as `request.user` and the helper as `request.helper`. What is recorded
meanwhile names the helper as the one who did it, and each part that is shown is a look.
"""

from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from jobunivers.foundation.events.acting import acting_as
from jobunivers.identity import queries as identity
from jobunivers.identity.models import ADVISING, Person, Role
from jobunivers.rooms.entrance import queries
from jobunivers.rooms.entrance.access import SESSION_HELP, SESSION_HELP_SEEN
from jobunivers.rooms.entrance.models import HelpSession
from jobunivers.trust.actions import look

_FIRST_ERROR = 400
# The rooms whose pages she may have help with, and how they are called in the log.
_PARTS = {"entrance": "entrance", "journey": "profile"}


class CounterMiddleware:
    """Let a helper act in the name of the citizen who said yes, on the pages it is for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; afterwards the request is the helper's own again, and the look is noted."""
        with ExitStack() as stack:
            request.acting = stack  # type: ignore[attr-defined]
            response = self.get_response(request)
        helper = getattr(request, "helper", None)
        if helper is not None:
            citizen_id = request.user.pk
            request.user = helper
            if citizen_id is not None and response.status_code < _FIRST_ERROR:
                _note_look(request, citizen_id)
        return response

    def process_view(
        self,
        request: HttpRequest,
        view: Any,
        args: tuple[Any, ...],  # noqa: ARG002 - Django's
        kwargs: dict[str, Any],  # noqa: ARG002
    ) -> HttpResponseBase | None:
        """Put the citizen in the helper's place where that is allowed at this moment."""
        if not _may_be_helping(request):
            return None
        helper = request.user
        session = queries.live_help(
            pk=request.session[SESSION_HELP], helper_id=helper.pk or 0, at=timezone.now()
        )
        citizen = identity.person(pk=session.citizen_id) if session is not None else None
        if session is None or citizen is None or citizen.role != Role.CITIZEN:
            return _over(request, view)
        request.help = session  # type: ignore[attr-defined]
        request.helped = citizen  # type: ignore[attr-defined]
        if not _is_hers(request, view):
            return None
        _step_in(request, helper, citizen, session)
        return None


def _may_be_helping(request: HttpRequest) -> bool:
    if getattr(request, "municipality", None) is None or SESSION_HELP not in request.session:
        return False
    return getattr(request.user, "role", "") in ADVISING


def _step_in(request: HttpRequest, helper: Any, citizen: Person, session: HelpSession) -> None:
    request.helper = helper  # type: ignore[attr-defined]
    request.helper_session = session.pk  # type: ignore[attr-defined]
    request.user = citizen
    request.acting.enter_context(acting_as(helper.pk))  # type: ignore[attr-defined]


def _is_hers(request: HttpRequest, view: Any) -> bool:
    """Say whether a page is one she may have help with: her entrance and her profile.

    What only she can do herself is marked `in_person`, such as saying yes to help.
    """
    room = request.resolver_match.app_name if request.resolver_match else ""
    only_citizens = getattr(view, "roles", frozenset()) == frozenset({Role.CITIZEN})
    return room in _PARTS and only_citizens and not getattr(view, "in_person", False)


def _over(request: HttpRequest, view: Any) -> HttpResponseBase | None:
    """End the help in this browser; a page in her name leads to the counter, which says so."""
    del request.session[SESSION_HELP]
    request.session.pop(SESSION_HELP_SEEN, None)
    if not _is_hers(request, view):
        return None
    messages.info(request, _("Hjælpen er slut. Bed borgeren om lov igen, hvis I ikke er færdige."))
    return HttpResponseRedirect(reverse("entrance:counter"))


def _note_look(request: HttpRequest, citizen_id: int) -> None:
    """Note which part of her the helper saw, once for each part and session: a log to read."""
    room = request.resolver_match.app_name if request.resolver_match else ""
    seen = f"{request.helper_session}:{_PARTS[room]}"  # type: ignore[attr-defined]
    noted = request.session.get(SESSION_HELP_SEEN, [])
    if seen not in noted:
        look(request, citizen_id=citizen_id, part=_PARTS[room], reason="counter")
        request.session[SESSION_HELP_SEEN] = [*noted, seen][-10:]
