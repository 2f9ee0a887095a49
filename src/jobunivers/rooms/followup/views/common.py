# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the pages of this room share: who is meant, where to go back to, whose names are shown."""

import uuid
from collections.abc import Iterable, Mapping

from django.conf import settings
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from jobunivers.foundation.http import Request
from jobunivers.identity.models import Person
from jobunivers.rooms.followup import access
from jobunivers.trust import actions as trust
from jobunivers.trust import opening

GRACE = settings.SEND_GRACE
"""How long what is sent can be taken back."""
_FOLLOW_UP = "follow_up"
_LONGEST_ORIGIN, _LONGEST_REF = 30, 60


def me(request: Request) -> int:
    """Return who asks."""
    return request.user.pk or 0


def opened(request: Request, pk: int, *, part: str) -> Person | HttpResponseBase:
    """Return the citizen a form is about; that it was opened is logged for her to read.

    The form shows her name and a text to her, so no reason is asked for. Whose name is protected
    is opened with a reason, as everywhere.
    """
    person = access.citizen_or_404(request, pk)
    if person.is_protected:
        found = opening.with_citizen(request, pk, parts=(part,), today=timezone.localdate())
        return found if isinstance(found, HttpResponseRedirect) else found.person
    trust.look(request, citizen_id=pk, part=part, reason=_FOLLOW_UP)
    return person


def names_of(request: Request, ids: Iterable[int]) -> Mapping[int, str]:
    """Return what a list calls these citizens to who asks."""
    return opening.names_for(request, ids, today=timezone.localdate())


def origin_of(request: Request) -> tuple[str, str]:
    """Return where an act comes from, as the address says: `fra=attention:17`."""
    asked = request.POST.get("fra") or request.GET.get("fra", "")
    origin, _colon, ref = asked.partition(":")
    if len(origin) > _LONGEST_ORIGIN or len(ref) > _LONGEST_REF:
        raise Http404
    return origin, ref


def back_url(request: Request, otherwise: str) -> str:
    """Return where to go when it is done; an address outside the house is not one."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    if url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}):
        return wanted
    return otherwise


def file_url(citizen_id: int) -> str:
    """Return where everything written to and about her stands."""
    return reverse("followup:file", args=[citizen_id])


def to(url: str) -> HttpResponseBase:
    """Lead there."""
    return HttpResponseRedirect(url)


def form_id(request: Request) -> str:
    """Return the name of one form, which it sends along: shown again, it is still the same."""
    try:
        return str(uuid.UUID(request.POST.get("key", "")))
    except ValueError:
        return str(uuid.uuid4())


def form_key(request: Request, what: str) -> str:
    """Return the occasion of an act: the same form sent twice is one act."""
    return f"{what}:{me(request)}:{form_id(request)}"
