# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which jobs her newest competences brought nearer: found with her run, shown on her own page."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from jobunivers.foundation.taxonomy import packed
from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.tailored.queries.asking import Asked
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.science.gaps import because_completed
from jobunivers.science.matching import World

NEW_FOR = timedelta(days=30)
# Three are shown; some of those found may end, or be hidden or applied for, before that.
_FOUND = 12


def because_of(asked: Asked, world: World, *, at: datetime) -> dict[str, Any]:
    """Return what her competences of the last 30 days brought nearer; empty when nothing.

    `jobs` are advertisements with the new competences each asks for, those that opened first;
    `until` is the last day on which any of the competences is new.
    """
    added = journey.new_competences(citizen_id=asked.head.citizen_id, since=at - NEW_FOR)
    skills = {packed.in_use(uri) for uri in added} & asked.profile.skills
    if not skills:
        return {}
    day = vacancies.day_number(timezone.localdate(at))
    raised = because_completed(world, asked.profile, skills, day=day, limit=_FOUND)
    jobs = [{"id": one.id, "skills": list(one.skills)} for one in raised if one.skills]
    if not jobs:
        return {}
    until = timezone.localdate(max(added.values()) + NEW_FOR)
    return {"until": until.isoformat(), "jobs": jobs}
