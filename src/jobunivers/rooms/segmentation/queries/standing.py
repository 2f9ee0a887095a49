# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is remembered of people from where they stand, as columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
from django.utils import timezone

from jobunivers.foundation.columns import Doubles, Ints, at_ids, read_columns
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.rooms.segmentation.queries.policies import InEffect
from jobunivers.science.segmentation import DEFAULT, Standing

OVERRIDE = "override"  # the rule of a placement that a member of staff chose
_PLACEMENTS = """
    SELECT p.citizen_id AS citizen,
        coalesce(array_position(%(courses)s::text[], p.course::text), 0) - 1 AS course,
        coalesce(array_position(%(rules)s::text[], p.rule::text), 0) AS rule, p.step,
        coalesce(p.moved_on - DATE '1970-01-01', 0) AS moved, p.wish, p.readiness,
        (p.policy_id = %(policy)s)::int AS same_policy, (p.rule = %(override)s)::int AS overridden,
        p.chance26, p.chance52, (p.model = %(model)s)::int AS same_model
    FROM segmentation_placement p
    WHERE p.municipality_id = %(kommune)s
        AND (%(ids)s::bigint[] IS NULL OR p.citizen_id = ANY(%(ids)s::bigint[]))
"""
_OVERRIDES = """
    SELECT citizen_id AS citizen,
        coalesce(array_position(%(courses)s::text[], course::text), 0) - 1 AS course
    FROM segmentation_override
    WHERE municipality_id = %(kommune)s AND ended_at IS NULL AND until > %(today)s
        AND (%(ids)s::bigint[] IS NULL OR citizen_id = ANY(%(ids)s::bigint[]))
"""
_INTS = (
    "citizen", "course", "rule", "step", "moved", "same_policy", "overridden", "same_model",
)  # fmt: skip
_DOUBLES = ("wish", "readiness", "chance26", "chance52")


@dataclass(frozen=True, slots=True)
class Stands:
    """Where people stand, in the order asked: `rule` is a place in `rule_codes`, -1 unknown."""

    standing: Standing
    rule: Ints
    chance26: Doubles
    chance52: Doubles
    same_model: Doubles  # 1, 0; NaN: not placed
    placed: Ints  # everybody who has a placement, asked for or not


def rule_codes(policy: InEffect) -> list[str]:
    """Return the codes of rules in a placement: the default, a choice of staff, and the rules."""
    return [DEFAULT, OVERRIDE, *(rule.code for rule in policy.rules.rules)]


def stands_of(
    policy: InEffect, wanted: Ints, *, at: datetime, model: str, ids: Sequence[int] | None
) -> Stands:
    """Return what is remembered of the wanted people; `ids` narrows what is read to some."""
    today = timezone.localdate(at)
    asked = {
        "kommune": current_municipality_id(),
        "courses": [course.code for course in policy.rules.courses],
        "rules": rule_codes(policy),
        "policy": policy.row.pk,
        "override": OVERRIDE,
        "model": model,
        "today": today,
        "ids": None if ids is None else list(ids),
    }
    whole, numbers = read_columns(_PLACEMENTS, asked, ints=_INTS, doubles=_DOUBLES)
    there = whole["citizen"]

    def of(name: str) -> Doubles:
        values = numbers[name] if name in numbers else whole[name].astype(np.float64)
        return at_ids(wanted, there, values)

    def ints(name: str, otherwise: int) -> Ints:
        return np.nan_to_num(of(name), nan=otherwise).astype(np.int64)

    known = ~np.isnan(of("step"))
    chosen, _ = read_columns(_OVERRIDES, asked, ints=("citizen", "course"))
    override = at_ids(wanted, chosen["citizen"], chosen["course"].astype(np.float64))
    standing = Standing.of_columns(
        course=ints("course", -1),
        known=known,
        step=ints("step", 0),
        days_since_move=np.maximum(0, _day(today) - ints("moved", _day(today))),
        wish=of("wish"),
        readiness=of("readiness"),
        same_policy=ints("same_policy", 1),
        override=np.nan_to_num(override, nan=-1),
        was_override=ints("overridden", 0),
    )
    return Stands(
        standing=standing,
        rule=ints("rule", 0) - 1,
        chance26=of("chance26"),
        chance52=of("chance52"),
        same_model=of("same_model"),
        placed=there,
    )


def _day(day: date) -> int:
    return (day - date(1970, 1, 1)).days
