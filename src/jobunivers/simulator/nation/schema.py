# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which columns a table has, and what stands in those that the nation says nothing of.

Read from Django's models, so that a column added to a room tomorrow gets its default here too.
"""

import struct

import orjson
from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models

from jobunivers.simulator.nation import columns
from jobunivers.simulator.nation.tables import Table

# Order matters: a table comes after those that it refers to.
TABLES = (
    "identity.Person", "journey.Profile", "journey.Experience", "journey.Education",
    "journey.Competence", "journey.Wish", "journey.Spell", "journey.Absence",
    "entrance.SelfTest", "vacancies.Application", "vacancies.Star", "vacancies.Hidden",
    "vacancies.SavedSearch", "marketplace.OfferUse", "marketplace.UseAct", "marketplace.Rating",
    "marketplace.KeptOffer", "plan.Activity", "launching.HandOver", "launching.Receipt",
    "trust.Look", "events.Event",
)  # fmt: skip


def table(label: str) -> Table:
    """Return the table of a model, "journey.Profile" for instance."""
    meta = apps.get_model(label)._meta  # noqa: SLF001 - Django's documented model meta
    defaults: dict[str, bytes | None] = {}
    needed = set()
    for one in meta.concrete_fields:
        if one.primary_key:
            continue
        value = None if one.is_relation else one.get_default()
        if value is None and not one.null:
            needed.add(one.column)
        else:
            defaults[one.column] = None if value is None else _bytes_of(one, value)
    names = tuple(one.column for one in meta.concrete_fields)
    return Table(label, meta.db_table, names, defaults, frozenset(needed))


def _bytes_of(one: "models.Field[object, object]", value: object) -> bytes | None:
    """Return a default in PostgreSQL's binary form."""
    if isinstance(one, ArrayField):
        return columns.text_array(value)  # type: ignore[arg-type]  # all of ours hold text
    if isinstance(one, models.JSONField):
        return b"\x01" + orjson.dumps(value)
    if isinstance(one, models.UUIDField):
        return None  # each row needs its own: the nation gives it
    for kind, form in _FORMS:
        if isinstance(one, kind):
            return struct.pack(form, value)
    return str(value).encode()


_FORMS: "tuple[tuple[type[models.Field[object, object]], str], ...]" = (
    (models.BooleanField, ">?"), (models.FloatField, ">d"), (models.BigIntegerField, ">q"),
    (models.SmallIntegerField, ">h"), (models.PositiveSmallIntegerField, ">h"),
    (models.IntegerField, ">i"),
)  # fmt: skip
