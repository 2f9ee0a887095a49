# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Telling people of jobs that answer their saved searches, and of their own applications."""

from datetime import datetime, timedelta

from django.utils import timezone

from jobunivers.foundation.notices import actions as notices
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.rooms.vacancies.models import AlertRhythm, Application, ApplicationStatus
from jobunivers.rooms.vacancies.queries import alerts

SEARCH_ALERT = "vacancies.search_alert"
DEADLINE_NEAR = "vacancies.deadline_near"
NO_ANSWER_YET = "vacancies.no_answer_yet"
_BATCH = 2_000
_NAMED = 20  # advertisements that an alert is about: enough to know what she did with them
_SOON = timedelta(days=2)
_QUIET, _TOO_OLD = timedelta(days=14), timedelta(days=30)


def tell_of_saved_searches(
    *, since: datetime, at: datetime, rhythm: AlertRhythm = AlertRhythm.DAILY
) -> int:
    """Tell the kommune's people of what came in since then; return how many notices were made.

    Run twice for a day it tells once: a search speaks once a day, in its rhythm; one that speaks
    at once does so once a run, and names each advertisement once.
    """
    news = alerts.arrived(since=since, until=at)
    occasion = str(at) if rhythm == AlertRhythm.AT_ONCE else str(timezone.localdate(at))
    made = 0
    batch: list[notices.Wanted] = []
    for one in alerts.answered(news=news, owner=current_municipality_id(), at=at, rhythm=rhythm):
        batch.append(_alert(one, occasion))
        if len(batch) == _BATCH:
            made += len(notices.notify_many(batch, at=at))
            batch = []
    return made + len(notices.notify_many(batch, at=at))


def _alert(one: alerts.Answered, occasion: str) -> notices.Wanted:
    return notices.Wanted(
        person_id=one.saved.citizen_id,
        kind=SEARCH_ALERT,
        data={
            "search_id": one.saved.pk,
            "name": one.saved.name,
            "count": len(one.vacancy_ids),
            "vacancy_ids": one.vacancy_ids[:_NAMED],
        },
        path=f"job/?{one.saved.query}",
        key=f"search:{one.saved.pk}:{occasion}",
    )


def remind_of_applications(*, at: datetime) -> int:
    """Tell people of planned applications whose deadline is near, and of long silence.

    Returns how many notices were made; each deadline and each silence is told once.
    """
    today = timezone.localdate(at)
    near = Application.objects.filter(
        status=ApplicationStatus.PLANNED, deadline__gte=today, deadline__lte=today + _SOON
    ).order_by("pk")
    silent = Application.objects.filter(
        status=ApplicationStatus.APPLIED,
        applied_on__lte=today - _QUIET,
        applied_on__gte=today - _TOO_OLD,
        changed_at__lte=at - _QUIET,
    ).order_by("pk")
    wanted = [
        notices.Wanted(
            person_id=one.citizen_id,
            kind=DEADLINE_NEAR,
            data=_about(one) | {"deadline": str(one.deadline)},
            path=f"ansoegninger/{one.pk}/",
            key=f"deadline:{one.pk}:{one.deadline}",
        )
        for one in near
    ]
    wanted += [
        notices.Wanted(
            person_id=one.citizen_id,
            kind=NO_ANSWER_YET,
            data=_about(one),
            path=f"ansoegninger/{one.pk}/",
            key=f"silence:{one.pk}",
        )
        for one in silent
    ]
    return len(notices.notify_many(wanted, at=at))


def _about(one: Application) -> dict[str, object]:
    return {"application_id": one.pk, "title": one.title}
