# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What has been changed in her plan, in words; what was done, and what was put aside."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from jobunivers.foundation.things import Pointer
from jobunivers.identity import queries as identity
from jobunivers.rooms.plan.models import (
    ASIDE,
    Activity,
    ActivityKind,
    ActivityState,
    Agreement,
    AgreementState,
    Goal,
    GoalState,
    PlanChange,
)
from jobunivers.rooms.plan.queries import words
from jobunivers.rooms.plan.queries.page import Line, lines_of
from jobunivers.rooms.plan.queries.words import title_of

_PER_PAGE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one field was, and is now."""

    field: str
    was: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """One change: who did it ("" for the platform), and what."""

    at: datetime
    who: str
    hers: bool
    about: str
    title: str
    fields: list[Change]


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryPage:
    """A page of changes, the newest first."""

    sheet: Page[PlanChange]
    lines: list[ChangeLine]


def history_page(*, citizen_id: int, page: str | None) -> HistoryPage:
    """Return one page of what was changed in her plan."""
    rows = PlanChange.objects.filter(citizen_id=citizen_id).order_by("-at", "-pk")
    sheet = Paginator(rows, _PER_PAGE).get_page(page)
    shown = list(sheet.object_list)
    actors = {one.actor_id for one in shown if one.actor_id}
    names = identity.names(ids=actors, open_names=[citizen_id])
    return HistoryPage(
        sheet=sheet,
        lines=[
            ChangeLine(
                at=one.at,
                who=names.get(one.actor_id or 0, ("", ""))[0],
                hers=one.actor_id == citizen_id,
                about=words.about(one.about),
                title=one.title,
                fields=_fields(one),
            )
            for one in shown
        ],
    )


def _fields(row: PlanChange) -> list[Change]:
    names = list(dict.fromkeys([*row.was, *row.now]))
    return [
        Change(
            field=words.field(name),
            was=words.value(row.about, name, row.was.get(name, "")),
            now=words.value(row.about, name, row.now.get(name, "")),
        )
        for name in names
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPage:
    """Activities, and on the first page goals and agreements, that are no longer ahead."""

    sheet: Page[Activity]
    lines: list[Line]
    goals: list[Goal]
    agreements: list[Agreement]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """An activity she has done, and what it pointed at (None: nothing)."""

    title: str
    done_on: date
    thing: Pointer | None


def finished(*, citizen_id: int, kinds: Collection[ActivityKind], since: date) -> list[Finished]:
    """Return the activities of these kinds she has done since a day, the newest first."""
    rows = finished_question(citizen_id=citizen_id, kinds=kinds, since=since)
    return [finished_of(one) for one in rows]


def finished_question(
    *, citizen_id: int, kinds: Collection[ActivityKind], since: date
) -> QuerySet[Activity]:
    """Return the question behind `finished`, to be asked together with others."""
    rows = Activity.objects.filter(
        citizen_id=citizen_id,
        state=ActivityState.DONE,
        kind__in=list(kinds),
        done_on__gte=since,
    )
    return rows.order_by("-done_on", "-pk")[:_PER_PAGE]


def finished_of(row: Activity) -> Finished:
    """Return a row of `finished_question` as other rooms read it."""
    pointed = row.thing_id is not None
    return Finished(
        title=title_of(row),
        done_on=row.done_on or row.changed_at.date(),
        thing=Pointer(row.thing_kind, row.thing_id or 0) if pointed else None,
    )


def done_page(*, citizen_id: int, language: str, at: datetime, page: str | None) -> KeptPage:
    """Return what she has done, the newest first."""
    rows = Activity.objects.filter(citizen_id=citizen_id, state=ActivityState.DONE)
    return _kept(
        Paginator(rows.order_by("-done_on", "-pk"), _PER_PAGE).get_page(page),
        language,
        at,
        goals=Goal.objects.filter(citizen_id=citizen_id, state=GoalState.REACHED),
        agreements=Agreement.objects.filter(citizen_id=citizen_id, state=AgreementState.KEPT),
    )


def aside_page(*, citizen_id: int, language: str, at: datetime, page: str | None) -> KeptPage:
    """Return what she put aside or said no to; all of it can be taken up again."""
    rows = Activity.objects.filter(citizen_id=citizen_id, state__in=ASIDE)
    return _kept(
        Paginator(rows.order_by("-changed_at", "-pk"), _PER_PAGE).get_page(page),
        language,
        at,
        goals=Goal.objects.filter(citizen_id=citizen_id, state=GoalState.LEFT),
        agreements=Agreement.objects.filter(
            citizen_id=citizen_id, state__in=[AgreementState.NOT_KEPT, AgreementState.ENDED]
        ),
    )


def _kept(
    sheet: Page[Activity],
    language: str,
    at: datetime,
    *,
    goals: QuerySet[Goal],
    agreements: QuerySet[Agreement],
) -> KeptPage:
    first = sheet.number == 1
    return KeptPage(
        sheet=sheet,
        lines=lines_of(sheet.object_list, language=language, at=at),
        goals=list(goals.order_by("-changed_at", "-pk")[:_PER_PAGE]) if first else [],
        agreements=(list(agreements.order_by("-changed_at", "-pk")[:_PER_PAGE]) if first else []),
    )
