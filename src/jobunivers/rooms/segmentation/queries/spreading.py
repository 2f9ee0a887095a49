# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who could go to which consultant, and why: what a manager looks at before she decides."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models.functions import TruncDate

from jobunivers.identity import queries as identity
from jobunivers.identity.models import Role
from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.segmentation.models import Assignment
from jobunivers.rooms.segmentation.queries.team import needing, team_on, weak_danish
from jobunivers.rooms.segmentation.queries.words import LANGUAGES, WHY_THIS_CONSULTANT
from jobunivers.science.segmentation import Case, assign, balance, weight_of

MOST_HANDED = 60
"""At most so many are handed over on one page: more can wait for the next.

It is more than a consultant usually has; a page of all her kommune's consultants for each of
hundreds would be of megabytes.
"""


@dataclass(frozen=True, slots=True)
class SpreadLine:
    """A citizen who could go to another consultant, and why."""

    assignment_id: int
    citizen_id: int
    name: str
    since: date
    languages: str
    giver_id: int
    giver: str
    taker_id: int | None
    taker: str
    why: str
    giver_before: float = 0.0
    giver_after: float = 0.0
    taker_before: float = 0.0
    taker_after: float = 0.0


@dataclass(frozen=True, slots=True)
class SpreadPage:
    """The proposals, and whether anybody is at work who could take them."""

    lines: tuple[SpreadLine, ...]
    anybody: bool
    later: int = 0  # how many more of her citizens there are than lines


def weights_on(day: date) -> dict[int, float]:
    """Return how much work each consultant's citizens are that day."""
    found: dict[int, float] = {}
    absent = journey.absent_on(day)
    for _pk, citizen, staff, since in _open():
        weight = weight_of(with_her_days=(day - since).days, absent=citizen in absent)
        found[staff] = found.get(staff, 0.0) + weight
    return found


def _open(staff_id: int | None = None) -> list[tuple[int, int, int, date]]:
    """Return the number, citizen, consultant and first day of each open case."""
    rows = Assignment.objects.filter(ended_at=None)
    if staff_id is not None:
        rows = rows.filter(staff_id=staff_id)
    # The day is the database's to find: of a large kommune there are ten thousand.
    return list(
        rows.order_by("pk").values_list("pk", "citizen_id", "staff_id", TruncDate("began_at"))
    )


def cases_on(day: date) -> tuple[list[Case], dict[int, int]]:
    """Return every citizen with a consultant, and the assignment of each."""
    rows = _open()
    ids = [citizen for _pk, citizen, _staff, _since in rows]
    absent, weak, known = journey.absent_on(day), weak_danish(ids), _helped_before()
    cases = []
    for _pk, citizen, staff, since in rows:
        cases.append(
            Case(
                id=citizen,
                consultant=staff,
                since=since,
                weight=weight_of(with_her_days=(day - since).days, absent=citizen in absent),
                languages=weak.get(citizen, frozenset()),
                known=known.get(citizen, frozenset()),
            )
        )
    return cases, {citizen: pk for pk, citizen, _staff, _since in rows}


def _helped_before() -> dict[int, frozenset[int]]:
    """Return who helped each citizen before, of those whom somebody helps now."""
    helped = Assignment.objects.filter(ended_at=None).values("citizen_id")
    ended = Assignment.objects.filter(citizen_id__in=helped, ended_at__isnull=False)
    found: dict[int, frozenset[int]] = {}
    for citizen, staff in ended.order_by("pk").values_list("citizen_id", "staff_id"):
        found[citizen] = found.get(citizen, frozenset()) | {staff}
    return found


def spread_page(*, today: date) -> SpreadPage:
    """Return who could be moved so that loads are fairer, the greatest need first."""
    cases, assignments = cases_on(today)
    team = team_on(today)
    found = balance(cases, team, today)
    by_id = {one.id: one for one in cases}
    names = _names({one.citizen for one in found} | {one.id for one in team})
    lines = tuple(
        SpreadLine(
            assignment_id=assignments[one.citizen],
            citizen_id=one.citizen,
            name=names.get(one.citizen, ""),
            since=by_id[one.citizen].since,
            languages=_languages(by_id[one.citizen].languages),
            giver_id=one.giver,
            giver=names.get(one.giver, ""),
            taker_id=one.taker,
            taker=names.get(one.taker, ""),
            why=str(WHY_THIS_CONSULTANT[one.why.value]),
            giver_before=min(one.giver_share[0], 9.99),
            giver_after=min(one.giver_share[1], 9.99),
            taker_before=one.taker_share[0],
            taker_after=one.taker_share[1],
        )
        for one in found
    )
    return SpreadPage(lines, any(not one.is_away(today) for one in team))


def hand_over_page(
    *, staff_id: int, today: date, picked: Collection[int] = frozenset()
) -> SpreadPage:
    """Return the citizens of one consultant with the consultant each could go to.

    The first `MOST_HANDED` of them, and those whose assignment is picked.
    """
    hers = _open(staff_id)
    rows = [one for at, one in enumerate(hers) if at < MOST_HANDED or one[0] in picked]
    ids = [citizen for _pk, citizen, _staff, _since in rows]
    others = [one for one in team_on(today) if one.id != staff_id and one.capacity > 0]
    chosen = {one.citizen: one for one in assign(list(needing(ids, {})), others, today)}
    weak = weak_danish(ids)
    names = _names({*ids, staff_id, *(one.id for one in others)})
    lines = tuple(
        SpreadLine(
            assignment_id=pk,
            citizen_id=citizen,
            name=names.get(citizen, ""),
            since=since,
            languages=_languages(weak.get(citizen, frozenset())),
            giver_id=staff_id,
            giver=names.get(staff_id, ""),
            taker_id=one.consultant if (one := chosen.get(citizen)) else None,
            taker=names.get(one.consultant, "") if one else "",
            why=str(WHY_THIS_CONSULTANT[one.why.value]) if one else "",
        )
        for pk, citizen, _staff, since in rows
    )
    anybody = any(not one.is_away(today) for one in others)
    return SpreadPage(lines, anybody, later=len(hers) - len(rows))


def takers(*, but: int) -> list[tuple[int, str]]:
    """Return the other consultants by name, for a manager who chooses otherwise."""
    found = identity.staff(roles=[Role.CONSULTANT]).exclude(pk=but)
    return list(found.values_list("pk", "name"))


def substitutes(*, but: int) -> list[tuple[int, str]]:
    """Return who may stand in for a consultant, by name."""
    found = identity.staff(roles=[Role.CONSULTANT, Role.ADVISER]).exclude(pk=but)
    return list(found.values_list("pk", "name"))


def _names(ids: Iterable[int]) -> dict[int, str]:
    return {pk: name for pk, (name, _role) in identity.names(ids=ids).items()}


def _languages(codes: Iterable[str]) -> str:
    return ", ".join(str(LANGUAGES.get(code, code)) for code in sorted(codes))
