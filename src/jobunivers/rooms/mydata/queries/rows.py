# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her rows of one kind of data, a page at a time, and one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.paginator import Page, Paginator
from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from jobunivers.foundation.datamap import Holding, Sort
from jobunivers.rooms.mydata.models import DataRequest
from jobunivers.rooms.mydata.queries import values
from jobunivers.rooms.mydata.queries.held import NotHeld, Reader, rows_of

PER_PAGE = 20
_LONGEST_TITLE = 140


@dataclass(frozen=True, slots=True)
class Row:
    """One item held on her, as she reads it.

    Attributes:
        pk: its key, "" when the key itself is a secret.
        title: one line that names it.
        at: when it came to be, in words.
        pairs: its fields that hold something.
        asked: what she has asked to have done about it and waits for.
    """

    pk: str
    title: str
    at: str
    pairs: Sequence[values.Pair]
    asked: "DataRequest | None" = None


def newest_first(holding: Holding, person_id: int) -> "QuerySet[Any, Any]":
    """Return her rows of a kind, the newest first, with what they show of other rows."""
    rows = rows_of(holding, person_id).select_related(*values.related(holding), *holding.along)
    order = [f"-{holding.at}"] if holding.at else []
    return rows.order_by(*order, "-pk")


def page_of_rows(reader: Reader, holding: Holding, page: str | None) -> "Page[Any]":
    """Return a page of her rows; its object_list holds Row."""
    paginator = Paginator(newest_first(holding, reader.pk), PER_PAGE)
    found = paginator.get_page(page)
    found.object_list = shown(reader, holding, list(found.object_list))
    return found


def row_or_none(reader: Reader, holding: Holding, pk: str) -> Row | None:
    """Return one of her rows; None when there is no such row of hers, now or ever."""
    if not pk or "\0" in pk or not has_open_key(holding):
        return None
    try:
        key = _key_field(holding).to_python(pk)
        found = newest_first(holding, reader.pk).filter(pk=key).first()
    except (ValidationError, ValueError, OverflowError):
        return None
    return shown(reader, holding, [found])[0] if found is not None else None


def has_open_key(holding: Holding) -> bool:
    """Say whether a row's key may stand in an address."""
    said = holding.fields.get(_key_field(holding).name)
    return said is None or said.sort is not Sort.SECRET


def _key_field(holding: Holding) -> "models.Field[Any, Any]":
    key = holding.model._meta.pk  # noqa: SLF001 - Django's documented model meta
    if key is None:
        raise NotHeld(holding.label)
    return key


def shown(reader: Reader, holding: Holding, rows: Sequence[models.Model]) -> list[Row]:
    """Return rows as she reads them; two questions whatever their number: names and requests."""
    if not rows:
        return []
    names = values.names_of(values.people_in(holding, rows), own_id=reader.pk)
    open_key = has_open_key(holding)
    waiting = _waiting(reader, holding, [str(row.pk) for row in rows]) if open_key else {}
    return [
        _row(holding, row, names, pk := str(row.pk) if open_key else "", waiting.get(pk))
        for row in rows
    ]


def _row(
    holding: Holding,
    row: models.Model,
    names: values.Names,
    pk: str,
    asked: DataRequest | None,
) -> Row:
    pairs = values.pairs(holding, row, names)
    at = getattr(row, holding.at, None) if holding.at else None
    return Row(pk, title_of(holding, row, pairs), values.plain(at) if at else "", pairs, asked)


def title_of(holding: Holding, row: models.Model, pairs: Sequence[values.Pair]) -> str:
    """Return the one line that names a row."""
    if values.shielded_in(holding, row):  # the line may be made of what is not shown
        return str(holding.what)
    said = str(holding.title(row)) if holding.title is not None else ""
    if not said and pairs:
        said = pairs[0].text
    said = " ".join(said.split()) or _("Uden navn")
    return said if len(said) <= _LONGEST_TITLE else f"{said[: _LONGEST_TITLE - 1]}…"


def _waiting(reader: Reader, holding: Holding, keys: Sequence[str]) -> dict[str, DataRequest]:
    found = DataRequest.objects.filter(
        person_id=reader.pk,
        label=holding.label,
        row_id__in=keys,
        decided_at=None,
        withdrawn_at=None,
    )
    return {one.row_id: one for one in found.order_by("-made_at", "-pk")}
