# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How large a nation is, and how its people are divided into chunks."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from jobunivers.simulator.nation.parts import Chunk
from jobunivers.simulator.world import Place, all_places

AT_ONCE = 2_500  # people of one chunk
_ADVICE = (0.0, 0.25, 0.5, 0.75, 1.0)  # shares of a kommune's people who follow suggestions
_TIGHTNESS = 0.25  # standard deviation of its logarithm between kommuner
_CITIZENS_OF_ONE = 250  # citizens out of work for each member of staff: assumption
ROLES = ("consultant", "adviser", "adviser", "assistant")


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How much of everything; a share of it all scales everything but the 98 kommuner."""

    people: int = 850_000  # of them 29 in 100 are out of work today, the others were
    vacancies: int = 50_000  # open
    past_rounds: int = 2  # how often each of them has been advertised before in the year
    activity: float = 0.35  # of what people do, how much happens here: not all use one site
    share: float = 1.0
    seed: int = 1

    @property
    def persons(self) -> int:
        """Return how many people there are."""
        return max(98, round(self.people * self.share))

    @property
    def advertisements(self) -> int:
        """Return how many open vacancies there are."""
        return max(100, round(self.vacancies * self.share))


def places_of() -> Mapping[str, tuple[Place, ...]]:
    """Return the places of each kommune, by its code, in the order of codes."""
    found: dict[str, list[Place]] = {}
    for place in all_places():
        found.setdefault(place.municipality_code, []).append(place)
    return {code: tuple(found[code]) for code in sorted(found)}


def regions() -> tuple[str, ...]:
    """Return the regions in a fixed order; a place's region is a number in it."""
    return tuple(sorted({place.region for place in all_places()}))


def people_of(size: Size) -> Mapping[str, int]:
    """Return how many people each kommune has; they add up."""
    weight = {code: sum(one.weight for one in there) for code, there in places_of().items()}
    ends = np.cumsum([0.0, *weight.values()]) / sum(weight.values()) * size.persons
    many = np.diff(np.rint(ends).astype(int)).tolist()
    return {code: max(1, each) for code, each in zip(weight, many, strict=True)}


def staff_of(people: int) -> tuple[str, ...]:
    """Return the roles of those who help in a kommune of so many people, one each."""
    many = max(len(ROLES), round(people * 0.29 / _CITIZENS_OF_ONE))
    return tuple(ROLES[at % len(ROLES)] for at in range(many))


def chunks(
    size: Size, municipalities: Mapping[str, int], staff: Mapping[str, Sequence[int]], first: int
) -> list[Chunk]:
    """Return all chunks; people are numbered from `first` on, kommune by kommune.

    Args:
        size: of the nation.
        municipalities: primary key by code.
        staff: ids of those who help, by code, in the order of `staff_of`.
        first: number of the first citizen.
    """
    rng = random.Random(f"{size.seed} kommuner")
    advice = [*_ADVICE] * 20
    rng.shuffle(advice)
    where = regions()
    found: list[Chunk] = []
    for kommune, (code, there) in enumerate(places_of().items()):
        many = people_of(size)[code]
        tightness = float(np.exp(rng.gauss(0, _TIGHTNESS)))
        for start in range(0, many, AT_ONCE):
            here = min(AT_ONCE, many - start)
            found.append(
                Chunk(
                    number=len(found),
                    municipality=municipalities[code],
                    places=there,
                    region=where.index(there[0].region),
                    tightness=tightness,
                    advice=advice[kommune],
                    many=here,
                    first_id=first,
                    staff=tuple(staff[code]),
                    staff_roles=staff_of(many),
                )
            )
            first += here
    return found
