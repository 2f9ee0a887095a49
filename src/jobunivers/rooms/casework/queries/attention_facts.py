# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the rules of attention look at, read as columns: the same for one as for a kommune."""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from datetime import UTC, date, datetime, timedelta
from typing import Any

import numpy as np
from django.utils import timezone

from jobunivers.foundation.columns import Doubles, Ints, at_ids
from jobunivers.foundation.notices.queries import columns as notices
from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.plan import queries as plan
from jobunivers.rooms.segmentation import queries as segmentation
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.science.attention import CitizenFacts

_EPOCH = date(1970, 1, 1)
# Pushes older than this are no occasion to look at anybody.
_PUSHES = timedelta(days=90)


def facts_of(*, at: datetime, ids: Sequence[int] | None = None) -> list[CitizenFacts]:
    """Return the facts of everybody in the kommune who is out of work, or of these alone."""
    today = timezone.localdate(at)
    seen = segmentation.seen(at=at, ids=ids)
    mine = seen.ids
    columns: dict[str, list[Any]] = {
        "out_since": _days(seen.began.astype(np.float64)),
        "days_inactive": _whole(seen.inactive),
        "absent": (seen.absent > 0).tolist(),
        "absent_until": _days(_back(mine, today, ids)),
        **_pushes(mine, at, ids),
        **_joblog(mine, today, ids),
        **_plan(mine, today, ids),
    }
    names = tuple(columns)
    return [
        CitizenFacts(citizen=citizen, today=today, **dict(zip(names, row, strict=True)))
        for citizen, row in zip(mine.tolist(), zip(*columns.values(), strict=True), strict=True)
    ]


def packed_facts(facts: CitizenFacts) -> dict[str, Any]:
    """Return all that the rules saw of her as JSON keeps it; what says nothing is left out."""
    said = {one.name: (getattr(facts, one.name), one.default) for one in fields(facts)}
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, (value, usual) in said.items()
        if name != "citizen" and (usual is MISSING or value != usual)
    }


def unpacked_facts(kept: Mapping[str, Any], *, citizen_id: int) -> CitizenFacts | None:
    """Return what the rules saw from what was kept; None when they see something else now."""
    known = {one.name for one in fields(CitizenFacts)}
    if not {"today", "out_since"} <= set(kept) or not set(kept) <= known:
        return None
    said: dict[str, Any] = {
        name: date.fromisoformat(value) if isinstance(value, str) else value
        for name, value in kept.items()
    }
    return CitizenFacts(citizen=citizen_id, **said)


def _back(mine: Ints, today: date, ids: Sequence[int] | None) -> Doubles:
    """Return the first day each is back from the absence that lasts longest; NaN: open or none."""
    away = journey.away(since=today, today=today, ids=ids)
    people, row = np.unique(away.ids, return_inverse=True)
    back = np.full(len(people), -np.inf)
    np.maximum.at(back, row, np.nan_to_num(away.ends, nan=np.inf))
    back[np.isinf(back)] = np.nan
    return at_ids(mine, people, back)


def _pushes(mine: Ints, at: datetime, ids: Sequence[int] | None) -> dict[str, list[Any]]:
    found = notices.answers(since=at - _PUSHES, ids=ids)
    since = at_ids(mine, found.ids, found.silent_since)
    return {
        "unanswered": _count(mine, found.ids, found.unanswered),
        "unanswered_since": [
            None if np.isnan(one) else timezone.localdate(datetime.fromtimestamp(one, UTC))
            for one in since.tolist()
        ],
    }


def _joblog(mine: Ints, today: date, ids: Sequence[int] | None) -> dict[str, list[Any]]:
    log = vacancies.joblogs(today=today, ids=ids)
    talks = vacancies.talks(today=today, ids=ids)
    offer = _days(at_ids(mine, log.ids, log.offer))
    return {
        "first_applied": _days(at_ids(mine, log.ids, log.first_applied)),
        "last_applied": _days(at_ids(mine, log.ids, log.last_applied)),
        "applications90": _count(mine, log.ids, log.applications),
        "interviews180": _count(mine, talks.ids, talks.many),
        "first_interview": _days(at_ids(mine, talks.ids, talks.first.astype(np.float64))),
        "last_interview": _days(at_ids(mine, talks.ids, talks.last.astype(np.float64))),
        "last_offer": offer,
        "open_offer": offer,
    }


def _plan(mine: Ints, today: date, ids: Sequence[int] | None) -> dict[str, list[Any]]:
    found = plan.plans(today=today, ids=ids)
    fixed = at_ids(mine, found.ids, found.fixed.astype(np.float64))
    return {
        "activities_ahead": _count(mine, found.ids, found.ahead),
        "goals_open": _count(mine, found.ids, found.goals),
        "finished_on": _days(at_ids(mine, found.ids, found.finished)),
        "overdue_since": _days(at_ids(mine, found.ids, found.late_since)),
        "overdue": _count(mine, found.ids, found.late),
        "requirements_fixed": (np.nan_to_num(fixed) > 0).tolist(),
    }


def _count(mine: Ints, ids: Ints, values: Ints) -> list[int]:
    found: list[int] = (
        np.nan_to_num(at_ids(mine, ids, values.astype(np.float64))).astype(np.int64).tolist()
    )
    return found


def _whole(values: Doubles) -> list[int | None]:
    return [None if np.isnan(one) else int(one) for one in values.tolist()]


def _days(values: Doubles) -> list[date | None]:
    """Return days since 1970 as dates; each day is made once."""
    days, place = np.unique(np.nan_to_num(values, nan=-1).astype(np.int64), return_inverse=True)
    made = [None if one < 0 else _EPOCH + timedelta(days=one) for one in days.tolist()]
    return [made[one] for one in place.tolist()]
