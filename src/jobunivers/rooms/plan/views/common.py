# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the room's views share."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from jobunivers.foundation.http import Request
from jobunivers.rooms.plan import actions

ASKED = ["GET", "HEAD", "POST"]
_OK, _CONFLICT, _WRONG = 200, 409, 422


def status_of(request: Request, *, conflict: bool = False) -> int:
    """Return the status of a page with a form: as it is, wrong, or changed meanwhile.

    htmx shows answers of 422 and drops those of 409, so it gets that for both.
    """
    if request.method != "POST":
        return _OK
    return _CONFLICT if conflict and not request.htmx else _WRONG


def home(anchor: str = "") -> HttpResponseBase:
    """Lead to her plan."""
    return HttpResponseRedirect(reverse("plan:plan") + (f"#{anchor}" if anchor else ""))


def back(request: Request, otherwise: str) -> HttpResponseBase:
    """Lead to where the form says she came from, within this house; else to `otherwise`."""
    wanted = request.POST.get("next", "")
    allowed = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    return HttpResponseRedirect(wanted if allowed else otherwise)


def acted(request: Request, act: Callable[[], object], *, said: str) -> bool:
    """Do something that may have been overtaken; tell her which of the two it was."""
    try:
        act()
    except (actions.NotNow, actions.ChangedMeanwhile):
        text = _("Det er ændret et andet sted imens. Se, hvordan det står nu.")
        messages.info(request, text)
        return False
    messages.success(request, said)
    return True
