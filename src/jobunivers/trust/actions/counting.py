# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Counting how good models are in real use, for each course, place and region; of nobody alone."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from jobunivers.foundation.places import queries as places
from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for, writing_shared
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.science.fairness import by_group
from jobunivers.science.shares import wilson
from jobunivers.trust.dividing import Division, Outcome, divisions, outcomes
from jobunivers.trust.models import GroupFigure
from jobunivers.trust.queries.switches import is_on

FEWEST = 20
"""Groups of fewer people are not told: the register is public."""
REGION = "region"


@dataclass(frozen=True, slots=True)
class _Told:
    """One mean value a person, and the person's group; who it is is not kept."""

    values: list[float] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)

    def add(self, values: Iterable[float], groups: Iterable[str]) -> None:
        self.values.extend(values)
        self.groups.extend(groups)


def count_groups(*, at: datetime) -> int:
    """Count every outcome anew, in each kommune and for the country; return how many figures.

    A kommune that has switched a model off has no figures of it, and is in none of the country's.
    """
    country: dict[tuple[str, str, str], _Told] = defaultdict(_Told)
    written = 0
    for municipality in tenancy.opened():
        with working_for(municipality.pk):
            written += _count_here(municipality, country, at=at)
    rows = [
        row
        for one in outcomes()
        for (code, name, dimension), told in sorted(country.items())
        if (code, name) == (one.code, one.name)
        for row in _figures(one, dimension, told, at=at)
    ]
    with writing_shared():
        GroupFigure.objects.filter(municipality=None).delete()
        GroupFigure.objects.bulk_create(rows)
    return written + len(rows)


@transaction.atomic
def _count_here(
    municipality: Municipality, country: dict[tuple[str, str, str], _Told], *, at: datetime
) -> int:
    rows: list[GroupFigure] = []
    home = places.kommune(municipality.code)
    for one in outcomes():
        if not is_on(one.code):
            continue
        means = _mean_of_each(one.of(at))
        people, values = list(means), list(means.values())
        if home is not None:
            country[one.code, one.name, REGION].add(values, [home.region_code] * len(values))
        for division in divisions():
            told = _divided(division, people, values)
            rows += _figures(one, division.code, told, at=at, municipality=municipality)
            if division.everywhere:
                country[one.code, one.name, division.code].add(told.values, told.groups)
    GroupFigure.objects.filter(municipality=municipality).delete()
    GroupFigure.objects.bulk_create(rows)
    return len(rows)


def _mean_of_each(told: Iterable[tuple[int, float]]) -> dict[int, float]:
    """Return one value a person: who was chosen about often counts no more than others."""
    found: dict[int, list[float]] = defaultdict(list)
    for citizen, value in told:
        found[citizen].append(value)
    return {citizen: sum(some) / len(some) for citizen, some in sorted(found.items())}


def _divided(division: Division, people: Sequence[int], values: Sequence[float]) -> _Told:
    groups = division.groups(people)
    known = [(value, groups[one]) for one, value in zip(people, values, strict=True)
             if groups.get(one)]  # fmt: skip
    return _Told([value for value, _ in known], [group for _, group in known])


def _figures(
    one: Outcome, dimension: str, told: _Told, *, at: datetime,
    municipality: Municipality | None = None,
) -> list[GroupFigure]:  # fmt: skip
    found = by_group(told.values, told.groups, fewest=FEWEST)
    rows = []
    for group in found.groups:
        low, high = group.low, group.high
        if one.share:
            low, high = wilson(group.mean, group.people)
        rows.append(
            GroupFigure(
                municipality=municipality,
                code=one.code,
                name=one.name,
                dimension=dimension,
                group=group.group,
                people=group.people,
                value=group.mean,
                low=low,
                high=high,
                counted_at=at,
            )
        )
    return rows
