# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whom she may make an agreement with: those of the kommune who already help her."""

from collections.abc import Callable
from datetime import date

from jobunivers.identity import queries as identity
from jobunivers.identity.models import ADVISING
from jobunivers.rooms.plan.models import Activity, Agreement, Goal, GoalState, MadeBy

_MOST = 20
Finder = Callable[[int, date], list[int]]
_finders: list[Finder] = []


def provide_contacts(finder: Finder) -> None:
    """Let a room above say who helps a citizen on a day: her number → people, the nearest first."""
    _finders.append(finder)


def contacts_of(*, citizen_id: int, today: date) -> list[tuple[int, str]]:
    """Return number and name of those who help her, the nearest first."""
    found: list[int | None] = [pk for finder in _finders for pk in finder(citizen_id, today)]
    agreed = Agreement.objects.filter(citizen_id=citizen_id, staff_id__isnull=False)
    found += agreed.order_by("-pk").values_list("staff_id", flat=True)[:_MOST]
    proposed = Activity.objects.filter(citizen_id=citizen_id, made_by=MadeBy.STAFF)
    found += proposed.order_by("-pk").values_list("made_by_id", flat=True)[:_MOST]
    ids = list(dict.fromkeys(pk for pk in found if pk is not None))
    if not ids:
        return []
    names = identity.names(ids=ids)
    return [(pk, names[pk][0]) for pk in ids if pk in names and names[pk][1] in ADVISING][:_MOST]


def open_goals(*, citizen_id: int) -> list[Goal]:
    """Return her open goals in her order."""
    rows = Goal.objects.filter(citizen_id=citizen_id, state=GoalState.OPEN)
    return list(rows.order_by("order", "pk")[:50])
