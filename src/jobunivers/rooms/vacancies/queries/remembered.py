# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her searches of the last thirty days, in words."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import QueryDict
from django.utils.translation import gettext as _

from jobunivers.rooms.vacancies.models import NoHistory, PastSearch, SavedSearch
from jobunivers.rooms.vacancies.queries.parameters import Parameters

_DAYS = 30
_MOST = 100


@dataclass(frozen=True, slots=True)
class Remembered:
    """One search she made: its row, its name in words, and whether she has saved it."""

    row: PastSearch
    name: str
    saved: bool


@dataclass(frozen=True, slots=True)
class History:
    """Her searches, the latest first; `kept`: they are remembered at all."""

    kept: bool
    searches: list[Remembered]


def search_history(*, citizen_id: int, at: datetime) -> History:
    """Return her searches of the last thirty days."""
    since = at - timedelta(days=_DAYS)
    rows = PastSearch.objects.filter(citizen_id=citizen_id, last_at__gte=since)
    mine = SavedSearch.objects.filter(citizen_id=citizen_id)
    saved = set(mine.values_list("query", flat=True))
    kept = not NoHistory.objects.filter(citizen_id=citizen_id).exists()
    return History(
        kept,
        [
            Remembered(row, search_words(row.query), row.query in saved)
            for row in rows.order_by("-last_at", "-pk")[:_MOST]
        ],
    )


def search_words(query: str) -> str:
    """Return what a search asks for in a few words."""
    asked = Parameters.read(QueryDict(query))
    parts = [asked.text, asked.place]
    chosen = sum(len(values) for values in asked.filters.values())
    if chosen:
        parts.append(_("%(count)d valg") % {"count": chosen})
    return ", ".join(part for part in parts if part) or _("Alle job")
