# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everybody is placed every night, and one citizen at once after what she did.

Both go the same way: facts as columns, one evaluation, and only what changed is written. A move
to closer help is an offer. Nothing here touches what she receives.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import numpy as np
from django.db import transaction
from django.utils import timezone
from numpy.typing import NDArray

from jobunivers.foundation.columns import Ints
from jobunivers.foundation.events import actions as events
from jobunivers.foundation.everywhere import everywhere
from jobunivers.foundation.notices import actions as notices
from jobunivers.foundation.turns import wait_for_turn
from jobunivers.rooms.segmentation.actions import storing
from jobunivers.rooms.segmentation.actions.assigning import assign_consultants, end_assignments
from jobunivers.rooms.segmentation.actions.gathering import gather_activity, gather_one
from jobunivers.rooms.segmentation.actions.policies import ensure_policy
from jobunivers.rooms.segmentation.models import MoveKind, Override, Placement
from jobunivers.rooms.segmentation.queries.explaining import reasons_of
from jobunivers.rooms.segmentation.queries.knowing import Known, known
from jobunivers.rooms.segmentation.queries.policies import InEffect, policy_in_effect
from jobunivers.rooms.segmentation.queries.standing import (
    OVERRIDE,
    Stands,
    rule_codes,
    stands_of,
)
from jobunivers.science.segmentation import KEPT_RULE, Facts, Kind, Placed, place, rule_code
from jobunivers.trust import queries as trust

MODEL = "segmentation"  # its code in the AI register
# A chance that moved less than this is not worth a row.
_WORTH_WRITING = 0.01
_TOLD = {MoveKind.RULE, MoveKind.STEP, MoveKind.BACK, MoveKind.WISH, MoveKind.POLICY,
         MoveKind.OVERRIDE, MoveKind.OVERRIDE_ENDED}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Segmented:
    """What one run did in one kommune."""

    people: int = 0
    moves: int = 0
    written: int = 0
    left: int = 0
    assigned: int = 0

    def __add__(self, other: "Segmented") -> "Segmented":
        """Return both together."""
        return Segmented(
            self.people + other.people,
            self.moves + other.moves,
            self.written + other.written,
            self.left + other.left,
            self.assigned + other.assigned,
        )


def segment_everybody(*, at: datetime) -> Segmented:
    """Place everybody in every open kommune, each under its own lock and in its own transaction."""
    ensure_policy(at=at)
    done = Segmented()

    def one() -> None:
        nonlocal done
        gather_activity(at=at)
        done += segment_kommune(at=at)

    everywhere("placing everybody", one)
    return done


@transaction.atomic
def segment_kommune(*, at: datetime) -> Segmented:
    """Place everybody of the kommune being worked for; count the day's flows."""
    wait_for_turn("segmentation")
    _end_overrides(at=at)
    # Rooms above bring everybody along after the night: a job for each who moved would be many.
    with events.quietly():
        done = _segment(at=at, ids=None)
    _count_flows(at=at)
    return done


@transaction.atomic
def segment_one(*, citizen_id: int, at: datetime) -> Segmented:
    """Place one citizen anew, from what she has done up to now: the worker reads the log."""
    wait_for_turn("segmentation")
    gather_one(citizen_id=citizen_id, at=at)
    _end_overrides(at=at, citizen_id=citizen_id)
    return _segment(at=at, ids=[citizen_id])


def place_anew(citizen_id: int, at: datetime) -> None:
    """Place her anew when she has taken a consent back, without waiting for the worker."""
    segment_one(citizen_id=citizen_id, at=at)


@transaction.atomic
def segment_many(*, citizen_ids: Sequence[int], at: datetime) -> Segmented:
    """Place some citizens anew from what the worker has gathered: the log is not read."""
    wait_for_turn("segmentation")
    return _segment(at=at, ids=list(citizen_ids))


def recount_flows(*, at: datetime) -> None:
    """Count the day's flows of the kommune anew."""
    _count_flows(at=at)


def _segment(*, at: datetime, ids: Sequence[int] | None) -> Segmented:
    policy = policy_in_effect(at=at)
    people = known(at=at, ids=ids)
    stands = stands_of(policy, people.ids, at=at, model=people.model, ids=ids)
    if not trust.is_on(MODEL):
        people = _left_alone(people, stands)
    placed = place(policy.rules, people.facts, stands.standing)
    moved = np.flatnonzero(placed.moved)
    writes = np.flatnonzero(_worth_writing(people, stands, placed))
    moves = _moves(policy, people, stands, placed, moved)
    storing.put(
        _placements(policy, people, stands, placed, writes),
        model=people.model,
        today=timezone.localdate(at),
        at=at,
    )
    left = _leave(policy, stands.placed[~np.isin(stands.placed, people.ids)], at=at)
    move_ids = storing.add_moves([*moves, *left], model=people.model, at=at)
    _tell([*moves, *left], move_ids, at=at)
    assigned = assign_consultants(policy=policy, at=at, citizen_ids=ids)
    return Segmented(len(people.ids), len(moved), len(writes), len(left), assigned)


