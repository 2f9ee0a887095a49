# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whose tasks they are, and everything else that waits for a member of staff."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation import inbox
from jobunivers.identity import queries as identity
from jobunivers.rooms.followup.models import StaffTask, TaskState

TABS: Mapping[str, Promise] = {
    "": _("Mine og teamets"),
    "mine": _("Mine"),
    "team": _("Teamets, som ingen har taget"),
    "faaet": _("Givet til mig"),
    "faerdige": _("Færdige"),
}
ORIGINS: Mapping[str, Promise] = {
    "attention": _("Et opmærksomhedspunkt"),
    "list": _("En samlet opgave til flere"),
    "letter": _("Et brev, der ikke kunne sendes"),
    "talk": _("En samtale"),
    "availability": _("En sag om rådighed"),
    "objection": _("En indsigelse"),
}
_PER_PAGE = 25
_KEPT = timedelta(days=30)  # so long a finished task can be opened again from the list
NamesOf = Callable[[Iterable[int]], Mapping[int, str]]


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task as the list shows it."""

    task: StaffTask
    name: str  # of the citizen, as this reader may see it; "" about nobody
    owner: str
    handed_by: str
    origin: Promise | str
    overdue: bool
    mine: bool


@dataclass(frozen=True, slots=True)
class InboxItem:
    """Something that waits in another room."""

    item: inbox.Item
    name: str
    overdue: bool


@dataclass(frozen=True, slots=True)
class TasksPage:
    """The list of one member of staff."""

    tab: str
    tabs: list[tuple[str, Promise, int | None]]
    lines: list[TaskLine]
    sheet: Page[StaffTask]
    others: list[tuple[Promise | str, list[InboxItem]]]
    shown: list[int]  # citizens whose names stand on the page


def tasks_of(staff_id: int, role: str, *, today: date) -> QuerySet[StaffTask]:
    """Return the open tasks that are hers, and her team's that nobody has: overdue first."""
    del today  # what is overdue is first because its day is
    whose = Q(owner_id=staff_id) | Q(owner_id=None, team=role)
    return _by_day(StaffTask.objects.filter(whose, state=TaskState.OPEN))


def _by_day(found: QuerySet[StaffTask]) -> QuerySet[StaffTask]:
    return found.order_by(F("due_on").asc(nulls_last=True), "pk")


def open_tasks_about(citizen_ids: Iterable[int]) -> dict[int, int]:
    """Return how many open tasks there are about each; who has none is not in it."""
    rows = StaffTask.objects.filter(citizen_id__in=list(citizen_ids), state=TaskState.OPEN)
    counted = rows.order_by().values_list("citizen_id").annotate(many=Count("pk"))
    return {pk: many for pk, many in counted if pk is not None}


def _of_tab(tab: str, asking: inbox.Asking) -> QuerySet[StaffTask]:
    me, today = asking.staff_id, asking.at.date()
    hers = tasks_of(me, asking.role, today=today)
    if tab == "mine":
        return hers.filter(owner_id=me)
    if tab == "team":
        return hers.filter(owner_id=None)
    if tab == "faaet":
        return hers.filter(owner_id=me).exclude(handed_by_id=None).exclude(handed_by_id=me)
    if tab == "faerdige":
        closed = StaffTask.objects.exclude(state=TaskState.OPEN).filter(
            Q(closed_by_id=me) | Q(owner_id=me), closed_at__gt=asking.at - _KEPT
        )
        return closed.order_by("-closed_at", "-pk")
    return hers


def tasks_page(
    asking: inbox.Asking, *, tab: str, page: str | None, names_of: NamesOf, today: date
) -> TasksPage:
    """Return what waits for a member of staff, in every room, the first due first."""
    tab = tab if tab in TABS else ""
    sheet = Paginator(_of_tab(tab, asking), _PER_PAGE).get_page(page)
    tasks = list(sheet.object_list)
    waiting = inbox.waiting(asking) if tab == "" and sheet.number == 1 else []
    about = {one.citizen_id for one in tasks if one.citizen_id}
    about |= {one.citizen_id for _source, items in waiting for one in items if one.citizen_id}
    names = names_of(about) if about else {}
    return TasksPage(
        tab=tab,
        tabs=_tabs(asking),
        lines=lines_of(tasks, names=names, staff_id=asking.staff_id, today=today),
        sheet=sheet,
        others=[
            (
                source.name,
                [
                    InboxItem(
                        one,
                        names.get(one.citizen_id or 0, ""),
                        one.due_on is not None and one.due_on < today,
                    )
                    for one in items
                ],
            )
            for source, items in waiting
        ],
        shown=sorted(about & set(names)),
    )


def _tabs(asking: inbox.Asking) -> list[tuple[str, Promise, int | None]]:
    me = asking.staff_id
    mine, handed = Q(owner_id=me), Q(handed_by_id__isnull=False) & ~Q(handed_by_id=me)
    found = StaffTask.objects.filter(mine | Q(owner_id=None, team=asking.role), state="open")
    many = found.order_by().aggregate(
        all=Count("pk"),
        mine=Count("pk", filter=mine),
        team=Count("pk", filter=Q(owner_id=None)),
        faaet=Count("pk", filter=mine & handed),
    )
    counts = {"": many["all"], "mine": many["mine"], "team": many["team"], "faaet": many["faaet"]}
    return [(code, words, counts.get(code)) for code, words in TABS.items()]


def lines_of(
    tasks: Iterable[StaffTask], *, names: Mapping[int, str], staff_id: int, today: date
) -> list[TaskLine]:
    """Return tasks as lists show them."""
    rows = list(tasks)
    found = [one.owner_id for one in rows] + [one.handed_by_id for one in rows]
    ids = {pk for pk in found if pk and pk != staff_id}
    people = identity.names(ids=ids) if ids else {}
    return [
        TaskLine(
            task=one,
            name=names.get(one.citizen_id or 0, ""),
            owner=people.get(one.owner_id or 0, ("",))[0],
            handed_by=people.get(one.handed_by_id or 0, ("",))[0],
            origin=ORIGINS.get(one.origin, ""),
            overdue=one.state == TaskState.OPEN and one.due_on is not None and one.due_on < today,
            mine=one.owner_id == staff_id,
        )
        for one in rows
    ]


def answered(since: datetime, now: datetime) -> list[tuple[datetime, datetime | None]]:
    """Return when tasks were made since then, or wait, and when they were done."""
    rows = StaffTask.objects.filter(Q(made_at__gte=since) | Q(state=TaskState.OPEN))
    return list(rows.filter(made_at__lte=now).order_by("pk").values_list("made_at", "closed_at"))
