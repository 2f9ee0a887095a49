# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The days she is away, as her week shows them."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from jobunivers.foundation import diary
from jobunivers.foundation.prepared import prepared
from jobunivers.foundation.together import Question
from jobunivers.rooms.journey.models import Absence, AbsenceKind

_CODE = "journey"
_NAMES: Mapping[str, Promise] = {
    AbsenceKind.ILLNESS.value: _("Syg"),
    AbsenceKind.HOLIDAY.value: _("Ferie"),
    AbsenceKind.AGREED.value: _("Aftalt pause"),
}


def register() -> None:
    """Let her absences stand in her week."""
    diary.register(diary.Source(_CODE, asks=asks, reads=reads))


def asks(citizen_id: int, first: date, after: date) -> dict[str, Question]:
    """Return the question for absences that touch these days."""
    return {"absences": _touching(citizen_id=citizen_id, first=first, after=after)}


@prepared
def _touching(*, citizen_id: int, first: date, after: date) -> QuerySet[Absence]:
    touching = Absence.objects.filter(
        Q(ends_on=None) | Q(ends_on__gt=first), citizen_id=citizen_id, starts_on__lt=after
    )
    return touching.order_by("starts_on", "pk")


def reads(
    rows: Mapping[str, list[Any]],
    first: date,  # noqa: ARG001 - a source is told it
    after: date,
    language: str,
) -> list[diary.Entry]:
    """Return her absences as whole days; one without an end lasts as far as was asked."""
    with override(language):
        return [_entry(absence, after) for absence in rows["absences"]]


def _entry(absence: Absence, after: date) -> diary.Entry:
    last = (absence.ends_on or after) - timedelta(days=1)
    return diary.Entry(
        uid=f"{_CODE}:{absence.pk}",
        version=0 if absence.ends_on is None else absence.ends_on.toordinal(),
        kind="absence",
        title=str(_NAMES[absence.kind]),
        day=absence.starts_on,
        last_day=last,
        open_end=absence.ends_on is None,
        path="mit-forloeb/fravaer/",
    )
