# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where advertisements come from, and how their reading went."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from jobunivers.rooms.vacancies.models import ImportRun, RejectedRecord, Source, Vacancy


@dataclass(frozen=True, slots=True)
class SourceCredit:
    """A source as the about page names it."""

    name: str
    attribution: str
    licence: str


def sources() -> QuerySet[Source]:
    """Return the sources with their number of open advertisements and of records to mend."""
    # Each counted by itself: joined, every advertisement would meet every record and every run.
    there = Vacancy.objects.filter(closed_at=None)
    wrong = RejectedRecord.objects.filter(mended_at=None, dismissed_at=None)
    return Source.objects.annotate(
        open_vacancies=_many(there),
        to_mend=_many(wrong),
        last_run_at=Max("runs__started_at"),
    ).order_by("name", "pk")


def _many(rows: QuerySet[Any]) -> Coalesce:
    """Return how many of the rows are of the source asked about."""
    own = rows.filter(source=OuterRef("pk")).order_by().values("source")
    return Coalesce(Subquery(own.annotate(many=Count("pk")).values("many")), 0)


def runs_of(source: Source, *, limit: int = 20) -> QuerySet[ImportRun]:
    """Return the source's latest readings."""
    return ImportRun.objects.filter(source=source).order_by("-started_at", "-pk")[:limit]


def rejected_records(source: Source) -> QuerySet[RejectedRecord]:
    """Return the records that wait for somebody to mend them, the newest first."""
    return RejectedRecord.objects.filter(source=source, mended_at=None, dismissed_at=None).order_by(
        "-seen_at", "position", "pk"
    )


def sources_for_about() -> list[SourceCredit]:
    """Return whom to thank for the advertisements."""
    return [
        SourceCredit(source.name, source.attribution, source.licence)
        for source in Source.objects.order_by("name", "pk")
    ]
