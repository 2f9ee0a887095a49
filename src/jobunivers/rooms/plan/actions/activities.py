# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Activities: added, changed, moved, begun, done, dropped and taken up again."""

from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from jobunivers.foundation import things
from jobunivers.foundation.crypto.fields import first_that_says
from jobunivers.foundation.things import Pointer
from jobunivers.rooms.plan.actions import telling
from jobunivers.rooms.plan.actions.goals import SAME_FORM
from jobunivers.rooms.plan.actions.noting import (
    PLATFORM,
    Actor,
    ChangedMeanwhile,
    NotNow,
    differences,
    note,
)
from jobunivers.rooms.plan.actions.ordering import last_place, put_in_order
from jobunivers.rooms.plan.models import (
    AHEAD,
    NEXT_STATES,
    About,
    Activity,
    ActivityKind,
    ActivityState,
    MadeBy,
)

VACANCY = "vacancy"  # the kind of thing that is a job
OFFER = "offer"  # … and the one from the market place


class NoSuchThing(LookupError):  # noqa: N818 - it reads as what happened
    """What the plan should point at is not there, or not to be seen by her."""


class AlreadyPlanned(Exception):  # noqa: N818 - it reads as what happened
    """It stands in her plan already; `activity` is it."""

    def __init__(self, activity: Activity) -> None:
        super().__init__()
        self.activity = activity


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityEntry:
    """What is said of an activity; times are aware moments of its day."""

    title: str
    kind: ActivityKind = ActivityKind.OWN
    goal_id: int | None = None
    note: str = ""
    day: date | None = None
    last_day: date | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    place: str = ""


@transaction.atomic
def add_activity(
    *, citizen_id: int, entry: ActivityEntry, actor: Actor, why: str = "", at: datetime
) -> Activity:
    """Add an activity: hers is planned, what staff add is proposed until she says yes.

    The same words within a minute are the same form sent twice.
    """
    place = last_place(Activity, citizen_id)
    lately = Activity.objects.filter(
        citizen_id=citizen_id, created_at__gt=at - SAME_FORM, thing_id=None
    )
    first = first_that_says(lately, asdict(entry))
    if first is not None:
        return first
    return _create(citizen_id, entry, actor, place=place, why=why, at=at)


@transaction.atomic
def add_thing(
    *,
    citizen_id: int,
    pointer: Pointer,
    actor: Actor,
    language: str,
    kind: ActivityKind | None = None,
    entry: ActivityEntry | None = None,
    why: str = "",
    at: datetime,
) -> Activity:
    """Put a thing of another room into her plan.

    A suggestion of the same thing becomes hers. Raises NoSuchThing, AlreadyPlanned.
    """
    found = things.find([pointer], language=language, at=at).get(pointer)
    if found is None:
        raise NoSuchThing
    place = last_place(Activity, citizen_id)
    there = Activity.objects.filter(
        citizen_id=citizen_id, thing_kind=pointer.kind, thing_id=pointer.id
    )
    active = there.filter(state__in=[*AHEAD, ActivityState.SUGGESTED]).order_by("pk").first()
    if active is not None and (active.state in AHEAD or actor.by != MadeBy.CITIZEN):
        raise AlreadyPlanned(active)
    if active is not None:
        set_state(activity=active, state=ActivityState.PLANNED, actor=actor, at=at)
        return Activity.objects.get(pk=active.pk)
    usual = ActivityKind.COURSE if pointer.kind == OFFER else ActivityKind.APPLY
    chosen = entry or ActivityEntry(title=found.title[:300], kind=kind or usual)
    return _create(
        citizen_id, chosen, actor, place=place, why=why, at=at, thing=(pointer, found.title)
    )


def _create(
    citizen_id: int,
    entry: ActivityEntry,
    actor: Actor,
    *,
    place: int,
    why: str,
    at: datetime,
    thing: tuple[Pointer, str] | None = None,
    key: str = "",
) -> Activity:
    hers = actor.by == MadeBy.CITIZEN
    row = Activity.objects.create(
        citizen_id=citizen_id,
        state=ActivityState.PLANNED if hers else ActivityState.SUGGESTED,
        made_by=actor.by,
        made_by_id=actor.id,
        why=why[:500],
        key=key,
        thing_kind=thing[0].kind if thing else "",
        thing_id=thing[0].id if thing else None,
        thing_title=thing[1][:300] if thing else "",
        order=place + 1,
        created_at=at,
        changed_at=at,
        **asdict(entry),
    )
    _note("plan.activity_added", row, actor, at=at, now={"state": row.state}, by=actor.by.value)
    if actor.by == MadeBy.STAFF:
        telling.proposed(row, at=at)
    return row


@transaction.atomic
def suggest(
    *,
    citizen_id: int,
    kind: ActivityKind,
    title: str,
    why: str,
    key: str,
    thing: Pointer | None = None,
    thing_title: str = "",
    day: date | None = None,
    at: datetime,
) -> Activity | None:
    """Let the platform suggest something, once for each key; None when it has been before.

    What she declined stays declined. At most three wait for her at a time. `title` and `why` are
    Danish source texts that have their English; “{thing}” is the thing's name.
    """
    place = last_place(Activity, citizen_id)
    hers = Activity.objects.filter(citizen_id=citizen_id)
    waiting = hers.filter(state=ActivityState.SUGGESTED, made_by=MadeBy.PLATFORM)
    if hers.filter(key=key).exists() or waiting.count() >= MOST_SUGGESTIONS:
        return None
    if thing is not None and hers.filter(thing_kind=thing.kind, thing_id=thing.id).exists():
        return None
    entry = ActivityEntry(title=title, kind=kind, day=day)
    pointed = (thing, thing_title) if thing is not None else None
    row = _create(citizen_id, entry, PLATFORM, place=place, why=why, at=at, thing=pointed, key=key)
    if thing is None and thing_title:
        Activity.objects.filter(pk=row.pk).update(thing_title=thing_title[:300])
    return row


