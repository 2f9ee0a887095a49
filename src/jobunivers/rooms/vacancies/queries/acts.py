# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What many citizens have done with advertisements, in three questions: for matching at night."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple

from jobunivers.rooms.vacancies.models import Application, Hidden, HideReason, Star

_WHO_WHAT = ("citizen_id", "vacancy_id")


@dataclass(slots=True)
class Acts:
    """What one citizen keeps, has applied for and has hidden, with the employers she shuns.

    `not_her_field` are those she hid because the work itself was wrong.
    """

    starred: list[int] = field(default_factory=list)
    applied: list[int] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)
    not_her_field: list[int] = field(default_factory=list)
    shunned_employers: list[int] = field(default_factory=list)


def acts_of(*, citizen_ids: Sequence[int]) -> dict[int, Acts]:
    """Return the acts of each of the citizens, newest first; nobody is left out."""
    found: dict[int, Acts] = defaultdict(Acts)
    them = list(citizen_ids)
    stars = Star.objects.filter(citizen_id__in=them).order_by("-at", "-pk")
    for citizen, vacancy in stars.values_list("citizen_id", "vacancy_id"):
        found[citizen].starred.append(vacancy)
    logged = Application.objects.filter(citizen_id__in=them, vacancy_id__isnull=False)
    rows = logged.order_by("-created_at", "-pk").values_list("citizen_id", "vacancy_id")
    for citizen, entry in rows:
        if entry is not None:
            found[citizen].applied.append(entry)
    hidden = Hidden.objects.filter(citizen_id__in=them).order_by("-at", "-pk")
    columns = ("citizen_id", "vacancy_id", "reason", "vacancy__employer_id")
    for citizen, vacancy, reason, employer in hidden.values_list(*columns):
        found[citizen].hidden.append(vacancy)
        if reason == HideReason.WRONG_FIELD:
            found[citizen].not_her_field.append(vacancy)
        if reason == HideReason.NOT_THIS_EMPLOYER and employer is not None:
            found[citizen].shunned_employers.append(employer)
    return {citizen: found[citizen] for citizen in them}


class Act(NamedTuple):
    """One deliberate act of a citizen, and when; nothing of what she wrote."""

    citizen_id: int
    vacancy_id: int
    kind: Literal["starred", "applied", "hidden"]
    at: datetime


def acts_since(*, citizen_ids: Sequence[int], since: datetime) -> list[Act]:
    """Return what the citizens have kept, applied for and hidden since then, oldest first.

    What was taken back is not there; hiding an advertisement takes back that it was kept.
    """
    them = list(citizen_ids)
    stars = Star.objects.filter(citizen_id__in=them, at__gte=since).order_by("pk")
    found = [Act(c, v, "starred", at) for c, v, at in stars.values_list(*_WHO_WHAT, "at")]
    logged = Application.objects.filter(
        citizen_id__in=them, vacancy_id__isnull=False, created_at__gte=since
    ).order_by("pk")
    for citizen, vacancy, at in logged.values_list(*_WHO_WHAT, "created_at"):
        if vacancy is not None:
            found.append(Act(citizen, vacancy, "applied", at))
    hidden = Hidden.objects.filter(citizen_id__in=them, at__gte=since).order_by("pk")
    found += [Act(c, v, "hidden", at) for c, v, at in hidden.values_list(*_WHO_WHAT, "at")]
    return sorted(found, key=lambda act: (act.at, act.citizen_id, act.vacancy_id, act.kind))


def who_acted(*, vacancy_id: int) -> dict[str, frozenset[int]]:
    """Return who has an advertisement in her joblog (`applied`), keeps it or has hidden it."""
    stars = Star.objects.filter(vacancy_id=vacancy_id).order_by()
    hidden = Hidden.objects.filter(vacancy_id=vacancy_id).order_by()
    logged = Application.objects.filter(vacancy_id=vacancy_id).order_by()
    return {
        "starred": frozenset(stars.values_list("citizen_id", flat=True)),
        "hidden": frozenset(hidden.values_list("citizen_id", flat=True)),
        "applied": frozenset(logged.values_list("citizen_id", flat=True)),
    }