def _left_alone(people: Known, stands: Stands) -> Known:
    """Return the people as where the kommune has switched segmentation off.

    Nothing is known of anybody, and everybody counts as absent: who has a course keeps it, who is
    new gets the default, and what staff choose holds as before.
    """
    before = stands.standing
    still = {
        "absent": np.ones(len(people.ids)),
        "wish": before.wish,
        "readiness": before.readiness,
    }
    return replace(people, facts=Facts.of(still))


def _worth_writing(people: Known, stands: Stands, placed: Placed) -> NDArray[np.bool_]:
    """Say whose placement says something new."""
    new = placed.moved | ~stands.standing.known
    decided = placed.rule != KEPT_RULE
    rule = np.where(decided, placed.rule + 2, stands.rule)
    rule = np.where(placed.rule == -1, 0, rule)  # the default
    rule = np.where(stands.standing.override >= 0, 1, rule)
    new |= rule != stands.rule
    new |= decided & ~stands.standing.same_policy
    before = stands.standing
    for code, then in (("wish", before.wish), ("readiness", before.readiness)):
        now = people.facts[code]
        new |= (now != then) & ~(np.isnan(now) & np.isnan(then))
    new |= stands.same_model == 0
    for now, then in (
        (people.facts["chance26"], stands.chance26),
        (people.facts["chance52"], stands.chance52),
    ):
        new |= np.abs(np.nan_to_num(now, nan=-1) - np.nan_to_num(then, nan=-1)) >= _WORTH_WRITING
    return np.asarray(new)


def _rule_of(policy: InEffect, stands: Stands, placed: Placed, row: int) -> str:
    """Return the code of the rule that a person's placement rests on."""
    if stands.standing.override[row] >= 0:
        return OVERRIDE
    if placed.rule[row] != KEPT_RULE:
        return rule_code(policy.rules, int(placed.rule[row]))
    codes = rule_codes(policy)
    kept = int(stands.rule[row])
    return codes[kept] if kept >= 0 else rule_code(policy.rules, int(placed.pointed_rule[row]))


def _placements(
    policy: InEffect, people: Known, stands: Stands, placed: Placed, rows: Ints
) -> list[storing.PlacementRow]:
    facts = people.facts
    wish, readiness, chance26, chance52 = (
        [None if value != value else value for value in facts[code][rows].tolist()]  # noqa: PLR0124 - NaN
        for code in ("wish", "readiness", "chance26", "chance52")
    )
    policies = _policies(policy, people, stands, placed, rows)
    found = []
    for n, row in enumerate(rows.tolist()):
        rule = _rule_of(policy, stands, placed, row)
        found.append(
            storing.PlacementRow(
                citizen_id=int(people.ids[row]),
                course=policy.rules.courses[int(placed.course[row])].code,
                rule=rule,
                step=int(placed.step[row]),
                wish=wish[n],
                readiness=readiness[n],
                policy_id=policies[n],
                chance26=chance26[n],
                chance52=chance52[n],
                reasons=reasons_of(policy.rules, rule, facts, row),
            )
        )
    return found


def _policies(
    policy: InEffect, people: Known, stands: Stands, placed: Placed, rows: Ints
) -> list[int]:
    """Return the policy that each placement rests on: who is held back keeps the one before."""
    kept = (placed.rule[rows] == KEPT_RULE) & stands.standing.known[rows]
    kept &= ~stands.standing.same_policy[rows]
    before: Mapping[int, int] = {}
    if kept.any():
        ids = people.ids[rows][kept].tolist()
        rows_before = Placement.objects.filter(citizen_id__in=ids).order_by("pk")
        before = dict(rows_before.values_list("citizen_id", "policy_id"))
    return [before.get(one, policy.row.pk) for one in people.ids[rows].tolist()]


