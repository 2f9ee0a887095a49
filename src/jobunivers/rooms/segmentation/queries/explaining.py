# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Why a citizen is where she is, what would change it, and any decision of the log made again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np

from jobunivers.rooms.segmentation.models import Move, Placement
from jobunivers.rooms.segmentation.queries.chances import ChanceOf
from jobunivers.rooms.segmentation.queries.knowing import known
from jobunivers.rooms.segmentation.queries.policies import (
    InEffect,
    policy_in_effect,
    read_by_id,
)
from jobunivers.rooms.segmentation.queries.standing import stands_of
from jobunivers.science import segmentation as science


@dataclass(frozen=True, slots=True)
class Explained:
    """An explanation, the facts it was made of (None: not known) and the policy."""

    explanation: science.Explanation
    facts: Mapping[str, float | None]
    policy: InEffect
    model: str


@dataclass(frozen=True, slots=True)
class Again:
    """A decision of the log beside the same made once more; `same` when they agree."""

    move: Move
    course: str
    step: int
    kind: str
    same: bool


def explain(
    *,
    citizen_id: int,
    at: datetime,
    placement: Placement | None = None,
    chance: ChanceOf | None = None,
) -> Explained | None:
    """Return why she is where she is; None when she is not out of work or not placed.

    `placement` and `chance` are hers, where they have been read already.
    """
    placement = placement or Placement.objects.filter(citizen_id=citizen_id).first()
    found = known(at=at, ids=[citizen_id], chance=chance)
    if placement is None or not len(found.ids):
        return None
    policy = policy_in_effect(at=at)
    stands = stands_of(policy, found.ids, at=at, model=found.model, ids=[citizen_id])
    why = science.explain(policy.rules, found.facts, 0, stands.standing, placement.rule)
    return Explained(why, found.facts.row(0), policy, found.model)


def make_again(move: Move) -> Again | None:
    """Make an automated decision of the log again from what was kept with it.

    None for what no machine decided (an override's choice is in its inputs and is made again
    too), and when the policy is gone.
    """
    policy = read_by_id(move.policy_id)
    inputs: Mapping[str, Any] = move.inputs
    if policy is None or "facts" not in inputs:
        return None
    course, _, step, kind = science.again(policy.rules, inputs["facts"], inputs["standing"])
    name = kind.name.lower()
    same = (course, step, name) == (move.to_course, move.to_step, move.kind)
    return Again(move, course, step, name, same)


def reasons_of(
    policy: science.Policy, rule: str, facts: science.Facts, row: int
) -> list[dict[str, Any]]:
    """Return the conditions that held, as a placement and a move keep them."""
    return [
        {"fact": one.fact, "is": one.op.value, "value": one.value, "was": one.was}
        for one in science.held_by(policy, rule, facts, row)
        if not np.isnan(one.was)
    ]
