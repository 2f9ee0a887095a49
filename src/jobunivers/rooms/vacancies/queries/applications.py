# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her joblog: what stands there, how far it has come, and what is counted."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import TruncWeek
from django.utils import timezone

from jobunivers.foundation.counted import counted
from jobunivers.rooms.vacancies.models import (
    Application,
    ApplicationStatus,
    ApplicationStep,
    Interview,
    Proposal,
)

# Days without an answer after which it may be time to ask.
QUIET_DAYS = 14
WEEKS = 8
_WEEK = re.compile(r"([0-9]{4})-W([0-9]{2})")
WAITING = "venter"
PLANNED = ApplicationStatus.PLANNED


def applications_of(*, citizen_id: int) -> QuerySet[Application]:
    """Return her applications, the newest first."""
    return Application.objects.filter(citizen_id=citizen_id).order_by("-created_at", "-pk")


def applications_since(*, since: datetime, most: int) -> QuerySet[Application, int]:
    """Return the question how many entries the kommune's joblogs have got, counted to `most`."""
    return counted(Application.objects.filter(created_at__gte=since), most=most)


def latest_applications(*, citizen_id: int, limit: int = 5) -> list[Application]:
    """Return the applications she changed last."""
    rows = Application.objects.filter(citizen_id=citizen_id).order_by("-changed_at", "-pk")
    return list(rows[:limit])


def uploaded_between(*, citizen_id: int, first: date, after: date) -> int:
    """Return how many applications she has marked as uploaded, from `first` until before `after`.

    BEK 46/2026 § 14, stk. 11: the a-kasse may ask for a number of them.
    """
    return Application.objects.filter(
        citizen_id=citizen_id, uploaded_on__gte=first, uploaded_on__lt=after
    ).count()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What of the joblog is shown: `state` a status or `venter`, `week` as 2026-W48, words."""

    state: str = ""
    week: date | None = None  # its Monday
    words: str = ""

    @classmethod
    def read(cls, state: str, week: str, words: str) -> "Choice":
        """Return the choice of an address; what nobody knows is left out."""
        known = {one.value for one in ApplicationStatus} | {WAITING}
        return cls(
            state=state if state in known else "",
            week=_monday(week),
            words=" ".join(words.replace("\x00", " ").split())[:100],
        )


def _monday(week: str) -> date | None:
    named = _WEEK.fullmatch(week)
    if named is None:
        return None
    try:
        return date.fromisocalendar(int(named[1]), int(named[2]), 1)
    except ValueError:
        return None


def waiting(today: date) -> Q:
    """Return what has been sent and not been answered for two weeks."""
    return Q(
        status=ApplicationStatus.APPLIED,
        applied_on__lte=today - timedelta(days=QUIET_DAYS),
    )


def chosen(*, citizen_id: int, choice: Choice, today: date) -> QuerySet[Application]:
    """Return what of her joblog was asked for: planned ones by deadline, then the newest."""
    rows = Application.objects.filter(citizen_id=citizen_id)
    if choice.state == WAITING:
        rows = rows.filter(waiting(today))
    elif choice.state:
        rows = rows.filter(status=choice.state)
    if choice.week:
        until = choice.week + timedelta(days=7)
        rows = rows.filter(applied_on__gte=choice.week, applied_on__lt=until)
    if choice.words:
        found = Q(title__icontains=choice.words) | Q(employer__icontains=choice.words)
        rows = rows.filter(found)
    if choice.state == PLANNED:
        return rows.order_by("deadline", "-created_at", "-pk")
    return rows.order_by("-created_at", "-pk")


@dataclass(frozen=True, slots=True)
class Week:
    """A week by its Monday, how many applications were sent in it, and the share of the most."""

    monday: date
    sent: int
    share: float

    @property
    def code(self) -> str:
        """Return its name in addresses, e.g. 2026-W48."""
        year, week, _ = self.monday.isocalendar()
        return f"{year}-W{week:02d}"

    @property
    def number(self) -> int:
        """Return its number in the year."""
        return self.monday.isocalendar().week


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Her joblog in numbers; `weeks` from the first in which something was sent."""

    by_state: dict[str, int]
    waiting: int
    weeks: tuple[Week, ...]
    proposals: int

    @property
    def total(self) -> int:
        """Return how many entries there are."""
        return sum(self.by_state.values())


def joblog_overview(*, citizen_id: int, today: date) -> Overview:
    """Return the joblog's numbers, in three questions."""
    rows = Application.objects.filter(citizen_id=citizen_id).order_by()
    quiet = Case(When(waiting(today), then=Value(1)))
    counted = rows.values("status").annotate(many=Count("pk"), quiet=Count(quiet))
    by_state, silent = {one.value: 0 for one in ApplicationStatus}, 0
    for row in counted:
        by_state[row["status"]] = row["many"]
        silent += row["quiet"]
    return Overview(
        by_state=by_state,
        waiting=silent,
        weeks=_weeks(rows, today),
        proposals=Proposal.objects.filter(citizen_id=citizen_id).count(),
    )