def _moves(
    policy: InEffect, people: Known, stands: Stands, placed: Placed, rows: Ints
) -> list[storing.MoveRow]:
    before = _before(people, stands, rows)
    actors = _choosers(people.ids[rows].tolist())
    found = []
    for row in rows.tolist():
        citizen = int(people.ids[row])
        rule = _rule_of(policy, stands, placed, row)
        kind = Kind(int(placed.kind[row])).name.lower()
        old = int(stands.standing.course[row])
        from_course = policy.rules.courses[old].code if old >= 0 else before.get(citizen, "")
        kept = stands.standing.row(policy.rules, row, from_course or None)
        found.append(
            storing.MoveRow(
                citizen_id=citizen,
                kind=kind,
                from_course=from_course,
                to_course=policy.rules.courses[int(placed.course[row])].code,
                from_step=int(stands.standing.step[row]),
                to_step=int(placed.step[row]),
                rule=rule,
                policy_id=policy.row.pk,
                inputs={"facts": people.facts.row(row), "standing": kept},
                reasons=reasons_of(policy.rules, rule, people.facts, row),
                actor_id=actors.get(citizen) if kind == MoveKind.OVERRIDE else None,
            )
        )
    return found


def _before(people: Known, stands: Stands, rows: Ints) -> dict[int, str]:
    """Return the courses, by citizen, that the policy does not have any more."""
    lost = rows[(stands.standing.course[rows] < 0) & stands.standing.known[rows]]
    if not len(lost):
        return {}
    found = Placement.objects.filter(citizen_id__in=people.ids[lost].tolist()).order_by("pk")
    return dict(found.values_list("citizen_id", "course"))


def _choosers(ids: list[int]) -> dict[int, int]:
    """Return who chose the course of each citizen of whom such a choice holds."""
    if not ids:
        return {}
    rows = Override.objects.filter(citizen_id__in=ids, ended_at=None).order_by("pk")
    return dict(rows.values_list("citizen_id", "by_id"))


def _leave(policy: InEffect, ids: Ints, *, at: datetime) -> list[storing.MoveRow]:
    """Let go of those who are not out of work any more; return their moves."""
    if not len(ids):
        return []
    gone = ids.tolist()
    rows = Placement.objects.filter(citizen_id__in=gone).order_by("citizen_id")
    moves = [
        storing.MoveRow(
            citizen_id=row.citizen_id,
            kind=MoveKind.LEFT,
            from_course=row.course,
            to_course="",
            from_step=row.step,
            to_step=0,
            rule=row.rule,
            policy_id=policy.row.pk,
            inputs={},
            reasons=[],
        )
        for row in rows
    ]
    rows.delete()
    end_assignments(citizen_ids=gone, at=at)
    Override.objects.filter(citizen_id__in=gone, ended_at=None).update(ended_at=at)
    return moves


def _tell(moves: Sequence[storing.MoveRow], ids: Sequence[int], *, at: datetime) -> None:
    """Record the moves as events, and tell her of those that mean something to her."""
    events.record_many(
        [
            events.Happened(
                kind="segmentation.moved",
                at=at,
                citizen_id=one.citizen_id,
                actor_id=one.actor_id,
                data={
                    "move": pk,
                    "kind": str(one.kind),
                    "from": one.from_course,
                    "to": one.to_course,
                    "step": one.to_step,
                },
            )
            for one, pk in zip(moves, ids, strict=True)
            if one.kind != MoveKind.FIRST
        ]
    )
    notices.notify_many(
        [
            notices.Wanted(
                person_id=one.citizen_id,
                kind=_notice_of(one),
                data={"from": one.from_course, "to": one.to_course, "step": one.to_step},
                path="mit-forloeb/",
                key=f"move-{pk}",
            )
            for one, pk in zip(moves, ids, strict=True)
            if one.kind in _TOLD
        ],
        at=at,
    )


def _notice_of(move: storing.MoveRow) -> str:
    """Return the kind of notice: a step that changes no course is a reminder."""
    if move.kind == MoveKind.STEP and move.from_course == move.to_course:
        return "segmentation.reminder"
    return "segmentation.moved"


def _end_overrides(*, at: datetime, citizen_id: int | None = None) -> None:
    """End the choices of staff whose time is up."""
    due = Override.objects.filter(ended_at=None, until__lte=timezone.localdate(at))
    if citizen_id is not None:
        due = due.filter(citizen_id=citizen_id)
    due.update(ended_at=at)


def _count_flows(*, at: datetime) -> None:
    day = timezone.localdate(at)
    begins = timezone.make_aware(datetime(day.year, day.month, day.day))  # noqa: DTZ001 - made aware
    storing.count_flows(day=day, begins=begins, ends=begins + timedelta(days=1))
