# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Searching the shelves: what was found, how to narrow it, and what to say of the words."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from django.core.paginator import Page, Paginator
from django.utils import timezone

from jobunivers.foundation.search import Answer, NoIndex, Search, Suggestion
from jobunivers.foundation.search.shown import Choice, Filter, Order, chosen_in
from jobunivers.rooms.marketplace.models import Offer
from jobunivers.rooms.marketplace.queries import words
from jobunivers.rooms.marketplace.queries.index import reader
from jobunivers.rooms.marketplace.queries.parameters import FILTERS, SORTS, Parameters

PER_PAGE = 10  # twenty cards are seven screens of a phone
_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPage:
    """All that a page of results shows."""

    parameters: Parameters
    total: int = 0
    rows: list[Offer] = field(default_factory=list)
    filters: list[Filter] = field(default_factory=list)
    page: Page[int] | None = None
    unknown: tuple[str, ...] = ()
    corrected: str = ""
    begun: str = ""  # the word that was read as a beginning
    relaxed: bool = False
    ready: bool = True
    orders: list[Order] = field(default_factory=list)

    @property
    def chosen(self) -> list[tuple[Filter, Choice]]:
        """Return everything chosen, for the list of what can be taken away again."""
        return chosen_in(self.filters)


def found_page(
    *,
    parameters: Parameters,
    owner: int,
    among: Collection[int],
    at: datetime,
    typing: bool = False,
) -> FoundPage:
    """Return the page for a search among the offers that stand on the reader's shelves."""
    search, unknown = _ask(parameters, owner=owner, among=among, at=at)
    try:
        answer = reader().search(replace(search, typing=typing))
    except NoIndex:
        return FoundPage(parameters=parameters, unknown=unknown, ready=False)
    rows = rows_by_id([hit.id for hit in answer.hits])
    return FoundPage(
        parameters=parameters,
        total=answer.total,
        rows=[rows[hit.id] for hit in answer.hits if hit.id in rows],
        filters=_filters(parameters, answer),
        page=Paginator(range(answer.total), PER_PAGE).get_page(parameters.page),
        orders=_orders(search, parameters),
        unknown=unknown,
        corrected=answer.corrected,
        begun=answer.begun,
        relaxed=answer.relaxed,
    )


def suggestions(*, text: str, language: str, owner: int) -> list[Suggestion]:
    """Return completions of what is being typed."""
    if not text.strip():
        return []
    try:
        return reader().suggest(text, language, owner)
    except NoIndex:
        return []


def similar_ids(offer_id: int, *, owner: int, at: datetime, most: int = 12) -> list[int]:
    """Return offers about the same, the nearest first; nothing while there is no index."""
    try:
        hits = reader().similar(offer_id, most, owner=owner, at_day=day_number(at))
    except NoIndex:
        return []
    return [hit.id for hit in hits]


def rows_by_id(ids: Collection[int]) -> dict[int, Offer]:
    """Return the offers of the ids that may stand on a shelf, with what a card shows."""
    rows = Offer.objects.filter(pk__in=ids, state="approved", blocked=[])
    rows = rows.select_related("current", "vendor").defer("current__body", "current__statements")
    return {row.pk: row for row in rows.order_by("pk")}


def day_number(at: datetime) -> int:
    """Return the Danish day of a moment, as days since 1970-01-01."""
    return (timezone.localdate(at) - _EPOCH).days


def _ask(
    parameters: Parameters, *, owner: int, among: Collection[int], at: datetime
) -> tuple[Search, tuple[str, ...]]:
    """Return the index's question. Values that do not exist are named, never searched for."""
    filters: dict[str, list[str]] = {}
    unknown = list(parameters.unknown)
    for name, values in parameters.filters.items():
        known = words.value_words(FILTERS[name], values)
        unknown += [value for value in values if value not in known]
        if known:
            filters[FILTERS[name]] = list(known)
    search = Search(
        at_day=day_number(at),
        owner=owner,
        text=parameters.text,
        filters=filters,
        among=among,
        sort=SORTS.get(parameters.sort, "relevance"),
        page=parameters.page,
        per_page=PER_PAGE,
        correct=not parameters.literal,
    )
    return search, tuple(unknown)


def _orders(search: Search, parameters: Parameters) -> list[Order]:
    """Return the ways to sort that mean something; without words there is nothing to be best at."""
    usual = "relevance" if search.text else "newest"
    used = search.sort if search.sort != "relevance" or search.text else "newest"
    return [
        Order("" if sort == usual else value, str(words.SORTS[value]), sort == used)
        for value, sort in SORTS.items()
        if sort != "relevance" or parameters.text
    ]


def _filters(parameters: Parameters, answer: Answer) -> list[Filter]:
    found = []
    for name, facet in FILTERS.items():
        counts = dict(answer.facets.get(facet, ()))
        chosen = parameters.filters.get(name, ())
        labels = words.value_words(facet, dict.fromkeys([*counts, *chosen]))
        choices = [
            Choice(name, value, label, counts.get(value, 0), value in chosen, parameters)
            for value, label in labels.items()
        ]
        # One value that all of them have narrows nothing.
        if len(choices) > 1 or chosen:
            found.append(Filter(name=name, label=str(words.LABELS[facet]), choices=choices))
    return found
