# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Learning chances of work from a kommune's own history, and taking what was learned into use.

Learning keeps a model with what was measured of it, and uses nothing: a person does, with a reason,
and only what holds every limit.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import numpy as np
from django.db import transaction
from django.utils import timezone

from jobunivers.foundation.columns import Ints
from jobunivers.foundation.events import actions as events
from jobunivers.rooms.journey.queries.histories import SPELL_ENDS, histories
from jobunivers.rooms.segmentation.models import ChanceModel
from jobunivers.rooms.segmentation.queries.chance_card import limits
from jobunivers.rooms.segmentation.queries.chance_facts import EPOCH, FEATURES, background
from jobunivers.science import chances
from jobunivers.science.chances import OTHER, STILL, WORK, Histories, Limits, Quality

RULES = chances.rule_profile().version
_MOST = 60_000
"""Newest times out of work that are learned from: more would move nothing but the clock."""
_DRAWS = 20
_AGES = ((30, "18-29"), (40, "30-39"), (50, "40-49"), (60, "50-59"), (200, "60-"))
# Who moves may find work where nobody here sees it: she counts as last seen.
_ENDS = {"": STILL, "job": WORK, "education": OTHER, "left": OTHER, "moved": STILL}
GroupsOf = Mapping[str, Mapping[int, str]]
"""Kind of group → citizen → her group. Measured by, never learned from and never kept."""


class TooLittle(Exception):  # noqa: N818 - it reads as what happened
    """There are too few times out of work, or too few that ended in work, to learn from."""

    def __init__(self, there: int, found_work: int, needed: Limits) -> None:
        super().__init__(
            f"{there} of {needed.people} times out of work and {found_work} of"
            f" {needed.found_work} that ended in work."
        )


class NotPossible(Exception):  # noqa: N818 - it reads as what happened
    """The model cannot be taken into use; the message says why."""


@dataclass(frozen=True, slots=True)
class Lived:
    """Times out of work to learn from, whose each is, and how many were left out and why."""

    histories: Histories
    citizens: Ints
    left_out: Mapping[str, int]


def lived(*, at: datetime, history_from: date | None = None) -> Lived:
    """Return the kommune's times out of work as far as they were seen.

    `history_from`: the day from which every time out of work is known, for instance because the
    case system told all of them. Without it each was seen from the day it was told here; one that
    was told when it was over was never seen, and counting it would count the short ones alone.
    """
    today = timezone.localdate(at)
    told = histories(today=today)
    seen = told.recorded if history_from is None else np.full_like(told.began, _day(history_from))
    entered = np.maximum(seen - told.began, 0)
    ended = np.nan_to_num(told.ended, nan=np.inf)
    left = np.minimum(ended, _day(today)) - told.began
    end = np.array([_ENDS[word] for word in ("", *SPELL_ENDS)])[told.end]
    end = np.where(ended > _day(today), STILL, end)
    rows = np.flatnonzero(left > entered)
    newest = rows[np.argsort(told.began[rows], kind="stable")][-_MOST:]
    facts = background(told)
    found = Histories(
        facts.at(newest), entered[newest] / 7.0, left[newest] / 7.0, end[newest].astype(np.int64)
    )
    left_out = {
        "never seen while they lasted": len(left) - len(rows),
        "older than the newest": len(rows) - len(newest),
    }
    return Lived(found, told.citizens[newest], {why: n for why, n in left_out.items() if n})


