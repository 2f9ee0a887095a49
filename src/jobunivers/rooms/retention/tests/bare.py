# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bare rows in every table that leads to a person: for tests, and for measuring."""

from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import Error, connection, models, transaction
from psycopg import sql

from jobunivers.foundation.datamap import About, Holding, Sort, holdings_about
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.retention.queries.ways import NoWay, path_to

HER_WORDS = "Xenia Qvistorp"
_OWN_TABLES = {"retention.Ended", "retention.Told", "retention.Member", "retention.Hold"}
_ROUNDS = 4
_AT = "TIMESTAMPTZ '2014-03-17 09:41:00+00'"

# Where the first choice is one that a constraint refuses: SQL.
_SAID = {
    ("launching.LtiTool", "keys_uri"): "'https://x.invalid/'",
    ("launching.LtiTool", "redirect_uris"): "'{https://x.invalid/}'",
    ("launching.OidcClient", "redirect_uris"): "'{https://x.invalid/}'",
    ("vacancies.Source", "origin"): "'own'",
    ("webhooks.Message", "subject"): "md5(gen_random_uuid()::text)",
    ("entrance.Telling", "source"): "'jobnet'",
    ("followup.StaffTask", "team"): "'adviser'",
    ("marketplace.Rating", "stars"): "3",
    ("tailored.Signal", "words"): "'kok'",
    ("vacancies.Followed", "kind"): "'theme'",
    ("vacancies.Followed", "value"): "'dyr'",
    ("marketplace.Offer", "source"): "'local'",
    ("vacancies.Vacancy", "origin"): "'own'",
    ("outreach.Push", "state"): "'draft'",
}
# The first kind that fits decides: a DateTimeField is a DateField too.
_VALUES: "tuple[tuple[type[models.Field[Any, Any]], str], ...]" = (
    (models.DateTimeField, _AT),
    (models.DateField, "DATE '2014-03-17'"),
    (models.TimeField, "TIME '09:00'"),
    (models.BooleanField, "false"),
    (models.IntegerField, "7"),
    (models.FloatField, "0.5"),
    (models.DecimalField, "1"),
    (ArrayField, "'{}'"),
    (models.UUIDField, "gen_random_uuid()"),
    (models.BinaryField, "''::bytea"),
)


class Unfilled(Exception):  # noqa: N818 - it reads as what happened
    """A row could not be made."""


def fill(ids: Sequence[int], *, municipality_id: int) -> tuple[dict[str, int], dict[str, str]]:
    """Give each citizen a row in every table that leads to her.

    Returns how many rows each model got, and why others got none.
    """
    made: dict[str, int] = {}
    refused: dict[str, str] = {}
    found = []
    for one in holdings_about(About.CITIZEN):
        if one.label in _OWN_TABLES or one.label == "identity.Person":
            continue
        try:
            found.append((path_to(one.model, one.subject), one))
        except NoWay as error:
            refused[one.label] = str(error)
    waiting = sorted(found, key=lambda pair: (len(pair[0]), pair[1].label))
    for _ in range(_ROUNDS):  # what points at rows of hers comes after them
        left = []
        for path, one in waiting:
            try:
                made[one.label] = _try(one, path, ids, municipality_id)
            except (Error, Unfilled) as error:
                refused[one.label] = str(error).splitlines()[0]
                left.append((path, one))
            else:
                refused.pop(one.label, None)
        waiting = left
    return made, refused


def _try(one: Holding, path: list[str], ids: Sequence[int], municipality_id: int) -> int:
    """Insert with her words in it; where words may not stand, without them."""
    try:
        with transaction.atomic():
            return _insert(one, path, ids, municipality_id, wordy=True)
    except Error:
        with transaction.atomic():
            return _insert(one, path, ids, municipality_id, wordy=False)


