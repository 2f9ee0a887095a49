# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From the data map to how each model's rows are led to a person, and what may stay of them.

Pure of the database: models and the map in, rows for the table of ways out.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from jobunivers.foundation.datamap import About, Clock, Field, Holding, Sort, Then, holdings
from jobunivers.foundation.datamap.rules import RETENTIONS
from jobunivers.foundation.files.models import StoredFile
from jobunivers.identity.models import Person
from jobunivers.rooms.retention.models import END, NAME, Way

# Columns that name a person where the map says no more of them than that they are keys.
_PERSON = re.compile(
    r"(^|_)(citizen|person|actor|by|staff|viewer|helper|owner|adviser|sender|responsible)_id$"
)
# Codes of what happened: without them no statistic is left, and they name nobody.
_CODES = frozenset({"kind", "code", "part", "course", "role", "sender", "purpose", "source"})
_LONGEST_CODE = 60
_FAR_DOWN = 50
_CITIZEN = "citizen_id"
_OF_WHO_STOPPED = frozenset({"retention.Ended", "retention.Member"})
_TEXT = (models.CharField, models.TextField)
_KEPT = (models.BooleanField, models.FloatField, models.DecimalField)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A row of the table of ways; the names are its columns'."""

    label: str
    table: str
    key: str
    family: str
    clock: str
    code: str
    then: str
    rank: int
    has_kommune: bool
    append_only: bool
    of_citizens: bool
    path: list[str] = field(default_factory=list)
    at: str = ""
    at_is_day: bool = False
    sets: list[list[str]] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    refs: list[str] = field(default_factory=list)


NAMES = "staff.names"
"""The label of the way that is none: the columns that may still name a member of staff."""


class NoWay(Exception):  # noqa: N818 - it reads as what happened
    """A holding's subject cannot be followed by the database."""


def drawn(said: list[Holding] | None = None) -> tuple[list[Drawn], list[str]]:
    """Return the way of every model that is let go by rule, and what is wrong with the map.

    What the map says wrongly of one model leaves that model out, and is told.
    """
    every = holdings() if said is None else said
    held = {one.model: one for one in every}
    found, wrong = [], []
    for one in every:
        if not _matters(one):
            continue
        try:
            found.append(_way(one, held))
        except NoWay as error:
            wrong.append(f"{one.label}: {error}")
    return [*found, _names_of_staff(every)], wrong


def _names_of_staff(every: list[Holding]) -> Drawn:
    """Return every column in which a member of staff's number may stand, as one row's `refs`.

    Her name stays as long as any of them has it. What this room itself writes of who has stopped
    is none of them, and neither is her own row.
    """
    places: list[str] = []
    for one in every:
        meta = one.model._meta  # noqa: SLF001 - Django's documented model meta
        if meta.proxy or not meta.managed or one.label in _OF_WHO_STOPPED:
            continue
        for column in meta.concrete_fields:
            if not column.primary_key and _may_name_staff(column, one.fields.get(column.name)):
                places += [meta.db_table, str(column.column)]
    return Drawn(
        label=NAMES, table="", key="", family="", clock="name", code=NAME,
        then=Then.ANONYMISE.value, rank=0, has_kommune=False, append_only=False,
        of_citizens=False, refs=places,
    )  # fmt: skip


def _may_name_staff(column: Any, said: Field | None) -> bool:
    if column.is_relation:
        return column.related_model is Person
    whole = isinstance(column, models.BigIntegerField)
    return whole and bool((said and said.sort is Sort.STAFF) or _PERSON.search(column.name))


def _matters(one: Holding) -> bool:
    term = RETENTIONS[one.retention]
    if one.model._meta.proxy or not one.model._meta.managed:  # noqa: SLF001
        return False
    if one.subject and one.about is not About.NOBODY:
        return True
    if _names_a_citizen(one):
        return True
    return term.clock is Clock.ROW and term.then is Then.DELETE and bool(one.at)


