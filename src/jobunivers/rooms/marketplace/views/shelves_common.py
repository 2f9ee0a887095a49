# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the editors' pages of the shelves share."""

from typing import Any

from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from jobunivers.foundation.http import Request
from jobunivers.identity.access import for_roles
from jobunivers.identity.models import Role
from jobunivers.rooms.marketplace.models import Cluster
from jobunivers.rooms.marketplace.queries.shelves import course_names
from jobunivers.science.shelving import Tier

for_shelf_editors = for_roles(Role.EDITOR, Role.ADMINISTRATOR, Role.NATIONAL)
for_kommune_editors = for_roles(Role.EDITOR, Role.ADMINISTRATOR)
ASKED = ["GET", "HEAD", "POST"]
_OK, _CONFLICT, _WRONG = 200, 409, 422


def show(
    request: Request,
    template: str,
    context: dict[str, Any],
    *,
    cluster: Cluster | None,
    status: int = _OK,
) -> HttpResponseBase:
    """Show a page of the shelves, which says whose they are on each of its addresses."""
    national = request.user.role == Role.NATIONAL
    own = Tier.CLUSTER if cluster else Tier.COUNTRY if national else Tier.KOMMUNE
    frame = {"cluster": cluster, "of": of(cluster), "national": national, "own_tier": own.name}
    return render(request, f"marketplace/shelves/{template}", frame | context, status=status)


def of(cluster: Cluster | None) -> str:
    """Return the end of an address that says whose shelves are meant."""
    return f"?{urlencode({'hvis': cluster.key})}" if cluster else ""


def to(name: str, *args: Any, cluster: Cluster | None = None) -> HttpResponseBase:
    """Lead to a page of the same shelves."""
    return HttpResponseRedirect(reverse(f"marketplace:{name}", args=args) + of(cluster))


def status_of(request: Request, *, conflict: bool = False) -> int:
    """Return the status of a page with a form: as it is, wrong, or changed meanwhile.

    htmx shows answers of 422 and drops those of 409, so it gets that for both.
    """
    if request.method != "POST":
        return _OK
    return _CONFLICT if conflict and not request.htmx else _WRONG


def courses(language: str) -> list[tuple[str, str]]:
    """Return the courses as choices."""
    return sorted(course_names(language).items(), key=lambda pair: pair[1].casefold())


def actor(request: Request) -> int:
    """Return who acts."""
    return request.user.pk or 0
