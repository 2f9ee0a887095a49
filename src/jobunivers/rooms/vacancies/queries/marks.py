# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a citizen has said of advertisements, in one question."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import CharField, F, Max, Value

from jobunivers.rooms.vacancies.models import Application, Hidden, HideReason, Star, Vacancy


@dataclass(frozen=True, slots=True)
class Marks:
    """What she keeps (the latest first), does not want to see, and has applied for."""

    starred: tuple[int, ...] = ()
    hidden: frozenset[int] = frozenset()
    applied: frozenset[int] = frozenset()


def marks_of(*, citizen_id: int) -> Marks:
    """Return her marks on advertisements."""
    columns = ("vacancy_id", "moment", "kind")
    stars, hidden, applied = (
        model.objects.filter(citizen_id=citizen_id, vacancy_id__isnull=False)
        .annotate(moment=F(moment), kind=Value(kind, output_field=CharField()))
        .values_list(*columns)
        .order_by()
        for model, moment, kind in (
            (Star, "at", "star"),
            (Hidden, "at", "hidden"),
            (Application, "created_at", "applied"),
        )
    )
    found: dict[str, list[int]] = {"star": [], "hidden": [], "applied": []}
    for vacancy_id, _, kind in stars.union(hidden, applied, all=True).order_by("-moment"):
        found[kind].append(vacancy_id)
    return Marks(tuple(found["star"]), frozenset(found["hidden"]), frozenset(found["applied"]))


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
