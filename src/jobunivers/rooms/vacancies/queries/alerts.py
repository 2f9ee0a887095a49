# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which new advertisements answer searches that people have saved."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Min
from django.http import QueryDict

from jobunivers.foundation.search import NoIndex, Search
from jobunivers.rooms.vacancies.models import (
    AlertRhythm,
    Application,
    Hidden,
    SavedSearch,
    Vacancy,
)
from jobunivers.rooms.vacancies.queries.index import day_number, reader
from jobunivers.rooms.vacancies.queries.parameters import Parameters
from jobunivers.rooms.vacancies.queries.searching import asked_of_index

_MOST_FOUND = 1_000
_MOST_COUNTED = 100
# What a source brings later than so many days after it was published is no news any more.
_LATE_DAYS = 30
_AT_A_TIME = 5_000


@dataclass(frozen=True, slots=True)
class Arrived:
    """What came in during a while: when each advertisement came, and the first day of any."""

    at: dict[int, datetime]
    first_day: int


@dataclass(frozen=True, slots=True)
class Answered:
    """One saved search with the new advertisements that answer it, newest first."""

    saved: SavedSearch
    vacancy_ids: list[int]


def arrived(*, since: datetime, until: datetime) -> Arrived:
    """Return the open advertisements that the kommune may see and that came in since then."""
    rows = Vacancy.objects.filter(
        created_at__gt=since,
        created_at__lte=until,
        closed_at=None,
        expires_at__gt=until,
        duplicate_of=None,
    ).order_by()
    first = rows.aggregate(first=Min("published_at"))["first"]
    day = max(day_number(first or since), day_number(since) - _LATE_DAYS)
    return Arrived(dict(rows.values_list("pk", "created_at")), day)


def answered(
    *, news: Arrived, owner: int, at: datetime, rhythm: AlertRhythm = AlertRhythm.DAILY
) -> Iterator[Answered]:
    """Yield the saved searches of a rhythm that news answer. The same search of many is asked once.

    What she has seen since (she opened the search), hidden or applied for is no news to her. A
    search that nothing answers as it stands is not stretched. NoIndex: nothing can be said yet.
    """
    if not news.at:
        return
    kept: dict[str, list[int]] = {}
    searches = SavedSearch.objects.filter(rhythm=rhythm).order_by("pk")
    last = 0
    while some := list(searches.filter(pk__gt=last)[:_AT_A_TIME]):
        last = some[-1].pk
        away = away_from([one.citizen_id for one in some], list(news.at))
        for saved in some:
            if saved.query not in kept:
                kept[saved.query] = found_by(saved.query, news, owner, at=at)
            fresh = [
                pk
                for pk in kept[saved.query]
                if news.at[pk] > saved.opened_at and pk not in away[saved.citizen_id]
            ]
            if fresh:
                yield Answered(saved, fresh)


def found_by(query: str, news: Arrived, owner: int, *, at: datetime) -> list[int]:
    """Return the news that answer a search, as its page would: a misspelt word is read as there.

    What a narrow look at the news alone would make of the words (few hits are stretched) is not
    taken: first the whole index says how the words are meant.
    """
    asked = asked_of_index(Parameters.read(QueryDict(query)), owner=owner, at=at)
    if asked is None:
        return []
    try:
        meant = reader().search(replace(asked, page=1, per_page=1, facets=False))
        if meant.relaxed or not meant.total:
            return []
        found: dict[int, None] = {}
        for text in dict.fromkeys([asked.text, meant.corrected or asked.text]):
            answer = reader().search(_narrow(replace(asked, text=text), news))
            if not answer.relaxed and bool(answer.begun) <= bool(meant.begun):
                found |= dict.fromkeys(hit.id for hit in answer.hits if hit.id in news.at)
    except NoIndex:
        return []
    return list(found)


def _narrow(search: Search, news: Arrived) -> Search:
    return replace(
        search,
        ranges={**search.ranges, "published": (news.first_day, None)},
        sort="newest",
        page=1,
        per_page=_MOST_FOUND,
        facets=False,
        correct=False,
    )


def away_from(citizen_ids: Sequence[int], vacancy_ids: Sequence[int]) -> dict[int, set[int]]:
    """Return what each has hidden or applied for, of these."""
    found: dict[int, set[int]] = defaultdict(set)
    for model in (Hidden, Application):
        rows = model.objects.filter(citizen_id__in=citizen_ids, vacancy_id__in=vacancy_ids)
        for citizen_id, vacancy_id in rows.order_by().values_list("citizen_id", "vacancy_id"):
            if vacancy_id is not None:
                found[citizen_id].add(vacancy_id)
    return found


def still_open(*, vacancy_ids: Sequence[int], at: datetime) -> bool:
    """Say whether any of the advertisements can still be applied for."""
    rows = Vacancy.objects.filter(pk__in=list(vacancy_ids), closed_at=None, expires_at__gt=at)
    return rows.exists()


def news_of(*, searches: Sequence[SavedSearch], owner: int, at: datetime) -> dict[int, int]:
    """Return how many jobs have come in each search of hers since she looked, by its number.

    At most a hundred are counted; nothing while there is no index.
    """
    hits = {one.pk: _since_look(one, owner, at=at) for one in searches}
    ids = {pk for found in hits.values() for pk in found}
    if not ids:
        return {}
    rows = Vacancy.objects.filter(pk__in=ids, closed_at=None, duplicate_of=None).order_by()
    came = dict(rows.values_list("pk", "created_at"))
    away = away_from([searches[0].citizen_id], list(ids))[searches[0].citizen_id]
    return {
        one.pk: sum(
            pk in came and came[pk] > one.opened_at and pk not in away for pk in hits[one.pk]
        )
        for one in searches
    }


def _since_look(saved: SavedSearch, owner: int, *, at: datetime) -> list[int]:
    asked = asked_of_index(Parameters.read(QueryDict(saved.query)), owner=owner, at=at)
    if asked is None:
        return []
    since = Arrived({}, day_number(saved.opened_at) - _LATE_DAYS)
    try:
        answer = reader().search(replace(_narrow(asked, since), per_page=_MOST_COUNTED))
    except NoIndex:
        return []
    return [] if answer.relaxed else [hit.id for hit in answer.hits]
