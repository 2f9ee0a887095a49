# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She follows and stops; each night those who follow are told what is new from it."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby

import numpy as np
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.notices import actions as notices
from jobunivers.foundation.places import homes
from jobunivers.foundation.search.geo import distance_km
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.rooms.vacancies.models import Followed, FollowKind, Vacancy
from jobunivers.rooms.vacancies.queries import alerts
from jobunivers.rooms.vacancies.queries.following import (
    NEWS_FOR,
    NEWS_KEPT,
    SURE,
    Target,
    news_of,
    theme_query,
)

NEWS_FROM_FOLLOWED = "vacancies.followed_news"
MOST_FOLLOWED = 60
_AT_A_TIME = 2_000
_MOST_LOOKED_AT = 500  # of a field's newest, to find those she can get to
_NAMED = 20  # advertisements that a notice is about
_TABLE = Followed._meta.db_table  # noqa: SLF001 - Django's documented model meta
_KEEP = f"""
    UPDATE {_TABLE} SET news = u.news::jsonb
    FROM unnest(%s::bigint[], %s::text[]) AS u(id, news)
    WHERE {_TABLE}.id = u.id AND municipality_id = %s
"""  # noqa: S608 - the table's name is ours


class FollowsTooMuch(Exception):  # noqa: N818 - it reads as what happened
    """She follows as much as can be told of; she may stop following something first."""


