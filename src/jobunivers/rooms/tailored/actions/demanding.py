# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every night: where work waits for people and people for work, counted and never named.

Each kommune's job seekers are counted by themselves. The counts are added to the nation's table,
and each kommune keeps its own under its own lock. Nobody is told a number of fewer than five.
"""

from collections.abc import Iterable
from datetime import date, timedelta

import numpy as np
from django.db import transaction
from numpy.typing import NDArray

from jobunivers.foundation.places import queries as places
from jobunivers.foundation.search.geo import distance_km
from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.rooms.tailored.models import DemandFigures, SeekerFigures
from jobunivers.rooms.tailored.queries.figures import DEPTH, row_as_list, table_before
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.science.demand import (
    FEWEST,
    Fitting,
    Kinds,
    Seekers,
    Suits,
    Vacancies,
    count,
    suits,
    table,
)
from jobunivers.science.matching import Openings, People, Vocabulary, World

KEPT_DAYS = 90
_SURE = 500  # thousandths: what an advertisement's work is must be likelier than not
_MILLIONTHS, _HUNDREDTHS = 1e6, 100.0
_NONE = np.zeros((0, 2), dtype=np.int64)
Ints = NDArray[np.int64]


def tell_demand(everybody: Iterable[tuple[int, People]], world: World, *, today: date) -> None:
    """Write the nation's table of today, and each kommune's own figures.

    `everybody`: each kommune's row number with its job seekers.
    """
    regions = [code for code, _ in places.regions()]
    suited = suits(_kinds(world.vocabulary))
    own: dict[int, Fitting] = {}
    for municipality_id, people in everybody:
        seekers = _seekers(people, municipality_id, regions, world.vocabulary)
        if seekers is not None:
            own[municipality_id] = count(seekers, suited, len(regions))
    nation = count(_nobody(), suited, len(regions))
    for one in own.values():
        nation += one
    _write_nation(world.openings, nation, suited, regions, today=today)
    for municipality in tenancy.opened():
        with working_for(municipality.pk):
            _write_own(own.get(municipality.pk), nation, suited, regions, today=today)


def _kinds(vocabulary: Vocabulary) -> Kinds:
    digits = vocabulary.isco.tolist()
    isco = tuple("".join(str(digit) for digit in row if digit >= 0) for row in digits)
    return Kinds(vocabulary.near, isco)


def _nobody() -> Seekers:
    return Seekers(np.zeros(0, dtype=np.int64), _NONE, _NONE, _NONE)


def _seekers(
    people: People, municipality_id: int, regions: list[str], vocabulary: Vocabulary
) -> Seekers | None:
    """Return a kommune's job seekers as counting sees them; None where it lies nowhere."""
    municipality = tenancy.by_pk(municipality_id)
    home = places.kommune(municipality.code) if municipality else None
    if home is None or home.region_code not in regions:
        return None
    done = np.column_stack([_owners(people.work_start), people.work])
    wanted = np.column_stack([_owners(people.wish_start), people.wish])
    theirs = np.concatenate([done, wanted]).astype(np.int64)
    return Seekers(
        region=np.full(len(people), regions.index(home.region_code), dtype=np.int64),
        kinds=theirs[theirs[:, 1] != vocabulary.unknown],
        reach=_reach(people, regions),
        skills=_NONE,
    )


def _owners(start: Ints) -> Ints:
    """Return whose each entry of lists end to end is."""
    return np.repeat(np.arange(len(start) - 1), np.diff(start))


def _reach(people: People, regions: list[str]) -> Ints:
    """Return pairs of person and region she can get to: the middle of a kommune is near enough.

    Who has not said how far she will travel is not sent out of her own region.
    """
    lat, lon = people.lat / _MILLIONTHS, people.lon / _MILLIONTHS
    found = np.zeros((len(people), len(regions)), dtype=np.bool_)
    for kommune in places.kommuner():
        if kommune.region_code in regions:
            km = distance_km(kommune.lat, kommune.lon, lat, lon)
            found[:, regions.index(kommune.region_code)] |= km <= people.reach / _HUNDREDTHS
    return np.argwhere(found & (people.reach >= 0)[:, None])


def _write_nation(
    openings: Openings, nation: Fitting, suited: Suits, regions: list[str], *, today: date
) -> None:
    region_of = {
        int(kommune.code): regions.index(kommune.region_code)
        for kommune in places.kommuner()
        if kommune.region_code in regions
    }
    # A kommune's own advertisements are for its own eyes, also in a count.
    there = (openings.last >= vacancies.day_number(today)) & (openings.owner == 0)
    region = np.array([region_of.get(code, -1) for code in openings.kommune.tolist()], np.int64)
    named = suited.groups.of_kind[0][openings.kind] >= 0
    told = there & named & (openings.sure >= _SURE) & (region >= 0)
    posted = Vacancies(
        openings.kind[told].astype(np.int64),
        region[told],
        openings.positions[told].astype(np.int64),
        _NONE,
    )
    found = table(posted, nation, suited, regions, before=table_before(today))
    DemandFigures.objects.update_or_create(
        day=today,
        defaults={
            "rows": [row_as_list(row) for row in found.groups if len(row.group) == DEPTH],
            "unplaced": int(np.count_nonzero(there & ~told)),
        },
    )
    DemandFigures.objects.filter(day__lt=today - timedelta(days=KEPT_DAYS)).delete()


@transaction.atomic
def _write_own(
    mine: Fitting | None, nation: Fitting, suited: Suits, regions: list[str], *, today: date
) -> None:
    """Keep what the kommune may know of its own; one that counts nobody keeps nothing old."""
    groups = {} if mine is None else _told(mine, nation, suited, regions)
    SeekerFigures.objects.update_or_create(defaults={"day": today, "groups": groups})


def _told(
    mine: Fitting, nation: Fitting, suited: Suits, regions: list[str]
) -> dict[str, dict[str, int]]:
    """Return the counts that may be told: of five or more, and five or more or none beside them.

    Else the nation's number less the kommune's own would tell of a few people elsewhere.
    """
    own, others = mine.reaching(), nation.reaching() - mine.reaching()
    from_home = (nation.able - mine.able).toarray().reshape(-1, *own.shape)
    ours = mine.able.toarray().reshape(-1, *own.shape) > 0
    few = (others > 0) & (others < FEWEST)
    few |= (ours & (from_home > 0) & (from_home < FEWEST)).any(axis=0)
    told = (own >= FEWEST) & ~few
    found: dict[str, dict[str, int]] = {}
    for region, group in np.argwhere(told).tolist():
        code = suited.groups.codes[group]
        if len(code) == DEPTH:
            found.setdefault(regions[region], {})[code] = int(own[region, group])
    return found
