# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The demo's consultants: one with too many, one on leave with somebody standing in; figures."""

from datetime import date, datetime, timedelta

from django.utils import timezone

from jobunivers.identity import actions as identity_actions
from jobunivers.identity import queries as identity
from jobunivers.identity.models import Role
from jobunivers.rooms.casework import actions as casework
from jobunivers.rooms.segmentation import actions as segmentation
from jobunivers.rooms.segmentation import queries as segmentation_queries

# Invented like everybody here; nobody logs in as them.
_COLLEAGUES = (("Nanna Krogh", 25, ["en"]), ("Per Bro", 20, ["ar"]))
_WHERE = "0751"
_GIVEN = 4
_FULL = 3
# The aims of two years, as jobindsats might have told them: (year, measure, people, without).
_TOLD = (
    ("talks", 214, 52), ("offer", 214, 71), ("talks", 208, 39), ("offer", 208, 66),
)  # fmt: skip


def write(*, kommune: str, at: datetime) -> None:
    """Give one kommune two more consultants, a leave with a substitute, and two years' aims."""
    if kommune != _WHERE:
        return
    consultants = list(identity.staff(roles=[Role.CONSULTANT]).values_list("pk", flat=True))
    managers = list(identity.staff(roles=[Role.MANAGER]).values_list("pk", flat=True))
    if len(consultants) != 1 or not managers:
        return
    first, manager = consultants[0], managers[0]
    people = identity_actions.add_people(
        newcomers=[
            identity_actions.Newcomer(name=name, role=Role.CONSULTANT, at=at)
            for name, _room, _languages in _COLLEAGUES
        ]
    )
    for person, (_name, room, languages) in zip(people, _COLLEAGUES, strict=True):
        segmentation.set_caseload(
            staff_id=person.pk, capacity=room, languages=languages, at=at, by_id=manager
        )
    away, today = people[1].pk, timezone.localdate(at)
    mine = list(segmentation_queries.own_ids(first))
    for citizen in mine[:_GIVEN]:
        segmentation.assign_consultant(citizen_id=citizen, staff_id=away, by_id=manager, at=at)
    segmentation.set_caseload(
        staff_id=first, capacity=max(len(mine) - _GIVEN - _FULL, 1), at=at, by_id=manager
    )
    segmentation.plan_leave(
        staff_id=away,
        away_from=today - timedelta(days=2),
        away_to=today + timedelta(days=9),
        substitute_id=first,
        by_id=manager,
        at=at,
    )
    segmentation.tell_of_substitutes(at=at)
    _aims(manager, today, at)


def _aims(manager: int, today: date, at: datetime) -> None:
    for number, (measure, people, without) in enumerate(_TOLD):
        casework.report_aim(
            measure=casework.Measure(measure),
            day=date(today.year - 2 + number // 2, 12, 31),
            people=people,
            without=without,
            source="Jobindsats (opdigtede tal)",
            by_id=manager,
            at=at,
        )


def count(*, at: datetime) -> None:
    """Count what a night counts for managers."""
    casework.count_waits(at=at)
    casework.count_aims(at=at)
