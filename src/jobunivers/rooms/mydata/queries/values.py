# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a row says, in words for a person and in values for a machine."""

import base64
import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from jobunivers.foundation.datamap import Field, Holding, Sort
from jobunivers.foundation.ui.wording import clock, day_year
from jobunivers.identity import queries as identity

Names = Mapping[int, str]
"""What people are called, by id."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One field of a row as it is read."""

    name: str
    text: str
    long: bool = False  # somebody's own words: written below the name, with its lines


def model_field(holding: Holding, name: str) -> "models.Field[Any, Any]":
    """Return a column of a holding's model."""
    return holding.model._meta.get_field(name)  # type: ignore[return-value] # noqa: SLF001


def related(holding: Holding) -> list[str]:
    """Return the shown columns that lead to another row, to be read in the same question."""
    return [name for name in holding.shown if model_field(holding, name).is_relation]


def value_of(row: models.Model, name: str) -> Any:
    """Return the value of a column; of one that leads to another row, that row."""
    return getattr(row, name)


def people_in(holding: Holding, rows: Sequence[models.Model]) -> set[int]:
    """Return the ids of those who are named in rows by number."""
    named = [n for n, f in holding.shown.items() if f.sort is Sort.STAFF and f.words is None]
    found = (_person_id(value_of(row, name)) for row in rows for name in named)
    return {one for one in found if one is not None}


def names_of(ids: Collection[int], *, own_id: int) -> Names:
    """Return what people are called to her who asks; she herself is "dig"."""
    others = set(ids) - {own_id}
    found = identity.names(ids=others) if others else {}
    return {own_id: _("dig selv"), **{pk: name for pk, (name, _role) in found.items()}}


def pairs(holding: Holding, row: models.Model, names: Names) -> list[Pair]:
    """Return the shown fields of a row that hold something."""
    shielded = shielded_in(holding, row)
    told = []
    for name, field in holding.shown.items():
        text = shielded.get(name) or in_words(holding, name, field, row, names)
        if text:
            told.append(Pair(str(field.name), text, field.sort is Sort.FREE_TEXT))
    return told


def needs_words(holding: Holding, name: str, field: Field) -> bool:
    """Say whether a value of a column means nothing without words: a code, a number of somebody."""
    column = model_field(holding, name)
    return bool(field.words or field.sort is Sort.STAFF or column.choices or column.is_relation)


def shielded_in(holding: Holding, row: models.Model) -> dict[str, str]:
    """Return the fields of a row that are not shown, each with what is said in its place."""
    said = holding.shields(row) if holding.shields is not None else {}
    return {name: _("Vises ikke her. %(why)s") % {"why": why} for name, why in said.items()}


def in_words(holding: Holding, name: str, field: Field, row: models.Model, names: Names) -> str:
    """Return a field of a row as a person reads it; "" when it holds nothing."""
    value = value_of(row, name)
    if not _holds(value):
        return ""
    if field.words is not None:
        return str(field.words(value))
    if field.sort is Sort.STAFF:
        pk = _person_id(value)
        return names.get(pk, _("en, der ikke er her mere")) if pk is not None else str(value)
    choices = model_field(holding, name).flatchoices
    if choices and isinstance(value, str | int):
        return str(dict(choices).get(value, value))
    return plain(value)


_SIZED = (str, list, tuple, dict, bytes, memoryview)


def plain(value: Any) -> str:  # noqa: PLR0911 - one line for each type
    """Return a value in words that nobody has given words of its own."""
    if isinstance(value, bool):
        return _("Ja") if value else _("Nej")
    if isinstance(value, dt.datetime):
        return f"{day_year(value)} {clock(value)}"
    if isinstance(value, dt.date):
        return day_year(value)
    if isinstance(value, bytes | memoryview):
        return _("En fil på %(count)s byte") % {"count": len(value)}
    if isinstance(value, dict):
        return "\n".join(f"{key}: {plain(one)}" for key, one in value.items() if _holds(one))
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(plain(one) for one in value if _holds(one))
    if isinstance(value, models.Model):
        return _called(value)
    if isinstance(value, float):
        return f"{value:.4g}"
    return str(value)


def _holds(value: Any) -> bool:
    return not (value is None or (isinstance(value, _SIZED) and not value))


def _called(row: models.Model) -> str:
    for name in ("shown_name", "name", "title", "heading", "label"):
        said = getattr(row, name, None)
        if isinstance(said, str | Promise) and str(said):
            return str(said)
    return _("nr. %(number)s") % {"number": row.pk}


def _person_id(value: Any) -> int | None:
    if isinstance(value, models.Model):
        value = value.pk
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def for_machines(value: Any) -> Any:  # noqa: PLR0911 - one line for each type
    """Return a value as JSON can hold it; bytes as base64, another row as its key."""
    if isinstance(value, models.Model):
        return for_machines(value.pk)
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode()
    if isinstance(value, dict):
        return {str(key): for_machines(one) for key, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [for_machines(one) for one in value]
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return str(value)
