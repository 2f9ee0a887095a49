# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What of the policy's availability her joblog counts, told on the joblog's page as help."""

from datetime import datetime

from django.urls import reverse

from jobunivers.rooms.segmentation.queries.availability import keeping_count
from jobunivers.rooms.segmentation.queries.availability_words import kept_now, kept_words
from jobunivers.rooms.vacancies import queries as vacancies

_OF_THE_JOBLOG = frozenset({"applications_per_week", "joblog_every_days"})


def keeping_of_the_joblog(citizen_id: int, at: datetime) -> vacancies.Keeping | None:
    """Return what is asked of her joblog; None when nothing is, or she is not out of work."""
    count = keeping_count(citizen_id=citizen_id, at=at, codes=_OF_THE_JOBLOG)
    if count is None or not count.kept:
        return None
    return vacancies.Keeping(
        lines=tuple(
            vacancies.KeepingLine(asked=kept_words(one), now=kept_now(one)) for one in count.kept
        ),
        decided_by=count.decided_by,
        since=count.since,
        path=reverse("segmentation:journey"),
    )
