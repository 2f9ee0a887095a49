# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jobunivers.foundation.http import Request, afterwards, public, reads
from jobunivers.foundation.places import queries as places
from jobunivers.identity.access import for_citizens
from jobunivers.identity.models import Role
from jobunivers.rooms.vacancies import access, actions, queries
from jobunivers.rooms.vacancies.forms import SaveSearchForm
from jobunivers.rooms.vacancies.queries.parameters import DISTANCES
from jobunivers.rooms.vacancies.views.following import choices

_LONGEST_REMEMBERED = 1500
_NOTHING: frozenset[int] = frozenset()
_RESULTS = "results"  # the id of the part of the page that htmx exchanges


def _citizen_id(request: Request) -> int | None:
    return request.user.pk if getattr(request.user, "role", "") == Role.CITIZEN else None


def _hidden(request: Request) -> frozenset[int]:
    """Return what she does not want to see, in the list and on the map alike."""
    citizen_id = _citizen_id(request)
    return queries.hidden_ids(citizen_id=citizen_id) if citizen_id else _NOTHING


@public
@reads
def search(request: Request) -> HttpResponseBase:
    citizen_id = _citizen_id(request)
    page = queries.search_page(
        parameters=queries.Parameters.read(request.GET),
        owner=request.municipality.pk,
        language=request.LANGUAGE_CODE,
        at=timezone.now(),
        starred=queries.starred_ids(citizen_id=citizen_id) if citizen_id else _NOTHING,
        hidden=_hidden(request),
        typing=request.htmx.trigger_name == "q",
    )
    parameters = page.parameters
    if citizen_id is not None and not parameters.is_empty:
        _remember(request, citizen_id, parameters)
    context = {
        "search": page,
        "distances": sorted({*DISTANCES, parameters.km}),
        **_followed(citizen_id, page, request.LANGUAGE_CODE),
        "may_save": citizen_id is not None,
        "save_form": SaveSearchForm(
            initial={"name": _search_name(parameters), "query": parameters.query}
        ),
        # The filters stay open on a phone while she chooses among them.
        "filters_open": request.htmx.trigger == "filters",
    }
    part = "#results" if request.htmx and request.htmx.target == _RESULTS else ""
    response = render(request, f"vacancies/search.html{part}", context)
    if part:
        response.headers[_address_header(request)] = _address(parameters, page)
    # The same address answers with a page or a part of it.
    response.headers["Vary"] = "HX-Request, HX-Target, Cookie"
    return response


def _followed(citizen_id: int | None, page: queries.SearchPage, language: str) -> dict[str, object]:
    """Return what she follows of what was found, and what she may follow from here."""
    if citizen_id is None:
        return {"follow": [], "followed": {}}
    following = queries.following_of(citizen_id=citizen_id)
    return {
        "follow": choices(queries.targets_of_search(page.parameters), following, language),
        "followed": following.marks([row.vacancy for row in page.rows], language),
    }


def _remember(request: Request, citizen_id: int, parameters: queries.Parameters) -> None:
    """Write the search in her own history, once the page is made."""
    now, text = timezone.now(), parameters.text[:200]
    others = parameters.without("text", "literal").query
    query = parameters.query
    if max(len(query), len(others)) > _LONGEST_REMEMBERED:
        return
    afterwards(
        request,
        lambda: actions.remember_search(
            citizen_id=citizen_id, query=query, words=text, others=others, at=now
        ),
    )


def _search_name(parameters: queries.Parameters) -> str:
    """Return what a search may be called, until she finds a better name."""
    said = ", ".join(part for part in (parameters.text, parameters.place) if part)
    return said[:120] or _("Alle job")


def _address_header(request: Request) -> str:
    """Return the header that moves the address bar: typing makes no steps to go back through."""
    return "HX-Replace-Url" if request.htmx.trigger_name == "q" else "HX-Push-Url"


def _address(parameters: queries.Parameters, page: queries.SearchPage) -> str:
    """Return the short address of a search: the one to share."""
    number = page.page.number if page.page else 1
    query = "&".join(
        part for part in (parameters.query, f"side={number}" if number > 1 else "") if part
    )
    return f"{reverse('vacancies:search')}?{query}" if query else reverse("vacancies:search")


