# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What many citizens have done with advertisements, in three questions: for matching at night."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from jobunivers.rooms.vacancies.models import Application, Hidden, HideReason, Star


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
