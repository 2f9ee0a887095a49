# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The questions as a room asks them: a person, a day, skills by their addresses."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from jobunivers.science.gaps import finding
from jobunivers.science.gaps.finding import Offer
from jobunivers.science.gaps.reach import THRESHOLD, Reach
from jobunivers.science.matching import Profile, World


@dataclass(frozen=True, slots=True)
class Gap:
    """One or two competences she lacks and what they would open.

    `skills`: their addresses. `opens`: how many more openings; `total_reach`: how many would then
    be open to her; `examples`: ids of the best of those; `mean_score`: theirs as it is now, in
    1/10,000. `likely_held`: her occupations need them, so ask whether she has them before she is
    told to learn them.
    """

    skills: tuple[str, ...]
    opens: int
    total_reach: int
    examples: tuple[int, ...]
    mean_score: int
    likely_held: bool


@dataclass(frozen=True, slots=True)
class Gaps:
    """How many openings are open to her now, and what would open most, best first."""

    open_now: int
    singles: tuple[Gap, ...]
    pairs: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Learning:
    """An offer and what it would open, in all and for each week of effort."""

    offer: Offer
    opens: int
    per_week: float
    new_skills: tuple[str, ...]
    examples: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Raised:
    """An opening of which she now covers more; `skills` are the new ones that it asks for."""

    id: int
    before: float
    after: float
    opened: bool
    skills: tuple[str, ...]


def reach_of(world: World, profile: Profile, *, day: int, threshold: float = THRESHOLD) -> Reach:
    """Return what is open to the person and what each other opening lacks."""
    return Reach(world.asked(), world.seen(profile, day=day), threshold)


def gaps(
    world: World,
    profile: Profile,
    *,
    day: int,
    limit: int = 10,
    threshold: float = THRESHOLD,
    learnable: Collection[str] | None = None,
) -> Gaps:
    """Return which one or two skills would open how many more openings, counted over all.

    `learnable`: addresses of the skills that can be learned as such (None: all).
    """
    reach = reach_of(world, profile, day=day, threshold=threshold)
    may = None if learnable is None else _places(world, learnable)
    found = finding.find(reach, limit=limit, learnable=may)
    return Gaps(found.open_now, *(_told(world, some) for some in (found.singles, found.pairs)))


def next_learning(
    world: World,
    profile: Profile,
    offers: Sequence[Offer],
    *,
    day: int,
    limit: int = 10,
    threshold: float = THRESHOLD,
) -> list[Learning]:
    """Return the offers that would open most openings for each week of effort, best first.

    ValueError for an offer without hours.
    """
    reach = reach_of(world, profile, day=day, threshold=threshold)
    taught = [(offer, _places(world, offer.skills)) for offer in offers]
    return [
        Learning(
            one.offer,
            one.opens,
            one.per_week,
            _addresses(world, one.new_skills),
            _ids(world, one.examples),
        )
        for one in finding.next_learning(reach, taught, limit=limit)
    ]


def because_completed(
    world: World,
    profile: Profile,
    completed: Collection[str],
    *,
    day: int,
    limit: int = 10,
    threshold: float = THRESHOLD,
) -> list[Raised]:
    """Return the openings of which the completed skills cover most, those they opened first.

    It does not matter whether the profile has them already.
    """
    new = frozenset(completed)
    earlier, later = (
        reach_of(world, replace(profile, skills=skills), day=day, threshold=threshold)
        for skills in (profile.skills - new, profile.skills | new)
    )
    places = _places(world, new)
    found = []
    for one in finding.raised_by(earlier, later, limit=limit):
        asked = set(later.asks(one.row))
        matched = _addresses(world, [place for place in places if place in asked])
        pk = int(world.openings.id[one.row])
        found.append(Raised(pk, one.before, one.after, one.opened, matched))
    return found


def _told(world: World, some: Sequence[finding.Gap]) -> tuple[Gap, ...]:
    return tuple(
        Gap(
            _addresses(world, one.skills),
            one.opens,
            one.total_reach,
            _ids(world, one.examples),
            one.mean_score,
            one.likely_held,
        )
        for one in some
    )


def _places(world: World, skills: Collection[str]) -> tuple[int, ...]:
    return tuple(sorted({world.vocabulary.skill_of(uri) for uri in skills} - {-1}))


def _addresses(world: World, places: Sequence[int]) -> tuple[str, ...]:
    return tuple(world.vocabulary.skill_uris[place] for place in places)


def _ids(world: World, rows: Sequence[int]) -> tuple[int, ...]:
    return tuple(int(world.openings.id[row]) for row in rows)
