# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Prepared questions whose plan the database keeps too.

A page's questions are small: to plan one takes the database three times as long as to answer it.
Each connection is told a question once (`PREPARE`) and from then on is given the values alone
(`EXECUTE`), still several in one message. The database says which of a question's plans is kept.

A value has the type that its text would have had, so that the question is the same; one whose
values have no such type, or that the database will not take this way, is sent as text as ever.
Connections are the program's own: behind a pooler that changes them within a session there is
nothing to be kept.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from weakref import WeakKeyDictionary

import psycopg
from django.db import connection
from psycopg.types.numeric import Int2, Int4, Int8

_PLACE = re.compile(r"%(s|%)")
_TABLE = re.compile(r'(?:FROM|JOIN) "\w+"')
_INTEGER = range(-(2**31), 2**31)
_MOST = 1_000  # of a connection: each plan lies in its memory; what is more is sent as text
_TYPES = {
    Int2: "smallint", Int4: "integer", Int8: "bigint", bool: "boolean", datetime: "timestamptz",
    date: "date", str: "unknown",
}  # fmt: skip
# Of each connection: what its questions are called there; None for one that is sent as text.
_told: WeakKeyDictionary[Any, dict[tuple[str, tuple[str, ...]], str | None]] = WeakKeyDictionary()


def known_as(sql: str, fixed: Sequence[Any]) -> str:
    """Return what tells a question from all others: its SQL, and the values that never change.

    Two questions may have the same SQL: one asks for citizens, the other for advisers.
    """
    return f"{sql}\n{fixed!r}"


def written(
    cursor: Any, question: str, sql: str, given: Sequence[Any], places: Sequence[int]
) -> str:
    """Return a question as it is sent.

    Args:
        cursor: of the connection that it goes to.
        question: which it is, as `known_as` says.
        sql: with `%s` for each value.
        given: all values, in their order.
        places: which of them are other ones at the next asking, rising.
    """
    values = [given[place] for place in places]
    types = _types(values)
    if types is not None:
        told = _told.setdefault(connection.connection, {})
        key = (question, types)
        if key not in told and len(told) < _MOST:
            told[key] = _tell(cursor, sql, given, places, types, number=len(told))
        if (name := told.get(key)) is not None:
            return name.replace("()", _in_brackets(cursor, values), 1)
    return str(cursor.mogrify(sql, given))


def _types(values: Sequence[Any]) -> tuple[str, ...] | None:
    found = []
    for value in values:
        if type(value) is int:
            found.append("integer" if value in _INTEGER else "bigint")
        elif (name := _TYPES.get(type(value))) is not None:
            found.append(name)
        else:
            return None
    return tuple(found)


def _in_brackets(cursor: Any, values: Sequence[Any]) -> str:
    if not values:
        return ""
    return str(cursor.mogrify(f"({', '.join(['%s'] * len(values))})", values))


def _tell(
    cursor: Any,
    sql: str,
    given: Sequence[Any],
    places: Sequence[int],
    types: Sequence[str],
    *,
    number: int,
) -> str | None:
    """Tell the connection a question; return how it is asked for from now on, None if it is not."""
    name = f"kept_{number}"
    declared = f"({', '.join(types)})" if types else ""
    asked = _with_numbers(cursor, sql, given, places)
    try:
        # What the database refuses must not take the page's transaction with it.
        with connection.connection.transaction(), connection.connection.cursor() as own:
            own.execute(f"PREPARE {name}{declared} AS {asked}")
    except psycopg.Error:
        return None
    # Whoever reads a log sees what is asked.
    tables = " ".join(dict.fromkeys(_TABLE.findall(sql)))
    return f"EXECUTE {name}() /* {tables} */"


def _with_numbers(cursor: Any, sql: str, given: Sequence[Any], places: Sequence[int]) -> str:
    """Return the question with `$1`, `$2` in the places; what never changes stands as it is."""
    numbers = {place: number for number, place in enumerate(places, start=1)}
    values = iter(range(len(given)))

    def one(found: re.Match[str]) -> str:
        if found[1] == "%":
            return "%"
        place = next(values)
        if place in numbers:
            return f"${numbers[place]}"
        return str(cursor.mogrify("%s", [given[place]]))

    return _PLACE.sub(one, sql)
