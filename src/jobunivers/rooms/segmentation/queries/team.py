# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kommune's personal consultants on a day: loads, languages, leave and who stands in."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from django.db.models import Count, Q, QuerySet

from jobunivers.identity import queries as identity
from jobunivers.identity.models import Role
from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.segmentation.models import Assignment, Caseload, Leave
from jobunivers.science.segmentation import Consultant, Needing

# What a consultant is taken to be able to help while nobody has said: LAB sets no number; about
# 40 is what Danish kommuner plan with for close support.
USUAL_CAPACITY = 40
_ENOUGH_DANISH = ("working", "fluent")


def leaves_from(day: date) -> QuerySet[Leave]:
    """Return the leaves that last on a day or are to come, the first to begin first."""
    found = Leave.objects.filter(cancelled_at=None, away_to__gt=day)
    return found.order_by("away_from", "pk")


def leaves_on(day: date) -> QuerySet[Leave]:
    """Return the leaves that last on a day."""
    return leaves_from(day).filter(away_from__lte=day)


def away_on(day: date) -> dict[int, int | None]:
    """Return who is away that day, with who stands in for her."""
    return dict(leaves_on(day).values_list("staff_id", "substitute_id"))


def stood_in_for(staff_id: int, day: date) -> QuerySet[Leave, int]:
    """Return those whom she stands in for that day."""
    mine = leaves_on(day).filter(substitute_id=staff_id)
    return mine.values_list("staff_id", flat=True)


def helps_instead(staff_id: int, day: date) -> QuerySet[Assignment, int]:
    """Return the ids of the citizens whom she helps that day in a colleague's place."""
    hers = Assignment.objects.filter(ended_at=None, staff_id__in=stood_in_for(staff_id, day))
    return hers.order_by("pk").values_list("citizen_id", flat=True)


def mine_today(staff_id: int, day: date) -> QuerySet[Assignment, int]:
    """Return the ids of her own citizens, and of those she stands in for that day."""
    helped = Q(staff_id=staff_id) | Q(staff_id__in=stood_in_for(staff_id, day))
    rows = Assignment.objects.filter(helped, ended_at=None)
    return rows.order_by("pk").values_list("citizen_id", flat=True)


def stands_in(staff_id: int, citizen_ids: Iterable[int], day: date) -> set[int]:
    """Return those of these citizens whom she helps that day in a colleague's place."""
    return set(helps_instead(staff_id, day).filter(citizen_id__in=list(citizen_ids)))


def team_on(day: date) -> list[Consultant]:
    """Return the personal consultants with whom they help now, and their leave, on or after a day.

    Of several leaves to come the first counts: the others are looked at when they are near.
    """
    people = list(identity.staff(roles=[Role.CONSULTANT]).values_list("pk", flat=True))
    said = {row.staff_id: row for row in Caseload.objects.filter(staff_id__in=people)}
    load: Counter[int] = Counter(loads())
    away: dict[int, Leave] = {}
    for leave in leaves_from(day):
        away.setdefault(leave.staff_id, leave)
    return [_consultant(pk, said.get(pk), load[pk], away.get(pk)) for pk in people]


def _consultant(pk: int, said: Caseload | None, load: int, leave: Leave | None) -> Consultant:
    return Consultant(
        id=pk,
        capacity=said.capacity if said else USUAL_CAPACITY,
        load=load,
        languages=frozenset(said.languages) if said else frozenset(),
        away_from=leave.away_from if leave else None,
        away_to=leave.away_to if leave else None,
        covered=bool(leave and leave.substitute_id),
    )


def loads() -> dict[int, int]:
    """Return how many citizens each consultant helps."""
    rows = Assignment.objects.filter(ended_at=None).values("staff_id").annotate(many=Count("pk"))
    return dict(rows.order_by("staff_id").values_list("staff_id", "many"))


def needing(looking: Iterable[int], helped: Mapping[int, int]) -> Iterator[Needing]:
    """Yield who looks for a consultant, with her languages when her Danish is weak.

    Args:
        looking: the citizens.
        helped: citizen → who helps her now.
    """
    ids = sorted(looking)
    earlier = Assignment.objects.filter(citizen_id__in=ids, ended_at__isnull=False)
    before = dict(earlier.order_by("ended_at", "pk").values_list("citizen_id", "staff_id"))
    weak = weak_danish(ids)
    for one in ids:
        yield Needing(
            id=one,
            languages=weak.get(one, frozenset()),
            current=helped.get(one),
            before=before.get(one),
        )


def weak_danish(ids: Iterable[int]) -> dict[int, frozenset[str]]:
    """Return the languages besides Danish of those whose Danish is weak."""
    weak = journey.languages_of(citizen_ids=ids, danish_is_not=_ENOUGH_DANISH)
    return {one: frozenset(known) - {"da"} for one, known in weak.items()}


def stood_in_leaves(staff_id: int, day: date) -> QuerySet[Leave]:
    """Return the leaves in which she stands in that day."""
    return leaves_on(day).filter(substitute_id=staff_id)
