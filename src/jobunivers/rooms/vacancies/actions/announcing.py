# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Telling people that an advertisement has ended or moved its deadline, and of their own days."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils import timezone

from jobunivers.foundation.notices import actions as notices
from jobunivers.rooms.vacancies.models import (
    Application,
    ApplicationStatus,
    Interview,
    Star,
    Vacancy,
)

ENDED = "vacancies.ended"
DEADLINE_MOVED = "vacancies.deadline_moved"
OWN_REMINDER = "vacancies.own_reminder"
TALK_TOMORROW = "vacancies.talk_tomorrow"
_A_DAY, _A_WEEK = timedelta(days=1), timedelta(days=7)
_PLANNED = ApplicationStatus.PLANNED
_NO_NEWS = (ApplicationStatus.OFFER, ApplicationStatus.REJECTED, ApplicationStatus.WITHDRAWN)


def tell_of_endings(*, since: datetime, at: datetime) -> int:
    """Tell those who keep an advertisement or are at it that it has ended, or has a new deadline.

    What she wrote stays as it is. An advertisement that another source still shows has not ended.
    Who has applied is told only when it ended before its day. Returns how many notices were made.
    """
    wanted = list(_ended(since=since, at=at))
    wanted += _moved(at=at)
    made = len(notices.notify_many(wanted, at=at))
    _know_deadlines()
    return made


def _ended(*, since: datetime, at: datetime) -> Iterator[notices.Wanted]:
    ended = Q(vacancy__closed_at__gt=since, vacancy__closed_at__lte=at)
    shown = Vacancy.objects.filter(
        title=OuterRef("vacancy__title"),
        employer_id=OuterRef("vacancy__employer_id"),
        kommune_code=OuterRef("vacancy__kommune_code"),
        closed_at=None,
        expires_at__gt=at,
    )
    early = Q(vacancy__closed_at__lt=F("vacancy__expires_at") - _A_DAY)
    sent = Q(status__in=(ApplicationStatus.APPLIED, ApplicationStatus.INTERVIEW)) & early
    at_it = Application.objects.filter(ended, Q(status=_PLANNED) | sent).exclude(Exists(shown))
    told = set()
    for one in at_it.select_related("vacancy").order_by("pk"):
        told.add((one.citizen_id, one.vacancy_id))
        if one.vacancy is not None:
            path = f"ansoegninger/{one.pk}/"
            yield _about(ENDED, one.citizen_id, one.vacancy, path, status=one.status)
    hers = Application.objects.filter(
        citizen_id=OuterRef("citizen_id"), vacancy_id=OuterRef("vacancy_id")
    )
    kept = Star.objects.filter(ended).exclude(Exists(shown)).exclude(Exists(hers))
    for star in kept.select_related("vacancy").order_by("pk"):
        yield _about(ENDED, star.citizen_id, star.vacancy, f"job/{star.vacancy_id}/", status="")


def _moved(*, at: datetime) -> list[notices.Wanted]:
    still = Q(vacancy__closed_at=None, vacancy__expires_at__gt=at)
    other = Q(vacancy__deadline__isnull=False) & ~Q(vacancy__deadline=F("deadline"))
    kept = Star.objects.filter(still, other, deadline__isnull=False).select_related("vacancy")
    other = Q(vacancy__deadline__isnull=False) & ~Q(vacancy__deadline=F("vacancy_deadline"))
    planned = Application.objects.filter(
        still, other, status=_PLANNED, vacancy_deadline__isnull=False
    ).select_related("vacancy")
    found: dict[tuple[int, int], notices.Wanted] = {}
    for one in kept.order_by("pk"):
        found[one.citizen_id, one.vacancy_id] = _about(
            DEADLINE_MOVED, one.citizen_id, one.vacancy, f"job/{one.vacancy_id}/"
        )
    for row in planned.order_by("pk"):
        if row.vacancy is not None:
            path = f"ansoegninger/{row.pk}/"
            wanted = _about(DEADLINE_MOVED, row.citizen_id, row.vacancy, path)
            found[row.citizen_id, row.vacancy.pk] = wanted
    return list(found.values())


def _about(kind: str, citizen_id: int, vacancy: Vacancy, path: str, **more: str) -> notices.Wanted:
    deadline = "" if vacancy.deadline is None else str(vacancy.deadline)
    data = {"vacancy_id": vacancy.pk, "title": vacancy.title, "deadline": deadline, **more}
    occasion = "ended" if kind == ENDED else deadline
    return notices.Wanted(
        person_id=citizen_id, kind=kind, data=data, path=path, key=f"ad:{vacancy.pk}:{occasion}"
    )


def _know_deadlines() -> None:
    """Remember the deadlines of now, so that each move is told once."""
    now = Subquery(Vacancy.objects.filter(pk=OuterRef("vacancy_id")).values("deadline")[:1])
    open_ones = Q(vacancy__closed_at=None, vacancy__deadline__isnull=False)
    stars = Star.objects.filter(open_ones).exclude(_known("deadline"))
    Star.objects.filter(pk__in=stars.values_list("pk", flat=True)).update(deadline=now)
    planned = Application.objects.filter(open_ones, status=_PLANNED)
    others = planned.exclude(_known("vacancy_deadline")).values_list("pk", flat=True)
    Application.objects.filter(pk__in=others).update(vacancy_deadline=now)


def _known(column: str) -> Q:
    return Q(**{f"{column}__isnull": False, column: F("vacancy__deadline")})


def remind_of_days(*, at: datetime) -> int:
    """Tell people of the day they chose themselves, and of a talk tomorrow; return how many."""
    today = timezone.localdate(at)
    chosen = Application.objects.filter(remind_on__lte=today, remind_on__gt=today - _A_WEEK)
    wanted = [
        notices.Wanted(
            person_id=one.citizen_id,
            kind=OWN_REMINDER,
            data={"application_id": one.pk, "title": one.title, "on": str(one.remind_on)},
            path=f"ansoegninger/{one.pk}/",
            key=f"reminder:{one.pk}:{one.remind_on}",
        )
        for one in chosen.exclude(status__in=_NO_NEWS).order_by("pk")
    ]
    talks = Interview.objects.filter(on=today + _A_DAY, cancelled_at=None)
    wanted += [
        notices.Wanted(
            person_id=one.citizen_id,
            kind=TALK_TOMORROW,
            data={
                "interview_id": one.pk,
                "title": one.application.title,
                "starts_at": one.starts_at.isoformat() if one.starts_at else "",
            },
            path=f"ansoegninger/{one.application_id}/",
            key=f"talk:{one.pk}:{one.on}",
        )
        for one in talks.select_related("application").order_by("pk")
    ]
    return len(notices.notify_many(wanted, at=at))
