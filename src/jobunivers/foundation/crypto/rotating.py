# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Exchanging keys: every value is encrypted anew with the current one, some thousands at a time.

Each batch is a transaction of its own, and what is done is not looked at again: stopped half-way,
it goes on from there. Pages work on meanwhile, for all given keys open.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models
from psycopg import sql

from jobunivers.foundation.crypto import rows
from jobunivers.foundation.crypto.fields import encrypted_fields, encrypted_models
from jobunivers.foundation.crypto.models import KnownKey
from jobunivers.foundation.crypto.sealing import ring


class WrongKeys(Exception):  # noqa: N818 - it reads as what happened
    """The keys that are given are not those of this database; the text says which."""


@dataclass(frozen=True, slots=True)
class Rotated:
    """How many rows of a table were encrypted anew."""

    table: str
    rows: int


def know_key(*, at: datetime) -> None:
    """Remember the current key, so that a start without it, or with another, is refused.

    Raises:
        WrongKeys: values lie under a key that is not given, or that is another one.
    """
    check_keys()
    key = ring().current
    KnownKey.objects.get_or_create(
        name=key.name, defaults={"check_value": key.check, "known_since": at}
    )


def check_keys() -> None:
    """Raise WrongKeys unless every key that values may lie under is given, and is the same."""
    for known in KnownKey.objects.order_by("pk"):
        given = ring().named(known.name)
        if given is None:
            raise WrongKeys(
                f"values in the database are encrypted with the key {known.name!r}, which is not "
                "in JOBUNIVERS_DATA_KEYS"
            )
        if given.check != known.check_value:
            raise WrongKeys(
                f"the key {known.name!r} in JOBUNIVERS_DATA_KEYS is not the one that values in the "
                "database are encrypted with"
            )


def rotate() -> Iterator[Rotated]:
    """Encrypt anew whatever lies under an older key; tell of each table that had such rows."""
    for model in encrypted_models():
        many = sum(_rotated(model, part) for part in rows.parts_of(model))
        if many:
            yield Rotated(model._meta.db_table, many)  # noqa: SLF001 - documented


def _rotated(model: type[models.Model], part: rows.Part) -> int:
    fields = encrypted_fields(model)
    older = sql.SQL(" OR ").join(rows.not_under(one, ring().current.name) for one in fields)
    where = sql.SQL("{} AND ({})").format(sql.SQL(part.where), older)
    total = last = 0
    while True:
        with part.within():
            many, last = rows.rewrite(model, fields, _anew, where=where, after=last)
        total += many
        if not last:
            return total


def _anew(field: Any, stored: Any) -> Any:
    return field.seal(field.unseal(stored))


def standing() -> dict[str, int]:
    """Return how many values lie under each key, by its name. Reads every encrypted column."""
    found: dict[str, int] = {}
    for model in encrypted_models():
        for part in rows.parts_of(model):
            with part.within():
                for key, many in rows.sealed_under(model, where=part.where).items():
                    found[key] = found.get(key, 0) + many
    return found


def older_keys() -> list[str]:
    """Return the keys, beside the current one, that values may still lie under."""
    known = KnownKey.objects.exclude(name=ring().current.name).order_by("pk")
    return list(known.values_list("name", flat=True))


def let_go(names: list[str]) -> None:
    """Forget keys that no value lies under: a start without them is allowed from now on."""
    KnownKey.objects.filter(name__in=names).delete()
