# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Of whom something is due to go, by which step and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import connection
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone
from psycopg import sql

from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.identity import queries as identity
from jobunivers.rooms.retention.models import LEFT, NAME, Ended, Hold, Told, Way

NOTICE = timedelta(days=30)
LONGER = timedelta(days=182)
"""Half a year: so much longer she may keep it, once."""
GONE = "–"
"""What stands in place of a name that has gone."""
_CONTACT = ("identity", "notices")  # families whose rows about staff themselves go when they leave


def _free(day: date, days: int) -> QuerySet[Ended]:
    held = Hold.objects.filter(person_id=OuterRef("person_id"), lifted_at=None)
    return Ended.objects.filter(ended_on__lte=day - timedelta(days=days)).exclude(Exists(held))


def to_tell(*, code: str, days: int, today: date) -> QuerySet[Ended]:
    """Return the ends of citizens to be told now that this step comes in 30 days, or is over."""
    told = Told.objects.filter(
        citizen_id=OuterRef("person_id"), ended_on=OuterRef("ended_on"), code=code
    )
    found = _free(today + NOTICE, days).filter(is_citizen=True).exclude(Exists(told))
    return found.order_by("person_id")


def due(*, code: str, days: int, today: date) -> list[int]:
    """Return the people whose step is due today: told in time, and held back by nothing."""
    found = _free(today, days)
    if code in {LEFT, NAME}:
        found = found.filter(is_citizen=False)
    else:
        before = timezone.make_aware(datetime.combine(today - NOTICE, time.max))
        told = Told.objects.filter(
            citizen_id=OuterRef("person_id"),
            ended_on=OuterRef("ended_on"),
            code=code,
            told_at__lte=before,
            goes_on__lte=today,
        )
        told = told.filter(Q(by_letter=False) | Q(letter_sent_at__lte=before))
        found = found.filter(Exists(told), is_citizen=True)
    return list(found.order_by("person_id").values_list("person_id", flat=True))


def nameless(ids: Sequence[int]) -> list[int]:
    """Return those of people who stopped that still have a name, and whom no row names any more."""
    names = identity.names(ids=ids) if ids else {}
    asked = [one for one in ids if one in names and names[one][0] != GONE]
    if not asked:
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT retention_nameless(%s::bigint[])", [asked])
        (found,) = cursor.fetchone() or ([],)
    return sorted(found)


def already_gone(*, ids: Sequence[int], ways: Sequence[Way]) -> set[int]:
    """Return those of the people of whom this step finds nothing more."""
    left: set[int] = set()
    for way in ways:
        left |= rows_of(way, ids).people
        if len(left) == len(ids):
            return set()
    return set(ids) - left


@dataclass(frozen=True, slots=True)
class Counted:
    """How many rows of a model, of whom, and from which month to which."""

    rows: int
    oldest: str = ""
    newest: str = ""
    people: frozenset[int] = frozenset()


def rows_of(way: Way, ids: Sequence[int]) -> Counted:
    """Count the rows of a model that lead to these people."""
    if not ids:
        return Counted(0)
    subject, place = _led(way)
    with connection.cursor() as cursor:
        cursor.execute(
            sql.SQL(
                "SELECT count(*), to_char(min({at}), 'YYYY-MM'), to_char(max({at}), 'YYYY-MM'), "
                "array_agg(DISTINCT {subject}) FROM {table}"
            ).format(
                at=sql.Identifier("t", way.at) if way.at else sql.SQL("NULL::date"),
                subject=subject,
                table=place,
            )
            + (
                sql.SQL(" AND t.municipality_id = {}").format(current_municipality_id())
                if way.has_kommune
                else sql.SQL("")
            ),
            [list(ids)],
        )
        rows, oldest, newest, people = cursor.fetchone() or (0, None, None, None)
    return Counted(rows, oldest or "", newest or "", frozenset(people or ()))


def _led(way: Way) -> tuple[sql.Composed, sql.Composed]:
    """Return the column of the person's number, and the tables joined to it with its condition."""
    place = sql.SQL("{} t").format(sql.Identifier(way.table))
    alias, path = "t", list(way.path)
    while len(path) > 1:
        column, table, key, path = path[0], path[1], path[2], path[3:]
        following = f"{alias}x"
        place += sql.SQL(" JOIN {} {} ON {} = {}").format(
            sql.Identifier(table),
            sql.Identifier(following),
            sql.Identifier(following, key),
            sql.Identifier(alias, column),
        )
        alias = following
    subject = sql.Composed([sql.Identifier(alias, path[0])])
    return subject, place + sql.SQL(" WHERE {} = ANY(%s)").format(subject)


def too_old(way: Way, before: date) -> Counted:
    """Count the rows of a model that are older than a day."""
    with connection.cursor() as cursor:
        cursor.execute(
            sql.SQL(
                "SELECT count(*), to_char(min({at}), 'YYYY-MM'), to_char(max({at}), 'YYYY-MM') "
                "FROM {table} WHERE municipality_id = %s AND {at} < %s"
            ).format(at=sql.Identifier(way.at), table=sql.Identifier(way.table)),
            [current_municipality_id(), before],
        )
        rows, oldest, newest = cursor.fetchone() or (0, None, None)
    return Counted(rows, oldest or "", newest or "")


def ways_of(code: str) -> QuerySet[Way]:
    """Return the ways of a step, in the order they are gone; as the database's function does."""
    found = Way.objects.exclude(path=[])
    if code == LEFT:
        contact = Q(of_citizens=True, family__in=_CONTACT)
        found = found.filter(Q(clock="left") | contact).exclude(path=[F("key")])
    elif code == "end":
        found = found.filter(of_citizens=True)
    else:
        found = found.filter(of_citizens=True, clock="journey", code=code).exclude(path=["id"])
    return found.order_by("family", "rank", "label")


def aged_ways() -> QuerySet[Way]:
    """Return the ways of rows that go by their own age."""
    found = Way.objects.filter(clock="row", then="delete", has_kommune=True).exclude(at="")
    return found.order_by("family", "rank", "label")
