# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Plans, agreements and a talk ahead for the people of the demo."""

import tomllib
from datetime import date, datetime, time, timedelta
from typing import TypedDict

from django.utils import timezone

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.things import Pointer
from jobunivers.identity import queries as identity
from jobunivers.identity.models import Role
from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.plan import actions as plan
from jobunivers.rooms.plan import queries as plan_queries
from jobunivers.rooms.plan.actions import (
    ActivityKind,
    ActivityState,
    AgreementState,
    Every,
    FixedAt,
)
from jobunivers.rooms.tailored import queries as tailored
from jobunivers.rooms.vacancies import actions as vacancies
from jobunivers.rooms.vacancies import queries as vacancy_queries
from jobunivers.science.calendars import moment
from jobunivers.simulator.words import TEXTS

_SATURDAY = 5
_PURPOSE = "At komme i ordinært arbejde så hurtigt som muligt."
_KEPT, _PLANNED = 3, 1  # of her suggestions: so many she keeps, so many stand in her plan


# Of ten: so many have requirements, and so many a goal with a step besides.
_OFTEN, _SOMETIMES = 8, 5
_GOAL = "Et arbejde, der passer til det, jeg kan"
_STEPS = (
    "Ring til en tidligere leder og spørg om en anbefaling",
    "Ret CV'et, så det vigtigste står øverst",
    "Skriv en uopfordret ansøgning",
    "Find tre virksomheder i nærheden, og ring til den ene",
)


class _Does(TypedDict, total=False):
    goal: int
    kind: str
    title: str
    day: int
    last: int
    clock: str
    minutes: int
    place: str
    state: str
    by: str


class _Agrees(TypedDict):
    words: str
    in_days: int
    state: str


class _Wants(TypedDict):
    words: str
    in_days: int


class _Requires(TypedDict):
    fields: str
    area: str
    volume: str
    uploads: int
    every: str
    places: str
    days_ago: int


_USUAL = _Requires(
    fields="Det arbejde, profilen nævner, og det, der ligner",
    area="Kommunen og op til en time derfra",
    volume="To ansøgninger om ugen",
    uploads=1,
    every="week",
    places="Jobunivers, kommunens egne sider og virksomheder i nærheden",
    days_ago=10,
)


class _Plan(TypedDict, total=False):
    of: str
    goals: list[_Wants]
    activities: list[_Does]
    agreements: list[_Agrees]
    requirements: _Requires
    interview: _Does


def write(*, at: datetime) -> None:
    """Give the people of the kommune worked for their plans, once; nobody is told of them."""
    people = {one.person.name: one.person.pk for one in identity.personas()}
    with (TEXTS / "plans.toml").open("rb") as file:
        plans: list[dict[str, object]] = tomllib.load(file)["plan"]
    with events.quietly():
        for raw in plans:
            citizen, helper = people.get(str(raw["of"])), people.get(str(raw.pop("with")))
            if citizen is None or helper is None:
                continue
            if not plan_queries.open_goals(citizen_id=citizen):
                _write(citizen, helper, _Plan(**raw), at=at)  # type: ignore[typeddict-item]


def write_usual(*, at: datetime) -> None:
    """Let most who have been out of work for some weeks have what a first talk leaves behind.

    Every tenth number decides, so that a second start writes nothing and some plans stay empty:
    those are whom attention points are for.
    """
    today = timezone.localdate(at)
    first_talk = timedelta(weeks=2)
    advisers = identity.staff_of(roles=[Role.ADVISER])
    known = plan_queries.plans(today=today)
    planned = set(known.ids[known.fixed > 0].tolist())
    seen = journey.open_spells().filter(began_on__lte=today - first_talk).order_by("citizen_id")
    if not advisers:
        return
    helper = advisers[0][0]
    with events.quietly():
        for citizen in seen.values_list("citizen_id", flat=True):
            if citizen in planned or citizen % 10 >= _OFTEN:
                continue
            _requirements(citizen, helper, _USUAL, at=at)
            if citizen % 10 < _SOMETIMES:
                _first_goal(citizen, today, at=at)


def _first_goal(citizen: int, today: date, *, at: datetime) -> None:
    by_on = today + timedelta(weeks=8)
    goal = plan.add_goal(citizen_id=citizen, entry=plan.GoalEntry(words=_GOAL, by_on=by_on), at=at)
    plan.add_activity(
        citizen_id=citizen,
        entry=plan.ActivityEntry(
            title=_STEPS[citizen % len(_STEPS)],
            kind=ActivityKind.OWN,
            goal_id=goal.pk,
            day=_weekday(today + timedelta(days=2 + citizen % 9)),
        ),
        actor=plan.herself(citizen),
        at=at,
    )


