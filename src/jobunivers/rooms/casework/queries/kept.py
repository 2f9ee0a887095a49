# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Filters kept by name, as the overview offers them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.http import QueryDict

from jobunivers.foundation.prepared import prepared
from jobunivers.rooms.casework.models import SavedFilter
from jobunivers.rooms.casework.queries.links import only_filters


@dataclass(frozen=True, slots=True)
class Kept:
    """A filter kept by name."""

    pk: int
    name: str
    query: str
    shared: bool
    own: bool
    current: bool


@prepared
def saved_filters(*, reader: int) -> QuerySet[SavedFilter]:
    """Return the question for the reader's own filters and those that colleagues share."""
    hers = SavedFilter.objects.filter(Q(owner_id=reader) | Q(shared=True))
    return hers.order_by("name", "pk")


def kept_filters(rows: Iterable[SavedFilter], *, reader: int, query: QueryDict) -> list[Kept]:
    """Return the answer to `saved_filters` as the overview offers it."""
    now = only_filters(query)
    return [
        Kept(row.pk, row.name, row.query, row.shared, row.owner_id == reader, row.query == now)
        for row in rows
    ]
