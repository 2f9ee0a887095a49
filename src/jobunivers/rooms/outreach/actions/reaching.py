# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Before it is sent: who would get it, who not and why, and how crowded a job would be.

The people are written as rows and counted, so that the preview is read from one row however many
they are.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

import numpy as np
from django.db import transaction

from jobunivers.foundation import groups
from jobunivers.foundation.adding import add_columns
from jobunivers.foundation.notices import queries as notices
from jobunivers.identity import queries as identity
from jobunivers.rooms.outreach.actions.moving import (
    GroupGone,
    NotNow,
    change,
    locked,
    note,
)
from jobunivers.rooms.outreach.models import How, Push, PushRecipient, Stand, State, What
from jobunivers.rooms.outreach.queries.holding import CROWDED, held_back, sent_already
from jobunivers.rooms.outreach.queries.told import kind_of
from jobunivers.rooms.tailored import queries as tailored
from jobunivers.science.lots import Drawn, draw
from jobunivers.science.lots import How as Lot

_HOWS: Mapping[str, Lot] = {How.ALL: "all", How.BEST: "best", How.LOT: "lot"}
AT_ONCE = 2_000
"""So many people are looked through while the sender waits; more are the worker's."""


def members_of(push: Push, *, at: datetime) -> list[int]:
    """Return who is meant now, hand-picked or by the group.

    Raises:
        GroupGone: nobody knows the group any more.
    """
    if push.picked:
        return list(push.picked)
    found = groups.members(push.group_kind, push.group_key, at=at)
    if found is None:
        raise GroupGone
    return found


@transaction.atomic
def preview(*, push_id: int, at: datetime) -> Push:
    """Find who would get it, write them down and count them; everybody who can, gets it.

    Raises:
        NotNow: it is no draft any more.
        GroupGone: nobody knows the group any more.
    """
    push = locked(push_id)
    if push.state != State.DRAFT:
        raise NotNow(push.state)
    meant = members_of(push, at=at)
    people: list[int] = identity.citizen_columns(meant)[0].tolist()
    held = held_back(push, people, at=at)
    free = [one for one in people if one not in held]
    fits = _fits(push, free)
    push.recipients.all().delete()
    _write(push, people, held, fits, at=at)
    reach = {"meant": len(meant), "people": len(people), "held": dict(Counter(held.values()))}
    reach |= {"reached": len(free)} | _outside(push, free, at=at) | _crowd(push, fits)
    change(push, at=at, reach=reach, reached_at=at, how=How.ALL, number=None, held_out=0)
    return push


@transaction.atomic
def ask_for_reach(*, push_id: int, at: datetime) -> None:
    """Let the worker look through a large group, when this stands."""
    push = locked(push_id)
    note("reach_asked", push, at=at, by=push.sender_id)


def _fits(push: Push, free: Sequence[int]) -> dict[int, int]:
    if push.what != What.JOB:
        return {}
    return tailored.points_for(vacancy_id=int(push.thing), citizen_ids=free)


def _write(
    push: Push,
    people: Sequence[int],
    held: Mapping[int, str],
    fits: Mapping[int, int],
    *,
    at: datetime,
) -> None:
    add_columns(
        PushRecipient,
        {
            "push_id": [push.pk] * len(people),
            "citizen_id": people,
            "state": [Stand.HELD_BACK if one in held else Stand.QUEUED for one in people],
            "reason": [held.get(one, "") for one in people],
            "fit": [max(0, fits.get(one, 0)) for one in people],
            "chance": [0.0 if one in held else 1.0 for one in people],
            "at": [at] * len(people),
        },
    )


def _outside(push: Push, free: Sequence[int], *, at: datetime) -> dict[str, int]:
    """Count who has a way out of the house; a protected person's notice stays inside, uncounted."""
    found = notices.outside_of(kind=kind_of(push.what), person_ids=free, at=at)
    shielded = identity.protected_ids(free)
    disturbed = found.reachable - found.paused - found.had_enough - shielded
    return {
        "outside": len(disturbed),
        "enough": len((found.had_enough - found.paused) - shielded),
        "paused": len(found.paused - shielded),
    }


def _crowd(push: Push, fits: Mapping[int, int]) -> dict[str, int]:
    """Count what a job bears: applicants it is good for, less what lists and pushes bring."""
    if push.what != What.JOB:
        return {}
    room = tailored.room_of(vacancy_id=int(push.thing), positions=push.positions or 1)
    earlier = sent_already(push)
    return {
        "positions": push.positions or 1,
        "applicants": room.applicants,
        "expected": round(room.expected),
        "earlier": earlier,
        "bears": max(0, room.left - earlier),
        "on_list": len(fits),
    }


@transaction.atomic
def choose(
    *, push_id: int, version: int, how: str, number: int | None, held_out: int, at: datetime
) -> Push:
    """Choose who of those reached gets it: all, the best fitting or by lot; some may be held out.

    Raises:
        Stale: somebody has changed it since.
        NotNow: it is no draft, or nobody has been looked for yet.
        ValueError: a number or a share that cannot be.
    """
    push = locked(push_id, version=version)
    if push.state != State.DRAFT or push.reached_at is None:
        raise NotNow(push.state)
    rows = push.recipients.exclude(state=Stand.HELD_BACK) | push.recipients.filter(reason=CROWDED)
    found = list(rows.order_by("citizen_id").values_list("citizen_id", "fit"))
    fits = np.array([fit for _, fit in found], dtype=np.int64)
    drawn = draw(fits, how=_HOWS[how], number=number, held_out=held_out, seed=push.seed)
    rows.delete()
    _write_drawn(push, found, drawn, at=at)
    change(push, at=at, how=how, number=None if how == How.ALL else number, held_out=held_out)
    note("people_chosen", push, at=at, by=push.sender_id, how=how, number=number, held_out=held_out)
    return push


def _write_drawn(
    push: Push, found: Sequence[tuple[int, int]], drawn: Drawn, *, at: datetime
) -> None:
    states = [
        Stand.QUEUED if chosen else Stand.HELD_OUT if out else Stand.HELD_BACK
        for chosen, out in zip(drawn.chosen.tolist(), drawn.held_out.tolist(), strict=True)
    ]
    add_columns(
        PushRecipient,
        {
            "push_id": [push.pk] * len(found),
            "citizen_id": [one for one, _ in found],
            "state": states,
            "reason": [CROWDED if state == Stand.HELD_BACK else "" for state in states],
            "fit": [fit for _, fit in found],
            "chance": drawn.chance.tolist(),
            "at": [at] * len(found),
        },
    )
