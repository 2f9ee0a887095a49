# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Times for first meetings in the demo, so that somebody new can book one."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from jobunivers.identity import queries as identity
from jobunivers.identity.models import ADVISING
from jobunivers.rooms.entrance import actions, queries
from jobunivers.science.calendars import periods
from jobunivers.science.procedure.days import is_working_day

_MORNING, _NOON = time(9), time(12)
_WEEKS = 8
_WEEK = 7


def open_times(*, kommune: str, at: datetime) -> None:
    """Let the kommune worked for decide where one meets, and its staff open mornings."""
    staff = [one.person for one in identity.personas() if one.person.role in ADVISING]
    if not staff or queries.staff_slots(at=at):
        return
    entry = actions.RulesEntry(
        in_person=True,
        phone=True,
        place=f"Jobcenter {kommune}, Møllegade 4",
        directions_da="Ring på klokken ved døren. Der er elevator.",
        directions_en="Ring the bell at the door. There is a lift.",
        minutes=45,
        notice_hours=24,
        weeks_ahead=6,
    )
    actions.save_rules(entry=entry, actor_id=staff[0].pk, at=at)
    today = timezone.localdate(at)
    tuesday = today + timedelta(days=(1 - today.weekday()) % _WEEK)
    for number, person in enumerate(staff):
        for form, day in (("in_person", tuesday), ("phone", tuesday + timedelta(days=2))):
            actions.open_slots(
                adviser_id=person.pk,
                periods=[
                    one
                    for one in periods(
                        day + timedelta(days=number % 2), _MORNING, _NOON, minutes=45, weeks=_WEEKS
                    )
                    if is_working_day(timezone.localdate(one.starts_at))
                ],
                capacity=1,
                form=queries.form_of(form),
                place="",
                at=at,
            )