def _names_a_citizen(one: Holding) -> bool:
    """Tell whether a row about somebody else has a citizen's number in it."""
    columns = {column.column for column in one.model._meta.concrete_fields}  # noqa: SLF001
    return one.about is not About.CITIZEN and _CITIZEN in columns


def _way(one: Holding, held: dict[type[models.Model], Holding]) -> Drawn:
    # Who has been told, and who is held back, is known until the very end.
    meta = one.model._meta  # noqa: SLF001 - Django's documented model meta
    term = RETENTIONS[one.retention]
    path = path_to(one.model, one.subject) if one.subject else []
    beside = _names_a_citizen(one)
    if beside:
        path = [_CITIZEN]
    at = meta.get_field(one.at) if one.at else None
    return Drawn(
        label=meta.label,
        table=meta.db_table,
        key=str(meta.pk.column),
        family=meta.app_label,
        clock=Clock.NEVER.value if beside else term.clock.value,
        code=END if meta.app_label == Way._meta.app_label else term.code,  # noqa: SLF001
        then=Then.KEEP.value if beside else _then(one),
        rank=_FAR_DOWN - len(path),
        has_kommune=any(f.column == "municipality_id" for f in meta.concrete_fields),
        append_only=bool(getattr(one.model, "append_only", False)),
        of_citizens=beside or one.about is About.CITIZEN,
        path=path,
        at=getattr(at, "column", ""),
        at_is_day=at is not None and not isinstance(at, models.DateTimeField),
        sets=sets_of(one, path, held) if beside or _may_stay(one) else [],
        files=[str(one.column) for one in meta.concrete_fields if one.related_model is StoredFile],
        refs=_refs(one.model),
    )


def _then(one: Holding) -> str:
    """Return what comes of its rows; staff's decisions hold until there are others, however old."""
    term = RETENTIONS[one.retention]
    if one.about in {About.STAFF, About.FIRM} and term.code == "log":
        return Then.KEEP.value
    return term.then.value


def _may_stay(one: Holding) -> bool:
    """Tell whether rows may be kept without the person: for statistics, or as a log."""
    term = RETENTIONS[one.retention]
    a_log = bool(getattr(one.model, "append_only", False)) and term.clock is Clock.ROW
    return bool(one.subject) and (a_log or term.then in {Then.ANONYMISE, Then.KEEP})


def path_to(model: type[models.Model], subject: str) -> list[str]:
    """Return the columns and tables from a row to the person's number.

    Raises:
        NoWay: the lookup goes backwards, or nowhere.
    """
    path: list[str] = []
    parts = subject.split("__")
    for place, part in enumerate(parts):
        meta = model._meta  # noqa: SLF001
        try:
            one: Any = meta.pk if part == "pk" else meta.get_field(part)
        except Exception as error:
            raise NoWay(f"{subject} leads nowhere") from error
        if not getattr(one, "concrete", False):
            raise NoWay(f"{subject} goes backwards")
        last = place == len(parts) - 1
        following = parts[place + 1] if not last else ""
        if last or (place == len(parts) - 2 and following in {"pk", "id"}):
            return [*path, one.column]
        if not one.is_relation:
            raise NoWay(f"{subject} leads nowhere")
        model = one.related_model
        path += [one.column, model._meta.db_table, str(model._meta.pk.column)]  # noqa: SLF001
    return path


def _refs(model: type[models.Model]) -> list[str]:
    """Return table and column of each foreign key to the model: a row in use is not too old."""
    found: list[str] = []
    for relation in model._meta.related_objects:  # noqa: SLF001
        by: Any = relation.field
        if by.concrete and not by.many_to_many and by.db_constraint:
            found += [relation.related_model._meta.db_table, str(by.column)]  # noqa: SLF001
    return found


