# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may write advertisements, one at a time, and the numbers their changes get."""

from collections.abc import Iterable
from contextlib import AbstractContextManager

from django.db import connection

from jobunivers.foundation.tenancy import working_for, writing_shared

# Serialises all writers of vacancies, so that change numbers become visible in order.
_WRITERS_LOCK = 7_418_001


def writing(municipality_id: int | None) -> AbstractContextManager[None]:
    """Return the right to write rows of a kommune, or of the whole country."""
    return writing_shared() if municipality_id is None else working_for(municipality_id)


def lock_writers() -> None:
    """Wait for and keep the right to write vacancies, to the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_WRITERS_LOCK])


def next_changes(count: int) -> list[int]:
    """Return the next change numbers. The writers' lock must be held."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval('vacancies_change_seq') FROM generate_series(1, %s)", [count]
        )
        return [number for (number,) in cursor.fetchall()]


def last_change() -> int:
    """Return the newest change number given out; 0 when there is none."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM vacancies_change_seq"
        )
        return int(cursor.fetchone()[0])


def settled_change() -> int:
    """Return a change number up to which everything is visible, waiting for who is writing."""
    with writing_shared():
        lock_writers()
        return last_change()


def touch(ids: Iterable[int]) -> None:
    """Give rows a new change number, so that the index reads them. The lock must be held."""
    wanted = list(ids)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE vacancies_vacancy SET change = nextval('vacancies_change_seq')"
            " WHERE id = ANY(%s)",
            [wanted],
        )