def _insert(
    one: Holding, path: list[str], ids: Sequence[int], municipality_id: int, *, wordy: bool
) -> int:
    columns: dict[str, str] = {}
    for field in one.model._meta.concrete_fields:
        if isinstance(field, models.AutoField | models.BigAutoField):
            continue
        said = one.fields.get(field.name)
        value = _value(one.model, field, path, municipality_id)
        if value is None:
            continue
        free = said is not None and said.sort is Sort.FREE_TEXT
        if (
            free
            and (wordy or not field.blank)
            and isinstance(field, models.CharField | models.TextField)
            and not field.choices
        ):
            value = f"left('{HER_WORDS}', {field.max_length or 100})"
        columns[str(field.column)] = value
    query = sql.SQL("INSERT INTO {} ({}) SELECT {} FROM unnest(%s::bigint[]) AS p(id)").format(
        sql.Identifier(one.model._meta.db_table),
        sql.SQL(", ").join(map(sql.Identifier, columns)),
        sql.SQL(", ").join(map(sql.SQL, columns.values())),
    )
    with connection.cursor() as cursor:
        cursor.execute(query, [list(ids)])
        return int(cursor.rowcount)


def _value(
    model: type[models.Model], field: Any, path: list[str], municipality_id: int
) -> str | None:
    if field.column == "municipality_id":
        return str(municipality_id)
    if path and field.column == path[0]:
        found = 'SELECT x."{2}" FROM {1} x WHERE x."{3}" = p.id LIMIT 1'
        return f"({found.format(*path)})" if len(path) > 1 else "p.id"
    if said := _SAID.get((model._meta.label, field.name)):
        return said
    if field.null:
        return None
    return (
        _target(field.related_model, municipality_id) if field.is_relation else _plain(model, field)
    )


def _target(model: type[models.Model], municipality_id: int) -> str:
    """Return her own row of a model, or of a model that is about nobody any row."""
    meta = model._meta
    if hers := _subject_of(model):
        return (
            f'(SELECT x."{meta.pk.column}" FROM {meta.db_table} x WHERE x."{hers}" = p.id LIMIT 1)'
        )
    return str(_one_of(model, municipality_id))


def _subject_of(model: type[models.Model]) -> str:
    """Return the column that names the citizen a row is about; "": it is about none, or nested."""
    for one in holdings_about(About.CITIZEN):
        if one.model is model and len(path := path_to(model, one.subject)) == 1:
            return path[0]
    return ""


def _plain(model: type[models.Model], field: Any) -> str:
    for kind, value in _VALUES:
        if isinstance(field, kind):
            return value
    if isinstance(field, models.JSONField):
        return "'[]'::jsonb" if field.default is list else "'{}'::jsonb"
    if field.choices and not field.blank:
        return f"'{field.flatchoices[0][0]}'"
    in_unique = any(
        field.name in one.fields
        for one in model._meta.constraints
        if isinstance(one, models.UniqueConstraint)
    )
    if field.unique or in_unique:
        return f"left(md5(gen_random_uuid()::text), {field.max_length or 32})"
    return "''" if field.blank and field.default == "" else "'x'"


def _one_of(model: type[models.Model], municipality_id: int) -> Any:
    """Return the key of any row of a model, made when there is none."""
    if model is Municipality:
        return municipality_id
    table, key = model._meta.db_table, model._meta.pk.column
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT "{key}" FROM {table} LIMIT 1')
        if row := cursor.fetchone():
            return row[0]
        columns = {}
        for field in model._meta.concrete_fields:
            if isinstance(field, models.AutoField | models.BigAutoField):
                continue
            value = _value(model, field, [], municipality_id)
            if value is not None:
                columns[field.column] = value
        names = ", ".join(f'"{one}"' for one in columns)
        cursor.execute(
            f"INSERT INTO {table} ({names}) VALUES ({', '.join(columns.values())}) "
            f'RETURNING "{key}"'
        )
        (made,) = cursor.fetchone() or (None,)
    if made is None:
        raise Unfilled(model._meta.label)
    return made


def where_it_stands(*words: str) -> dict[str, int]:
    """Return the tables in whose rows, written out, one of the words stands, and how often."""
    found = {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
            "WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition "
            "ORDER BY 1"
        )
        tables = [name for (name,) in cursor.fetchall()]
        for table in tables:
            cursor.execute(
                f'SELECT count(*) FROM "{table}" x WHERE x::text ILIKE ANY(%s)',
                [[f"%{word}%" for word in words]],
            )
            (count,) = cursor.fetchone() or (0,)
            if count:
                found[table] = count
    return found


def every_model() -> list[type[models.Model]]:
    """Return all models, for whoever wants to look at each."""
    return list(apps.get_models())
