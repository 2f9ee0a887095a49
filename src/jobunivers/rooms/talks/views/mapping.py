# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The jobs within a radius, on a map and as a list, to look at together."""

from urllib.parse import urlencode

from django.http import HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext

from jobunivers.foundation.http import Request, reads
from jobunivers.foundation.places import queries as places
from jobunivers.foundation.ui import wording
from jobunivers.identity.access import for_advisers
from jobunivers.rooms.talks import queries
from jobunivers.trust.opening import with_citizen

_PARTS = ("profile",)


def _asked(request: Request) -> queries.Asked:
    return queries.Asked.read(request.GET.get("km", ""), request.GET.get("fag", ""))


@for_advisers
@reads
def job_map(request: Request, pk: int) -> HttpResponseBase:
    """Show the jobs near her in the work she wishes: a map, and the same as a list."""
    now = timezone.now()
    opened = with_citizen(request, pk, parts=_PARTS, today=timezone.localdate(now))
    if isinstance(opened, HttpResponseRedirect):
        return opened
    page = queries.map_page(
        citizen_id=pk,
        asked=_asked(request),
        language=request.LANGUAGE_CODE,
        page=request.GET.get("side"),
        at=now,
    )
    context = {
        "citizen": opened.person,
        "page": page,
        "radii": queries.RADII,
        "query": urlencode({"km": page.asked.km, "fag": page.asked.work}),
        "borders": places.has_borders(),
    }
    return render(request, "talks/map.html", context)


@for_advisers
@reads
def map_points(request: Request, pk: int) -> HttpResponseBase:
    """Return the same jobs gathered in places, as GeoJSON for the map."""
    now = timezone.now()
    opened = with_citizen(request, pk, parts=(), today=timezone.localdate(now))
    if isinstance(opened, HttpResponseRedirect):
        return opened
    found = queries.map_places(
        citizen_id=pk, asked=_asked(request), language=request.LANGUAGE_CODE, at=now
    )
    features = [_feature(place) for place in found]
    return JsonResponse({"type": "FeatureCollection", "features": features})


def _feature(place: queries.MapPlace) -> dict[str, object]:
    first = place.jobs[0] if place.jobs else None
    city = first.city if first else ""
    many = ngettext("%(many)s job", "%(many)s job", place.many) % {
        "many": wording.number(place.many)
    }
    alone = place.many == 1 and first is not None
    title = first.title if alone and first else f"{many} {city}".strip()
    properties: dict[str, object] = {"title": title, "count": place.many}
    if alone and first is not None:
        employer = first.employer.name if first.employer else ""
        properties["text"] = " · ".join(filter(None, (employer, city)))
        properties["url"] = reverse("vacancies:vacancy", args=[first.pk])
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [round(place.lon, 5), round(place.lat, 5)]},
        "properties": properties,
    }