MOST_SUGGESTIONS = 3


@transaction.atomic
def change_activity(
    *, activity: Activity, version: int, entry: ActivityEntry, actor: Actor, at: datetime
) -> None:
    """Say an activity otherwise; raises ChangedMeanwhile when another version stands."""
    was, now = differences(activity, entry)
    changed = Activity.objects.filter(pk=activity.pk, version=version).update(
        version=version + 1, changed_at=at, **asdict(entry)
    )
    if not changed:
        raise ChangedMeanwhile(Activity.objects.get(pk=activity.pk))
    if now:
        activity.title = entry.title
        _note("plan.activity_changed", activity, actor, at=at, was=was, now=now)


@transaction.atomic
def set_state(
    *,
    activity: Activity,
    state: ActivityState,
    actor: Actor,
    title: str = "",
    why: str = "",
    at: datetime,
) -> None:
    """Move an activity on, by `NEXT_STATES`; once is as good as twice. Raises NotNow.

    `title` and `why`, given when she takes a suggestion up, are its words as she read them.
    """
    if state == activity.state:
        return
    if state not in NEXT_STATES[ActivityState(activity.state)]:
        raise NotNow
    read = {"title": title[:300], "why": why[:500]} if title else {}
    changed = Activity.objects.filter(pk=activity.pk, state=activity.state).update(
        state=state,
        done_on=timezone.localdate(at) if state == ActivityState.DONE else None,
        changed_at=at,
        version=F("version") + 1,
        **read,
    )
    if not changed:
        raise NotNow
    was, now = {"state": activity.state}, {"state": state.value}
    activity.title = title or activity.title
    _note("plan.activity_moved_on", activity, actor, at=at, was=was, now=now, state=state.value)
    if activity.state == ActivityState.SUGGESTED and activity.made_by == MadeBy.STAFF:
        telling.answered(activity, state, at=at)


def move_activity(
    *,
    activity: Activity,
    steps: int = 0,
    goal_id: int | None = None,
    before: int | None = None,
    at: datetime,
) -> None:
    """Move an activity some places up (negative) or down, or before another and below a goal.

    Args:
        activity: which one.
        steps: when it stays below its goal.
        goal_id: the goal it shall stand below, None for none; read when `before` is given.
        before: the activity it shall stand before; 0 is the end.
        at: now.
    """
    with transaction.atomic():
        if before is not None and goal_id != activity.goal_id:
            entry = replace(entry_of(activity), goal_id=goal_id)
            actor = Actor(by=MadeBy.CITIZEN, id=activity.citizen_id)
            change_activity(
                activity=activity, version=activity.version, entry=entry, actor=actor, at=at
            )
        goal = goal_id if before is not None else activity.goal_id
        rows = Activity.objects.filter(citizen_id=activity.citizen_id, state__in=AHEAD)
        rows = rows.filter(goal=None) if goal is None else rows.filter(goal_id=goal)
        put_in_order(
            Activity, activity.pk, rows.order_by("order", "pk"), steps=steps, before=before
        )


@transaction.atomic
def move_day(
    *, activity: Activity, version: int, day: date, starts_at: datetime | None, at: datetime
) -> None:
    """Give an activity another day or time, as long as before; raises ChangedMeanwhile, NotNow."""
    if activity.state not in AHEAD:
        raise NotNow
    ends_at = None
    if starts_at is not None:
        length = timedelta(hours=1)
        if activity.starts_at is not None and activity.ends_at is not None:
            length = activity.ends_at - activity.starts_at
        ends_at = starts_at + length
    last_day = None
    if activity.day is not None and activity.last_day is not None:
        last_day = day + (activity.last_day - activity.day)
    entry = replace(
        entry_of(activity), day=day, last_day=last_day, starts_at=starts_at, ends_at=ends_at
    )
    actor = Actor(by=MadeBy.CITIZEN, id=activity.citizen_id)
    change_activity(activity=activity, version=version, entry=entry, actor=actor, at=at)


def done_by_application(*, citizen_id: int, vacancy_id: int, at: datetime) -> int:
    """Mark what she planned for a job as done, now that she has applied; return how many."""
    rows = Activity.objects.filter(
        citizen_id=citizen_id,
        kind=ActivityKind.APPLY,
        thing_kind=VACANCY,
        thing_id=vacancy_id,
        state__in=[*AHEAD, ActivityState.SUGGESTED],
    ).order_by("pk")
    many = 0
    for row in rows:
        set_state(activity=row, state=ActivityState.DONE, actor=PLATFORM, at=at)
        many += 1
    return many


def entry_of(activity: Activity) -> ActivityEntry:
    """Return what stands now, as it is said."""
    return ActivityEntry(
        title=activity.title,
        kind=ActivityKind(activity.kind),
        goal_id=activity.goal_id,
        note=activity.note,
        day=activity.day,
        last_day=activity.last_day,
        starts_at=activity.starts_at,
        ends_at=activity.ends_at,
        place=activity.place,
    )


def _note(
    event: str,
    row: Activity,
    actor: Actor,
    *,
    at: datetime,
    was: dict[str, str] | None = None,
    now: dict[str, str] | None = None,
    **data: object,
) -> None:
    note(
        event,
        about=About.ACTIVITY,
        row_id=row.pk,
        citizen_id=row.citizen_id,
        title=row.title.replace("{thing}", row.thing_title),
        actor=actor,
        at=at,
        was=was,
        now=now,
        **data,
    )