def _weeks(rows: QuerySet[Application], today: date) -> tuple[Week, ...]:
    this = today - timedelta(days=today.weekday())
    mondays = [this - timedelta(weeks=back) for back in range(WEEKS - 1, -1, -1)]
    sent = rows.filter(applied_on__gte=mondays[0], applied_on__lte=today)
    weekly = sent.annotate(monday=TruncWeek("applied_on")).values_list("monday")
    many = dict(weekly.annotate(many=Count("pk")))
    most = max(many.values(), default=0)
    if not most:
        return ()
    # Nobody needs a row of noughts from before she began.
    first = min(many)
    begun = (one for one in mondays if one >= first)
    return tuple(Week(one, many.get(one, 0), many.get(one, 0) / most) for one in begun)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One application with all that belongs to it."""

    application: Application
    steps: list[ApplicationStep]
    interviews: list[Interview]
    days_silent: int | None  # since it was sent, while nobody has answered


def entry_of(*, application: Application, today: date) -> Entry:
    """Return an application with its history and talks, the earliest first."""
    of_it = ApplicationStep.objects.filter(application=application)
    steps = list(of_it.order_by("at", "pk"))
    if not steps:  # written by many at once: the row says the first step itself
        steps = [_first_step(application)]
    talks = Interview.objects.filter(application=application, cancelled_at=None)
    sent = application.applied_on if application.status == ApplicationStatus.APPLIED else None
    return Entry(
        application=application,
        steps=steps,
        interviews=list(talks.order_by("on", "starts_at", "pk")),
        days_silent=None if sent is None else (today - sent).days,
    )


def _first_step(application: Application) -> ApplicationStep:
    return ApplicationStep(
        application=application,
        citizen_id=application.citizen_id,
        status=application.status,
        on=application.applied_on or timezone.localdate(application.created_at),
        at=application.created_at,
    )


def next_interviews(*, ids: list[int], today: date) -> dict[int, Interview]:
    """Return the next talk of each application that has one."""
    rows = Interview.objects.filter(application_id__in=ids, on__gte=today, cancelled_at=None)
    found: dict[int, Interview] = {}
    for one in rows.order_by("on", "starts_at", "pk"):
        found.setdefault(one.application_id, one)
    return found


def for_export(*, citizen_id: int, first: date | None, last: date | None) -> QuerySet[Application]:
    """Return the joblog for a file or paper, oldest first; `had_talk` says whether there was one.

    Between the days: what was sent in them; planned ones only without days.
    """
    rows = Application.objects.filter(citizen_id=citizen_id)
    if first:
        rows = rows.filter(applied_on__gte=first)
    if last:
        rows = rows.filter(applied_on__lte=last)
    talk = Interview.objects.filter(application=OuterRef("pk"), cancelled_at=None)
    return rows.annotate(had_talk=Exists(talk)).order_by("applied_on", "created_at", "pk")


@dataclass(frozen=True, slots=True)
class KeepingLine:
    """One thing that counts: what is asked, and how it stands, in words."""

    asked: str
    now: str


@dataclass(frozen=True, slots=True)
class Keeping:
    """What counts towards availability, as help: who decided it, since when, and its page."""

    lines: tuple[KeepingLine, ...]
    decided_by: str
    since: date
    path: str


@dataclass(frozen=True, slots=True)
class UploadsWanted:
    """How many applications her requirements ask her to upload, and in which days."""

    number: int
    first: date
    after: date


# Citizen, now → what a room above knows of it; None: nothing.
AskKeeping = Callable[[int, datetime], Keeping | None]
AskUploads = Callable[[int, date], UploadsWanted | None]
_keeping: list[AskKeeping] = []
_uploads: list[AskUploads] = []


def provide_keeping(ask: AskKeeping) -> None:
    """Let the room that knows the policy say what counts; said in its `apps.py`."""
    _keeping[:] = [ask]


def provide_uploads_wanted(ask: AskUploads) -> None:
    """Let the room that keeps her requirements say how many uploads they ask for."""
    _uploads[:] = [ask]


def keeping_of(*, citizen_id: int, at: datetime) -> Keeping | None:
    """Return what counts towards availability; None when no room knows, or nothing is asked."""
    found = (ask(citizen_id, at) for ask in _keeping)
    return next((one for one in found if one is not None), None)


@dataclass(frozen=True, slots=True)
class Uploads:
    """How many she has marked as uploaded of those asked for."""

    wanted: UploadsWanted
    marked: int


def uploads_of(*, citizen_id: int, today: date) -> Uploads | None:
    """Return how the uploads stand; None when none are asked for."""
    wanted = next((one for ask in _uploads if (one := ask(citizen_id, today))), None)
    if wanted is None:
        return None
    marked = uploaded_between(citizen_id=citizen_id, first=wanted.first, after=wanted.after)
    return Uploads(wanted, marked)