@transaction.atomic
def follow(*, citizen_id: int, target: Target, at: datetime) -> Followed:
    """Follow something; following it twice is following it once. Raises FollowsTooMuch."""
    known = _row_of(citizen_id, target)
    if known is not None:
        return known
    if Followed.objects.filter(citizen_id=citizen_id).count() >= MOST_FOLLOWED:
        raise FollowsTooMuch
    row = Followed(
        citizen_id=citizen_id,
        kind=target.kind,
        value=target.value,
        employer_id=target.employer_id,
        name_da=target.name_da,
        name_en=target.name_en,
        news=news_of(target, owner=current_municipality_id(), at=at),
        at=at,
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:  # a double click: the first one stands
        first = _row_of(citizen_id, target)
        if first is None:
            raise
        return first
    _record("vacancies.followed", row, at=at)
    return row


def _row_of(citizen_id: int, target: Target) -> Followed | None:
    rows = Followed.objects.filter(citizen_id=citizen_id, kind=target.kind, value=target.value)
    if target.employer_id is not None:
        rows = rows.filter(employer_id=target.employer_id)
    return rows.order_by("pk").first()


@transaction.atomic
def stop_following(*, row: Followed, at: datetime) -> None:
    """Follow it no longer."""
    gone, _ = Followed.objects.filter(pk=row.pk).delete()
    if gone:
        _record("vacancies.unfollowed", row, at=at)


def _record(kind: str, row: Followed, *, at: datetime) -> None:
    events.record(
        kind,
        at=at,
        citizen_id=row.citizen_id,
        actor_id=row.citizen_id,
        data={"followed_id": row.pk, "kind": str(row.kind)},
    )


def tell_of_followed(*, since: datetime, at: datetime) -> int:
    """Tell the kommune's people what came in since then from what they follow.

    Returns how many notices were made: one for each who has news, the same again for a day is one.
    The day's advertisements are read once; the same words of many are asked of the index once.
    """
    news = _News.read(since=since, at=at)
    made = 0
    for people in _batches(Followed.objects.order_by("citizen_id", "pk").iterator(_AT_A_TIME)):
        made += _tell_some(people, news, at=at) if news.at else 0
    return made


def _batches(rows: Iterable[Followed]) -> Iterator[dict[int, list[Followed]]]:
    """Yield people with all that they follow, some at a time."""
    batch: dict[int, list[Followed]] = {}
    for citizen_id, hers in groupby(rows, key=lambda row: row.citizen_id):
        batch[citizen_id] = list(hers)
        if len(batch) == _AT_A_TIME:
            yield batch
            batch = {}
    if batch:
        yield batch


def _tell_some(people: Mapping[int, list[Followed]], news: "_News", *, at: datetime) -> int:
    away = alerts.away_from(list(people), list(news.at))
    reaches = homes.reaches_of(list(people))
    keep: dict[int, list[int]] = {}
    wanted = []
    for citizen_id, rows in people.items():
        told: dict[int, None] = {}
        names: dict[str, None] = {}
        for row in rows:
            found = news.of(row, reaches.get(citizen_id))
            if found:
                keep[row.pk] = list(dict.fromkeys([*found, *row.news]))[:NEWS_KEPT]
            fresh = [pk for pk in found if pk not in away[citizen_id] and news.at[pk] > row.at]
            if fresh:
                told |= dict.fromkeys(fresh)
                names[row.name_da] = None
        if told:
            wanted.append(_notice(citizen_id, list(told), list(names), timezone.localdate(at)))
    _keep(keep)
    return len(notices.notify_many(wanted, at=at))


def _notice(citizen_id: int, ids: list[int], names: list[str], day: date) -> notices.Wanted:
    return notices.Wanted(
        person_id=citizen_id,
        kind=NEWS_FROM_FOLLOWED,
        data={
            "count": len(ids),
            "name": names[0],
            "others": len(names) - 1,
            "vacancy_ids": ids[:_NAMED],
        },
        path="foelger/",
        key=f"followed:{day}",
    )


def _keep(news: Mapping[int, Sequence[int]]) -> None:
    """Write what is new beside each thing that is followed, in one statement."""
    if not news:
        return
    told = [json.dumps(list(ids)) for ids in news.values()]
    with connection.cursor() as cursor:
        cursor.execute(_KEEP, [list(news), told, current_municipality_id()])


@dataclass(slots=True)
class _News:
    """The day's advertisements, by all that can be followed; newest first."""

    at: dict[int, datetime]
    arrived: alerts.Arrived
    moment: datetime
    by_code: dict[tuple[str, object], list[int]]
    points: dict[int, tuple[float, float]]
    themes: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def read(cls, *, since: datetime, at: datetime) -> "_News":
        """Read what came in since then, but no longer ago than news are news."""
        arrived = alerts.arrived(since=max(since, at - NEWS_FOR), until=at)
        by_code: dict[tuple[str, object], list[int]] = defaultdict(list)
        points: dict[int, tuple[float, float]] = {}
        rows = Vacancy.objects.filter(pk__in=list(arrived.at)).order_by("-created_at", "-pk")
        columns = ("pk", "employer_id", "area", "occupation_uri", "occupation_confidence",
                   "latitude", "longitude")  # fmt: skip
        for pk, employer, area, uri, sure, lat, lon in rows.values_list(*columns):
            by_code[FollowKind.EMPLOYER, employer].append(pk)
            by_code[FollowKind.AREA, area].append(pk)
            if sure >= SURE:
                by_code[FollowKind.OCCUPATION, uri].append(pk)
            if lat is not None and lon is not None:
                points[pk] = (lat, lon)
        return cls(arrived.at, arrived, at, by_code, points)

    def of(self, row: Followed, reach: homes.Reach | None) -> list[int]:
        """Return what is new from a thing: from an employer all, else what she can get to."""
        if row.kind == FollowKind.EMPLOYER:
            return self.by_code.get((row.kind, row.employer_id), [])
        if row.kind == FollowKind.THEME:
            if row.value not in self.themes:
                self.themes[row.value] = alerts.found_by(
                    theme_query(row.name_da), self.arrived, current_municipality_id(),
                    at=self.moment,
                )  # fmt: skip
            found = self.themes[row.value]
        else:
            found = self.by_code.get((row.kind, row.value), [])[:_MOST_LOOKED_AT]
        return found if reach is None else self._near(found, reach)

    def _near(self, ids: list[int], reach: homes.Reach) -> list[int]:
        """Return those within her reach, and those whose place nobody knows."""
        placed = [pk for pk in ids if pk in self.points]
        if not placed:
            return ids
        lats, lons = np.array([self.points[pk] for pk in placed]).T
        km = distance_km(reach.lat, reach.lon, lats, lons)
        far = {pk for pk, one in zip(placed, km, strict=True) if one > reach.max_km}
        return [pk for pk in ids if pk not in far]
