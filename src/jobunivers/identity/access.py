# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may open a page, stated on the view itself."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from jobunivers.foundation.http import Request, View
from jobunivers.identity.actions import SESSION_ASSURANCE
from jobunivers.identity.models import ADVISING, STAFF, Assurance, Role

P = ParamSpec("P")
_LEVELS = {level: rank for rank, level in enumerate(Assurance.values)}


def for_roles(
    *roles: Role, assurance: Assurance = Assurance.SUBSTANTIAL
) -> Callable[[View[P]], View[P]]:
    """Let only these roles in, at this level of assurance or higher.

    Another role is refused (403); a lower level is sent to log in again at the level needed.
    """

    def decorate(view: View[P]) -> View[P]:
        @wraps(view)
        def wrapper(request: Request, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if request.user.role not in roles:
                raise PermissionDenied
            have = request.session.get(SESSION_ASSURANCE, Assurance.LOW.value)
            if _LEVELS.get(have, -1) < _LEVELS[assurance]:
                if request.headers.get("HX-Request") == "true":
                    # A page's part would become the whole login page.
                    return HttpResponse(status=401)
                wanted = urlencode({"next": request.get_full_path(), "niveau": assurance.value})
                return HttpResponseRedirect(f"{reverse('identity:log_in')}?{wanted}")
            return view(request, *args, **kwargs)

        wrapper.roles = frozenset(roles)  # type: ignore[attr-defined]
        return wrapper

    return decorate


for_citizens = for_roles(Role.CITIZEN)
for_staff = for_roles(*sorted(STAFF))
for_advisers = for_roles(*sorted(ADVISING))
for_managers = for_roles(Role.MANAGER)
for_administrators = for_roles(Role.ADMINISTRATOR)
for_officers = for_roles(Role.OFFICER)
for_officers_and_administrators = for_roles(Role.OFFICER, Role.ADMINISTRATOR)
for_national = for_roles(Role.NATIONAL)
# A mail lets people of firms in (docs/operator.md); nothing of one citizen stands on their pages.
for_vendors = for_roles(Role.VENDOR, assurance=Assurance.LOW)
