# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kommune of the work at hand, told to Python and to PostgreSQL at once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Protocol, TypeVar

from django.db import connection, transaction
from django.db.models import Expression, F, Func, TextField, Value
from django.db.models.functions import Cast

_current: ContextVar[int | None] = ContextVar("municipality", default=None)
_writes_shared: ContextVar[bool] = ContextVar("writes_shared", default=False)


class _HasNumber(Protocol):
    """A kommune, as far as it is needed here."""

    @property
    def pk(self) -> int:
        """Return its number."""


_Found = TypeVar("_Found", bound=_HasNumber)


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
    with _working(lambda: _told(municipality_id)):
        yield


@contextmanager
def working_where(find: Callable[[], _Found | None]) -> Iterator[_Found | None]:
    """Do everything inside on behalf of the kommune that `find` finds, in one transaction.

    `find` tells PostgreSQL which it is in the same question (`tells`): a request needs no other.
    Where it finds none, nothing of any kommune can be read inside.
    """
    with _working(find) as found:
        yield found


def tells(municipality_id: Expression | F) -> Func:
    """Return what makes a question tell PostgreSQL which kommune is worked for from then on.

    The question must give one row: the last row's kommune is the one that holds.
    """
    return Func(
        Value("jobunivers.municipality"),
        Cast(municipality_id, TextField()),
        Value(value=True),
        function="set_config",
        output_field=TextField(),
    )


@contextmanager
def _working(find: Callable[[], _Found | None]) -> Iterator[_Found | None]:
    before = _current.get()
    outermost = not connection.in_atomic_block
    token = _current.set(before)
    try:
        with transaction.atomic():
            found = find()
            _current.set(None if found is None else found.pk)
            yield found
            # set_config(…, true) lasts to the end of the transaction, not of this block; what is
            # rolled back takes it back by itself, and can be told nothing more.
            if not outermost and not connection.needs_rollback:
                _tell("jobunivers.municipality", "" if before is None else str(before))
    finally:
        _current.reset(token)


@dataclass(frozen=True, slots=True)
class _Told:
    """A kommune that PostgreSQL has been told of by its number."""

    pk: int


def _told(municipality_id: int) -> _Told:
    _tell("jobunivers.municipality", str(municipality_id))
    return _Told(municipality_id)


@contextmanager
def writing_shared() -> Iterator[None]:
    """Allow writing rows that belong to the whole country, in one transaction.

    Inside another one it changes nothing: the outer one ends it.
    """
    outer = _writes_shared.get() and connection.in_atomic_block
    token = _writes_shared.set(True)
    try:
        with transaction.atomic():
            if not outer:
                _tell("jobunivers.writes_shared", "on")
            yield
            # What is rolled back takes it back by itself, and can be told nothing more.
            if not outer and not connection.needs_rollback:
                _tell("jobunivers.writes_shared", "")
    finally:
        _writes_shared.reset(token)


def current_municipality_id() -> int:
    """Return the kommune being worked for; raise NoMunicipality when there is none."""
    if (municipality_id := _current.get()) is None:
        raise NoMunicipality
    return municipality_id


def municipality_id_or_none() -> int | None:
    """Return the kommune being worked for, or None outside any."""
    return _current.get()


@contextmanager
def pretending(municipality_id: int | None) -> Iterator[None]:
    """Let Python alone take a kommune for the one worked for, while a question is put together.

    PostgreSQL is told nothing, so nothing can be read or written for it.
    """
    token = _current.set(municipality_id)
    try:
        yield
    finally:
        _current.reset(token)


def _tell(setting: str, value: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true)", [setting, value])
