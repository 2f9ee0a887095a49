# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kommune of the work at hand, told to Python and to PostgreSQL at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection, transaction

_current: ContextVar[int | None] = ContextVar("municipality", default=None)


class NoMunicipality(Exception):  # noqa: N818 - it reads as what happened
    """A tenant table was asked for with no kommune chosen."""


@contextmanager
def working_for(municipality_id: int | None) -> Iterator[None]:
    """Do everything inside on behalf of one kommune, in one transaction.

    Raises:
        NoMunicipality: there is none; a row of the whole country was taken for a kommune's.
    """
    if municipality_id is None:
        raise NoMunicipality
    before = _current.get()
    token = _current.set(municipality_id)
    try:
        with transaction.atomic():
            _tell("jobunivers.municipality", str(municipality_id))
            yield
            # set_config(…, true) lasts to the end of the transaction, not of this block;
            # what is rolled back takes it back by itself, and can be told nothing more.
            if not connection.needs_rollback:
                _tell("jobunivers.municipality", "" if before is None else str(before))
    finally:
        _current.reset(token)


@contextmanager
def writing_shared() -> Iterator[None]:
    """Allow writing rows that belong to the whole country, in one transaction."""
    with transaction.atomic():
        _tell("jobunivers.writes_shared", "on")
        yield
        _tell("jobunivers.writes_shared", "")


def current_municipality_id() -> int:
    """Return the kommune being worked for; raise NoMunicipality when there is none."""
    if (municipality_id := _current.get()) is None:
        raise NoMunicipality
    return municipality_id


def municipality_id_or_none() -> int | None:
    """Return the kommune being worked for, or None outside any."""
    return _current.get()


def _tell(setting: str, value: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true)", [setting, value])
