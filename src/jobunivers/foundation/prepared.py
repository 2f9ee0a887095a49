# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questions to the database that are put together once, and asked with new values ever after.

Half of what a page costs that asks many things is Django making the same SQL anew. A function of
values that returns a queryset is marked `@prepared`: the queryset is made the first time, with
stand-ins for the values, and what is kept is its SQL with a place for each of them.

    @prepared
    def latest_applications(*, citizen_id: int) -> QuerySet[Application]:
        return Application.objects.filter(citizen_id=citizen_id).order_by("-changed_at", "-pk")[:4]

Values are whole numbers, moments, dates, and lists of numbers or of texts. What is true or false,
a text or nothing makes another question, and so does the number of a list's values, in steps. The
kommune worked for is a value that all have. The function must not look at its values: not compare
them, not count them, not reckon with them, and not ask the clock. Of moments and days alone it may
take others that lie as far away whatever they are: thirty days before, the day of a moment, eight
o'clock of a day. It is made twice with different stand-ins; a place that does not follow them is
refused.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import wraps
from typing import Any, Generic, ParamSpec, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet
from django.db.models.sql.compiler import SQLCompiler
from django.utils import translation

from jobunivers.foundation import plans
from jobunivers.foundation.placing import CannotBePrepared, Place, place_of
from jobunivers.foundation.tenancy import current

__all__ = [
    "CannotBePrepared", "KeptWrongly", "Prepared", "Said", "checks", "compiled", "prepared",
    "prepared_list",
]  # fmt: skip

P = ParamSpec("P")
R = TypeVar("R")
Said = tuple[str, tuple[Any, ...]]
_MOST_SHAPES = 256
_LISTS = (list, tuple, set, frozenset)
_VALUES = (int, datetime, date)

# Tests set it: each question is then made by Django as well, and must say the same.
checks = False


class KeptWrongly(AssertionError):  # noqa: N818
    """A question that is kept is not the one that Django makes of the same values."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """A question as it is kept; `sql` is None for one that can have no rows."""

    queryset: "QuerySet[Any, Any]"
    compiler: SQLCompiler
    sql: str | None
    params: tuple[Any, ...]
    places: tuple[int, ...]
    known_as: str
    converters: dict[tuple[int, ...], Any] = field(default_factory=dict)

    def said(self, values: Sequence[Any]) -> Said | None:
        """Return the SQL, and the values in their places."""
        if self.sql is None:
            return None
        return self.sql, tuple(
            one.kind(values[one.value]) if type(one) is Place else one for one in self.params
        )

    def rows(self, answer: list[tuple[Any, ...]]) -> list[Any]:
        """Make rows of the database's answer as the queryset would."""
        compiler = _copy(self.compiler)
        compiler.connection = connections[DEFAULT_DB_ALIAS]
        compiler.execute_sql = lambda *_, **__: [answer]
        compiler.get_converters = self._converters_of
        query = _copy(self.queryset.query)
        query.get_compiler = lambda *_, **__: compiler
        own = _copy(self.queryset)
        own._query = query  # noqa: SLF001 - what `query` sets, without looking at it first
        return list(own._iterable_class(own))  # noqa: SLF001

    def _converters_of(self, columns: Sequence[Any]) -> Any:
        """Return what makes Python's values of the columns' values: found out once."""
        # The columns are the kept compiler's own, so each is known by which object it is.
        key = tuple(map(id, columns))
        if key not in self.converters:
            self.converters[key] = self.compiler.get_converters([*columns])
        return self.converters[key]


def _copy(one: Any) -> Any:
    """Return another of the same parts; `copy.copy` would ask the database."""
    other = object.__new__(type(one))
    other.__dict__ = dict(one.__dict__)
    return other


