# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a citizen has said of advertisements, in one question."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import CharField, F, Max, QuerySet, Value

from jobunivers.foundation.prepared import prepared
from jobunivers.rooms.vacancies.models import Application, Hidden, HideReason, Star, Vacancy


@dataclass(frozen=True, slots=True)
class Marks:
    """What she keeps (the latest first), does not want to see, and has applied for."""

    starred: tuple[int, ...] = ()
    hidden: frozenset[int] = frozenset()
    applied: frozenset[int] = frozenset()


@prepared
def marks_question(
    *, citizen_id: int, among: Collection[int] | None = None
) -> "QuerySet[Any, Any]":
    """Return the question for her marks, on some advertisements or on all."""
    on = {"vacancy_id__isnull": False} if among is None else {"vacancy_id__in": among}
    columns = ("vacancy_id", "moment", "kind")
    stars, hidden, applied = (
        model.objects.filter(citizen_id=citizen_id, **on)
        .annotate(moment=F(moment), kind=Value(kind, output_field=CharField()))
        .values_list(*columns)
        .order_by()
        for model, moment, kind in (
            (Star, "at", "star"),
            (Hidden, "at", "hidden"),
            (Application, "created_at", "applied"),
        )
    )
    return stars.union(hidden, applied, all=True).order_by("-moment")


def marks_from(rows: Iterable[tuple[int, datetime, str]]) -> Marks:
    """Return her marks, from the answer to `marks_question`."""
    found: dict[str, list[int]] = {"star": [], "hidden": [], "applied": []}
    for vacancy_id, _, kind in rows:
        found[kind].append(vacancy_id)
    return Marks(tuple(found["star"]), frozenset(found["hidden"]), frozenset(found["applied"]))


def marks_of(*, citizen_id: int) -> Marks:
    """Return her marks on advertisements."""
    return marks_from(marks_question(citizen_id=citizen_id))


def applied_ids(*, citizen_id: int) -> frozenset[int]:
    """Return the advertisements that stand in her joblog, planned ones too."""
    return marks_of(citizen_id=citizen_id).applied


def hidden_employer_ids(*, citizen_id: int) -> frozenset[int]:
    """Return the employers she has said she will not work for."""
    rows = Hidden.objects.filter(
        citizen_id=citizen_id,
        reason=HideReason.NOT_THIS_EMPLOYER,
        vacancy__employer__isnull=False,
    ).order_by()
    return frozenset(rows.values_list("vacancy__employer_id", flat=True))


def latest_arrival() -> datetime | None:
    """Return when the newest open advertisement that the kommune may see came in."""
    latest: datetime | None = Vacancy.objects.filter(closed_at=None).aggregate(
        latest=Max("created_at")
    )["latest"]
    return latest
