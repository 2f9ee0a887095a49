# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the room's views share."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

from jobunivers.foundation.http import Request
from jobunivers.rooms.talks import actions

ASKED = ["GET", "HEAD", "POST"]
_OK, _CONFLICT, WRONG = 200, 409, 422
SHOWN = ("talks", "profile", "joblog", "plan", "segment", "recommendations")
"""What the page of the two shows of her, by the words of `trust`."""
TALKS = ("talks",)


def status_of(request: Request, *, conflict: bool = False) -> int:
    """Return the status of a page with a form: as it is, wrong, or changed meanwhile.

    htmx shows answers of 422 and drops those of 409, so it gets that for both.
    """
    if request.method != "POST":
        return _OK
    return _CONFLICT if conflict and not request.htmx else WRONG


def to_talk(citizen_id: int, talk_id: int | None = None, anchor: str = "") -> HttpResponseBase:
    """Lead to the page of the two."""
    there = (
        reverse("talks:staff", args=[citizen_id])
        if talk_id is None
        else reverse("talks:staff_talk", args=[citizen_id, talk_id])
    )
    return HttpResponseRedirect(f"{there}#{anchor}" if anchor else there)


def acted(request: Request, act: Callable[[], object], *, said: str = "") -> bool:
    """Do something that may have been overtaken; tell which of the two it was."""
    try:
        act()
    except (actions.NotNow, actions.ChangedMeanwhile):
        messages.info(request, _("Det er ændret et andet sted imens. Se, hvordan det står nu."))
        return False
    if said:
        messages.success(request, said)
    return True
