# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Groups that the overview can name: a kept filter, its filters of this moment, a kind of work.

They are found in the overview's rows when they are asked for, never kept as lists of people.
"""

from datetime import datetime

from django.db.models import Q
from django.http import QueryDict
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy

from jobunivers.foundation import groups
from jobunivers.foundation.groups import Group
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.rooms.casework.models import CitizenRow, SavedFilter
from jobunivers.rooms.casework.queries.filters import understood
from jobunivers.rooms.casework.queries.overview_basics import kommune_choices
from jobunivers.rooms.tailored import queries as tailored

FILTER, QUERY, WORK = "filter", "query", "work"
_DEPTH = 3  # digits of the ISCO groups that the labour market is told by
_LONGEST = 2_000


def register_groups() -> None:
    """Let kept filters, filters of the moment and kinds of work be meant."""
    groups.register(groups.Kind(FILTER, gettext_lazy("Gemte filtre"), _filters, _of_filter))
    groups.register(
        groups.Kind(QUERY, gettext_lazy("Listen i oversigten"), _no_list, of_query),
    )
    groups.register(groups.Kind(WORK, gettext_lazy("Arbejde"), _kinds_of_work, _of_work))


def _filters(staff_id: int, language: str) -> list[Group]:  # noqa: ARG001 - names are staff's own
    rows = SavedFilter.objects.filter(Q(owner_id=staff_id) | Q(shared=True)).order_by("name", "pk")
    return [Group(FILTER, str(row.pk), row.name) for row in rows]


def _of_filter(key: str, at: datetime) -> list[int] | None:
    kept = SavedFilter.objects.filter(pk=int(key)).first() if key.isdecimal() else None
    return None if kept is None else of_query(kept.query, at)


def _no_list(staff_id: int, language: str) -> list[Group]:  # noqa: ARG001 - as any kind's
    return []


def of_query(key: str, at: datetime) -> list[int] | None:
    """Return whom the overview's filters find, by id; None when one is not understood.

    A filter is kept as it stood in the address: the names of occupations may be of either language.
    """
    if len(key) > _LONGEST:
        return None
    query, today = QueryDict(key), timezone.localdate(at)
    for language in ("da", "en"):
        with translation.override(language):
            choices = kommune_choices(language)
            asked = understood(query, choices=choices, today=today, language=language)
        if not asked.mistakes:
            found = CitizenRow.objects.filter(asked.condition).order_by("citizen_id")
            return list(found.values_list("citizen_id", flat=True))
    return None


def _kinds_of_work(staff_id: int, language: str) -> list[Group]:  # noqa: ARG001 - the same for all
    rows = taxonomy.occupation_groups().filter(code__regex=rf"^\d{{{_DEPTH}}}$")
    addresses = dict(rows.order_by("code").values_list("code", "uri"))
    labels = taxonomy.labels(addresses.values(), language)
    found = [Group(WORK, code, labels[uri]) for code, uri in addresses.items() if uri in labels]
    return sorted(found, key=lambda one: (one.name, one.key))


def _of_work(key: str, at: datetime) -> list[int] | None:  # noqa: ARG001 - rows are of today
    """Return who has done or wishes work that is near enough to a group's."""
    uris = tailored.kinds_that_suit(key)
    if uris is None:
        return None
    fits = Q(occupations_had__overlap=list(uris)) | Q(occupations_wished__overlap=list(uris))
    return list(
        CitizenRow.objects.filter(fits).order_by("citizen_id").values_list("citizen_id", flat=True)
    )
