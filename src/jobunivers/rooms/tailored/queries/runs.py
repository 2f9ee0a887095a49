# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which run is shown, and whether it answers the profile as it is now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet

from jobunivers.foundation.prepared import prepared
from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.tailored.models import RecommendationRun
from jobunivers.rooms.tailored.queries.packing import unpacked_records
from jobunivers.rooms.tailored.queries.signals import answering

# A change of the profile is answered within seconds. When it was not after this long, the page
# stops asking and offers a button that needs no worker.
WAIT = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Freshness:
    """Whether what is shown answers the profile as it is now.

    `waiting`: a new answer is on its way. `stale`: it is not, and the person may ask for one.
    """

    computed_at: datetime | None
    waiting: bool
    stale: bool


def current_run(*, citizen_id: int) -> RecommendationRun | None:
    """Return what is shown to the citizen now, if anything was computed yet."""
    return run_question(citizen_id=citizen_id).first()


@prepared
def run_question(*, citizen_id: int) -> QuerySet[RecommendationRun]:
    """Return the question for what is shown to her now, to be asked together with others.

    What was made with a source that she allows no longer is not shown.
    """
    rows = RecommendationRun.objects.filter(citizen_id=citizen_id, current=True)
    return answering(rows).order_by("pk")


@dataclass(frozen=True, slots=True)
class ShortList:
    """A citizen's current suggestions: the run, what made it, and its vacancies, best first."""

    run_id: int
    model: str
    vacancy_ids: tuple[int, ...]


def holders_of_lists(*, citizen_ids: Sequence[int]) -> frozenset[int]:
    """Return those of the citizens who have a current list."""
    runs = RecommendationRun.objects.filter(citizen_id__in=list(citizen_ids), current=True)
    return frozenset(runs.order_by().values_list("citizen_id", flat=True))


def current_lists(*, citizen_ids: Sequence[int]) -> dict[int, ShortList]:
    """Return the current list of each of the citizens who has one, in one question."""
    wanted = RecommendationRun.objects.filter(citizen_id__in=list(citizen_ids), current=True)
    runs = answering(wanted)
    rows = runs.order_by("citizen_id").values_list("citizen_id", "pk", "model", "ranking")
    found = {}
    for citizen, run, model, ranking in rows:
        vacancies = unpacked_records(ranking)["vacancy"]
        found[citizen] = ShortList(run, model, tuple(vacancies[vacancies >= 0].tolist()))
    return found


def computed_since(moment: datetime) -> frozenset[int]:
    """Return the kommune's citizens whose current run was made then or later."""
    runs = RecommendationRun.objects.filter(current=True, computed_at__gte=moment).order_by()
    return frozenset(runs.values_list("citizen_id", flat=True))


def is_fresh(*, citizen_id: int, since: datetime) -> bool:
    """Say whether the current run was made since then and answers the profile as it is."""
    run = current_run(citizen_id=citizen_id)
    if run is None or run.computed_at < since:
        return False
    profile = journey.profile_of(citizen_id=citizen_id)
    return profile is None or run.profile_version >= profile.version


def freshness_of(
    *, citizen_id: int, at: datetime, logged_in_at: datetime | None = None
) -> Freshness:
    """Return whether the citizen's current run answers her profile as it is now."""
    standing = journey.standing_of(citizen_id=citizen_id)
    return freshness(current_run(citizen_id=citizen_id), standing, logged_in_at, at=at)


def freshness(
    run: RecommendationRun | None,
    standing: journey.Standing | None,
    logged_in_at: datetime | None,
    *,
    at: datetime,
) -> Freshness:
    """Return the same, from what has been read already."""
    behind = run is None or (standing is not None and run.profile_version < standing.version)
    causes = (standing.changed_at if standing else None, logged_in_at)
    waiting = behind and any(cause is not None and at - cause < WAIT for cause in causes)
    return Freshness(
        computed_at=run.computed_at if run else None,
        waiting=waiting,
        stale=behind and not waiting,
    )