class Prepared(Generic[R]):
    """One asking of a prepared question; a list of its rows once it is answered.

    It cannot be made narrower: that would be another question.
    """

    __slots__ = ("_rows", "_shape", "_values")

    def __init__(self, shape: _Shape, values: Sequence[Any]) -> None:
        self._shape, self._values = shape, values
        self._rows: list[R] | None = None

    @property
    def answered(self) -> bool:
        """Say whether its rows are there."""
        return self._rows is not None

    def said(self) -> Said | None:
        """Return its SQL and values; None when it can have no rows."""
        return self._shape.said(self._values)

    @property
    def places(self) -> tuple[int, ...]:
        """Return which of the SQL's values are others at the next asking."""
        return self._shape.places

    @property
    def known_as(self) -> str:
        """Return what tells it from all other questions, whatever its values."""
        return self._shape.known_as

    def take(self, answer: list[tuple[Any, ...]] | None) -> None:
        """Take the database's answer; None for a question that can have no rows."""
        self._rows = [] if answer is None else self._shape.rows(answer)

    def rows(self) -> list[R]:
        """Return its rows, asked for now when nobody has."""
        if self._rows is None:
            from jobunivers.foundation import together

            together.ask([self])
        return self._rows or []

    def first(self) -> R | None:
        """Return the first row, or None."""
        return next(iter(self), None)

    def __iter__(self) -> Iterator[R]:
        return iter(self.rows())

    def __len__(self) -> int:
        return len(self.rows())

    def __getitem__(self, at: int) -> R:
        return self.rows()[at]


def prepared(make: "Callable[P, QuerySet[Any, R]]") -> Callable[P, Prepared[R]]:
    """Let a question be put together once; see the module.

    Raises:
        CannotBePrepared: at the first asking, when the function looks at its values.
    """
    several = prepared_list(lambda **kwargs: [make(**kwargs)], name=make.__name__)  # type: ignore[call-arg]

    @wraps(make)
    def asked(*args: P.args, **kwargs: P.kwargs) -> Prepared[R]:
        if args:
            raise TypeError(f"{make.__name__} takes its values by name.")
        return several(**kwargs)[0]

    return asked


Several = Callable[..., "Sequence[QuerySet[Any, Any]]"]


def prepared_list(make: Several, *, name: str) -> "Callable[..., list[Prepared[Any]]]":
    """Let several questions that one function makes be put together once.

    `name` is said where they cannot be kept.
    """
    kept: dict[Any, list[_Shape]] = {}

    def asked(**kwargs: Any) -> list[Prepared[Any]]:
        kommune = current.municipality_id_or_none()
        key: list[Any] = [kommune is None, translation.get_language()]
        values: list[Any] = [kommune]
        for one, value in kwargs.items():
            key.append((one, _lay(value, values)))
        shapes = kept.get(tuple(key))
        if shapes is None:
            if len(kept) >= _MOST_SHAPES:
                kept.clear()
            shapes = kept[tuple(key)] = _shapes(make, kwargs, nobodys=kommune is None, name=name)
        questions: list[Prepared[Any]] = [Prepared(shape, values) for shape in shapes]
        if checks:
            _check(make, kwargs, questions, name)
        return questions

    return asked


def _lay(value: Any, values: list[Any]) -> Any:
    """Put a value among the values; return what of it makes another question."""
    if isinstance(value, bool) or not isinstance(value, (*_VALUES, *_LISTS)):
        return value
    if isinstance(value, _LISTS):
        many = list(value)
        size = _size(len(many))
        values.extend(many + many[-1:] * (size - len(many)))
        return list, size, type(many[0]) if many else None
    values.append(value)
    return type(value)


def _size(many: int) -> int:
    """Return so many or the next power of two: a list is filled up with its last value."""
    return 1 << (many - 1).bit_length() if many else 0


class _StandIns:
    """Values that stand for others, and are known again."""

    def __init__(self, turn: int) -> None:
        self._turn, self._given = turn, 0

    def _next(self) -> int:
        # Small enough for the smallest column; the two turns never give the same in one place.
        self._given += 1
        return 11_000 + 9_000 * self._turn + self._given

    def of(self, value: Any) -> tuple[Any, list[Any]]:
        """Return what the function is given for a value, and what of it is to be known again."""
        if isinstance(value, bool) or not isinstance(value, (*_VALUES, *_LISTS)):
            return value, []
        if isinstance(value, _LISTS):
            many = list(value)
            stand = [self._one(many[0]) for _ in range(_size(len(many)))]
            return stand, stand
        stand = self._one(value)
        return stand, [stand]

    def _one(self, value: Any) -> Any:
        """Return one of the same type; the two turns lie in summer and winter, months apart."""
        number = self._next()
        if isinstance(value, datetime):
            return (_WINTER, _SUMMER)[self._turn] + (7 + 4 * self._turn) * self._given * _HOUR
        if isinstance(value, date):
            first = (_WINTER, _SUMMER)[self._turn].date()
            return first + (3 + 2 * self._turn) * self._given * _DAY
        return f"\u2020{number}" if isinstance(value, str) else number


