# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The search page: what was found, how to narrow it, and what to say of the words asked for."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import NamedTuple

from django.core.paginator import Page, Paginator

from jobunivers.foundation.search import Answer, Circle, NoIndex, Search, Suggestion
from jobunivers.foundation.search.shown import Choice, Filter, Order, chosen_in
from jobunivers.rooms.vacancies.models import Vacancy
from jobunivers.rooms.vacancies.queries import words
from jobunivers.rooms.vacancies.queries.index import day_number, reader, rows_by_id
from jobunivers.rooms.vacancies.queries.parameters import FILTERS, SORTS, Parameters
from jobunivers.rooms.vacancies.queries.place import find_place, near_names

PER_PAGE = 20
_MOST_POINTS = 2000


class Found(NamedTuple):
    """One advertisement in the list."""

    vacancy: Vacancy
    km: float | None
    starred: bool


@dataclass(frozen=True, slots=True)
class Way:
    """A search to try instead."""

    label: str
    query: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """All that the search page shows."""

    parameters: Parameters
    total: int
    rows: list[Found]
    filters: list[Filter]
    page: Page[int] | None
    place_name: str = ""
    place_unknown: bool = False
    unknown: tuple[str, ...] = ()
    corrected: str = ""
    begun: str = ""  # the word that was read as a beginning
    relaxed: bool = False
    ready: bool = True
    region_chosen: bool = False
    orders: list[Order] = field(default_factory=list)
    near_names: list[Way] = field(default_factory=list)  # places that look like an unknown one

    @property
    def chosen(self) -> list[tuple[Filter, Choice]]:
        """Return everything chosen, for the list of what can be taken away again."""
        return chosen_in(self.filters)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A search ready for the index, and what could not be understood of it."""

    search: Search
    place_name: str
    is_region: bool
    place_unknown: bool
    unknown: tuple[str, ...]


def search_page(
    *,
    parameters: Parameters,
    owner: int,
    language: str,
    at: datetime,
    starred: frozenset[int] = frozenset(),
    hidden: frozenset[int] = frozenset(),
    typing: bool = False,
) -> SearchPage:
    """Return the page for a search. Owner is the kommune; hidden advertisements stay away."""
    asked = _ask(parameters, owner=owner, hidden=hidden, language=language, at=at)
    if asked.place_unknown:
        return _nothing(parameters, asked)
    try:
        answer = reader().search(replace(asked.search, typing=typing))
    except NoIndex:
        return replace(_nothing(parameters, asked), ready=False)
    vacancies = rows_by_id([hit.id for hit in answer.hits])
    rows = [
        Found(vacancies[hit.id], hit.km, hit.id in starred)
        for hit in answer.hits
        if hit.id in vacancies
    ]
    paginator = Paginator(range(answer.total), PER_PAGE)
    return SearchPage(
        parameters=parameters,
        total=answer.total,
        rows=rows,
        filters=_filters(parameters, answer, language),
        page=paginator.get_page(parameters.page),
        place_name=asked.place_name,
        region_chosen=asked.is_region,
        orders=_orders(asked.search, parameters),
        unknown=asked.unknown,
        corrected=answer.corrected,
        begun=answer.begun,
        relaxed=answer.relaxed,
    )


def points_of(
    *,
    parameters: Parameters,
    owner: int,
    language: str,
    at: datetime,
    hidden: frozenset[int] = frozenset(),
) -> list[tuple[Vacancy, float, float]]:
    """Return the advertisements of a search that have a place, for the map."""
    asked = _ask(parameters, owner=owner, hidden=hidden, language=language, at=at)
    if asked.place_unknown:
        return []
    try:
        found = reader().points(asked.search, limit=_MOST_POINTS)
    except NoIndex:
        return []
    vacancies = rows_by_id([pk for pk, _, _ in found])
    return [(vacancies[pk], lat, lon) for pk, lat, lon in found if pk in vacancies]


def asked_of_index(parameters: Parameters, *, owner: int, at: datetime) -> Search | None:
    """Return the question to the index for a search; None when its place does not exist."""
    asked = _ask(parameters, owner=owner, hidden=frozenset(), language="da", at=at)
    return None if asked.place_unknown else asked.search


def suggestions(*, text: str, language: str, owner: int) -> list[Suggestion]:
    """Return completions of what is being typed."""
    if not text.strip():
        return []
    try:
        return reader().suggest(text, language, owner)
    except NoIndex:
        return []


def _nothing(parameters: Parameters, asked: _Asked) -> SearchPage:
    return SearchPage(
        parameters=parameters,
        total=0,
        rows=[],
        filters=[],
        page=None,
        place_name=asked.place_name,
        region_chosen=asked.is_region,
        place_unknown=asked.place_unknown,
        unknown=asked.unknown,
        near_names=[
            Way(name, replace(parameters, place=name, page=1).query)
            for name in (near_names(parameters.place) if asked.place_unknown else [])
        ],
    )


def _orders(search: Search, parameters: Parameters) -> list[Order]:
    """Return the ways to sort that mean something for this search.

    The usual one has no value, so that another search may have another usual one.
    """
    meaningless = {
        *(() if search.text else ("relevance",)),
        *(() if search.circle else ("distance",)),
    }
    usual = _usual_sort(parameters, search.circle)
    # Without words there is nothing to be best at: the index then shows the newest.
    usual, used = ("newest" if sort in meaningless else sort for sort in (usual, search.sort))
    return [
        Order("" if sort == usual else value, str(words.SORTS[value]), sort == used)
        for value, sort in SORTS.items()
        if sort not in meaningless
    ]


def _usual_sort(parameters: Parameters, circle: Circle | None) -> str:
    return "distance" if circle is not None and not parameters.text else "relevance"


def _ask(
    parameters: Parameters,
    *,
    owner: int,
    hidden: frozenset[int],
    language: str,
    at: datetime,
) -> _Asked:
    """Return the index's question. Values that do not exist are named, never searched for."""
    filters: dict[str, list[str]] = {}
    unknown = list(parameters.unknown)
    for name, values in parameters.filters.items():
        known = words.value_words(FILTERS[name], values, language)
        unknown += [value for value in values if value not in known]
        if known:
            filters[FILTERS[name]] = list(known)
    place = find_place(parameters.place) if parameters.place else None
    circle = None
    if place is not None:
        if place.is_region:
            filters.setdefault("region", []).append(place.region_code)
        elif place.lat is not None and place.lon is not None:
            circle = Circle(place.lat, place.lon, float(parameters.km))
    sort = SORTS.get(parameters.sort, "")
    if sort == "distance" and circle is None:
        sort = ""
    if not sort:
        sort = _usual_sort(parameters, circle)
    search = Search(
        at_day=day_number(at),
        owner=owner,
        text=parameters.text,
        circle=circle,
        filters=filters,
        without=sorted(hidden),
        sort=sort,
        page=parameters.page,
        per_page=PER_PAGE,
        correct=not parameters.literal,
    )
    return _Asked(
        search=search,
        place_name=place.name if place else "",
        is_region=place is not None and place.is_region,
        place_unknown=bool(parameters.place) and place is None,
        unknown=tuple(unknown),
    )


def _filters(parameters: Parameters, answer: Answer, language: str) -> list[Filter]:
    found = []
    for name, facet in FILTERS.items():
        counts = dict(answer.facets.get(facet, ()))
        chosen = parameters.filters.get(name, ())
        labels = words.value_words(facet, [*counts, *chosen], language)
        choices = [
            Choice(
                name=name,
                value=value,
                label=label,
                count=counts.get(value, 0),
                chosen=value in chosen,
                asked=parameters,
            )
            for value, label in labels.items()
        ]
        if choices:
            found.append(Filter(name=name, label=str(words.LABELS[facet]), choices=choices))
    return found
