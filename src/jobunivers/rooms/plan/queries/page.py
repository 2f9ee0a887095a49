# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""All that her plan shows on one page: what is next, goals, agreements, requirements."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone

from jobunivers.foundation import things, together
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.foundation.things import Pointer, Thing
from jobunivers.identity import queries as identity
from jobunivers.rooms.plan.models import (
    AHEAD,
    ASIDE,
    Activity,
    ActivityState,
    Agreement,
    AgreementState,
    Goal,
    GoalState,
    JobSearchRequirements,
)
from jobunivers.rooms.plan.queries.requirements import question_in_effect, to_be_fixed_by
from jobunivers.rooms.plan.queries.words import KINDS, made_by_of, title_of, when_of, why_of

_PER_PAGE = 25
_NEXT = 3
_SUGGESTIONS = 12
_GOALS = 50
_AGREEMENTS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One activity as a page shows it; `gone` says that what it points at has ended."""

    activity: Activity
    title: str
    why: str
    kind: str
    when: str
    made_by: str
    thing: Thing | None
    gone: bool
    over: bool  # its day has passed and it is not done


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalBlock:
    """A goal with the activities below it; without a goal: those that have none."""

    goal: Goal | None
    occupation: str
    lines: list[Line]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementLine:
    """An agreement, and with whom ("" while nobody of the kommune has said yes)."""

    agreement: Agreement
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPage:
    """Her plan."""

    next: list[Line]
    suggestions: list[Line]
    blocks: list[GoalBlock]
    sheet: Page[Activity]
    agreements: list[AgreementLine]
    requirements: JobSearchRequirements | None
    fixed_by: str
    to_be_fixed_by: date | None
    done: int
    aside: int
    goals_done: int

    @property
    def empty(self) -> bool:
        """Say whether there is nothing of hers to show yet."""
        return not (self.blocks or self.agreements or self.done)


def plan_page(
    *, citizen_id: int, language: str, at: datetime, page: str | None, per_page: int = _PER_PAGE
) -> PlanPage:
    """Return her plan; what is ahead comes in pages, by goal and then in her own order."""
    today = timezone.localdate(at)
    hers = Activity.objects.filter(citizen_id=citizen_id)
    ahead = hers.filter(state__in=AHEAD).order_by(
        F("goal__order").asc(nulls_last=True), "goal_id", "order", "pk"
    )
    sheet = Paginator(ahead, per_page).get_page(page)
    near = hers.filter(state__in=AHEAD, day__isnull=False).order_by("day", "starts_at", "pk")
    near = near[:_NEXT]
    waiting = hers.filter(state=ActivityState.SUGGESTED).order_by("-pk")[:_SUGGESTIONS]
    goals = Goal.objects.filter(citizen_id=citizen_id, state=GoalState.OPEN)
    goals = goals.order_by("order", "pk")[:_GOALS]
    holding = question_in_effect(citizen_id=citizen_id, on=today)
    agreements = live_agreements(citizen_id)
    together.ask([near, waiting, goals, holding, agreements])
    rows = list(sheet.object_list)
    lines = _lines([*rows, *near, *waiting], language=language, at=at, today=today)
    done, aside, goals_done = _counts(citizen_id)
    requirements = next(iter(holding), None)
    names = names_of(agreements, requirements)
    fixed_by_id = requirements.fixed_by_id if requirements else 0
    return PlanPage(
        next=[lines[one.pk] for one in near],
        suggestions=[lines[one.pk] for one in waiting],
        blocks=_blocks(goals, [lines[one.pk] for one in rows], language, sheet.number == 1),
        sheet=sheet,
        agreements=[
            AgreementLine(agreement=one, who=names.get(one.staff_id or 0, "")) for one in agreements
        ],
        requirements=requirements,
        fixed_by=names.get(fixed_by_id, ""),
        to_be_fixed_by=None if requirements else to_be_fixed_by(citizen_id=citizen_id),
        done=done,
        aside=aside,
        goals_done=goals_done,
    )


def line_of(activity: Activity, *, language: str, at: datetime) -> Line:
    """Return one activity as a page shows it."""
    today = timezone.localdate(at)
    return _lines([activity], language=language, at=at, today=today)[activity.pk]


def lines_of(rows: Iterable[Activity], *, language: str, at: datetime) -> list[Line]:
    """Return activities as a page shows them, in their order."""
    listed = list(rows)
    made = _lines(listed, language=language, at=at, today=timezone.localdate(at))
    return [made[one.pk] for one in listed]


def _lines(rows: list[Activity], *, language: str, at: datetime, today: date) -> dict[int, Line]:
    pointers = {
        one.pk: Pointer(one.thing_kind, one.thing_id) for one in rows if one.thing_id is not None
    }
    found = things.find(pointers.values(), language=language, at=at)
    return {one.pk: _line(one, pointers.get(one.pk), found, today) for one in rows}


def _line(row: Activity, pointer: Pointer | None, found: dict[Pointer, Thing], today: date) -> Line:
    thing = found.get(pointer) if pointer else None
    last = row.last_day or row.day
    return Line(
        activity=row,
        title=title_of(row),
        why=why_of(row),
        kind=str(KINDS.get(row.kind, "")),
        when=when_of(row),
        made_by=made_by_of(row),
        thing=thing,
        gone=pointer is not None and (thing is None or thing.gone),
        over=row.state in AHEAD and last is not None and last < today,
    )


def _blocks(
    goals: Iterable[Goal],
    lines: list[Line],
    language: str,
    first_page: bool,  # noqa: FBT001
) -> list[GoalBlock]:
    """Group a page of activities below their goals; goals without any stand on the first page."""
    below: dict[int | None, list[Line]] = {}
    open_ids = {goal.pk for goal in goals}
    for line in lines:
        goal_id = line.activity.goal_id
        below.setdefault(goal_id if goal_id in open_ids else None, []).append(line)
    names = taxonomy.labels({one.occupation_uri for one in goals if one.occupation_uri}, language)
    blocks = [
        GoalBlock(
            goal=goal,
            occupation=names.get(goal.occupation_uri, ""),
            lines=below.get(goal.pk, []),
        )
        for goal in goals
        if first_page or goal.pk in below
    ]
    if None in below:
        blocks.append(GoalBlock(goal=None, occupation="", lines=below[None]))
    return blocks


def _counts(citizen_id: int) -> tuple[int, int, int]:
    counted = Activity.objects.filter(citizen_id=citizen_id).aggregate(
        done=Count("pk", filter=Q(state=ActivityState.DONE)),
        aside=Count("pk", filter=Q(state__in=ASIDE)),
    )
    goals = Goal.objects.filter(citizen_id=citizen_id).exclude(state=GoalState.OPEN)
    by_state = dict(goals.values_list("state").annotate(many=Count("pk")).order_by())
    left = by_state.get(GoalState.LEFT, 0)
    return counted["done"], counted["aside"] + left, by_state.get(GoalState.REACHED, 0)


def live_agreements(citizen_id: int) -> QuerySet[Agreement]:
    """Return the question for what is agreed or waits for a yes."""
    live = Agreement.objects.filter(
        citizen_id=citizen_id, state__in=[AgreementState.PROPOSED, AgreementState.AGREED]
    )
    return live.order_by("state", F("due_on").asc(nulls_last=True), "pk")[:_AGREEMENTS]


def names_of(
    agreements: Iterable[Agreement], requirements: JobSearchRequirements | None
) -> dict[int, str]:
    """Return the names of those of the kommune who agreed and who fixed the requirements."""
    ids = {one.staff_id for one in agreements if one.staff_id}
    if requirements is not None:
        ids.add(requirements.fixed_by_id)
    if not ids:
        return {}
    return {pk: name for pk, (name, _role) in identity.names(ids=ids).items()}
