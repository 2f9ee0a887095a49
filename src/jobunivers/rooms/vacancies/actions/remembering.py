# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her searches of the last thirty days: written as she searches, forgotten when she says so."""

from datetime import datetime, timedelta

from django.db import connection, transaction

from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.rooms.vacancies.models import NoHistory, PastSearch

DAYS_KEPT = 30
MOST_KEPT = 100
_SAME_WORD = timedelta(minutes=2)
# The words on their way to these ones, typed a moment ago with the same choices, give place.
_MAKE_ROOM = """
    DELETE FROM vacancies_pastsearch
    WHERE municipality_id = %(kommune)s AND citizen_id = %(citizen)s AND last_at > %(lately)s
      AND others = %(others)s AND words <> %(words)s AND times = 1 AND words <> ''
      AND (starts_with(%(words)s, words) OR starts_with(words, %(words)s))
"""
_WRITE = """
    INSERT INTO vacancies_pastsearch
        (municipality_id, citizen_id, query, words, others, last_at, times)
    SELECT %(kommune)s, %(citizen)s, %(query)s, %(words)s, %(others)s, %(at)s, 1
    WHERE NOT EXISTS (
        SELECT 1 FROM vacancies_nohistory
        WHERE municipality_id = %(kommune)s AND citizen_id = %(citizen)s
    )
    ON CONFLICT (municipality_id, citizen_id, query)
    DO UPDATE SET last_at = EXCLUDED.last_at, times = vacancies_pastsearch.times + 1
    WHERE vacancies_pastsearch.last_at <= %(lately)s
"""


@transaction.atomic
def remember_search(*, citizen_id: int, query: str, words: str, others: str, at: datetime) -> None:
    """Write a search down, unless she has switched it off. The same search stands once.

    Within two minutes the same search again is the same look at it: paging, sorting, going back.
    """
    told: dict[str, int | str | datetime] = {
        "kommune": current_municipality_id(),
        "citizen": citizen_id,
        "query": query,
        "words": words,
        "others": others,
        "at": at,
        "lately": at - _SAME_WORD,
    }
    with connection.cursor() as cursor:
        if words:
            cursor.execute(_MAKE_ROOM, told)
        cursor.execute(_WRITE, told)


@transaction.atomic
def forget_past_searches(*, citizen_id: int, ids: list[int] | None = None) -> int:
    """Delete some of her past searches, or all of them; return how many."""
    rows = PastSearch.objects.filter(citizen_id=citizen_id)
    return (rows if ids is None else rows.filter(pk__in=ids)).delete()[0]


@transaction.atomic
def keep_history(*, citizen_id: int, wanted: bool, at: datetime) -> None:
    """Remember her searches from now on, or not; switching off deletes what there is."""
    if wanted:
        NoHistory.objects.filter(citizen_id=citizen_id).delete()
        return
    NoHistory.objects.get_or_create(citizen_id=citizen_id, defaults={"since": at})
    PastSearch.objects.filter(citizen_id=citizen_id).delete()


def forget_old_searches(*, at: datetime) -> int:
    """Delete the kommune's past searches that are too old, or too many; return how many."""
    old = PastSearch.objects.filter(last_at__lt=at - timedelta(days=DAYS_KEPT)).delete()[0]
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM vacancies_pastsearch WHERE municipality_id = %s AND id IN ("
            " SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY citizen_id"
            " ORDER BY last_at DESC, id DESC) AS place FROM vacancies_pastsearch"
            " WHERE municipality_id = %s) AS placed WHERE place > %s)",
            [current_municipality_id(), current_municipality_id(), MOST_KEPT],
        )
        return old + int(cursor.rowcount)
