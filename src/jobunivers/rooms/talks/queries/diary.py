# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Talks in her week and in the calendar of who holds them.

What she booked as a first meeting stands there as that meeting already.
"""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext, override

from jobunivers.foundation import diary
from jobunivers.foundation.prepared import prepared
from jobunivers.foundation.together import Question
from jobunivers.rooms.talks.models import OPEN, Talk, TalkState
from jobunivers.rooms.talks.queries.words import FORMS, KINDS
from jobunivers.science.calendars import moment

CODE = "talks"


def register() -> None:
    """Let talks stand in her week and in the staff's calendar."""
    diary.register(diary.Source(CODE, asks=_asks, reads=_reads))
    diary.register_for_staff(diary.Source(CODE, asks=_staff_asks, reads=_staff_reads))


def talks_ahead(citizen_ids: Any, at: datetime) -> dict[int, datetime]:
    """Return when each of the citizens has her next talk; who has none is not in it."""
    rows = Talk.objects.filter(
        citizen_id__in=list(citizen_ids), state=TalkState.PLANNED, starts_at__gt=at
    )
    found: dict[int, datetime] = {}
    pairs = rows.order_by("starts_at", "pk").values_list("citizen_id", "starts_at")
    for citizen_id, starts_at in pairs:
        found.setdefault(citizen_id, starts_at)
    return found


@prepared
def _between(*, whose: str, person_id: int, since: datetime, until: datetime) -> QuerySet[Talk]:
    rows = Talk.objects.filter(starts_at__gte=since, starts_at__lt=until, meeting_id=None)
    return rows.filter(**{whose: person_id}).order_by("starts_at", "pk")


def _asks(
    citizen_id: int, first: date, after: date, whose: str = "citizen_id"
) -> dict[str, Question]:
    since, until = moment(first, time()), moment(after, time())
    return {"talks": _between(whose=whose, person_id=citizen_id, since=since, until=until)}


def _staff_asks(staff_id: int, first: date, after: date) -> dict[str, Question]:
    return _asks(staff_id, first, after, "staff_id")


def _reads(
    rows: Mapping[str, list[Any]],
    first: date,  # noqa: ARG001 - a source is told it
    after: date,  # noqa: ARG001
    language: str,
) -> list[diary.Entry]:
    with override(language):
        return [_entry(talk, f"samtaler/{talk.pk}/") for talk in rows["talks"]]


def _staff_reads(
    rows: Mapping[str, list[Any]],
    first: date,  # noqa: ARG001
    after: date,  # noqa: ARG001
    language: str,
) -> list[diary.Entry]:
    with override(language):
        return [
            _entry(
                talk,
                f"medarbejder/borgere/{talk.citizen_id}/samtale/{talk.pk}/",
                citizen_id=talk.citizen_id,
            )
            for talk in rows["talks"]
        ]


def _entry(talk: Talk, path: str, **more: Any) -> diary.Entry:
    return diary.Entry(
        uid=f"{CODE}:{talk.pk}",
        version=talk.version,
        kind="talk",
        title=str(KINDS[talk.kind]),
        day=timezone.localdate(talk.starts_at),
        starts_at=talk.starts_at,
        ends_at=talk.starts_at + timedelta(minutes=talk.minutes),
        place=talk.place or str(FORMS[talk.form]),
        path=path,
        done=talk.state not in OPEN,
        cancelled=talk.state == TalkState.CANCELLED,
        changed_at=talk.changed_at,
        why_fixed=gettext("Ring eller skriv til den, du skal tale med, hvis tiden ikke passer."),
        calendar_uid=f"{talk.uid}@jobunivers",
        **more,
    )