def sets_of(
    one: Holding, path: list[str], held: dict[type[models.Model], Holding]
) -> list[list[str]]:
    """Return the columns that are made to say nothing when a row stays, and how each is."""
    later, unique = _later(one.model), _unique(one.model)
    found = []
    for column in one.model._meta.concrete_fields:  # noqa: SLF001
        if column.primary_key or column.column == "municipality_id":
            continue
        said = one.fields.get(column.name)
        how = _how(column, said, path=path, held=held, later=column.name in later)
        if column.name in unique and how in {"month", "month_end", "day", "day_end"}:
            how = ""  # two rows of a month would become one
        if column.name in unique and how in {"blank", "dash"}:
            how = "unique"
        if how:
            found.append([str(column.column), how])
    return found


def _how(
    column: Any,
    said: Field | None,
    *,
    path: list[str],
    held: dict[type[models.Model], Holding],
    later: bool,
) -> str:
    sort = said.sort if said else Sort.FREE_TEXT
    if len(path) == 1 and column.column == path[0]:
        return "number"
    if column.is_relation:
        goes = held.get(column.related_model)
        gone = goes is not None and goes.about is About.CITIZEN
        return "null" if column.null and (gone or column.related_model is StoredFile) else ""
    if isinstance(column, models.IntegerField):
        names = sort is Sort.STAFF or _PERSON.search(column.name)
        return "number" if names and isinstance(column, models.BigIntegerField) else ""
    if isinstance(column, models.DateTimeField):
        return "month_end" if later else "month"
    if isinstance(column, models.DateField):
        return "day_end" if later else "day"
    return _how_of_words(column, said, sort)


def _how_of_words(column: Any, said: Field | None, sort: Sort) -> str:
    if isinstance(column, models.UUIDField):
        return "uuid"
    a_text = isinstance(column, _TEXT) and column.empty_strings_allowed
    if getattr(column, "sealed", False) and not a_text:
        if not column.null:
            raise NoWay(f"{column.name} is encrypted and can be neither emptied nor left out")
        return "null"
    if isinstance(column, _TEXT):
        kept = _is_a_code(column, said, sort)
        return "" if kept else "null" if column.null else "blank" if column.blank else "dash"
    if sort is Sort.PUBLIC or isinstance(column, _KEPT):
        return ""
    return "null" if column.null else _empty(column)


def _empty(column: Any) -> str:
    if isinstance(column, models.JSONField):
        return "list" if column.default is list else "object"
    if isinstance(column, ArrayField):
        return "array"
    return "bytes" if isinstance(column, models.BinaryField) else ""


def _is_a_code(column: Any, said: Field | None, sort: Sort) -> bool:
    if sort in {Sort.FREE_TEXT, Sort.SECRET}:
        return False
    if column.choices or column.name in _CODES or sort is Sort.PUBLIC:
        return True
    short = (column.max_length or _LONGEST_CODE + 1) <= _LONGEST_CODE
    return short and (sort is Sort.INNER or bool(said and said.words))


def _later(model: type[models.Model]) -> set[str]:
    """Return the times that a constraint says come after another: they end their month."""
    found: set[str] = set()
    for constraint in model._meta.constraints:  # noqa: SLF001
        if isinstance(constraint, models.CheckConstraint) and isinstance(constraint.condition, Q):
            _walk(constraint.condition, found)
    return found


def _walk(node: Q, found: set[str]) -> None:
    for child in node.children:
        if isinstance(child, Q):
            _walk(child, found)
        elif isinstance(child, tuple) and isinstance(child[1], F):
            name, _, how = str(child[0]).rpartition("__")
            if how in {"gt", "gte"}:
                found.add(name)
            elif how in {"lt", "lte"}:
                found.add(str(getattr(child[1], "name", "")))


def _unique(model: type[models.Model]) -> set[str]:
    meta = model._meta  # noqa: SLF001
    found = {f.name for f in meta.concrete_fields if f.unique}
    for constraint in meta.constraints:
        if isinstance(constraint, models.UniqueConstraint):
            found |= set(constraint.fields)
    return found
