# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The days of her joblog in the week: deadlines, talks, and reminders she asked for herself."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, cast

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jobunivers.foundation import diary
from jobunivers.foundation.prepared import prepared
from jobunivers.foundation.together import Question
from jobunivers.rooms.vacancies.models import Application, ApplicationStatus, Interview

SOURCE = "vacancies"
# A number of the diary is a row's number and what it is: deadline, reminder or talk.
_KINDS = 3
_DEADLINE, _REMINDER, _TALK = range(_KINDS)
_OVER = (ApplicationStatus.REJECTED, ApplicationStatus.WITHDRAWN)


def register_days() -> None:
    """Let the joblog's days stand in the week."""
    diary.register(diary.Source(SOURCE, move=_move, asks=_asks, reads=_reads))


def _asks(citizen_id: int, first: date, after: date) -> dict[str, Question]:
    span = {"first": first, "after": after}
    return {
        "applications": _applications(citizen_id=citizen_id, **span),
        "talks": _talks(citizen_id=citizen_id, **span),
    }


@prepared
def _applications(*, citizen_id: int, first: date, after: date) -> QuerySet[Application]:
    planned = Q(status=ApplicationStatus.PLANNED, deadline__gte=first, deadline__lt=after)
    remind = Q(remind_on__gte=first, remind_on__lt=after)
    return Application.objects.filter(planned | remind, citizen_id=citizen_id).order_by("pk")


@prepared
def _talks(*, citizen_id: int, first: date, after: date) -> QuerySet[Interview]:
    talks = Interview.objects.filter(citizen_id=citizen_id, on__gte=first, on__lt=after)
    return talks.select_related("application").order_by("pk")


def _reads(
    rows: Mapping[str, list[Any]], first: date, after: date, language: str
) -> list[diary.Entry]:
    found: list[diary.Entry] = []
    with translation.override(language):
        for one in cast("Iterable[Application]", rows["applications"]):
            found += _of_application(one, first, after)
        found += [_talk(one) for one in cast("Iterable[Interview]", rows["talks"])]
    return found


def _of_application(one: Application, first: date, after: date) -> list[diary.Entry]:
    path = _path(one)
    found = []
    planned = one.status == ApplicationStatus.PLANNED
    if planned and one.deadline and first <= one.deadline < after:
        found.append(
            diary.Entry(
                uid=f"{SOURCE}:{one.pk * _KINDS + _DEADLINE}",
                version=one.version,
                kind="deadline",
                title=_("Frist: %(title)s") % {"title": one.title},
                day=one.deadline,
                note=one.employer,
                path=path,
                changed_at=one.changed_at,
                why_fixed=_("Fristen er virksomhedens. Du kan rette den i din joblog."),
            )
        )
    if one.remind_on and first <= one.remind_on < after:
        found.append(
            diary.Entry(
                uid=f"{SOURCE}:{one.pk * _KINDS + _REMINDER}",
                version=one.version,
                kind="task",
                title=_("Følg op: %(title)s") % {"title": one.title},
                day=one.remind_on,
                note=one.employer,
                path=path,
                movable=True,
                done=one.status in _OVER,
                changed_at=one.changed_at,
            )
        )
    return found


def _talk(one: Interview) -> diary.Entry:
    return diary.Entry(
        uid=f"{SOURCE}:{one.pk * _KINDS + _TALK}",
        version=one.version,
        kind="talk",
        title=_("Jobsamtale: %(title)s") % {"title": one.application.title},
        day=one.on,
        starts_at=one.starts_at,
        ends_at=one.ends_at,
        place=one.place,
        note=one.application.employer,
        path=_path(one.application),
        movable=one.cancelled_at is None,
        cancelled=one.cancelled_at is not None,
        changed_at=one.changed_at,
    )


def _path(one: Application) -> str:
    with_prefix = reverse("vacancies:application", args=[one.pk])
    return with_prefix[with_prefix.index("ansoegninger/") :]


def _move(  # noqa: PLR0917 - the diary's signature
    citizen_id: int, number: int, version: int, day: date, starts_at: datetime | None, at: datetime
) -> None:
    row, kind = divmod(number, _KINDS)
    if kind == _TALK:
        talks = Interview.objects.filter(
            pk=row, citizen_id=citizen_id, version=version, cancelled_at=None
        )
        _move_talk(talks, version, day, starts_at, at=at)
    elif kind == _REMINDER:
        rows = Application.objects.filter(
            pk=row, citizen_id=citizen_id, version=version, remind_on__isnull=False
        )
        if not rows.update(version=version + 1, remind_on=day, changed_at=at):
            raise diary.ChangedMeanwhile
    else:
        raise diary.CannotMove(_("Fristen er virksomhedens. Du kan rette den i din joblog."))


def _move_talk(
    rows: QuerySet[Interview], version: int, day: date, starts_at: datetime | None, *, at: datetime
) -> None:
    """Give a talk another day; a time keeps its length, and stays where only the day is given."""
    talk = rows.first()
    if talk is None:
        raise diary.ChangedMeanwhile
    length = timedelta(hours=1)
    if talk.starts_at is not None and talk.ends_at is not None:
        length = talk.ends_at - talk.starts_at
    if starts_at is None and talk.starts_at is not None:
        clock = timezone.localtime(talk.starts_at).time()
        starts_at = timezone.make_aware(datetime.combine(day, clock))
    ends_at = None if starts_at is None else starts_at + length
    rows.update(version=version + 1, on=day, starts_at=starts_at, ends_at=ends_at, changed_at=at)
