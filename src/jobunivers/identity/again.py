# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Before something delicate is changed, she says once more who she is (ASVS 5.0, 7.5.1).

A login left open on a shared computer must not be enough to let somebody's notices go elsewhere.
Who proved it within the last minutes is not asked. What she typed is kept and sent on.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from jobunivers.identity.actions import SESSION_ISSUER, SESSION_PROVED, SESSION_STARTED
from jobunivers.identity.models import Persona

FRESH = timedelta(minutes=10)
# Rooms' address names, so that the table stands once.
ASKED_AGAIN = frozenset(
    {
        "identity:end_session",
        "identity:end_other_sessions",
        "notices:give_email",
        "notices:give_phone",
        "notices:forget",
        "week:feed",
        "week:renew",
        "vacancies:letter_address",
        "mydata:download_new",
        "mydata:erase_now",
        "vendors:new_secret",
        "vendors:new_key",
        "vendors:webhook_secret",
        "launching:new_secret",
        "evidence:make_key",
        "evidence:rotate_key",
        "webhooks:new_secret",
    }
)
_WHO_ARE_YOU = 401
_TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - a field's name


class AgainMiddleware:
    """Ask who she is once more at the addresses of the table. Stands below who asks is known."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Any,  # noqa: ARG002 - Django's order
        args: Any,  # noqa: ARG002
        kwargs: Any,  # noqa: ARG002
    ) -> HttpResponseBase | None:
        """Ask, when it is long since."""
        match = request.resolver_match
        if request.method != "POST" or match is None or match.view_name not in ASKED_AGAIN:
            return None
        if not request.user.is_authenticated or proved_lately(request.session, at=timezone.now()):
            return None
        if request.headers.get("HX-Request") == "true":
            return HttpResponse(status=_WHO_ARE_YOU)
        context = {
            "fields": fields_of(request.POST),
            "there": request.get_full_path(),
            "can_press": may_press(request),
            "outside": bool(request.session.get(SESSION_ISSUER)),
        }
        return render(request, "identity/again.html", context, status=_WHO_ARE_YOU)


def proved_lately(session: Mapping[str, Any], *, at: datetime) -> bool:
    """Tell whether somebody has proven who she is within the last minutes."""
    proved = session.get(SESSION_PROVED) or session.get(SESSION_STARTED, 0)
    return bool(at.timestamp() - proved <= FRESH.total_seconds())


def may_press(request: HttpRequest) -> bool:
    """Tell whether a press is as much as her login was: she is somebody of a demo."""
    if not settings.PERSONAS or request.session.get(SESSION_ISSUER):
        return False
    return Persona.objects.filter(person_id=request.user.pk or 0).exists()


def fields_of(sent: QueryDict) -> list[tuple[str, str]]:
    """Return what she typed, field by field, without the form's own protection."""
    return [
        (name, value)
        for name, values in sent.lists()
        if name != _TOKEN
        for value in values
        if isinstance(value, str)
    ]