def _write(citizen: int, helper: int, said: _Plan, *, at: datetime) -> None:
    today = timezone.localdate(at)
    goals = [
        plan.add_goal(
            citizen_id=citizen,
            entry=plan.GoalEntry(words=one["words"], by_on=today + timedelta(days=one["in_days"])),
            at=at,
        ).pk
        for one in said["goals"]
    ]
    for does in said["activities"]:
        _activity(citizen, helper, goals, does, at=at)
    for agrees in said["agreements"]:
        _agreement(citizen, helper, agrees, at=at)
    if "requirements" in said:
        _requirements(citizen, helper, said["requirements"], at=at)
    if "interview" in said:
        _interview(citizen, said["interview"], at=at)
    _from_suggestions(citizen, at=at)


def _activity(citizen: int, helper: int, goals: list[int], does: _Does, *, at: datetime) -> None:
    day = _weekday(timezone.localdate(at) + timedelta(days=does["day"]))
    last = does.get("last")
    starts, ends = _times(day, does)
    row = plan.add_activity(
        citizen_id=citizen,
        entry=plan.ActivityEntry(
            title=does["title"],
            kind=ActivityKind(does["kind"]),
            goal_id=goals[does["goal"] - 1],
            day=day,
            last_day=None if last is None else max(day, timezone.localdate(at) + timedelta(last)),
            starts_at=starts,
            ends_at=ends,
            place=does.get("place", ""),
        ),
        actor=plan.staff(helper) if does.get("by") == "staff" else plan.herself(citizen),
        at=at,
    )
    state = ActivityState(does.get("state", "planned"))
    if state != ActivityState.PLANNED:
        plan.set_state(activity=row, state=state, actor=plan.herself(citizen), at=at)


def _times(day: date, does: _Does) -> tuple[datetime | None, datetime | None]:
    if "clock" not in does:
        return None, None
    starts = moment(day, time.fromisoformat(does["clock"]))
    return starts, starts + timedelta(minutes=does["minutes"])


def _weekday(day: date) -> date:
    return day if day.weekday() < _SATURDAY else day + timedelta(days=7 - day.weekday())


def _agreement(citizen: int, helper: int, agrees: _Agrees, *, at: datetime) -> None:
    entry = plan.AgreementEntry(
        words=agrees["words"],
        due_on=_weekday(timezone.localdate(at) + timedelta(days=agrees["in_days"])),
        staff_id=helper,
    )
    helping, hers = plan.staff(helper), plan.herself(citizen)
    agreed = agrees["state"] == AgreementState.AGREED
    row = plan.propose_agreement(
        citizen_id=citizen, entry=entry, actor=hers if agreed else helping, at=at
    )
    if agreed:
        plan.say_yes(agreement=row, version=row.version, actor=helping, at=at)


def _requirements(citizen: int, helper: int, said: _Requires, *, at: datetime) -> None:
    plan.fix_requirements(
        citizen_id=citizen,
        entry=plan.RequirementsEntry(
            purpose=_PURPOSE,
            fields=said["fields"],
            area=said["area"],
            volume=said["volume"],
            uploads=said["uploads"],
            every=Every(said["every"]),
            places=said["places"],
            from_on=timezone.localdate(at) - timedelta(days=said["days_ago"]),
            fixed_at=FixedAt.KOMMUNE,
            why="Aftalt ved den første samtale.",
        ),
        staff_id=helper,
        seen_id=None,
        at=at,
    )


def _interview(citizen: int, said: _Does, *, at: datetime) -> None:
    """Let her newest application be answered by a talk."""
    application = vacancy_queries.applications_of(citizen_id=citizen).first()
    if application is None:
        return
    day = _weekday(timezone.localdate(at) + timedelta(days=said["day"]))
    starts, ends = _times(day, said)
    vacancies.add_interview(
        application=application,
        entry=vacancies.InterviewEntry(on=day, starts_at=starts, ends_at=ends, place=said["place"]),
        at=at,
    )


def _from_suggestions(citizen: int, *, at: datetime) -> None:
    """Let her keep the first jobs of her list, and mean to apply for the very first."""
    listed = tailored.current_lists(citizen_ids=[citizen]).get(citizen)
    if listed is None:
        return
    for vacancy in listed.vacancy_ids[:_KEPT]:
        vacancies.star(citizen_id=citizen, vacancy_id=vacancy, at=at)
    for vacancy in listed.vacancy_ids[:_PLANNED]:
        plan.add_thing(
            citizen_id=citizen,
            pointer=Pointer("vacancy", vacancy),
            actor=plan.herself(citizen),
            language="da",
            at=at,
        )
