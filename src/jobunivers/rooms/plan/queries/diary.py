# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her plan in the week: activities (even numbers) and agreements (odd ones) that have a day."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from jobunivers.foundation import diary
from jobunivers.foundation.prepared import prepared
from jobunivers.foundation.together import Question
from jobunivers.rooms.plan.models import (
    AHEAD,
    ASIDE,
    Activity,
    ActivityKind,
    ActivityState,
    Agreement,
    AgreementState,
)
from jobunivers.rooms.plan.queries.words import title_of

CODE = "plan"
_KINDS = {
    ActivityKind.APPLY: "task",
    ActivityKind.TALK: "talk",
    ActivityKind.COURSE: "course",
    ActivityKind.INTERNSHIP: "course",
    ActivityKind.NETWORK: "event",
    ActivityKind.OWN: "task",
}
_MOST = 500


def asks(citizen_id: int, first: date, after: date) -> dict[str, Question]:
    """Return the questions of these days: what she plans, and what is agreed."""
    span = {"first": first, "after": after}
    return {
        "activities": _activities(citizen_id=citizen_id, **span),
        "agreements": _agreements(citizen_id=citizen_id, **span),
    }


@prepared
def _activities(*, citizen_id: int, first: date, after: date) -> QuerySet[Activity]:
    there = Q(day__lt=after) & (Q(day__gte=first) | Q(last_day__gte=first))
    rows = Activity.objects.filter(there, citizen_id=citizen_id)
    return rows.exclude(state=ActivityState.DECLINED).order_by("day", "pk")[:_MOST]


@prepared
def _agreements(*, citizen_id: int, first: date, after: date) -> QuerySet[Agreement]:
    due = Agreement.objects.filter(
        citizen_id=citizen_id, due_on__gte=first, due_on__lt=after, agreed_at__isnull=False
    )
    return due.order_by("due_on", "pk")[:_MOST]


def reads(
    rows: Mapping[str, list[Any]],
    first: date,  # noqa: ARG001 - every source is told
    after: date,  # noqa: ARG001
    language: str,  # noqa: ARG001
) -> list[diary.Entry]:
    """Return what stands in her plan on these days; what was dropped is cancelled."""
    return [*map(_activity, rows["activities"]), *map(_agreement, rows["agreements"])]


def _activity(row: Activity) -> diary.Entry:
    assert row.day is not None
    waits = row.state == ActivityState.SUGGESTED
    return diary.Entry(
        uid=f"{CODE}:{row.pk * 2}",
        version=row.version,
        kind="suggestion" if waits else _KINDS[ActivityKind(row.kind)],
        title=title_of(row),
        day=row.day,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        last_day=row.last_day,
        place=row.place,
        note=row.note,
        path="min-plan/" if waits else f"min-plan/aktivitet/{row.pk}/",
        movable=row.state in AHEAD,
        done=row.state == ActivityState.DONE,
        cancelled=row.state in ASIDE,
        changed_at=row.changed_at,
        why_fixed=_("Det er et forslag. Sig ja først, så kan du flytte det.") if waits else "",
    )


def _agreement(row: Agreement) -> diary.Entry:
    assert row.due_on is not None
    return diary.Entry(
        uid=f"{CODE}:{row.pk * 2 + 1}",
        version=row.version,
        kind="deadline",
        title=row.words[:120],
        day=row.due_on,
        path="min-plan/",
        done=row.state == AgreementState.KEPT,
        cancelled=row.state in {AgreementState.NOT_KEPT, AgreementState.ENDED},
        changed_at=row.changed_at,
        why_fixed=_("I har aftalt dagen. Foreslå en ny dag i din plan."),
    )


def activity_id_of(number: int) -> int | None:
    """Return the activity behind a number of the week; None when it is an agreement."""
    return number // 2 if number % 2 == 0 else None
