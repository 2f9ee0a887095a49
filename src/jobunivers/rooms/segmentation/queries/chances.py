# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Chances of work within half a year and a year, of many as numbers and of one with reasons."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

import numpy as np
from django.utils import timezone

from jobunivers.foundation.columns import Doubles, at_ids
from jobunivers.rooms.journey.queries.histories import histories
from jobunivers.rooms.segmentation.models import ChanceModel
from jobunivers.rooms.segmentation.queries.chance_facts import background, weeks_out
from jobunivers.science.chances import HORIZONS, HazardModel, Range, load, rule_profile
from jobunivers.science.explain import Reason
from jobunivers.trust import queries as trust

CODE = "chance"
"""The model's code in the AI register."""
_KEPT = 128
_FEW = 1000


@dataclass(frozen=True, slots=True)
class ChancesOf:
    """Chances of work within 26 and 52 weeks (n × 2, NaN: not known), and the model's version."""

    values: Doubles
    model: str = ""


@dataclass(frozen=True, slots=True)
class ChanceOf:
    """One citizen's chances with bounds, and what makes them, on the log of the hazard now.

    `learned`: by a model of the kommune's own history, not by the rules. `values`: the same as
    `chances_of` tells of many.
    """

    weeks: float
    within_26: Range
    within_52: Range
    reasons: tuple[Reason, ...]
    model: str
    learned: bool
    values: tuple[float, float]

    def as_many(self) -> ChancesOf:
        """Return the chances as `chances_of` gives them of one."""
        return ChancesOf(np.array([self.values]), self.model)


def model_in_use() -> HazardModel:
    """Return the model the kommune has taken into use, else the rules."""
    rows = ChanceModel.objects.filter(activated_at__isnull=False, retired_at=None).order_by("pk")
    pk = rows.values_list("pk", flat=True).first()
    return _rules() if pk is None else _loaded(pk)


def chances_of(citizen_ids: Sequence[int], at: datetime) -> ChancesOf:
    """Return the chances of people, in the order asked; of who is not out of work they are NaN.

    Nothing is told where the kommune has switched the model off.
    """
    wanted = np.array(citizen_ids, dtype=np.int64)
    if not len(wanted) or not trust.is_on(CODE):
        return ChancesOf(np.full((len(wanted), len(HORIZONS)), np.nan))
    model, today = model_in_use(), timezone.localdate(at)
    # Of many, reading the kommune's is quicker than naming each.
    asked = wanted.tolist() if len(wanted) <= _FEW else None
    told = histories(today=today, ids=asked, only_open=True)
    if not len(told.citizens):
        return ChancesOf(np.full((len(wanted), len(HORIZONS)), np.nan), model.version)
    found = model.chances(background(told), weeks_out(told, today))
    columns = [at_ids(wanted, told.citizens, found[:, at]) for at in range(len(HORIZONS))]
    return ChancesOf(np.stack(columns, axis=1), model.version)


def chance_of(*, citizen_id: int, at: datetime) -> ChanceOf | None:
    """Return one citizen's chances with bounds and reasons.

    None when she is not out of work, and where the kommune has switched the model off.
    """
    if not trust.is_on(CODE):
        return None
    model, today = model_in_use(), timezone.localdate(at)
    told = histories(today=today, ids=[citizen_id], only_open=True)
    if not len(told.citizens):
        return None
    facts, weeks = background(told), weeks_out(told, today)
    near, far = model.ranges(facts, weeks)[0]
    value_near, value_far = model.chances(facts, weeks)[0]
    return ChanceOf(
        float(weeks[0]),
        near,
        far,
        model.reasons(facts, weeks, 0),
        model.version,
        model.version != _rules().version,
        (float(value_near), float(value_far)),
    )


@lru_cache(maxsize=1)
def _rules() -> HazardModel:
    return rule_profile()


@lru_cache(maxsize=_KEPT)
def _loaded(pk: int) -> HazardModel:
    """Return a kept model; its content never changes, so it is read once a process."""
    return load(bytes(ChanceModel.objects.get(pk=pk).content))