@public
@reads
def suggest(request: Request) -> HttpResponseBase:
    found = queries.suggestions(
        text=request.GET.get("q", "")[:80],
        language=request.LANGUAGE_CODE,
        owner=request.municipality.pk,
    )
    return render(request, "vacancies/suggestions.html", {"suggestions": found})


@public
@reads
def suggest_places(request: Request) -> HttpResponseBase:
    text = request.GET.get("sted", "") or request.GET.get("q", "")
    found = places.suggest_places(text[:80])
    return render(request, "vacancies/place_suggestions.html", {"suggestions": found})


@public
@reads
def map_page(request: Request) -> HttpResponseBase:
    parameters = queries.Parameters.read(request.GET)
    page = queries.search_page(
        parameters=parameters,
        owner=request.municipality.pk,
        language=request.LANGUAGE_CODE,
        at=timezone.now(),
        hidden=_hidden(request),
    )
    place = queries.find_place(parameters.place) if parameters.place else None
    circle = place if place is not None and not place.is_region else None
    context = {"search": page, "circle": circle, "borders": places.has_borders()}
    return render(request, "vacancies/map.html", context)


@public
@reads
def points(request: Request) -> HttpResponseBase:
    found = queries.points_of(
        parameters=queries.Parameters.read(request.GET),
        owner=request.municipality.pk,
        language=request.LANGUAGE_CODE,
        at=timezone.now(),
        hidden=_hidden(request),
    )
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [lon, lat]},
            "properties": {
                "title": vacancy.title,
                "text": " · ".join(
                    filter(None, (vacancy.employer.name if vacancy.employer else "", vacancy.city))
                ),
                "url": reverse("vacancies:vacancy", args=[vacancy.pk]),
            },
        }
        for vacancy, lat, lon in found
    ]
    return JsonResponse({"type": "FeatureCollection", "features": features})


@public
@reads
def areas(request: Request) -> HttpResponseBase:
    layer = places.map_geojson()
    if request.headers.get("If-None-Match") == layer.etag:
        return HttpResponse(status=304)
    response = HttpResponse(layer.body, content_type="application/geo+json")
    response.headers["ETag"] = layer.etag
    response.headers["Cache-Control"] = "public, max-age=86400"
    return response


@for_citizens
@require_POST
def save_search(request: Request) -> HttpResponseBase:
    form = SaveSearchForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Giv søgningen et navn, så du kan finde den igen."))
        query = request.POST.get("query", "")[:1500]
        safe = queries.Parameters.read(QueryDict(query)).query
        return HttpResponseRedirect(f"{reverse('vacancies:search')}?{safe}")
    query = queries.Parameters.read(QueryDict(form.cleaned_data["query"])).query
    try:
        saved = actions.save_search(
            citizen_id=access.citizen_id_or_404(request),
            name=form.cleaned_data["name"].strip(),
            query=query,
            at=timezone.now(),
        )
    except actions.TooManySearches:
        messages.error(request, _("Du har 30 gemte søgninger. Slet en af dem, så er der plads."))
        return HttpResponseRedirect(reverse("vacancies:saved_searches"))
    messages.success(request, _("Søgningen “%(name)s” er gemt.") % {"name": saved.name})
    return HttpResponseRedirect(f"{reverse('vacancies:search')}?{query}")


@for_citizens
@reads
def saved_searches(request: Request) -> HttpResponseBase:
    found = queries.saved_searches(citizen_id=access.citizen_id_or_404(request))
    fresh = queries.news_of(searches=found, owner=request.municipality.pk, at=timezone.now())
    rows = [(saved, fresh.get(saved.pk, 0)) for saved in found]
    return render(request, "vacancies/saved_searches.html", {"rows": rows})


@for_citizens
@require_POST
def open_search(request: Request, pk: int) -> HttpResponseBase:
    saved = access.saved_search_or_404(request, pk)
    actions.search_opened(saved=saved, at=timezone.now())
    return HttpResponseRedirect(f"{reverse('vacancies:search')}?{saved.query}")


@for_citizens
@require_POST
def forget_search(request: Request, pk: int) -> HttpResponseBase:
    saved = access.saved_search_or_404(request, pk)
    actions.forget_search(saved=saved, at=timezone.now())
    messages.success(request, _("Søgningen er slettet."))
    return HttpResponseRedirect(reverse("vacancies:saved_searches"))
