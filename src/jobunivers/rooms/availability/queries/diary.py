# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The last day for her answer, in her week."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from jobunivers.foundation import diary
from jobunivers.foundation.prepared import prepared
from jobunivers.foundation.together import Question
from jobunivers.rooms.availability.models import Case, CaseState

CODE = "availability"


def asks(citizen_id: int, first: date, after: date) -> dict[str, Question]:
    """Return the question for hearings that may be answered until one of these days."""
    return {"hearings": _hearings(citizen_id=citizen_id, first=first, after=after)}


@prepared
def _hearings(*, citizen_id: int, first: date, after: date) -> QuerySet[Case]:
    rows = Case.objects.filter(
        citizen_id=citizen_id, hearing_sent_at__isnull=False, hearing_due_on__gte=first,
        hearing_due_on__lt=after,
    )  # fmt: skip
    return rows.order_by("hearing_due_on", "pk")[:50]


def reads(
    rows: Mapping[str, list[Any]],
    first: date,  # noqa: ARG001 - every source is told
    after: date,  # noqa: ARG001
    language: str,  # noqa: ARG001
) -> list[diary.Entry]:
    """Return the last days for her answers; of a case that is over it is done or cancelled."""
    return [_entry(one) for one in rows["hearings"]]


def _entry(case: Case) -> diary.Entry:
    assert case.hearing_due_on is not None
    return diary.Entry(
        uid=f"{CODE}:{case.pk}",
        version=case.version,
        kind="deadline",
        title=_("Sidste dag for dit svar til kommunen"),
        day=case.hearing_due_on,
        path=f"raadighed/sager/{case.pk}/",
        done=case.answered_at is not None or case.state == CaseState.DECIDED,
        cancelled=case.state == CaseState.WITHDRAWN,
        changed_at=case.changed_at,
        why_fixed=_("Fristen står i brevet. Ring, hvis du har brug for mere tid."),
    )
