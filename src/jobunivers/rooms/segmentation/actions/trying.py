# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A policy tried on today's people: who would move, from where to where. Nobody is moved."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

import numpy as np
from django.db import transaction
from numpy.typing import NDArray

from jobunivers.foundation.columns import Ints
from jobunivers.identity import queries as identity
from jobunivers.identity.models import Role
from jobunivers.rooms.segmentation.models import Caseload, DryRun, Policy
from jobunivers.rooms.segmentation.queries.explaining import reasons_of
from jobunivers.rooms.segmentation.queries.knowing import Known, known
from jobunivers.rooms.segmentation.queries.policies import InEffect, policy_in_effect, read
from jobunivers.rooms.segmentation.queries.standing import stands_of
from jobunivers.rooms.segmentation.queries.team import USUAL_CAPACITY
from jobunivers.science.segmentation import FACTS, Kind, Placed, place, rule_code

FEWEST = 5  # a group of fewer is not told
_EXAMPLES = 12
_OF_EACH_FLOW = 2
_BANDS = {
    "age": ((0, 25), (25, 30), (30, 40), (40, 50), (50, 60), (60, 200)),
    "weeks_out": ((0, 13), (13, 26), (26, 52), (52, 104), (104, 10_000)),
}


@transaction.atomic
def dry_run(*, policy: Policy, by_id: int | None, at: datetime) -> DryRun:
    """Try a policy on everybody who is out of work today, and keep the figures.

    The ladder, choices of staff and absences count as they would on the day; the policy is taken
    to be in effect now, so the rules are asked of everybody at once. Raises BadPolicy.
    """
    trying, today = read(policy), policy_in_effect(at=at)
    people = known(at=at)
    now = stands_of(today, people.ids, at=at, model=people.model, ids=None)
    standing = stands_of(trying, people.ids, at=at, model=people.model, ids=None).standing
    placed = place(trying.rules, people.facts, standing)
    old = _codes(today, now.standing.course)
    new = _codes(trying, placed.course)
    step = _closeness(trying, new) - _closeness(trying, old)
    told = (old != "") & (old != new)
    consultants = [course.code for course in trying.rules.courses if course.consultant]
    before = [course.code for course in today.rules.courses if course.consultant]
    return DryRun.objects.create(
        policy_id=policy.pk,
        digest=policy.digest,
        against_id=today.row.pk,
        at=at,
        by_id=by_id,
        people=len(people.ids),
        moves=int(told.sum()),
        closer=int((told & (step > 0)).sum()),
        freer=int((told & (step < 0)).sum()),
        flows=list(_flows(old, new)),
        groups=list(_groups(people, told & (step > 0), told & (step < 0))),
        caseload={
            "consultant_now": int(np.isin(old, before).sum()),
            "consultant_then": int(np.isin(new, consultants).sum()),
            "capacity": _capacity(),
        },
        examples=list(_examples(trying, people, placed, old, new)),
    )


def note_dry_run_shown(*, dry_run_id: int, to_id: int, at: datetime) -> None:
    """Note that somebody was shown the figures: from now on the policy may be activated."""
    DryRun.objects.filter(pk=dry_run_id, shown_at=None).update(shown_at=at, shown_to_id=to_id)


Codes = NDArray[np.str_]
Bools = NDArray[np.bool_]


def _codes(policy: InEffect, courses: Ints) -> Codes:
    names = np.array([*(course.code for course in policy.rules.courses), ""])
    return np.asarray(names[courses])


def _closeness(policy: InEffect, codes: Codes) -> Ints:
    """Return how close courses are in the policy that is tried; one it lacks is -1."""
    names, place_of = np.unique(codes, return_inverse=True)
    places = np.array([policy.rules.place_of(str(name)) for name in names], dtype=np.int64)
    return np.asarray(places[place_of.ravel()]) if len(codes) else np.zeros(0, dtype=np.int64)


def _flows(old: Codes, new: Codes) -> Iterator[dict[str, object]]:
    pairs, counts = np.unique(np.stack([old, new], axis=1), axis=0, return_counts=True)
    for row in np.argsort(-counts, kind="stable").tolist():
        yield {
            "from": str(pairs[row][0]),
            "to": str(pairs[row][1]),
            "people": int(counts[row]),
        }


def _groups(people: Known, closer: Bools, freer: Bools) -> Iterator[dict[str, object]]:
    """Yield the figures of every group; of one with too few people only that there are some."""
    for dimension, value, mine in _divided(people):
        many = int(mine.sum())
        if not many:
            continue
        few = many < FEWEST

        def told(which: Bools, mine: Bools = mine, few: bool = few) -> int | None:  # noqa: FBT001
            count = int((which & mine).sum())
            return None if few or 0 < count < FEWEST else count

        yield {
            "dimension": dimension,
            "value": value,
            "people": None if few else many,
            "closer": told(closer),
            "freer": told(freer),
        }


def _divided(people: Known) -> Iterator[tuple[str, str, Bools]]:
    for dimension, bands in _BANDS.items():
        column = people.facts[dimension]
        for least, most in bands:
            yield dimension, f"{least}-{most - 1}", (column >= least) & (column < most)
        yield dimension, "unknown", np.isnan(column)
    for dimension in ("education", "wish"):
        column = people.facts[dimension]
        for number, level in enumerate(FACTS[dimension].levels):
            yield dimension, level, column == number
        yield dimension, "unknown", np.isnan(column)


def _examples(
    policy: InEffect, people: Known, placed: Placed, old: Codes, new: Codes
) -> Iterator[dict[str, object]]:
    """Yield some who would move, two of each flow, with what decided and nothing else."""
    seen = Counter[tuple[str, str]]()
    for row in np.flatnonzero((old != "") & (old != new)).tolist():
        pair = (str(old[row]), str(new[row]))
        if seen[pair] >= _OF_EACH_FLOW or seen.total() >= _EXAMPLES:
            continue
        seen[pair] += 1
        rule = rule_code(policy.rules, int(placed.pointed_rule[row]))
        reasons = reasons_of(policy.rules, rule, people.facts, row)
        yield {
            "from": pair[0],
            "to": pair[1],
            "rule": rule,
            "kind": Kind(int(placed.kind[row])).name.lower(),
            "facts": {one["fact"]: one["was"] for one in reasons},
            "reasons": reasons,
        }


def _capacity() -> int:
    """Return how many the kommune's consultants can help together."""
    people = list(identity.staff(roles=[Role.CONSULTANT]).values_list("pk", flat=True))
    said = Caseload.objects.filter(staff_id__in=people).values_list("staff_id", "capacity")
    capacity = dict.fromkeys(people, USUAL_CAPACITY) | dict(said)
    return sum(capacity.values())
