# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where somebody goes who has logged in."""

from datetime import datetime

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from jobunivers.foundation.http import may_be_looked_at
from jobunivers.identity.landing import landing_of
from jobunivers.identity.models import Person


def onward(request: HttpRequest, wanted: str, person: Person, at: datetime) -> str:
    """Return where to go after login: only pages of our own that can be opened."""
    if is_ours(request, wanted) and may_be_looked_at(wanted):
        return wanted
    return landing_of(person, at=at) or reverse("front:home")


def is_ours(request: HttpRequest, address: str) -> bool:
    """Tell whether an address leads to this very site."""
    return url_has_allowed_host_and_scheme(address, allowed_hosts={request.get_host()})