def train_profile(
    *,
    at: datetime,
    history_from: date | None = None,
    groups: GroupsOf | None = None,
    seed: int = 1,
) -> ChanceModel:
    """Learn from the kommune's history, measure, keep; return the kept model. Nothing is used.

    Measured are chances told by models that had not seen the person. Raises TooLittle.
    """
    held, seen = limits(), lived(at=at, history_from=history_from)
    found_work = int((seen.histories.end == WORK).sum())
    if len(seen.histories) < held.people or found_work < held.found_work:
        raise TooLittle(len(seen.histories), found_work, held)
    rng = np.random.default_rng(seed)
    told = chances.out_of_fold(FEATURES, seen.histories, seen.citizens, rng)
    quality = chances.measure(told, seen.histories, _groups(seen, groups or {}))
    model = chances.fit(FEATURES, seen.histories, rng, version="", draws=_DRAWS)
    model = model.with_doubt(chances.doubt_of(quality))
    digest = hashlib.sha256(chances.save(model)).hexdigest()[:8]
    version = f"chance-1-{timezone.localdate(at):%y%m%d}-{digest}"
    refused = [one._asdict() for one in chances.may_be_used(quality, held)]
    row, _ = ChanceModel.objects.get_or_create(
        version=version,
        defaults={
            "content": chances.save(replace(model, version=version)),
            "quality": as_json(quality) | {"left_out": dict(seen.left_out)},
            "refused_because": refused,
            "trained_at": at,
            "history_from": history_from,
            "spells": len(seen.histories),
        },
    )
    return row


@transaction.atomic
def use_profile(*, version: str, because: str, by: str, at: datetime) -> None:
    """Take a learned model into use, or go back to the rules; who, why and when is kept.

    Raises NotPossible for an unknown version, one that is in use or has been refused, and without
    a reason or a name.
    """
    because, by = because.strip(), by.strip()
    if not because or not by:
        raise NotPossible("Say why (because) and who you are (by): both are kept.")
    rows = {row.version: row for row in ChanceModel.objects.select_for_update().order_by("pk")}
    used = next((row for row in rows.values() if row.activated_at and not row.retired_at), None)
    before = used.version if used is not None else RULES
    if version == before:
        raise NotPossible(f"{version} is in use already.")
    if version != RULES and version not in rows:
        raise NotPossible(f"There is no {version!r}. Known are: {', '.join([RULES, *rows])}.")
    if version in rows and rows[version].refused_because:
        raise NotPossible(f"{version} was refused: {refusals(rows[version])}.")
    if used is not None:
        ChanceModel.objects.filter(pk=used.pk).update(retired_at=at)
    if version in rows:
        ChanceModel.objects.filter(pk=rows[version].pk).update(
            activated_at=at, activated_by=by, why=because, retired_at=None
        )
    events.record("segmentation.chance_model_chosen", at=at, data={"from": before, "to": version})


def refusals(row: ChanceModel) -> str:
    """Return in a line why a model was refused; "" when it was not."""
    return "; ".join(
        f"{one['code']} {one['whom']}".strip() + f" is {one['found']:.3f}, limit {one['limit']:g}"
        for one in row.refused_because
    )


def as_json(quality: Quality) -> dict[str, Any]:
    """Return what was measured as plain values that JSON can hold."""
    plain: dict[str, Any] = _plain(
        {
            "people": quality.people,
            "found_work": quality.found_work,
            "concordance": quality.concordance,
            "horizons": list(quality.horizons),
            "groups": list(quality.groups),
        }
    )
    return plain


def _plain(value: Any) -> Any:
    if hasattr(value, "_asdict"):
        value = value._asdict()
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, float):
        return round(value, 5) if np.isfinite(value) else None
    return value


def _groups(seen: Lived, given: GroupsOf) -> dict[str, chances.Words]:
    """Return each one's groups: age and education as known, and those that were handed in."""
    facts = seen.histories.background
    ages = np.nan_to_num(facts.numbers["age"], nan=-1.0)
    edges = np.array([edge for edge, _ in _AGES])
    names = np.array([name for _, name in _AGES])
    age = np.where(ages < 0, "", names[np.searchsorted(edges, ages, side="right")])
    found = {"age": age, "education": facts.choices["education"]}
    for kind, whose in given.items():
        found[kind] = np.array([whose.get(one, "") for one in seen.citizens.tolist()], dtype=str)
    return found


def _day(day: date) -> int:
    return (day - EPOCH).days