def _refuse(*_: Any) -> None:
    """Refuse what is asked while a question is put together: it would be asked of a stand-in."""
    raise CannotBePrepared("The function asks the database by itself.")


_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_WINTER = datetime(1990, 2, 5, 10, 17, 0, 21, tzinfo=UTC)
_SUMMER = datetime(1993, 7, 29, 15, 43, 0, 42, tzinfo=UTC)
_Made = tuple[SQLCompiler, Said | None, "QuerySet[Any, Any]"]


def _shapes(make: Several, kwargs: Any, *, nobodys: bool, name: str) -> list[_Shape]:
    (ones, stands), (others, other_stands) = (
        _made(make, kwargs, _StandIns(turn), nobodys=nobodys) for turn in (0, 1)
    )
    if len(ones) != len(others):
        raise CannotBePrepared(f"{name} asks something else for other values.")
    pairs = list(zip(stands, other_stands, strict=True))
    return [_shape(one, other[1], pairs, name) for one, other in zip(ones, others, strict=True)]


def _shape(one: _Made, other: Said | None, pairs: list[tuple[Any, Any]], name: str) -> _Shape:
    compiler, said, queryset = one
    if said is None or other is None:
        if said is not other:
            raise CannotBePrepared(f"{name} looks at its values.")
        return _Shape(queryset, compiler, None, (), (), "")
    if said[0] != other[0] or len(said[1]) != len(other[1]):
        raise CannotBePrepared(f"{name} says something else for other values: {said[0]}")
    places = tuple(
        place_of(first, second, pairs, name)
        for first, second in zip(said[1], other[1], strict=True)
    )
    given = tuple(at for at, one in enumerate(places) if type(one) is Place)
    fixed = [one for one in places if type(one) is not Place]
    known_as = plans.known_as(said[0], fixed)
    return _Shape(queryset, compiler, said[0], places, given, known_as)


def _made(
    make: Several, kwargs: Any, stand_ins: _StandIns, *, nobodys: bool
) -> tuple[list[_Made], list[Any]]:
    kommune, known = stand_ins.of(1)
    given = {}
    for name, value in kwargs.items():
        given[name], more = stand_ins.of(value)
        known += more
    asking = connections[DEFAULT_DB_ALIAS].execute_wrapper(_refuse)
    with current.pretending(None if nobodys else kommune), asking:
        querysets = make(**given)
        if not all(isinstance(one, QuerySet) for one in querysets):
            raise CannotBePrepared("What is prepared already is not prepared again.")
        return [(*compiled(one), one) for one in querysets], known


def compiled(question: "QuerySet[Any, Any]") -> tuple[SQLCompiler, Said | None]:
    """Return what makes rows of the question's answer, and its SQL; None when it has no rows.

    Raises:
        ValueError: it prefetches: that would be a second journey.
    """
    if question._prefetch_related_lookups:  # type: ignore[attr-defined] # noqa: SLF001
        raise ValueError("A question that prefetches cannot be asked together with others.")
    compiler = question.query.get_compiler(DEFAULT_DB_ALIAS)
    try:
        sql, params = compiler.as_sql()
    except EmptyResultSet:
        return compiler, None
    return compiler, (sql, tuple(params))


def _check(make: Several, kwargs: Any, questions: "list[Prepared[Any]]", name: str) -> None:
    """Hold kept questions against those that Django makes now.

    Raises:
        KeptWrongly: they differ.
    """
    plain = [compiled(one)[1] for one in make(**kwargs)]
    kept = [one.said() for one in questions]
    if [_lists_are_sets(one) for one in plain] != [_lists_are_sets(one) for one in kept]:
        raise KeptWrongly(f"{name} kept {kept}, and it is {plain}")


def _lists_are_sets(said: Said | None) -> "tuple[str, set[str]] | None":
    """Django says each value of a list once, the kept question says the last one several times."""
    if said is None:
        return None
    sql, params = said
    while "%s, %s" in sql:
        sql = sql.replace("%s, %s", "%s")
    return sql, set(map(repr, params))
