# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which rows are chained, and the text of a row that its digest is of.

Every model marked `append_only` is chained by itself, whoever's it is. Of a consent, which is
closed once, the columns are chained that never change; that it was taken back is an event.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models

from jobunivers.foundation.tenancy.models import TenantModel
from jobunivers.rooms.audit.models import ChainCheck, ChainLink, Seal
from jobunivers.trust.models import Consent

# They are what the others are chained by, and hold together by themselves.
_THE_CHAIN = (ChainLink, Seal, ChainCheck)
_CLOSED_ONCE: dict[type[models.Model], frozenset[str]] = {
    Consent: frozenset({"withdrawn_at", "withdrawn_by_id"})
}


@dataclass(frozen=True, slots=True)
class Source:
    """A table whose rows are chained.

    Attributes:
        columns: those whose text PostgreSQL gives, in the order of the model.
        sealed: those that are encrypted: their opened value counts, so that keys may change.
        of_kommune: whether rows are of one kommune; the country's own are the national chain's.
    """

    table: str
    label: str
    columns: tuple[str, ...]
    sealed: tuple["models.Field[Any, Any]", ...]
    of_kommune: bool

    @property
    def layout(self) -> str:
        """Return what a link writes down of what its digests are of."""
        return ",".join([*self.columns, *(f"+{one.column}" for one in self.sealed)])


def sources(*, national: bool) -> list[Source]:
    """Return the tables chained for a kommune, by table; the national chain has the shared too."""
    chained = [
        model
        for model in apps.get_models()
        if (getattr(model, "append_only", False) or model in _CLOSED_ONCE)
        and model not in _THE_CHAIN
        and (national or issubclass(model, TenantModel))
    ]
    return sorted((_source(model) for model in chained), key=lambda one: one.table)


def _source(model: type[models.Model]) -> Source:
    meta = model._meta  # noqa: SLF001 - Django's documented model meta
    left_out = _CLOSED_ONCE.get(model, frozenset())
    fields = [one for one in meta.concrete_fields if one.column not in left_out]
    sealed = tuple(one for one in fields if getattr(one, "sealed", False))
    plain = tuple(str(one.column) for one in fields if one not in sealed)
    return Source(meta.db_table, meta.label, plain, sealed, issubclass(model, TenantModel))


def layout_parts(layout: str) -> tuple[list[str], list[str]]:
    """Return the plain and the encrypted columns a link was made over."""
    names = layout.split(",")
    return [one for one in names if not one.startswith("+")], [
        one[1:] for one in names if one.startswith("+")
    ]


def tables(found: Sequence[Source]) -> list[str]:
    """Return their names."""
    return [one.table for one in found]
