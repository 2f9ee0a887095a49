# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Telling people of new jobs that fit them very well: seldom, and only what they have not seen."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db.models import Max
from django.utils import timezone

from jobunivers.foundation.notices import actions as notices
from jobunivers.foundation.notices import queries as told
from jobunivers.rooms.tailored.models import ListShown, RecommendationRun
from jobunivers.rooms.tailored.queries import MODEL
from jobunivers.rooms.tailored.queries.reading import records_of
from jobunivers.rooms.tailored.queries.signals import answering
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.trust import queries as trust

NEW_JOBS = "tailored.new_jobs"
# Half of all there is to fit: the best of most lists has less, and then nothing is said.
GOOD = 5_000
FRESH = timedelta(days=7)
_NOT_AGAIN = timedelta(days=60)
_AT_A_TIME = 500


def tell_of_new_jobs(*, at: datetime) -> int:
    """Tell the kommune's people of new jobs that fit them very well; return how many were told.

    A job counts when it came in this week, after she last saw her list, fits with half of all
    points or more, and is neither hidden, kept nor applied for. Nobody is told twice a week, nor
    twice of one job. Where the kommune has switched the model off nothing is told.
    """
    if not trust.is_on(MODEL):
        return 0
    fresh = vacancies.arrived(since=at - FRESH, until=at).at
    if not fresh:
        return 0
    made, last = 0, 0
    current = answering(RecommendationRun.objects.filter(current=True)).order_by("citizen_id")
    while runs := list(current.filter(citizen_id__gt=last)[:_AT_A_TIME]):
        last = runs[-1].citizen_id
        found = {run.citizen_id: good for run in runs if (good := _good(run, fresh))}
        made += len(notices.notify_many(_wanted(found, fresh, at=at), at=at)) if found else 0
    return made


def _good(run: RecommendationRun, fresh: Mapping[int, datetime]) -> list[int]:
    records = records_of(run)
    # Few fit so well: each of them is looked up, not all that came in held against each list.
    well = records["vacancy"][records["score"] >= GOOD]
    return [pk for pk in well.tolist() if pk in fresh]


def _wanted(
    found: Mapping[int, list[int]], fresh: Mapping[int, datetime], *, at: datetime
) -> list[notices.Wanted]:
    """Return a notice for each who has news left; a week's notices have one name."""
    seen = dict(
        ListShown.objects.filter(citizen_id__in=list(found), at__gte=at - FRESH)
        .order_by()
        .values("citizen_id")
        .annotate(last=Max("at"))
        .values_list("citizen_id", "last")
    )
    before: dict[int, set[int]] = {pk: set() for pk in found}
    for one in told.told(kind=NEW_JOBS, person_ids=found, since=at - _NOT_AGAIN):
        before[one.person_id] |= set(one.data.get("vacancy_ids", ()))
    for citizen_id, acts in vacancies.acts_of(citizen_ids=list(found)).items():
        before[citizen_id] |= {*acts.starred, *acts.applied, *acts.hidden}
    year, week, _day = timezone.localdate(at).isocalendar()
    wanted = []
    for citizen_id, ids in found.items():
        last = seen.get(citizen_id)
        news = [
            pk for pk in ids if pk not in before[citizen_id] and (last is None or fresh[pk] > last)
        ]
        if news:
            wanted.append(
                notices.Wanted(
                    person_id=citizen_id,
                    kind=NEW_JOBS,
                    data={"count": len(news), "vacancy_ids": news},
                    path="relevante-job/",
                    key=f"week:{year}-{week}",
                )
            )
    return wanted
