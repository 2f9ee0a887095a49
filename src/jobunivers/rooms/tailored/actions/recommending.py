# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Recommendations are computed, stored with their reasons, and kept for a while."""

from datetime import datetime

from django.db import IntegrityError, transaction

from jobunivers.rooms.tailored.actions import finding
from jobunivers.rooms.tailored.actions.finding import Found
from jobunivers.rooms.tailored.models import Recommendation, RecommendationRun
from jobunivers.science.matching_1 import MODEL

# Two weeks of nightly runs: long enough to ask "why was I shown this?" and get the true answer,
# short enough that a kommune of 20,000 job seekers keeps some ten million rows and no more.
KEPT_RUNS = 14
_TRIES = 5


class _Overtaken(Exception):  # noqa: N818 - it reads as what happened
    """Another run became the current one meanwhile."""


@transaction.atomic
def recommend(*, citizen_id: int, at: datetime) -> RecommendationRun:
    """Compute what fits the citizen now, and make it her current run.

    Safe to run twice at once: exactly one run is current afterwards, and never an older
    answer than the one that stood there. Raises NotReady while there is no index to look in.
    """
    found = finding.find(citizen_id=citizen_id, at=at)
    for _ in range(_TRIES):
        current = RecommendationRun.objects.filter(citizen_id=citizen_id, current=True).first()
        if current is not None and _is_newer(current, found, at):
            return current
        try:
            run = _store(citizen_id, found, replacing=current, at=at)
        except (IntegrityError, _Overtaken):
            continue
        _prune(citizen_id)
        return run
    raise _Overtaken


def _is_newer(current: RecommendationRun, found: Found, at: datetime) -> bool:
    return current.computed_at > at and current.profile_version >= found.profile_version


@transaction.atomic
def _store(
    citizen_id: int, found: Found, *, replacing: RecommendationRun | None, at: datetime
) -> RecommendationRun:
    """Put the run in the current one's place; raises when somebody was faster."""
    if replacing is not None:
        rows = RecommendationRun.objects.filter(pk=replacing.pk, current=True)
        if not rows.update(current=False):
            raise _Overtaken
    run = RecommendationRun.objects.create(
        citizen_id=citizen_id,
        profile_version=found.profile_version,
        model=MODEL,
        inputs=found.inputs,
        considered=found.considered,
        excluded=found.excluded,
        computed_at=at,
    )
    Recommendation.objects.bulk_create(
        Recommendation(
            run=run,
            citizen_id=citizen_id,
            vacancy_id=int(match.id),
            rank=rank,
            score=match.score,
            reasons=[
                reason.as_json()
                for reason in sorted(match.reasons, key=lambda r: (-r.weight, r.code))
            ],
        )
        for rank, match in enumerate(found.matches, start=1)
    )
    return run


def _prune(citizen_id: int) -> None:
    """Forget the oldest runs beyond those that are kept; never the current one."""
    runs = RecommendationRun.objects.filter(citizen_id=citizen_id)
    old = runs.order_by("-current", "-computed_at", "-pk").values_list("pk", flat=True)[KEPT_RUNS:]
    RecommendationRun.objects.filter(pk__in=list(old)).delete()
